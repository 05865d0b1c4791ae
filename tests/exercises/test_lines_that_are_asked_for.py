"""What a shipped exercise asks people to type is understood as it stands there."""

from __future__ import annotations

import pytest
from runs import LIBRARY

from workshop.model.exercises import Exercise
from workshop.workspace.asks import check_asks


@pytest.mark.parametrize("exercise", LIBRARY.exercises, ids=lambda exercise: str(exercise.slug))
def test_the_lines_that_an_exercise_shows_are_understood(exercise: Exercise) -> None:
    check_asks(exercise, exercise.slug, LIBRARY.kinds)
