"""Charts as numbers ready to draw: where each bar begins and ends, how wide each column of a table is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from workshop.model import ids
from workshop.model.results import Bar, Bars, Box, Card, Funnel, Grid, Table, TableRow

TONES = {"sales": "one", "marketing": "two", "": "one"}
"""How the bars of a team are filled: full, or an outline. Others take what is left, in their order."""
OTHER_TONES = ("three", "one", "two")
LINE, DENSE_LINE = 104, 126
"""Characters in a line of the page, in the usual size and in the small one."""
LONGEST_WORD = 14
"""A word longer than this is broken where that makes the columns fit."""
MOST_WANTED = 52
"""A column asks for no more characters than this; longer words take several lines."""
GAP = 2
"""Characters between two columns."""
SHORT_CARD = 360
"""Characters up to which a card stands beside another."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One bar as it is drawn; places are per cent of the chart's width."""

    series: str
    tone: str
    left: str
    width: str
    """Empty where there is no value."""
    reads: str


@dataclass(frozen=True, slots=True)
class BarLine:
    """One line of a bar chart."""

    ref: str
    label: str
    strokes: tuple[Stroke, ...]
    note: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """A bar chart ready to draw."""

    lines: tuple[BarLine, ...]
    zero: str
    """Where zero lies, in per cent; empty where the chart begins at its low end."""
    low: str
    high: str
    refs: bool
    notes: bool
    named: bool
    """Bars carry the word of their team."""


def bar_chart(bars: Bars) -> BarChart:
    """Bars begin at zero, or at the low end of a scale that begins above it; beyond the ends they are cut."""
    base = max(bars.low, Fraction(0)) if bars.high > 0 else bars.high
    tones = _tones(bar.series for row in bars.rows for bar in row.bars)
    lines = tuple(
        BarLine(row.source, row.label, tuple(_stroke(bar, tones, bars, base) for bar in row.bars), row.note)
        for row in bars.rows
    )
    return BarChart(
        lines, _share(base, bars.low, bars.high) if bars.low < base else "", _end(bars.low), _end(bars.high),
        any(line.ref for line in lines), any(line.note for line in lines), any(tones),
    )  # fmt: skip


def _tones(series: Iterable[str]) -> dict[str, str]:
    names = list(dict.fromkeys(series))
    free = iter(OTHER_TONES * len(names))
    return {name: TONES.get(name) or next(free) for name in names}


def _stroke(bar: Bar, tones: dict[str, str], bars: Bars, base: Fraction) -> Stroke:
    if bar.value is None or bars.low >= bars.high:
        return Stroke(bar.series, tones[bar.series], "0", "", bar.reads)
    value = min(max(bar.value, bars.low), bars.high)
    left, right = sorted((value, base))
    return Stroke(
        bar.series, tones[bar.series], _share(left, bars.low, bars.high),
        _share(bars.low + right - left, bars.low, bars.high), bar.reads,
    )  # fmt: skip


def _share(value: Fraction, low: Fraction, high: Fraction) -> str:
    """Per cent of the way from low to high, one place."""
    return f"{float(100 * (value - low) / (high - low)):.1f}"


def _end(value: Fraction) -> str:
    return f"{float(value):,.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class FunnelLine:
    """One step of a funnel, as wide as its share of the widest."""

    label: str
    width: str
    """Per cent; empty where there is no value."""
    reads: str
    rate: str
    note: str


def funnel_lines(funnel: Funnel) -> tuple[FunnelLine, ...]:
    """The steps; what is larger than nothing can be seen."""
    widest = max((step.value for step in funnel.steps if step.value), default=None)
    return tuple(
        FunnelLine(step.label, _of(step.value, widest), step.reads, step.rate, step.note)
        for step in funnel.steps
    )


def _of(value: Fraction | None, widest: Fraction | None) -> str:
    if value is None or not widest or value < 0:
        return ""
    return f"{max(float(100 * value / widest), 0.6 if value else 0.0):.1f}"


@dataclass(frozen=True, slots=True)
class TableShape:
    """How a table fits on the page."""

    widths: tuple[int, ...]
    """Per cent of the table, one a column; together 100."""
    share: int
    """Per cent of the page's width that the table takes."""
    dense: bool
    """In the small size."""
    listed: bool
    """Too many columns even so: the first cell stands in front, the others follow it with their heads."""
    refs: bool
    """Some rows come from a record or a numbered row."""


def table_shape(table: Table) -> TableShape:
    """Columns get what their words need; numbers stay narrow, long texts share what is left."""
    refs = any(row.source for row in table.rows)
    room, tight = (line - (8 if refs else 0) for line in (LINE, DENSE_LINE))
    needs, wants = _needs(table), _wants(table)
    dense = sum(wants) > room and (sum(needs) > room or len(needs) > 6)
    space = tight if dense else room
    share = 100 if sum(wants) > room * 0.55 else max(50, round(100 * sum(wants) / room) + 12)
    return TableShape(
        _widths(needs, wants, space * share // 100), share, dense, sum(needs) > tight or len(needs) > 14, refs
    )


def _needs(table: Table) -> list[int]:
    """Characters of the longest word of each column, as far as it may not be broken."""
    return [min(LONGEST_WORD, max(map(_word, column))) + GAP for column in _columns(table)]


def _wants(table: Table) -> list[int]:
    """Characters of the longest cell of each column; a head may take two lines."""
    return [
        max(min(MOST_WANTED, max(map(len, column[1:]), default=0)), _word(column[0]), len(column[0]) // 2) + GAP
        for column in _columns(table)
    ]


def _columns(table: Table) -> list[tuple[str, ...]]:
    """Head and cells, column by column; a row that is too short has empty cells."""
    rows = [row.cells + ("",) * (len(table.heads) - len(row.cells)) for row in table.rows]
    return [(head, *(row[at] for row in rows)) for at, head in enumerate(table.heads)]


def _word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _widths(needs: Sequence[int], wants: Sequence[int], space: int) -> tuple[int, ...]:
    """The needs, and of what is left to each in the proportion of what it wants beyond."""
    left = max(space - sum(needs), 0)
    wishes = [max(want - need, 0) for need, want in zip(needs, wants, strict=True)]
    if sum(wishes) <= left:
        got = [max(need, want) for need, want in zip(needs, wants, strict=True)]
    else:
        got = [need + left * wish // sum(wishes) for need, wish in zip(needs, wishes, strict=True)]
    edges = [round(100 * sum(got[:at]) / sum(got)) for at in range(len(got) + 1)] if sum(got) else [0]
    return tuple(after - before for before, after in pairwise(edges))


def cell(row: TableRow, at: int) -> str:
    """The words of a cell; empty where the row is too short."""
    return row.cells[at] if at < len(row.cells) else ""


def numeric(table: Table, at: int) -> bool:
    """Whether a column stands right."""
    return at < len(table.numeric) and table.numeric[at]


def boxes(grid: Grid, row: str, column: str) -> tuple[str, ...]:
    """What stands in one field of a grid."""
    found: Iterable[Box] = (box for box in grid.boxes if (box.row, box.column) == (row, column))
    return tuple(text for box in found for text in box.texts)


def pairs_of_cards(cards: tuple[Card, ...]) -> list[tuple[Card, ...]]:
    """Cards in lines: short ones two by two, a long one alone."""
    told: list[tuple[Card, ...]] = []
    for card in cards:
        if told and len(told[-1]) == 1 and _short(told[-1][0]) and _short(card):
            told[-1] = (*told[-1], card)
        else:
            told.append((card,))
    return told


def _short(card: Card) -> bool:
    return sum(len(label) + len(words) for label, words in card.lines) <= SHORT_CARD


def row_number(source: str) -> str:
    """What stands in front of a row: the id of a record, or the number of a row (`lead 3` is `3`)."""
    return source if ids.read(source) else source.rpartition(" ")[2]
