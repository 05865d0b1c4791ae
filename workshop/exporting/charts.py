"""Charts as numbers ready to draw: where each bar begins and ends, how wide each column of a table is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby, pairwise

from workshop.model import ids
from workshop.model.results import Bar, Bars, Box, Card, Funnel, Grid, Result, Table, TableRow

TONES = {"sales": "one", "marketing": "two", "": "one"}
"""How the bars of a team are filled: full, or an outline."""
LINE, DENSE_LINE = 104, 126
"""Characters in a line of the page, in the usual size and in the small one."""
LONGEST_WORD = 14
"""A word longer than this is broken where that makes the columns fit."""
MOST_WANTED = 52
"""A column asks for no more characters than this; longer words take several lines."""
REF = 7
"""Characters of the column with the number of the row."""
GAP = 2
"""Characters between two columns."""
MOST_HEADS = 14
"""A table with more columns than this becomes a list."""
MOST_COLUMNS = 7
"""A matrix with more columns than this stands upright where its rows are fewer."""
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
    lines = tuple(
        BarLine(row.source, row.label, tuple(_stroke(bar, bars, base) for bar in row.bars), row.note)
        for row in bars.rows
    )
    return BarChart(
        lines, _share(base, bars.low, bars.high) if bars.low < base else "", _end(bars.low), _end(bars.high),
        any(line.ref for line in lines), any(line.note for line in lines),
        any(bar.series for line in lines for bar in line.strokes),
    )  # fmt: skip


def tone(series: str) -> str:
    """How the bars of a series are filled; what is no team of ours is grey."""
    return TONES.get(series, "three")


def _stroke(bar: Bar, bars: Bars, base: Fraction) -> Stroke:
    if bar.value is None or bars.low >= bars.high:
        return Stroke(bar.series, tone(bar.series), "0", "", bar.reads)
    value = min(max(bar.value, bars.low), bars.high)
    left, right = sorted((value, base))
    width = _share(bars.low + right - left, bars.low, bars.high)
    return Stroke(bar.series, tone(bar.series), _share(left, bars.low, bars.high), width, bar.reads)


def _share(value: Fraction, low: Fraction, high: Fraction) -> str:
    """Per cent of the way from low to high, with one place where it needs one."""
    return f"{float(100 * (value - low) / (high - low)):.1f}".removesuffix(".0")


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
    """Per cent of the table, one a column, the number of the row first where there is one; together 100."""
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
    number = [REF] if refs else []
    needs, wants = number + _needs(table), number + _wants(table)
    dense = sum(wants) > LINE and (sum(needs) > LINE or len(needs) > 6)
    space = DENSE_LINE if dense else LINE
    share = 100 if sum(wants) > LINE * 0.55 else max(50, round(100 * sum(wants) / LINE) + 12)
    listed = sum(needs) > DENSE_LINE or len(needs) > MOST_HEADS
    return TableShape(_widths(needs, wants, space * share // 100), share, dense, listed, refs)


def _needs(table: Table) -> list[int]:
    """Characters of the longest word of each column, as far as it may not be broken."""
    return [min(LONGEST_WORD, max(map(_word, column))) + GAP for column in _columns(table)]


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


def row_number(source: str) -> str:
    """What stands in front of a row: the id of a record, or the number of a row (`lead 3` is `3`)."""
    return source if ids.read(source) else source.rpartition(" ")[2]


SPARK_WIDTH, SPARK_HEIGHT = 100, 20
"""Of the drawing of a series, in its own units."""


@dataclass(frozen=True, slots=True)
class Spark:
    """A series as a line: runs of points `x,y`, gaps where a value is missing, and the height of the target."""

    runs: tuple[str, ...]
    dots: tuple[tuple[str, str], ...]
    target: str
    """Empty without one."""
    words: str
    """The same for those who do not see it."""


def spark(values: Sequence[tuple[float | None, str]], target: float | None = None) -> Spark | None:
    """The line through a series of values, each with how it reads; None with fewer than two values."""
    told = [value for value, _ in values if value is not None]
    if len(told) < 2:
        return None
    ends = (*told, target) if target is not None else tuple(told)
    low, high = min(ends), max(ends)
    step = SPARK_WIDTH / (len(values) - 1)

    def height(value: float) -> str:
        share = (value - low) / (high - low) if high > low else 0.5
        return f"{SPARK_HEIGHT - 2 - share * (SPARK_HEIGHT - 4):.1f}"

    dots = [
        None if value is None else (f"{step * at:.1f}", height(value)) for at, (value, _) in enumerate(values)
    ]
    runs = (list(run) for told, run in groupby(dots, key=bool) if told)
    return Spark(
        tuple(" ".join(",".join(dot) for dot in run if dot) for run in runs), tuple(dot for dot in dots if dot),
        "" if target is None else height(target), ", ".join(reads for _, reads in values),
    )  # fmt: skip


def kind(result: Result) -> str:
    """`line`, `banner`, `table`, `bars`, `four-box`, `matrix`, `funnel` or `cards`."""
    return result.kind if isinstance(result, Grid) else type(result).__name__.lower()


def upright(grid: Grid) -> Grid:
    """A matrix with many columns turned on its side, so that its heads can be read."""
    if grid.kind != "matrix" or len(grid.columns) <= MOST_COLUMNS or len(grid.rows) > MOST_COLUMNS:
        return grid
    turned = tuple(Box(box.column, box.row, box.texts) for box in grid.boxes)
    return replace(grid, rows=grid.columns, columns=grid.rows, boxes=turned)
