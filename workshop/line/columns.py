"""Text in columns: what a terminal shows of it is measured, so that wide letters and marks do not push a row out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

GAP = 2
"""Blanks between two columns."""
NARROW, WORD = 8, 16
"""A column of words is not made narrower than this; nor, where it can be helped, than its longest word up to so much."""


def width(text: str) -> int:
    """Cells that a text takes: two for a wide letter, none for a mark above one."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def padded(text: str, cells: int, *, right: bool = False) -> str:
    """The text with blanks up to so many cells."""
    blanks = " " * max(0, cells - width(text))
    return blanks + text if right else text + blanks


def wrapped(text: str, cells: int) -> list[str]:
    """Lines of at most so many cells, broken between words; a word that is too long is broken itself."""
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, max(1, cells)):
            if lines and width(lines[-1]) + 1 + width(piece) <= cells:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines or [""]


def _pieces(word: str, cells: int) -> list[str]:
    pieces = [""]
    for character in word:
        if width(pieces[-1]) + _cells(character) > cells:
            pieces.append("")
        pieces[-1] += character
    return pieces


def fitted(rows: Sequence[Sequence[str]], numeric: Sequence[bool], cells: int) -> list[int] | None:
    """Widths of the columns that fit into so many cells, the widest columns of words giving first, then the heads of
    columns of numbers; None where the numbers and the narrowest words do not fit."""
    columns = list(zip(*rows, strict=True))
    whole = [max((width(text) for text in column), default=0) for column in columns]
    longest = [
        max((width(word) for text in column for word in text.split()), default=0) for column in columns
    ]
    least = [NARROW for _ in columns]
    kept = [max(NARROW, min(word, WORD)) for word in longest]
    room = cells - GAP * (len(columns) - 1)
    # Before a word is broken, the heads of numbers are: the first row holds the heads.
    folded = [
        max([max(map(width, column[0].split()), default=0), *map(width, column[1:])]) if number else wide
        for column, number, wide in zip(columns, numeric, whole, strict=True)
    ]
    return (
        _narrowed(whole, kept, numeric, room)
        or _narrowed(folded, kept, numeric, room)
        or _narrowed(folded, least, numeric, room)
    )


def _narrowed(
    whole: Sequence[int], least: Sequence[int], numeric: Sequence[bool], room: int
) -> list[int] | None:
    widths = list(whole)
    while sum(widths) > room:
        words = [at for at, number in enumerate(numeric) if not number and widths[at] > least[at]]
        if not words:
            return None
        widths[max(words, key=lambda at: widths[at])] -= 1
    return widths


def laid_out(row: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> list[str]:
    """One row as one or more lines: words wrapped in their columns, numbers at the right end of theirs."""
    cells = [wrapped(text, room) for text, room in zip(row, widths, strict=True)]
    lines = []
    for at in range(max((len(cell) for cell in cells), default=0)):
        parts = (
            padded(cell[at] if at < len(cell) else "", room, right=number)
            for cell, room, number in zip(cells, widths, numeric, strict=True)
        )
        lines.append((" " * GAP).join(parts).rstrip())
    return lines
