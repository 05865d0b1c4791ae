"""Words of people inside other formats: nothing they type may run, or break the shape of a file."""

from __future__ import annotations

import re

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run by a spreadsheet."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of what follows, beyond the end of the text they stand in."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~$]|&(?=#?\w+;)|^#)")
_LIST = re.compile(r"^([-+]|\d+[.)])(?=\s|$)")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and that turns the direction of no other."""
    told = plain(cell)
    return f"'{told}" if told.startswith(FORMULA) else told


def capital(text: str) -> str:
    """The text beginning with a capital, as a head does; a single letter such as `n` stays as it is."""
    return text[:1].upper() + text[1:] if len(text) > 1 else text


def behind(text: str, title: str) -> str:
    """What comes behind a title that the text begins with: `Dots: sales 21` behind `Dots` is `sales 21`."""
    rest = text.removeprefix(title)
    return rest.lstrip(": ") if title and rest != text and rest[:1] in (" ", ":") else text


def plain(text: str) -> str:
    """The text without control characters and without signs that would turn the direction of its surroundings."""
    return _DIRECTION.sub("", _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text))


def markdown(text: str) -> str:
    """The text as Markdown shows it: nothing in it is markup, and it stays on one line."""
    told = _MARKDOWN.sub(r"\\\1", " ".join(plain(text).split()))
    return _LIST.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", told)
