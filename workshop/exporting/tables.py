"""How results lie on a page: widths of columns, cards side by side, what stands in front of a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from workshop.exporting.language import say
from workshop.measures.rounding import NOT_AVAILABLE
from workshop.model import ids
from workshop.model.results import Bars, Box, Card, Grid, Result, Table, TableRow
from workshop.model.values import dataclass

LINE, DENSE_LINE = 110, 134
"""Characters in a line of the page, in the usual size and in the small one."""
LONGEST_WORD = 14
"""A word longer than this is broken where that makes the columns fit."""
ONE_PIECE = 12
"""A cell no longer than this stays in one line: dates, percentages, names of channels."""
DAY = re.compile(r"\d{1,2}\.? \w+ \d{4}")
"""A day stays in one line too, long as it may be."""
MOST_WANTED = 52
"""A column asks for no more characters than this; longer words take several lines."""
REF = 7
"""Characters of the column with the number of the row."""
GAP = 3
"""Characters between two columns."""
MOST_HEADS = 14
"""A table with more columns than this becomes a list."""
MOST_COLUMNS = 7
"""A matrix with more columns than this stands upright where its rows are fewer."""
MOST_TEXTS = 24
"""A matrix in which more texts stand may go on on the next page."""
SHORT_CARD = 360
"""Characters up to which a card stands beside another."""


def kind(result: Result) -> str:
    """`line`, `banner`, `table`, `bars`, `four-box`, `matrix`, `funnel` or `cards`."""
    return result.kind if isinstance(result, Grid) else type(result).__name__.lower()


def upright(grid: Grid) -> Grid:
    """A matrix with many columns turned on its side, so that its heads can be read."""
    if grid.kind != "matrix" or len(grid.columns) <= MOST_COLUMNS or len(grid.rows) > MOST_COLUMNS:
        return grid
    turned = tuple(Box(box.column, box.row, box.texts) for box in grid.boxes)
    return replace(grid, rows=grid.columns, columns=grid.rows, boxes=turned)


@dataclass(frozen=True, slots=True)
class TableShape:
    """How a table fits on the page."""

    widths: tuple[float, ...]
    """Per cent of the table to a tenth, one a column, the number of the row first where there is one; together 100."""
    share: int
    """Per cent of the page's width that the table takes."""
    dense: bool
    """In the small size."""
    listed: bool
    """Too many columns even so: the first cell stands in front, the others follow it with their heads."""
    refs: bool
    """Some rows come from a record or a numbered row."""


def slim(table: Table) -> Table:
    """The table without columns in which nothing stands, or `n/a` alone; the first one stays. The words of a row are its `what`."""
    kept = [
        at for at in range(len(table.heads)) if not at or any(_tells(cell(row, at)) for row in table.rows)
    ]
    rows = tuple(replace(row, cells=tuple(cell(row, at) for at in kept)) for row in table.rows)
    heads = tuple("what" if table.heads[at] == "text" else table.heads[at] for at in kept)
    return replace(table, heads=heads, rows=rows, numeric=tuple(numeric(table, at) for at in kept))


def _tells(text: str) -> bool:
    return text not in ("", NOT_AVAILABLE, say(NOT_AVAILABLE))


def facts(table: Table) -> list[tuple[str, str]]:
    """The rows of a form, which have no heads, as label and words; without those where nothing was told."""
    if any(table.heads):
        return []
    told = ((cell(row, 0), " · ".join(filter(None, row.cells[1:]))) for row in table.rows)
    return [(label, words) for label, words in told if _tells(words)]


def numbered(table: Table) -> bool:
    """Whether the number of its row, or the record it comes from, stands in front; not where a column tells it."""
    told = [row_number(row.source) for row in table.rows]
    return any(told) and told not in [[cell(row, at) for row in table.rows] for at in range(len(table.heads))]


def table_shape(table: Table, line: int = LINE) -> TableShape:
    """Columns get what their words need; numbers stay narrow, long texts share what is left.

    `line` is how many characters a line of the page takes.
    """
    full = line * DENSE_LINE // LINE
    refs = numbered(table)
    number = [REF] if refs else []
    needs, wants = number + _needs(table, _piece), number + _wants(table)
    dense = sum(wants) > line and (sum(needs) > line or len(needs) > 7)
    if sum(needs) > full:
        needs = number + _needs(table, _word)
    space = full if dense else line
    share = 100 if sum(wants) > line * 0.55 else max(50, round(100 * sum(wants) / line) + 12)
    listed = sum(needs) > full or len(needs) > MOST_HEADS
    return TableShape(_widths(needs, wants, space * share // 100), share, dense, listed, refs)


def _needs(table: Table, held: Callable[[str], int]) -> list[int]:
    """Characters of each column that may not be broken, given how many of a cell are held together."""
    return [max(_word(head), *map(held, cells), 0) + GAP for head, *cells in _columns(table)]


def _wants(table: Table) -> list[int]:
    """Characters of the longest cell of each column; a head may take two lines."""
    return [
        max(min(MOST_WANTED, max(map(len, cells), default=0)), _word(head), len(head) // 2) + GAP
        for head, *cells in _columns(table)
    ]


def _columns(table: Table) -> list[tuple[str, ...]]:
    """Head and cells, column by column; a row that is too short has empty cells."""
    rows = [row.cells + ("",) * (len(table.heads) - len(row.cells)) for row in table.rows]
    return [(head, *(row[at] for row in rows)) for at, head in enumerate(table.heads)]


def _word(text: str) -> int:
    return min(LONGEST_WORD, max(map(len, text.split()), default=0))


def _piece(cell: str) -> int:
    if DAY.fullmatch(cell):
        return len(cell) + 1
    return len(cell) if len(cell) <= ONE_PIECE else _word(cell)


def _widths(needs: Sequence[int], wants: Sequence[int], space: int) -> tuple[float, ...]:
    """The needs, and of what is left to each in the proportion of what it wants beyond."""
    left = max(space - sum(needs), 0)
    wishes = [max(want - need, 0) for need, want in zip(needs, wants, strict=True)]
    if sum(wishes) <= left:
        got = [max(need, want) for need, want in zip(needs, wants, strict=True)]
    else:
        got = [need + left * wish // sum(wishes) for need, wish in zip(needs, wishes, strict=True)]
    edges = [round(1000 * sum(got[:at]) / sum(got)) for at in range(len(got) + 1)] if sum(got) else [0]
    return tuple((after - before) / 10 for before, after in pairwise(edges))


def cell(row: TableRow, at: int) -> str:
    """The words of a cell; empty where the row is too short."""
    return row.cells[at] if at < len(row.cells) else ""


def numeric(table: Table, at: int) -> bool:
    """Whether a column stands right."""
    return at < len(table.numeric) and table.numeric[at]


def tall(grid: Grid) -> bool:
    """Whether a matrix holds so much that it may be cut between two of its rows."""
    return sum(len(box.texts) for box in grid.boxes) > MOST_TEXTS


def boxes(grid: Grid, row: str, column: str) -> tuple[str, ...]:
    """What stands in one field of a grid."""
    found = (box for box in grid.boxes if (box.row, box.column) == (row, column))
    return tuple(text for box in found for text in box.texts)


def pairs_of_cards(cards: tuple[Card, ...]) -> list[tuple[Card | None, ...]]:
    """Cards in lines: short ones two by two, with None beside one that is left over; a long one alone."""
    told: list[tuple[Card | None, ...]] = []
    for card in cards:
        if not _short(card):
            told.append((card,))
        elif told and told[-1][-1] is None:
            told[-1] = (told[-1][0], card)
        else:
            told.append((card, None))
    return told


def _short(card: Card) -> bool:
    return sum(len(label) + len(words) for label, words in card.lines) <= SHORT_CARD


def has_tie(result: Result) -> bool:
    """Whether the sign of a tie stands somewhere in a table or beside a bar."""
    if isinstance(result, Table):
        return any(
            numeric(result, at) and cell(row, at).endswith("=")
            for row in result.rows
            for at in range(len(result.heads))
        )
    return isinstance(result, Bars) and any(row.note == "=" for row in result.rows)


def row_number(source: str) -> str:
    """What stands in front of a row: ids of records, numbers of rows (`lead 3` is `3`, `lead 3, 7` is `3, 7`)."""
    return ", ".join(one if ids.read(one) else one.rpartition(" ")[2] for one in source.split(", "))


def origins(source: str) -> tuple[str, ...]:
    """The numbers of a row one by one, three or more in a row as `11–15`: each piece stays on its line."""
    told: list[list[str]] = []
    for one in filter(None, row_number(source).split(", ")):
        if told and one.isdecimal() and told[-1][-1].isdecimal() and int(one) == int(told[-1][-1]) + 1:
            told[-1].append(one)
        else:
            told.append([one])
    return tuple(piece for run in told for piece in (run if len(run) < 3 else [f"{run[0]}–{run[-1]}"]))
