"""What the word under the cursor may become while an exercise is on screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import Stage
from trial import trial

from workshop.line.completing import completions
from workshop.line.context import context


@pytest.fixture
def room(tmp_path: Path) -> Stage:
    return trial(tmp_path / "firm")


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("lea", ["lead: "]),
        ("lead: BioFeed ch", ["channel="]),
        ("check: Price status=u", ["status=under way"]),
        ("/exercise lead-s", ["lead-sample-review "]),
        ("/st", ["/started ", "/step ", "/strike "]),
    ],
)
def test_inputs_their_fields_and_names_of_exercises_are_completed(
    room: Stage, typed: str, ways: list[str]
) -> None:
    told = [way.text for way in completions(typed, context(room.workspace))]
    assert [way for way in told if way in ways] == sorted(ways, key=told.index)
    assert set(ways) <= set(told)


def test_without_an_exercise_on_screen_its_inputs_are_not_offered(room: Stage) -> None:
    room.type("/goto 3")
    told = [way.text for way in completions("lea", context(room.workspace))]
    assert "lead: " not in told
