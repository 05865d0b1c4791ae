"""The rows of an input: typed ones, records of the meeting, items that are rated or get dots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from workshop.exercising.rating import Rated, rated
from workshop.exercising.record_rows import Retold, record_rows
from workshop.exercising.tables import Row, Table
from workshop.exercising.values import person, value_of
from workshop.measures.dots import bridge, share_of
from workshop.measures.exercise_names import column_name, dims_of, rates_many
from workshop.measures.formula import Value, number
from workshop.measures.marks import Marks
from workshop.model.exercises import Input, Item
from workshop.model.runs import RunRow

if TYPE_CHECKING:
    from workshop.exercising.worksheet import Worksheet


def rows_of(sheet: Worksheet, given: Input) -> Table | Marks:
    """The input as a table; an input that rates one thing without dimensions as that rating."""
    if given.shape == "form":
        return sheet.made(given.slug, _typed(sheet, given)[:1], single=True)
    if given.shape == "rows":
        rows = record_rows(given, sheet.run, sheet.surroundings) if given.kinds else _typed(sheet, given)
        return sheet.made(given.slug, _with_ratings(sheet, given, rows))
    if given.shape == "dots":
        rows, below = _base(sheet, given)
        return sheet.made(given.slug, _dots(sheet, given, rows), below=below)
    if rates_many(given):
        return _items(sheet, given)
    return _one_thing(sheet, given)


# Typed rows --------------------------------------------------------------------------------------


def _typed(sheet: Worksheet, given: Input) -> list[Row]:
    """Rows that stand, in their order; fields that wait for a reveal are missing until then."""
    waiting = () if given.slug in sheet.run.revealed else given.hidden
    beside = {item.text: item for item in given.presets}
    retold = Retold(sheet.run, sheet.surroundings)
    rows = []
    for row in sheet.run.of(given.slug):
        source = f"{given.prefix} {row.number}"
        came = {
            "times": Fraction(sheet.times(given.slug, row.text)),
            **retold.acted(source, sheet.run.meeting),
        }
        values = _values(given, row, waiting, beside.get(row.text))
        rows.append(Row(row.text, source, {**came, **values}))
    return _in_order(rows, column_name(given.order)) if given.order else rows


def _in_order(rows: list[Row], name: str) -> list[Row]:
    """By a field, the smallest first; a row without it stands by its number, behind all days."""

    def key(row: Row) -> tuple[bool, Fraction]:
        value = row.values.get(name)
        if isinstance(value, date):
            return False, Fraction(value.toordinal())
        return days, value if isinstance(value, Fraction) else number(row.values["number"]) or Fraction(0)

    days = any(isinstance(row.values.get(name), date) for row in rows)
    return sorted(rows, key=key)


def _values(given: Input, row: RunRow, waiting: Sequence[str], preset: Item | None) -> dict[str, Value]:
    words: dict[str, Value] = {
        column_name(name): value
        for name, value in (preset.values if preset else ())
        if given.field(name) is None
    }
    fields = {
        column_name(field.name): value_of(field, [one.value for one in row.fields if one.name == field.name])
        for field in given.fields
        if field.name not in waiting
    }
    own: dict[str, Value] = {
        "text": row.text, "number": Fraction(row.number), "team": row.team or None, "person": person(row.person),
    }  # fmt: skip
    return {**own, **words, **fields}


# Ratings -----------------------------------------------------------------------------------------


def _with_ratings(sheet: Worksheet, given: Input, rows: Sequence[Row]) -> list[Row]:
    """The rows with the ratings that other inputs give of them."""
    for other in sheet.exercise.inputs:
        if other.of == given.slug and other.shape == "rating":
            rows = _beside(rows, _lenses(sheet, other, [row.text for row in rows]))
    return list(rows)


def _beside(rows: Sequence[Row], values: Iterable[dict[str, Value]]) -> list[Row]:
    return [Row(row.text, row.source, {**row.values, **more}) for row, more in zip(rows, values, strict=True)]


def _lenses(sheet: Worksheet, given: Input, texts: Sequence[str]) -> list[dict[str, Value]]:
    """The ratings of each text, dimension by dimension. What was asked keeps its place; new texts stand behind."""
    asked = _asked(sheet, given, texts)
    found = _rated(sheet, given, len(asked))
    dims = [column_name(slug) for slug, _ in dims_of(given)]
    return [
        {name: found.places[asked.index(text) * len(dims) + at] for at, name in enumerate(dims)}
        for text in texts
    ]


def _asked(sheet: Worksheet, given: Input, texts: Sequence[str]) -> list[str]:
    asked = sheet.run.texts(given.slug)
    return [*asked, *(text for text in texts if text not in asked)]


def _rated(sheet: Worksheet, given: Input, count: int) -> Rated:
    found = rated(given, sheet.run, count)
    if found.note:
        sheet.note(f"{given.title or given.slug}: {found.note}")
    return found


def _items(sheet: Worksheet, given: Input) -> Table:
    """A table of what is rated, with each rating, and the lens over whole sheets."""
    rows, below = _base(sheet, given)
    texts = [row.text for row in rows]
    found = _rated(sheet, given, len(_asked(sheet, given, texts)))
    whole: dict[str, Value] = {"sheets": found.sheets, "left_out": Fraction(found.left_out)}
    rows = _with_ratings(sheet, given, _beside(rows, _lenses(sheet, given, texts)))
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


# Dots --------------------------------------------------------------------------------------------


def _dots(sheet: Worksheet, given: Input, rows: Sequence[Row]) -> list[Row]:
    """Each option with the dots of both teams, their shares and the bridge; nothing before the reveal."""
    asked = _asked(sheet, given, [row.text for row in rows])
    told = _given_dots(sheet, given, len(asked))
    sums = {team: sum(dots) for team, dots in told.items()}
    values = []
    for row in rows:
        at = asked.index(row.text)
        sales, marketing = told["sales"][at], told["marketing"][at]
        shares = share_of(sales, sums["sales"]), share_of(marketing, sums["marketing"])
        values.append(_dotted(sales, marketing, *shares))
    return _beside(rows, values)


def _given_dots(sheet: Worksheet, given: Input, count: int) -> dict[str, list[int]]:
    told = {"sales": [0] * count, "marketing": [0] * count}
    if given.until_reveal and given.slug not in sheet.run.revealed:
        return told
    for answer in sheet.run.answers:
        if answer.input == given.slug and answer.group in told:
            for at, value in enumerate(answer.values[:count]):
                told[answer.group][at] += int(value) if value.isdigit() else 0
    return told


def _dotted(sales: int, marketing: int, ours: Fraction | None, theirs: Fraction | None) -> dict[str, Value]:
    return {
        "sales": Fraction(sales), "marketing": Fraction(marketing), "raw": Fraction(sales + marketing),
        "share_sales": ours, "share_marketing": theirs, "bridge": bridge(ours, theirs),
    }  # fmt: skip
