"""The plan changed line by line before the start, and people noted for any planned meeting."""

import pytest
from scripts import TEAM, Stage


@pytest.fixture
def plans(stage: Stage) -> Stage:
    """Two planned syncs."""
    stage.play(f"/at 2026-03-02 08:00\n/set zone=Europe/Berlin\n{TEAM}")
    stage.play(
        "/meeting sync-30 2026-03-03 09:00 title=First", "/meeting sync-30 2026-03-17 09:00 title=Second"
    )
    return stage


def minutes(stage: Stage, number: int) -> list[tuple[int, int]]:
    """Number and minutes of the segments of a planned meeting, in their order."""
    meeting = stage.state.meeting(number)
    assert meeting is not None
    return [(item.number, item.minutes) for item in meeting.items]


def test_the_plan_is_shown_with_what_was_left_out_and_its_end(plans: Stage) -> None:
    plans.play("/plan M-2 3 lock", "/plan M-2 4 optional", "/plan M-2 5 drop")
    assert plans.type("/plan M-2").splitlines() == [
        "M-2 Second · Tue 17 March 2026",
        "   1 Opening, last minutes · 2 min",
        "   2 Promises kept? · 7 min",
        "   3 Marketing headlines (locked) · 4 min",
        "   4 Field headlines (optional) · 6 min",
        "   6 Read-back, credit, next date · 4 min",
        "   - One problem · left out; /plan M-2 5 add",
        "   23 minutes, 09:00 to 09:23",
    ]
    assert len(minutes(plans, 1)) == 6


def test_every_change_of_the_screen_has_its_words(plans: Stage) -> None:
    plans.play(
        "/plan 3 +2", "/plan 4 8", "/plan 5 before 2", "/plan 2 drop", "/plan 2 add", "/plan 1 after 5"
    )
    assert minutes(plans, 1) == [(2, 7), (5, 7), (1, 2), (3, 6), (4, 8), (6, 4)]
    assert plans.after("/plan 2 drop").splitlines()[1] == "   Left out; /plan M-1 2 add brings it back."
    assert plans.after("/plan 3 +2").splitlines() == [
        "6 segments, 32 minutes",
        "   3 Marketing headlines · 6 min",
    ]


def test_what_is_locked_keeps_its_minutes_when_the_plan_is_compressed(plans: Stage) -> None:
    plans.play("/plan 2 lock", "/retime 22 go")
    assert dict(minutes(plans, 1))[2] == 7
    assert sum(each for _, each in minutes(plans, 1)) == 22
    plans.play("/plan 2 unlock", "/retime 30 go")
    assert minutes(plans, 1) == [(1, 2), (2, 7), (3, 4), (4, 6), (5, 7), (6, 4)]


def test_a_plan_that_runs_is_changed_by_the_clock(plans: Stage) -> None:
    plans.play("/at 2026-03-03 09:00", "/start")
    assert str(plans.refuses("/plan M-1 3 +2")).endswith("While it runs: /extend, /retime, /skip.")
    assert plans.type("/plan").startswith("M-2 Second")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/plan 3 500", "Marketing headlines would have 500 minutes; a segment takes 240 at most."),
        ("/plan 9 lock", "This agenda has no segment 9."),
        ("/plan 6 drop", "The close is not left out."),
        ("/plan 6 before 2", "The close stays last."),
        ("/plan 3 add", "Segment 3 is not among those left out."),
        ("/plan M-9", "There is no meeting M-9 at hand."),
    ],
)
def test_what_a_plan_does_not_take_is_said(plans: Stage, line: str, told: str) -> None:
    assert plans.refuses(line).sentence == told


# People ------------------------------------------------------------------------------------------


def test_apologies_are_noted_for_any_planned_meeting(plans: Stage) -> None:
    assert plans.type("/apologies M-2 Bo Lind // fair") == "M-2 Bo Lind: apologies (fair)"
    plans.play(
        "/at 2026-03-03 09:00", "/here all", "/start", "/late M-2 Ana Ruiz 09:10", "/here M-2 Finn Moe"
    )
    first, second = plans.state.meeting(1), plans.state.meeting(2)
    assert first is not None
    assert second is not None
    assert {row.presence for row in first.attendance} == {"present"}
    assert [(plans.name(row.person), row.presence) for row in second.attendance] == [
        ("Bo Lind", "apologies"),
        ("Ana Ruiz", "late"),
        ("Finn Moe", "present"),
    ]


def test_who_was_there_stands_in_the_minutes_once_a_meeting_is_closed(plans: Stage) -> None:
    plans.play("/at 2026-03-03 09:00", "/here Ana Ruiz", "/start", "/close early enough")
    assert "M-1 is closed" in plans.refuses("/apologies M-1 Bo Lind").sentence
    assert plans.type("/apologies Bo Lind") == "Bo Lind: apologies"


# Minutes that no segment takes -------------------------------------------------------------------


def test_more_minutes_than_a_segment_takes_are_refused(plans: Stage) -> None:
    plans.play("/at 2026-03-03 09:00", "/here all", "/start")
    assert "would have 502 minutes; a segment takes 240 at most" in plans.refuses("/extend 500").sentence
    assert "no 500 minutes to give" in plans.refuses("/extend -500").sentence
    assert plans.refuses("/started 600m").fix == "/started 6m; 240 at most."
    plans.type("/extend 238")
    assert "would have 241 minutes" in plans.refuses("/extend 1").sentence


def test_the_way_to_a_second_screen_is_told(plans: Stage) -> None:
    assert plans.type("/present").startswith(f"In a second terminal: workshop -w {plans.directory} present")
