"""What is said aloud promises confidence only where it can be kept (rule 3)."""

from __future__ import annotations

from pathlib import Path

from scripts import people
from trial import SIX, trial

from workshop.line.exercises import board
from workshop.model.exercises import Exercise

PROMISE = "Nobody will see your sheet."
OPEN = "this is an open round"


def test_three_of_each_team_are_promised_that_nobody_sees_their_sheet(tmp_path: Path) -> None:
    room = trial(tmp_path / "firm", team=SIX)
    said = " ".join(room.type("/exercise alignment-pulse").split())
    assert PROMISE in said
    assert OPEN not in said


def test_two_of_a_team_hear_that_the_round_is_open_in_the_room_and_on_the_second_screen(
    tmp_path: Path,
) -> None:
    room = trial(
        tmp_path / "firm", team=people("sales Ana Ruiz, Bo Lind", "marketing Finn Moe, Gita Rao, Hal Voss")
    )
    said = " ".join(room.type("/exercise alignment-pulse").split())
    assert OPEN in said
    assert PROMISE not in said
    shown = board(room.workspace)
    assert shown is not None
    assert OPEN in shown.say


def test_the_promise_stays_where_somebody_goes_after_answers_lie_in_the_box(tmp_path: Path) -> None:
    room = trial(tmp_path / "firm", team=SIX)
    sheets = [f"{team} {'3' * 20}" for team in ("sales", "sales", "sales", "marketing")]
    room.play("/exercise alignment-pulse", "/step", *sheets, "/leaves Cem Acar 09:00")
    assert PROMISE in " ".join(room.type("/step back").split())
    shelf: Exercise | None = room.workspace.exercise("alignment-pulse")
    assert shelf is not None
    assert PROMISE not in "".join(step.say_open for step in shelf.steps)
