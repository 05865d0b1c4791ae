"""The rule of an exercise, ready to be tried on the firm's own rows (E06, U5)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import get_args

from workshop.exercising.surroundings import Surroundings
from workshop.exercising.tables import Table
from workshop.exercising.worksheet import Worksheet
from workshop.measures.input_names import column_name
from workshop.measures.trial import Criterion, Sort
from workshop.model.exercises import Exercise
from workshop.model.runs import Run
from workshop.model.values import dataclass

SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True, slots=True)
class Rule:
    """Criteria with weights, and the threshold that was agreed."""

    criteria: tuple[Criterion, ...]
    threshold: Fraction | None
    """None where nobody agreed on one yet."""


def rule(exercise: Exercise, run: Run, surroundings: Surroundings, before: Sequence[Run] = ()) -> Rule:
    """The rule as a run holds it. Criteria of which nobody said whether they are a must are left out."""
    trial, sheet = exercise.trial, Worksheet(exercise, run, surroundings, before)
    table = sheet.table(trial.criteria) if trial else None
    if trial is None or not isinstance(table, Table):
        return Rule((), None)
    found = []
    for at, row in enumerate(table.rows):
        kind, allowed, weight = (
            table.cell(column_name(name), at) for name in (trial.kind, trial.allowed, trial.weight)
        )
        sort = next((one for one in SORTS if one == kind), None)
        if sort is not None:
            points = weight if isinstance(weight, Fraction) else Fraction(0)
            found.append(Criterion(row.text, sort, str(allowed or ""), points))
    threshold = sheet.value(trial.threshold, sheet.look)
    return Rule(tuple(found), threshold if isinstance(threshold, Fraction) else None)
