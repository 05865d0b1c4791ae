"""Small exercises as a file would have them, and runs of them, for tests of what they come to."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

from workshop.exercising import Here, Surroundings, outcome
from workshop.library.exercises import made_exercise
from workshop.library.shelved import shipped_kinds
from workshop.model.entries import Value
from workshop.model.exercises import Exercise
from workshop.model.results import FigureReading, Outcome
from workshop.model.runs import Answer, Asked, Run, RunRow
from workshop.model.teams import Group

HEAD = 'title = "Try"\npurpose = "P"\nlead = "both"\nminutes = 10\n'
KINDS = shipped_kinds()
WORLD = Surroundings(
    kinds=KINDS, here=(Here(1, 5, 4, 3), Here(2, 5, 4, 3)), hourly_rate=55, names=(("P-1", "Ann Lee"),)
)


def written(text: str, head: str = HEAD) -> Exercise:
    """The exercise that a file with this text would hold."""
    return made_exercise(tomllib.loads(head + text), "exercises/try.toml", "try", KINDS)


def row(given: str, number: int, text: str = "", **fields: str) -> RunRow:
    """A typed row."""
    return RunRow(given, number, text, tuple(Value(name, value) for name, value in fields.items()))


def sheet(given: str, group: Group, digits: str, item: int = 0) -> Answer:
    """One sheet, a character for each value."""
    return Answer(given, group, tuple(digits), item)


def run(
    *typed: RunRow | Answer, meeting: int = 1, on: str = "2026-03-03", revealed: Sequence[str] = (),
    asked: Sequence[Asked] = (),
) -> Run:  # fmt: skip
    """A run in which that was typed."""
    return Run(
        "try", meeting, 1, on, rows=tuple(one for one in typed if isinstance(one, RunRow)),
        answers=tuple(one for one in typed if isinstance(one, Answer)), revealed=tuple(revealed), asked=tuple(asked),
    )  # fmt: skip


def come_to(
    text: str,
    *typed: RunRow | Answer,
    world: Surroundings = WORLD,
    before: Sequence[Run] = (),
    done: Run | None = None,
) -> Outcome:
    """What an exercise comes to."""
    return outcome(written(text), done or run(*typed), world, before)


def reads(told: Outcome) -> dict[str, str]:
    """How each figure reads."""
    return {figure.name: figure.reads for figure in told.figures}


def figure(told: Outcome, name: str) -> FigureReading:
    """The reading of a figure."""
    return next(one for one in told.figures if one.name == name)
