"""Which record is meant: its id with or without the hyphen, or the beginning of its words."""

from __future__ import annotations

import re

from workshop.errors import Ambiguous, NotFound, NotUnderstood
from workshop.grammar.context import Context
from workshop.grammar.folding import fold
from workshop.model import ids
from workshop.model.words import did_you_mean

_SHOWN = 9
_SEGMENT = re.compile(r"[Mm]-?([1-9]\d{0,6})/([1-9]\d{0,3})")


def read_ref(typed: str, letters: str) -> str | None:
    """The id with its hyphen if its letter is among `letters`; `m1/8` is segment 8 of M-1 where `/` is."""
    found = ids.read(typed)
    if found:
        return ids.show(*found) if found[0] in letters else None
    segment = _SEGMENT.fullmatch(typed) if "/" in letters else None
    return f"M-{segment[1]}/{segment[2]}" if segment else None


def read_number_of(typed: str, letter: str) -> int | None:
    """The number of an id of that letter: 3 for `A-3` or `a3`."""
    found = ids.read(typed)
    return found[1] if found and found[0] == letter else None


def find_record(typed: str, context: Context) -> str:
    """The id that was typed, or that of the one record whose words begin so. Raises NotFound or Ambiguous."""
    if ids.read(typed):
        return ids.tidy(typed)
    asked = fold(typed)
    if not asked:
        raise NotUnderstood(
            "There is no name.", fix="Type an id, such as N-12, or the first words of the record."
        )
    begun = [(ref, name) for ref, name in context.names if fold(name).startswith(asked)]
    fits = [(ref, name) for ref, name in begun if fold(name) == asked] or begun
    if len(fits) == 1:
        return fits[0][0]
    if not fits:
        near = did_you_mean(typed, [name for _, name in context.names])
        raise NotFound(f"No record begins with '{typed}'{near}", fix="Type its id, such as N-12.")
    listed = ", ".join(f"{ref} {name}" for ref, name in fits[:_SHOWN])
    more = f" and {len(fits) - _SHOWN} more" if len(fits) > _SHOWN else ""
    raise Ambiguous(f"'{typed}' fits several: {listed}{more}.", fix="Type the id.")
