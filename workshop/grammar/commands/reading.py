"""What the slash commands share: their type, a first word, a clock time, a segment."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from typing import TypeAlias

from workshop.errors import NotFound
from workshop.grammar.context import Context
from workshop.model.asks import Ask
from workshop.model.commands import Command

Read: TypeAlias = Callable[[str, Context], Command | Ask | None]
"""Reads what stands behind a slash word; None where it does not fit, and the usage line is the answer."""
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


def alone(wanted: Command | Ask) -> Read:
    """A command that takes nothing behind it."""

    def read(rest: str, _context: Context) -> Command | Ask | None:
        return None if rest else wanted

    return read


def first_word(rest: str) -> tuple[str, str]:
    """The first word and the rest."""
    first, _, behind = rest.strip().partition(" ")
    return first, behind.strip()


def last_word(rest: str) -> tuple[str, str]:
    """All but the last word, and the last."""
    before, _, last = rest.strip().rpartition(" ")
    return before.strip(), last


def read_time(typed: str) -> time | None:
    """`9:05` or `09:05` as a time of day, or None."""
    found = _TIME.fullmatch(typed.strip())
    return time(int(found[1]), int(found[2])) if found else None


def read_whole(typed: str) -> int | None:
    """A number from 1 to 9999, or None."""
    return int(typed) if re.fullmatch(r"0*[1-9][0-9]{0,3}", typed) else None


def read_segment(typed: str, context: Context) -> int | None:
    """The number of a segment; None for no number. Raises NotFound where the agenda has no such segment."""
    number = read_whole(typed)
    known = dict(context.segments)
    if number is not None and known and number not in known:
        raise NotFound(f"The agenda has no segment {number}.", fix="Type /agenda to see their numbers.")
    return number
