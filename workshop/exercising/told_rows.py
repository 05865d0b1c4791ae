"""Rows that another exercise holds: what its runs of earlier meetings say, for an exercise that reminds of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from workshop.exercising.tables import Row
from workshop.exercising.typed_rows import known
from workshop.exercising.values import person, value_of
from workshop.measures.formula import Value
from workshop.measures.input_names import column_name
from workshop.model import ids
from workshop.model.exercises import Input
from workshop.model.kinds import Field
from workshop.model.runs import Run, RunRow


def told_rows(given: Input, now: Run, runs: Iterable[Run]) -> list[Row]:
    """The rows of that input, the newest run first; of two of the same words the newer, and from the older what the
    newer does not tell."""
    exercise, _, slug = given.told_in.partition(".")
    before = [run for run in runs if run.exercise == exercise and run.meeting < now.meeting]
    found: dict[tuple[str, str], Row] = {}
    for run in sorted(before, key=lambda run: -run.meeting):
        forms = tuple(row for row in run.rows if not row.text and not row.struck)
        for row in run.of(slug):
            key = row.text.casefold(), row.get(given.per).casefold() if given.per else ""
            newer, older = found.get(key), _row(given, run, row, forms, len(found) + 1)
            found[key] = _completed(newer, older) if newer else older
    return list(found.values())


def _completed(newer: Row, older: Row) -> Row:
    told = {name: value for name, value in newer.values.items() if value is not None}
    return replace(newer, values={**older.values, **told})


def _row(given: Input, run: Run, row: RunRow, forms: tuple[RunRow, ...], number: int) -> Row:
    own: dict[str, Value] = {
        "text": row.text, "number": Fraction(number), "team": row.team or None, "person": person(row.person),
    }  # fmt: skip
    fields = {column_name(field.name): value_of(field, _told(field, (row, *forms))) for field in given.fields}
    return Row(row.text, ids.show("M", run.meeting), {**own, **fields})


def _told(field: Field, rows: Iterable[RunRow]) -> list[str]:
    """The values of a field, of the row itself or of the first form that has it."""
    return next((values for row in rows if (values := known(field, row))), [])
