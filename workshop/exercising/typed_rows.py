"""Rows that were typed: those that stand, in their order, with what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from workshop.exercising.record_rows import Retold
from workshop.exercising.tables import Row
from workshop.exercising.values import person, value_of
from workshop.measures.formula import Value, number
from workshop.measures.input_names import column_name
from workshop.model.exercises import Input, Item
from workshop.model.kinds import Field
from workshop.model.runs import RunRow

if TYPE_CHECKING:
    from workshop.exercising.worksheet import Worksheet


UNKNOWN = "?"
"""As the value of a field: somebody said that nobody knows; formulas see nothing there."""


def known(field: Field, row: RunRow) -> list[str]:
    """The values of a field that somebody knows."""
    told = (one.value for one in row.fields if one.name == field.name)
    return [value for value in told if value != UNKNOWN or UNKNOWN in field.options]


def typed_rows(sheet: Worksheet, given: Input) -> list[Row]:
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
        column_name(field.name): value_of(field, known(field, row))
        for field in given.fields
        if field.name not in waiting
    }
    own: dict[str, Value] = {
        "text": row.text, "number": Fraction(row.number), "team": row.team or None, "person": person(row.person),
    }  # fmt: skip
    return {**own, **words, **fields}
