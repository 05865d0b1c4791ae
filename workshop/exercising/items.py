"""What is rated now: the items of an input as they stand."""

from __future__ import annotations

from workshop.exercising.records import of_kinds
from workshop.exercising.surroundings import Surroundings
from workshop.model.exercises import Exercise, Input
from workshop.model.runs import Run


def items(input: Input, exercise: Exercise, run: Run, surroundings: Surroundings) -> tuple[str, ...]:
    """Texts of what is rated now, in order.

    Once answers were given, what was asked keeps its place; what came later stands behind it. An input that rates one
    thing has one item, its title.
    """
    asked = run.texts(input.slug)
    return asked + tuple(text for text in standing(input, exercise, run, surroundings) if text not in asked)


def standing(input: Input, exercise: Exercise, run: Run, surroundings: Surroundings) -> tuple[str, ...]:
    """The items as file and rows have them, whatever was asked."""
    if input.items:
        return tuple(item.text for item in input.items)
    source = exercise.input(input.of)
    if source is None:
        return (input.title or input.slug,)
    if source.kinds:
        return tuple(record.said.text for record in of_kinds(source, run, surroundings))
    return tuple(row.text for row in run.of(source.slug))
