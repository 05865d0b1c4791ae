"""Rows that another exercise holds: what its runs of earlier meetings say, for an exercise that reminds of it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from workshop.exercising.tables import Row
from workshop.exercising.values import person, value_of
from workshop.measures.formula import Value
from workshop.measures.input_names import column_name
from workshop.model import ids
from workshop.model.exercises import Input
from workshop.model.runs import Run, RunRow


def told_rows(given: Input, now: Run, runs: Iterable[Run]) -> list[Row]:
    """The rows of that input, the newest run first; of two of the same words the newer."""
    exercise, _, slug = given.told_in.partition(".")
    before = [run for run in runs if run.exercise == exercise and run.meeting < now.meeting]
    found: dict[str, Row] = {}
    for run in sorted(before, key=lambda run: -run.meeting):
        forms = tuple(row for row in run.rows if not row.text and not row.struck)
        for row in run.of(slug):
            found.setdefault(row.text.casefold(), _row(given, run, row, forms, len(found) + 1))
    return list(found.values())


def _row(given: Input, run: Run, row: RunRow, forms: tuple[RunRow, ...], number: int) -> Row:
    own: dict[str, Value] = {
        "text": row.text, "number": Fraction(number), "team": row.team or None, "person": person(row.person),
    }  # fmt: skip
    fields = {
        column_name(field.name): value_of(field, _told(field.name, (row, *forms))) for field in given.fields
    }
    return Row(row.text, f"{ids.show('M', run.meeting)} {row.input} {row.number}", {**own, **fields})


def _told(name: str, rows: Iterable[RunRow]) -> list[str]:
    """The values of a field, of the row itself or of the first form that has it."""
    told = ([field.value for field in row.fields if field.name == name] for row in rows)
    return next((values for values in told if values), [])
