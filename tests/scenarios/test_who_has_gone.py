"""Whoever is noted as gone is not waited for, and what they gave before stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import Stage
from trial import trial

from workshop.workspace.exercises import collected, current


@pytest.fixture
def room(tmp_path: Path) -> Stage:
    return trial(tmp_path / "firm")


def counts(room: Stage, slug: str) -> dict[str, tuple[int, int]]:
    found = current(room.workspace)
    assert found is not None
    given = next(given for given in found.exercise.inputs if given.slug == slug)
    return {count.group: (count.given, count.of) for count in collected(room.workspace, found, given).counts}


def test_a_reveal_does_not_wait_for_somebody_who_has_gone(room: Stage) -> None:
    room.play("/step", "sales 3222", "sales 4321", "marketing 4444", "marketing 4444", "marketing 3333")
    assert room.refuses("/reveal").sentence == "Four statements: sales 2 of 3, marketing 3 of 3 are in."
    room.type("/leaves Cem Acar 09:00")
    assert counts(room, "pulse")["sales"] == (2, 2)
    assert "'Four statements' is revealed" in room.type("/reveal")


def test_a_departure_that_lies_ahead_changes_nothing_yet(room: Stage) -> None:
    room.play("/step", "sales 3222", "sales 4321", "/leaves Cem Acar 23:00")
    assert counts(room, "pulse")["sales"] == (2, 3)


def test_who_comes_back_is_expected_again(room: Stage) -> None:
    room.play("/step", "sales 3222", "/leaves Cem Acar 09:00", "/here all")
    assert counts(room, "pulse")["sales"] == (1, 2)
    room.type("/here Cem Acar")
    assert counts(room, "pulse")["sales"] == (1, 3)
    assert [row.left for row in room.running.attendance if row.gone or row.left] == []


def test_what_somebody_gave_before_they_went_stays(room: Stage) -> None:
    room.play("/step", "sales 3222", "sales 4321", "sales 1111", "/leaves Cem Acar 09:00", "marketing 4444")
    assert counts(room, "pulse") == {"sales": (3, 3), "marketing": (1, 3)}
    room.play("marketing 4444", "marketing 3333")
    assert "'Four statements' is revealed" in room.type("/reveal early")


def test_dots_are_offered_to_those_who_are_still_here(room: Stage) -> None:
    room.play("/step 4", "/presets")
    before = counts(room, "dots")["sales"][1]
    room.type("/leaves Cem Acar 09:00")
    assert counts(room, "dots")["sales"][1] * 3 == before * 2


def test_a_round_that_begins_with_two_of_a_team_left_is_open(room: Stage) -> None:
    room.play("/step", "/leaves Cem Acar 09:00")
    assert "An open round" in room.type("/exercise")


def test_a_departure_is_undone(room: Stage) -> None:
    room.play("/step", "sales 3222", "/leaves Cem Acar 09:00", "/undo")
    assert counts(room, "pulse")["sales"] == (1, 3)
