"""Everything an exercise has come to, worked out from its run."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.exercising.living import signed
from workshop.exercising.surroundings import Surroundings
from workshop.model.exercises import Exercise
from workshop.model.results import Outcome, Result
from workshop.model.runs import Run


def outcome(exercise: Exercise, run: Run, surroundings: Surroundings, before: Sequence[Run] = ()) -> Outcome:
    """Figures, results for the minutes, comparison with the last run, drafts and notes.

    `before` are earlier runs of the exercise, the newest first.
    """
    return Outcome(
        exercise.slug, exercise.title, run.meeting, version=run.version,
        signed=signed(exercise, run, surroundings),
    )  # fmt: skip


def shown(
    exercise: Exercise, run: Run, surroundings: Surroundings, slugs: Sequence[str], before: Sequence[Run] = ()
) -> tuple[Result, ...]:
    """What stands on screen, by slug, in that order; rows that are not there yet leave it out."""
    return ()
