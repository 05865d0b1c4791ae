"""Bars and funnels: exact values with the words beside them, and the scale they are drawn on."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from workshop.exercising.chosen import Chosen, chosen
from workshop.exercising.gathering import Gathered
from workshop.exercising.tables import Table
from workshop.exercising.wording import Place, Wording
from workshop.measures.formula import Scope, Value, number, parsed, path
from workshop.measures.marks import Marks
from workshop.measures.rounding import RATING, show
from workshop.model import results
from workshop.model.exercises import Cell, Form, Show
from workshop.model.results import Bar, BarRow, Result
from workshop.model.teams import SIDES

Ends = tuple[Fraction, Fraction]
COUNTED: tuple[Form, ...] = ("count", "money", "unit-money")
"""Forms that say how many there are themselves; beside all others n is printed."""


def bars(wording: Wording, show: Show) -> Result | None:
    """Each row with one bar a cell; without rows one bar for each cell. None before there is any value."""
    title = wording.fill(show.title, wording.outside(f"show {show.slug}"), missing="")
    if not show.of:
        return _facts(wording, show, title)
    rows = chosen(wording, show)
    if rows is None or not rows.places:
        return None
    lines = _known([_row(wording, show, rows, at) for at in rows.places])
    if not lines:
        return None
    scope = wording.scope(rows.table)
    return results.Bars(
        show.slug, title, lines, *_ends(wording, show, scope, [bar for line in lines for bar in line.bars])
    )


def _known(lines: Sequence[BarRow]) -> tuple[BarRow, ...]:
    """The rows without the bars of which none has a value, as those of a team that did not answer; none without any."""
    each = zip(*(line.bars for line in lines), strict=True)
    kept = [at for at, bars in enumerate(each) if any(bar.value is not None for bar in bars)]
    return tuple(replace(line, bars=tuple(line.bars[at] for at in kept)) for line in lines if kept)


def _facts(wording: Wording, show: Show, title: str) -> Result | None:
    place = wording.outside(f"show {show.slug}")
    told = [
        (cell.label or wording.label(cell.value, place.scope), bar_of(wording, cell, place))
        for cell in show.cells
    ]
    if all(bar.value is None for _, bar in told):
        return None
    notes = [_n_of(wording, cell.value) for cell in show.cells]
    ends = _ends(wording, show, place.scope, [bar for _, bar in told])
    if {label for label, _ in told} <= set(SIDES):
        both = tuple(Bar(label, bar.value, bar.reads) for label, bar in told)
        note = ", ".join(f"{label} {n}" for (label, _), n in zip(told, notes, strict=True) if n)
        return results.Bars(show.slug, title, (BarRow("", both, note),), *ends)
    rows = tuple(BarRow(label, (bar,), note) for (label, bar), note in zip(told, notes, strict=True))
    return results.Bars(show.slug, title, rows, *ends)


def _n_of(wording: Wording, text: str) -> str:
    """`n=5` of a figure that says its n."""
    figure = next((one for one in wording.sheet.exercise.figures if one.name == text), None)
    n = wording.value(figure.n, wording.outside(f"figure {text}: n")) if figure and figure.n else None
    return f"n={n}" if isinstance(n, Fraction) and n.denominator == 1 else ""


def _row(wording: Wording, show: Show, rows: Chosen, at: int) -> BarRow:
    place = wording.row(rows.table, at, f"show {show.slug}")
    lens = _lens(wording, show.cells, place)
    if (
        len(show.cells) == 1
        and lens is not None
        and isinstance(_raw(wording, show.cells[0].value, place), Marks)
    ):
        cells = [Cell(f"{show.cells[0].value}.{side}", side, show.cells[0].form) for side in SIDES]
    else:
        cells = list(show.cells)
    drawn = tuple(bar_of(wording, cell, place, named=len(cells) > 1) for cell in cells)
    row = rows.table.rows[at]
    return BarRow(str(row.text), drawn, _note(wording, show, rows, at, lens), row.source)


def _raw(wording: Wording, text: str, place: Place) -> Value:
    return wording.sheet.tried(text, place.look, place.where)


def _lens(wording: Wording, cells: Sequence[Cell], place: Place) -> Marks | None:
    """The one rating that all bars of a row are values of."""
    bases = set()
    for cell in cells:
        tree = parsed(cell.value).tree
        bases.add(path(tree.value) if isinstance(tree, ast.Attribute) else path(tree))
    value = _raw(wording, bases.pop(), place) if len(bases) == 1 and "" not in bases else None
    return value if isinstance(value, Marks) else None


def _note(wording: Wording, show: Show, rows: Chosen, at: int, lens: Marks | None) -> str:
    """`gap -1.95, n=9`; `=` where the row shares its place with another."""
    told = ["="] if at in rows.tied else []
    if lens is not None:
        told += [f"gap {_rating(lens.two.gap)}"] if lens.two.gap is not None else []
        told += [f"n={lens.n}"]
    elif isinstance(rows.table, Gathered) and not _counts(wording, show, rows.table):
        told += [f"n={rows.table.people(at)}"]
    return ", ".join(told)


def _rating(value: Fraction) -> str:
    return show(value, RATING)


def _counts(wording: Wording, show: Show, table: Table) -> bool:
    forms = [cell.form or wording.form(cell.value, wording.scope(table)) for cell in show.cells]
    return all(form in COUNTED for form in forms)


def bar_of(wording: Wording, cell: Cell, place: Place, *, named: bool = False) -> Bar:
    value = wording.value(cell.value, place)
    series = cell.label or wording.label(cell.value, place.scope) if named else ""
    told = wording.reads(value, cell.form or wording.form(cell.value, place.scope))
    return Bar(series, None if value is None else number(value), told)


# The scale ---------------------------------------------------------------------------------------


def _ends(wording: Wording, show: Show, scope: Scope, drawn: Sequence[Bar]) -> Ends:
    """A rating stands on its digits, shares on 0 to 1, scores on 0 to 100, everything else on what there is."""
    values = [bar.value for bar in drawn if bar.value is not None]
    least, most = min((Fraction(0), *values)), max((Fraction(0), *values))
    form = show.cells[0].form or wording.form(show.cells[0].value, scope)
    if form == "rating":
        low, high = _digits(wording)
        return min(low, *values, low), max(high, *values, high)
    if form == "score":
        return least, max(Fraction(100), most)
    return (least, max(Fraction(1), most)) if form == "percent" else (least, most)


def _digits(wording: Wording) -> Ends:
    """Lowest and highest digit of the ratings here."""
    ratings = [one for one in wording.sheet.exercise.inputs if one.shape == "rating"]
    low, high = min((one.low for one in ratings), default=1), max((one.high for one in ratings), default=5)
    return Fraction(low), Fraction(high)
