"""Results of an exercise as lines of text, aligned, for a terminal of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Protocol

from workshop.line.columns import GAP, fitted, laid_out, padded, width, wrapped
from workshop.measures.rounding import whole
from workshop.model.results import (
    Banner,
    Bar,
    BarRow,
    Bars,
    Cards,
    Draft,
    Funnel,
    Grid,
    Line,
    Moved,
    Outcome,
    Result,
    Table,
)

WIDTH = 79
INDENT = "   "
BAR = 20
"""Cells of a whole bar."""
FULL, REST = "█", "·"
MARK = "* "
"""In front of a row that stands out."""


class Says(Protocol):
    """How names and days are said."""

    def name(self, person: str) -> str:
        """The name behind an id."""

    def day(self, day: date | None) -> str:
        """A day in words."""


def outcome_lines(outcome: Outcome, say: Says, cells: int = WIDTH) -> Iterator[str]:
    """Everything an exercise has come to: results, comparison, notes, drafts."""
    version = f" · version {outcome.version}" if outcome.version else ""
    yield f"-- {outcome.title}{version}"
    yield from result_lines(outcome.results, cells)
    if outcome.moved:
        yield f"{INDENT}Beside the last time:"
        yield from (f"{INDENT}  {moved_line(row)}" for row in outcome.moved)
    for note in outcome.notes:
        yield from _hanging(f"({note})", cells)
    yield from draft_lines(outcome.drafts, say, cells)
    if outcome.signed:
        yield f"{INDENT}Signed: {', '.join(outcome.signed)}"


def result_lines(results: Iterable[Result], cells: int = WIDTH) -> Iterator[str]:
    """Results one under the other, each under its title."""
    for result in results:
        match result:
            case Line(title=title, text=text):
                yield from _hanging(f"{title}: {text}" if title else text, cells)
            case Banner(title=title, verdict=verdict, text=text):
                yield from _hanging(f"{title}: {verdict.upper()}" if title else verdict.upper(), cells)
                yield from _hanging(text, cells) if text else ()
            case Table():
                yield from _titled(result.title, _table(result, cells - len(INDENT)), cells)
            case Bars():
                yield from _titled(result.title, _bars(result, cells - len(INDENT)), cells)
            case Grid():
                yield from _titled(result.title, _grid(result, cells - len(INDENT)), cells)
            case Funnel():
                yield from _titled(result.title, _funnel(result, cells - len(INDENT)), cells)
            case Cards():
                yield from _titled(result.title, _cards(result, cells - len(INDENT)), cells)


def moved_line(row: Moved) -> str:
    """`agreement: 50.0 % -> 83.3 % (+33.3, n 10 -> 6)`."""
    if row.fresh:
        return f"{row.label}: {row.new} (new)"
    if not (row.old and row.new):  # words that came, or went
        return f"{row.label}: {row.new or row.old}"
    ns = f"n {row.n_old} -> {row.n_new}" if row.n_old is not None and row.n_new is not None else ""
    told = ", ".join(part for part in (row.difference, ns, "noise" if row.noise else "") if part)
    return f"{row.label}: {row.old} -> {row.new}{f' ({told})' if told else ''}"


def draft_lines(drafts: Iterable[Draft], say: Says, cells: int = WIDTH) -> Iterator[str]:
    """Drafts with their numbers, and how they are made real; nothing where there are none."""
    listed = tuple(drafts)
    if not listed:
        return
    yield f"{INDENT}Drafts; /take 1 @who >when makes one real:"
    for draft in listed:
        kind = "next exercise" if draft.kind == "exercise" else draft.kind
        owner = f" · {say.name(draft.owner)}" if draft.owner else ""
        due = f" · by {say.day(date.fromisoformat(draft.due))}" if draft.due else ""
        why = f" ({draft.why})" if draft.why else ""
        yield from _hanging(f"{draft.number} {kind}: {draft.text}{owner}{due}{why}", cells, "  ")


def _titled(title: str, lines: Iterable[str], cells: int) -> Iterator[str]:
    if title:
        yield from _hanging(title, cells)
    yield from (f"{INDENT}{line}".rstrip() for line in lines)


def _hanging(text: str, cells: int, deeper: str = "") -> Iterator[str]:
    """A sentence, its further lines a little deeper."""
    first, *others = wrapped(text, cells - len(INDENT) - len(deeper) - GAP)
    yield f"{INDENT}{deeper}{first}"
    yield from (f"{INDENT}{deeper}  {line}" for line in others)


# Tables ------------------------------------------------------------------------------------------


def _table(table: Table, cells: int) -> Iterator[str]:
    numeric = table.numeric or (False,) * len(table.heads)
    marks = any(row.bold for row in table.rows)
    room = cells - (len(MARK) if marks else 0)
    widths = fitted([table.heads, *(row.cells for row in table.rows)], numeric, room)
    if widths is None:
        yield from _as_lists(table, cells)
        return
    blank = " " * len(MARK) if marks else ""
    yield from (f"{blank}{line}" for line in laid_out(table.heads, widths, numeric))
    for row in table.rows:
        first, *others = laid_out(row.cells, widths, numeric)
        yield f"{MARK if row.bold else blank}{first}"
        yield from (f"{blank}{line}" for line in others)


def _as_lists(table: Table, cells: int) -> Iterator[str]:
    """Where the columns do not fit beside each other: each row as labelled words."""
    for row in table.rows:
        head, *others = (
            f"{label}: {cell}" for label, cell in zip(table.heads, row.cells, strict=True) if cell
        )
        yield from wrapped(f"{MARK if row.bold else ''}{head}", cells)
        yield from (f"  {line}" for other in others for line in wrapped(other, cells - 2))


def _grid(grid: Grid, cells: int) -> Iterator[str]:
    """A matrix whose fields hold a word each as a table; anything longer field by field."""
    texts = {(box.row, box.column): box.texts for box in grid.boxes}
    if grid.kind == "matrix" and all(
        len(told) <= 1 and width("".join(told)) <= BAR for told in texts.values()
    ):
        rows = [
            (row, *("".join(texts.get((row, column), ())) for column in grid.columns)) for row in grid.rows
        ]
        heads = ("", *grid.columns)
        widths = fitted([heads, *rows], (False,) * len(heads), cells)
        if widths is not None:
            for row in (heads, *rows):
                yield from laid_out(row, widths, (False,) * len(heads))
            return
    for box in grid.boxes:
        told = "; ".join(box.texts) or "-"
        place = " / ".join(part for part in (box.row, box.column) if part)
        yield from wrapped(f"{place}: {told}", cells)


def _cards(cards: Cards, cells: int) -> Iterator[str]:
    for card in cards.cards:
        yield from wrapped(card.title, cells)
        yield from (
            f"  {line}" for label, told in card.lines for line in wrapped(f"{label}: {told}", cells - 2)
        )


# Bars --------------------------------------------------------------------------------------------


def _bars(bars: Bars, cells: int) -> Iterator[str]:
    """The label, then each bar with whose it is and how it reads; both teams under each other, a note beside them."""
    every = [bar for row in bars.rows for bar in row.bars]
    series = max((width(bar.series) for bar in every), default=0)
    reads = max((width(bar.reads) for bar in every), default=0)
    labels = max((width(row.label) for row in bars.rows), default=0)
    notes = min(NOTE, max((width(row.note) for row in bars.rows), default=0))
    used = BAR + sum(room + GAP for room in (series, reads, notes) if room)
    room = min(labels, max(LABEL, cells - used - GAP))
    for row in bars.rows:
        yield from _bar_row(row, bars, (room, series, reads, notes))


LABEL, NOTE = 12, 20
"""Cells that the label of a bar has at the least, and a note beside it at the most."""


def _bar_row(row: BarRow, bars: Bars, widths: tuple[int, int, int, int]) -> Iterator[str]:
    room, series, reads, notes = widths
    label, note = wrapped(row.label, room), wrapped(row.note, notes)
    for at in range(max(len(label), len(row.bars), len(note))):
        parts = [padded(label[at] if at < len(label) else "", room)] if room else []
        bar = row.bars[at] if at < len(row.bars) else None
        parts += [padded(bar.series if bar else "", series)] if series else []
        parts += [drawn(bar, bars.low, bars.high) if bar else " " * BAR]
        parts += [padded(bar.reads if bar else "", reads, right=True)]
        parts += note[at : at + 1]
        yield (" " * GAP).join(parts).rstrip()


def drawn(bar: Bar, low: Fraction, high: Fraction, cells: int = BAR) -> str:
    """A bar of so many cells between `low` and `high`; below zero it goes to the left of its zero."""
    if bar.value is None or high <= low:
        return REST * cells
    zero = _cell(max(low, Fraction(0)) if low < 0 else low, low, high, cells)
    end = _cell(bar.value, low, high, cells)
    begin, stop = min(zero, end), max(zero, end)
    return REST * begin + FULL * (stop - begin) + REST * (cells - stop)


def _cell(value: Fraction, low: Fraction, high: Fraction, cells: int) -> int:
    return max(0, min(cells, whole((value - low) / (high - low) * cells)))


def _funnel(funnel: Funnel, cells: int) -> Iterator[str]:
    values = [step.value for step in funnel.steps if step.value is not None]
    high = max(values, default=Fraction(0))
    rows = []
    for step in funnel.steps:
        bar = drawn(Bar("", step.value, step.reads), Fraction(0), high) if high else ""
        rows.append((step.label, bar, step.reads, step.rate, step.note))
    numeric = (False, True, True, True, False)
    widths = fitted(rows, numeric, cells)
    for row in rows:
        if widths is None:
            yield from wrapped(
                " · ".join(part for part in row if part and part[0] not in (FULL, REST)), cells
            )
        else:
            yield from laid_out(row, widths, numeric)
