"""What a run begins with: preset rows, rows that live on from the last run, and the dots each person has."""

from __future__ import annotations

from dataclasses import replace

from workshop.measures import dots
from workshop.model.entries import Value
from workshop.model.exercises import Exercise, Input, Item
from workshop.model.runs import Run, RunRow


def first_rows(exercise: Exercise, last_run: Run | None) -> tuple[RunRow, ...]:
    """Presets, and rows carried on from the last run, which come in place of the presets of their input."""
    return tuple(row for one in exercise.inputs for row in _beginning(one, last_run))


def preset_rows(input: Input) -> tuple[RunRow, ...]:
    """The presets of an input as rows, also where they come only when asked for."""
    return tuple(_preset(input.slug, number, item) for number, item in enumerate(input.presets, 1))


def dots_each(input: Input, count: int) -> int:
    """Dots, or points, that each person spreads over so many options."""
    return input.sum_to or dots.dots_each(count)


def _beginning(input: Input, last_run: Run | None) -> tuple[RunRow, ...]:
    carried = last_run.of(input.slug) if input.carried and last_run else ()
    if carried:
        return tuple(replace(row, number=number, preset=True) for number, row in enumerate(carried, 1))
    return () if input.offered else preset_rows(input)


def _preset(input: str, number: int, item: Item) -> RunRow:
    return RunRow(
        input, number, item.text, tuple(Value(name, value) for name, value in item.values), preset=True
    )
