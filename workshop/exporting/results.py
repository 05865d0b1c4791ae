"""What exercises came to, as one long table for spreadsheets: a line for each value."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from fractions import Fraction

from workshop.exporting.digest import Minutes
from workshop.exporting.tables import cell
from workshop.exporting.text import guarded
from workshop.model.results import Banner, Bars, Cards, Funnel, Grid, Line, Moved, Outcome, Result, Table
from workshop.model.values import dataclass

COLUMNS = (
    "meeting", "segment", "exercise", "kind", "name", "row", "column", "reads", "number", "n", "note", "source"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One value with what it is the value of."""

    kind: str
    name: str
    row: str = ""
    column: str = ""
    reads: str = ""
    value: Fraction | None = None
    n: int | None = None
    note: str = ""
    source: str = ""


def csv_file(minutes: Minutes) -> bytes:
    """UTF-8 with byte order mark, the columns always the same."""
    target = io.StringIO(newline="")
    table = csv.writer(target)
    table.writerow(COLUMNS)
    for row in minutes.exercises:
        place = (f"M-{minutes.number}", str(row.segment or ""), row.outcome.exercise)
        table.writerows((*place, *_cells(told)) for told in values(row.outcome))
    return target.getvalue().encode("utf-8-sig", "replace")


def _cells(told: Told) -> tuple[str, ...]:
    """Words guarded, numbers bare. No exact fractions: a spreadsheet would make a date of 12/5."""
    number = "" if told.value is None else str(float(told.value))
    n = "" if told.n is None else str(told.n)
    words = map(guarded, (told.kind, told.name, told.row, told.column, told.reads))
    return (*words, number, n, guarded(told.note), guarded(told.source))


def values(found: Outcome) -> Iterator[Told]:
    """Figures, results, comparison, notes."""
    for figure in found.figures:
        exact = figure.value if isinstance(figure.value, Fraction) else None
        yield Told("figure", figure.name, figure.label, "", figure.reads, exact, figure.n)
    for result in found.results:
        yield from _result(result)
    for row in found.moved:
        yield from _moved(row)
    for note in found.notes:
        yield Told("note", "", reads=note)


def _moved(row: Moved) -> Iterator[Told]:
    note = "new" if row.fresh else "noise" if row.noise else ""
    yield Told("moved", "", row.label, "before", row.old, n=row.n_old)
    yield Told("moved", "", row.label, "now", row.new, n=row.n_new)
    yield Told("moved", "", row.label, "change", row.difference, note=note)


def _result(result: Result) -> Iterator[Told]:
    match result:
        case Line():
            yield Told("line", result.slug, result.title, "", result.text)
        case Banner():
            yield Told("banner", result.slug, result.title, "", result.verdict, note=result.text)
        case Table():
            yield from _table(result)
        case Bars():
            yield from _bars(result)
        case Grid():
            boxes = ((box, text) for box in result.boxes for text in box.texts)
            yield from (Told(result.kind, result.slug, box.row, box.column, text) for box, text in boxes)
        case Funnel():
            yield from _funnel(result)
        case Cards():
            lines = ((card, *line) for card in result.cards for line in card.lines)
            yield from (
                Told("cards", result.slug, card.title, label, text, source=card.source)
                for card, label, text in lines
            )


def _table(table: Table) -> Iterator[Told]:
    for row in table.rows:
        for at, head in enumerate(table.heads[1:], 1):
            yield Told("table", table.slug, cell(row, 0), head, cell(row, at), source=row.source)


def _bars(bars: Bars) -> Iterator[Told]:
    for row in bars.rows:
        for bar in row.bars:
            yield Told(
                "bars", bars.slug, row.label, bar.series, bar.reads, bar.value, note=row.note, source=row.source
            )  # fmt: skip


def _funnel(funnel: Funnel) -> Iterator[Told]:
    for step in funnel.steps:
        yield Told("funnel", funnel.slug, step.label, "", step.reads, step.value, note=step.note)
        if step.rate:
            yield Told("funnel", funnel.slug, step.label, "came through", step.rate)
