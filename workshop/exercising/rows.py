"""The rows of an input: typed ones, records of the meeting, items that are rated or get dots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from workshop.exercising.dotted import columns, dots_on
from workshop.exercising.rating import Rated, rated
from workshop.exercising.record_rows import record_rows
from workshop.exercising.tables import Row, Table
from workshop.exercising.told_rows import told_rows
from workshop.exercising.typed_rows import typed_rows
from workshop.measures.formula import Value
from workshop.measures.input_names import column_name, dims_of, rates_many
from workshop.measures.marks import Marks
from workshop.measures.rounds import FEWEST
from workshop.measures.table_names import OF_DOTS
from workshop.model.exercises import Input, Item
from workshop.model.teams import SIDES, Side

if TYPE_CHECKING:
    from workshop.exercising.worksheet import Worksheet


def rows_of(sheet: Worksheet, given: Input) -> Table | Marks:
    """The input as a table; an input that rates one thing without dimensions as that rating."""
    if given.shape == "form":
        return sheet.made(given.slug, typed_rows(sheet, given)[:1], single=True)
    if given.shape == "rows":
        return sheet.made(given.slug, _with_ratings(sheet, given, _rows(sheet, given)))
    if given.shape == "dots":
        return _options(sheet, given)
    if rates_many(given):
        return _items(sheet, given)
    return _one_thing(sheet, given)


def _rows(sheet: Worksheet, given: Input) -> list[Row]:
    if given.kinds:
        return record_rows(given, sheet.run, sheet.surroundings)
    return told_rows(given, sheet.run, sheet.surroundings.runs) if given.told_in else typed_rows(sheet, given)


# Ratings -----------------------------------------------------------------------------------------


def _with_ratings(sheet: Worksheet, given: Input, rows: Sequence[Row]) -> list[Row]:
    """The rows with the ratings and dots that other inputs give of them."""
    for other in sheet.exercise.inputs:
        if other.of == given.slug and other.shape == "rating":
            rows = _beside(rows, _lenses(sheet, other, rows))
        if other.of == given.slug and other.shape == "dots":
            rows = _beside(rows, _dotted(sheet, given, other, rows))
    return list(rows)


def _beside(rows: Sequence[Row], values: Iterable[dict[str, Value]]) -> list[Row]:
    return [Row(row.text, row.source, {**row.values, **more}) for row, more in zip(rows, values, strict=True)]


def _lenses(sheet: Worksheet, given: Input, rows: Sequence[Row]) -> list[dict[str, Value]]:
    """The ratings of each row, dimension by dimension."""
    places, count = _places(sheet, given, rows)
    found = _rated(sheet, given, count)
    dims = [column_name(slug) for slug, _ in dims_of(given)]
    return [{name: found.places[place * len(dims) + at] for at, name in enumerate(dims)} for place in places]


def _places(sheet: Worksheet, given: Input, rows: Sequence[Row]) -> tuple[tuple[int, ...], int]:
    """Where the answers to each row stand, and how many places there are; rows of an earlier run have other numbers, so
    there the words count alone."""
    run = sheet.answered(given)
    told = [(row.source if run is sheet.run else "", row.text) for row in rows]
    places, asked = run.asked_of(given.slug).placed(told)
    return places, len(asked.texts)


def _rated(sheet: Worksheet, given: Input, count: int) -> Rated:
    """The answers, worked out once; what cannot be told of them becomes a note."""
    found = sheet.ratings.get(given.slug)
    if found is None:
        found = sheet.ratings[given.slug] = rated(given, sheet.answered(given), count)
        called = given.title or given.slug
        if found.together:
            sheet.limit(
                f"{called}: split not shown where a group gave fewer than {FEWEST} answers ({found.together} of {count})"
            )
        _alone(sheet, given, found.missing, "no joint value")
    return found


def _items(sheet: Worksheet, given: Input) -> Table:
    """A table of what is rated, with each rating, and the lens over whole sheets."""
    rows, below = _base(sheet, given)
    found = _rated(sheet, given, _places(sheet, given, rows)[1])
    whole: dict[str, Value] = {"sheets": found.sheets, "left_out": Fraction(found.left_out)}
    rows = _with_ratings(sheet, given, _beside(rows, _lenses(sheet, given, rows)))
    return sheet.made(given.slug, rows, whole, below=below)


def _base(sheet: Worksheet, given: Input) -> tuple[list[Row], Table | None]:
    """What is rated: the rows of another input, which lies below with all its columns, or the items of the file as
    they were asked."""
    if given.of:
        table = sheet.table(given.of)
        below = table if isinstance(table, Table) else None
        return [Row(row.text, row.source) for row in below.rows] if below else [], below
    known = {item.text: item for item in given.items}
    texts = sheet.run.texts(given.slug) or tuple(known)
    return [_item(given, number, text, known.get(text)) for number, text in enumerate(texts, 1)], None


def _item(given: Input, number: int, text: str, item: Item | None) -> Row:
    words = {column_name(name): value for name, value in item.values} if item else {}
    values: dict[str, Value] = {
        "text": text, "number": Fraction(number), "group": (item.group if item else "") or None, **words,
    }  # fmt: skip
    return Row(text, f"{given.prefix} {number}", values)


def _one_thing(sheet: Worksheet, given: Input) -> Table | Marks:
    found = _rated(sheet, given, 1)
    if not given.dims:
        return found.places[0]
    whole: dict[str, Value] = {
        column_name(slug): marks for (slug, _), marks in zip(dims_of(given), found.places, strict=True)
    }
    return sheet.made(given.slug, (), whole)


def _options(sheet: Worksheet, given: Input) -> Table:
    """A table of what has dots on it."""
    rows, below = _base(sheet, given)
    return sheet.made(given.slug, _beside(rows, _dots(sheet, given, rows)), below=below)


def _dots(sheet: Worksheet, given: Input, rows: Sequence[Row]) -> list[dict[str, Value]]:
    places, count = _places(sheet, given, rows)
    dots = dots_on(given, sheet.run, count)
    missing = tuple(side for side in SIDES if any(map(sum, dots.values())) and not sum(dots[side]))
    _alone(sheet, given, missing, "no bridge")
    return columns(dots, places)


def _dotted(sheet: Worksheet, given: Input, other: Input, rows: Sequence[Row]) -> list[dict[str, Value]]:
    """The dots on each row, under the names that the rows do not use for something else."""
    named = sheet.scope.known[column_name(given.slug)]
    free = {one.name for one in OF_DOTS if named[one.name] is one}
    return [
        {name: value for name, value in told.items() if name in free} for told in _dots(sheet, other, rows)
    ]


def _alone(sheet: Worksheet, given: Input, missing: Iterable[Side], so: str) -> None:
    """Notes the team that did not answer, and what cannot be told for its sake."""
    here = sheet.surroundings.at(sheet.run.meeting)
    for side in missing:
        absent = here is not None and not getattr(here, side)
        sheet.limit(
            f"{given.title or given.slug}: {f'{side} not present' if absent else f'no answers from {side}'}, {so}"
        )
