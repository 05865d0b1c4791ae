"""Results that live on: whether a run changed what belongs to them, and who signed."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.exercising.surroundings import Surroundings
from workshop.model.exercises import Exercise
from workshop.model.runs import Answer, Run, RunRow, Totals

State = tuple[tuple[tuple[object, ...], ...], tuple[Answer, ...], Totals | None]


def changed_living(exercise: Exercise, run: Run, before: Sequence[Run] = ()) -> bool:
    """Whether anything that belongs to the living result is not as the last run left it.

    A first run changes it as soon as anything was typed; rows that only came from the file do not count.
    """
    if exercise.living is None:
        return False
    touched = any(not row.preset for row in run.rows if row.input in exercise.living.inputs)
    answered = any(_answers(run, slug) for slug in exercise.living.inputs)
    if not before:
        return touched or answered
    return any(_differs(slug, run, before[0]) for slug in exercise.living.inputs)


def signed(exercise: Exercise, run: Run, surroundings: Surroundings) -> tuple[str, ...]:
    """Names of the people who signed."""
    source = exercise.input(exercise.living.signed) if exercise.living else None
    if source is None:
        return ()
    people = [field.name for field in source.fields if field.type == "person"]
    names = dict(surroundings.names)
    given = (row.get(name) for row in run.of(source.slug) for name in people)
    return tuple(dict.fromkeys(names.get(person, person) for person in given if person))


def _differs(slug: str, run: Run, last: Run) -> bool:
    """Answers change it only where some were given anew: nobody rates again what stays."""
    if [_told(row) for row in run.of(slug)] != [_told(row) for row in last.of(slug)]:
        return True
    return bool(_answers(run, slug)) and _answers(run, slug) != _answers(last, slug)


def _told(row: RunRow) -> tuple[object, ...]:
    return (row.text, tuple(sorted((field.name, field.value) for field in row.fields)))


def _answers(run: Run, slug: str) -> tuple[object, ...]:
    open_ones = sorted((one.group, one.item, one.values) for one in run.answers if one.input == slug)
    kept = run.totals_of(slug)
    return (*open_ones, *((kept.sheets, kept.items) if kept and kept.items else ()))
