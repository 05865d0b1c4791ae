"""The action list as todo.txt: a line an action, readable without any program."""

from __future__ import annotations

import re

from workshop.exporting.actions.chosen import everything, slug
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import ActionRow
from workshop.exporting.text import plain

PRIORITY = {"high": "A", "low": "C"}
_KEY = re.compile(r"(?<=\S):(?=\S)")
"""A colon inside a word would be read as `key:value`."""


def todotxt(minutes: Minutes) -> bytes:
    """Open actions first as they are numbered, then those done or dropped."""
    rows = sorted(everything(minutes), key=_over)
    return "".join(f"{_line(row, minutes)}\n" for row in rows).encode("utf-8", "replace")


def _over(row: ActionRow) -> bool:
    return row.status in ("done", "dropped")


def _line(row: ActionRow, minutes: Minutes) -> str:
    mark = PRIORITY.get(row.priority, "")
    begun = (f"x {row.closed_on or row.added}",) if _over(row) else ((f"({mark})",) if mark else ())
    people = (f"@{_word(who.name)}" for who in (row.owner, *row.helpers) if who)
    told = (
        *begun, f"{row.added}", _plain(row.text), f"+{slug(minutes.firm)}", *people,
        f"due:{row.due}" if row.due else "", f"id:{row.id}", f"pri:{mark}" if _over(row) and mark else "",
        "wait:blocked" if row.status == "blocked" else "", "status:dropped" if row.status == "dropped" else "",
    )  # fmt: skip
    return " ".join(part for part in told if part)


def _plain(text: str) -> str:
    """The words on one line; nothing in them is a project, a context or a key."""
    words = " ".join(plain(text).split())
    return re.sub(r"(?:^|(?<=\s))([+@])(?=\S)", "\\1\u200b", _KEY.sub(":\u200b", words))


def _word(name: str) -> str:
    return "_".join(plain(name).split())
