"""What the sponsor reads: one page, no names in ratings (G13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from workshop.exporting.digest import Minutes, Source
from workshop.exporting.digest.readings import ExerciseRow
from workshop.model.exercises import Exercise
from workshop.model.results import Banner
from workshop.model.values import dataclass

MOST_DECISIONS, MOST_LATE, MOST_WAITING, MOST_VERDICTS = 3, 8, 4, 3
"""So that it stays one page."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict of an exercise that is held again and again, with its first figure; of both teams, of nobody."""

    title: str
    verdict: str
    label: str = ""
    """What the figure is called: `joint`; empty where there is none."""
    reads: str = ""
    before: str = ""
    """The figure as it was the last time; empty at the first."""


def sponsor(source: Source, minutes: Minutes, _whose: str) -> Mapping[str, Any]:
    """Escalations, the first decisions, what is late, where the teams stand."""
    old = minutes.matters.rows if minutes.matters else ()
    late = tuple(row for row in old if row.standing == "overdue" and row.status in ("open", "blocked"))
    waiting = tuple(row for row in minutes.disputes if row.status == "escalated")
    return {
        "escalated": waiting[:MOST_WAITING],
        "decisions": minutes.decisions[:MOST_DECISIONS],
        "more_decisions": max(0, len(minutes.decisions) - MOST_DECISIONS),
        "late": late[:MOST_LATE],
        "more_late": max(0, len(late) - MOST_LATE),
        "standings": tuple(islice(_standings(source, minutes), MOST_VERDICTS)),
    }


def _standings(source: Source, minutes: Minutes) -> Iterator[Standing]:
    """Of each exercise that ends in a verdict and sets figures beside those of its last run."""
    for row in minutes.exercises:
        exercise = source.library.exercise(row.outcome.exercise)
        said = next((one for one in row.outcome.results if isinstance(one, Banner)), None)
        if exercise and exercise.compare.figures and said:
            yield _standing(row, exercise, said)


def _standing(row: ExerciseRow, exercise: Exercise, said: Banner) -> Standing:
    name = exercise.compare.figures[0]
    figure = next((one for one in row.outcome.figures if one.name == name and one.value is not None), None)
    if figure is None:
        return Standing(row.outcome.title, said.verdict)
    before = next((one.old for one in row.outcome.moved if one.label == figure.label), "")
    return Standing(row.outcome.title, said.verdict, figure.label, figure.reads, before)
