"""What stands at the end of a journal, found from behind so that its length costs nothing."""

from __future__ import annotations

from typing import BinaryIO

from workshop.errors import Damaged
from workshop.model.values import dataclass
from workshop.store.chain import JOURNAL, WHAT_TO_DO, as_row
from workshop.store.lines import Place, fits, hash_of

_STEP = 8192
"""Bytes looked at first."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What stands at the end of a journal."""

    place: Place
    """The place after the last whole line, newline included."""
    torn: bytes = b""
    """What follows that line and is none."""
    unended: bool = False
    """The last whole line lacks its newline."""


def find_ending(file: BinaryIO, size: int) -> Ending:
    """The end of a journal of `size` bytes, read from behind. Raises Damaged when its last line was changed."""
    pieces = _last_pieces(file, size)
    rest = pieces.pop()
    if rest and fits(rest):
        return Ending(_place_after(rest, size + 1), unended=True)
    if not rest and pieces and as_row(pieces[-1]) is None:
        rest = pieces.pop() + b"\n"
    return Ending(_place_after(pieces[-1] if pieces else b"", size - len(rest)), torn=rest)


def _last_pieces(file: BinaryIO, size: int) -> list[bytes]:
    """The last two lines or more, without their newlines, and what follows the last newline."""
    step = _STEP
    while True:
        start = max(0, size - step)
        file.seek(start)
        pieces = file.read(size - start).split(b"\n")
        if start == 0:
            return pieces
        if len(pieces) > 3:
            return pieces[1:]
        step *= 4


def _place_after(raw: bytes, offset: int) -> Place:
    row = as_row(raw)
    if row is None or not fits(raw) or not isinstance(row.get("n"), int):
        raise Damaged(f"The last line of {JOURNAL} is not as it was written.", fix=WHAT_TO_DO)
    return Place(offset, row["n"], hash_of(raw))
