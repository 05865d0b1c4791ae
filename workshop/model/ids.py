"""Ids as people write them: a letter, a hyphen, a number (`A-1`); accepted without the hyphen."""

from __future__ import annotations

import re

LETTERS = {
    "A": "action", "C": "quick capture", "D": "decision", "M": "meeting", "N": "entry", "P": "person", "X": "dispute",
}  # fmt: skip
_ID = re.compile(r"([ACDMNPX])-?([1-9]\d{0,6})", re.IGNORECASE)


def show(letter: str, number: int) -> str:
    """`show("A", 3)` is `A-3`."""
    return f"{letter}-{number}"


def read(text: str) -> tuple[str, int] | None:
    """Letter and number of an id, or None where the text is no id."""
    found = _ID.fullmatch(text.strip())
    return (found[1].upper(), int(found[2])) if found else None


def tidy(text: str) -> str:
    """The id with its hyphen (`a3` -> `A-3`); any other text as it is."""
    found = read(text)
    return show(*found) if found else text
