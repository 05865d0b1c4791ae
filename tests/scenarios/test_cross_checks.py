"""Checks that hold for any meeting (rows G): what is refused, warned of, asked for, taken back, kept apart."""

import pytest
from scripts import Stage, opened

from workshop.errors import NotUnderstood
from workshop.facilitation.gate import gate, tray
from workshop.followup.programmes import warnings
from workshop.grammar import Budget, read_digits, read_dots

CLOSING = """
/unsaid
credit: The field sheet came on the day it was promised @ana to=marketing
roti: sales 4x5 marketing 5x3 others 4x1
/reveal
"""


def points(room: Stage) -> dict[str, str]:
    """What the gate still asks for, each with the line to type."""
    return {point.ref: point.fix for point in gate(room.state, room.running, room.workspace.house())}


# G1: wrong input is refused with a reason, and nothing is lost ---------------------------------------


def test_a_seven_is_refused_in_a_row_from_one_to_five(room: Stage) -> None:
    """G1: in confidence, as a tally, and on a scale"""
    assert "7 is not between 1 and 5" in room.refuses("roti: sales 4 7 3").sentence
    assert (
        "7 is not between 1 and 5" in room.refuses("tool: Catalogue tool=catalogue; usability=7x2").sentence
    )
    assert (
        "'7' is not between 1 and 5"
        in room.refuses("lead-quality: Poor @ana channel=fair; rating=7").sentence
    )


def test_a_seven_is_refused_in_an_open_vote(room: Stage) -> None:
    """G1: votes by five go from 0 to 5"""
    room.type("d: One lead definition mode=five")
    assert "7 is not between 0 and 5" in room.refuses("/vote D-1 sales 4 7 3").sentence


def test_nineteen_digits_are_not_twenty() -> None:
    """G1: and the one that is missing is accepted where it is said"""
    with pytest.raises(NotUnderstood, match=r"^sheet 1: 19 of 20: one is missing"):
        read_digits("32223 23233 22223 3223", 1, 5, 20, label="sheet 1")
    digits = read_digits("32223 23233 22223 3223-", 1, 5, 20, label="sheet 1")
    assert len(digits) == 20
    assert digits[-1] is None


def test_sixteen_dots_are_too_many_for_five_people_with_three() -> None:
    """G1: 3 + 5 + 4 + 4 = 16"""
    with pytest.raises(NotUnderstood, match="16 dots, 15 allowed"):
        read_dots("1=3 3=5 6=4 7=4", 8, Budget(people=5, dots=3), label="sales")
    assert read_dots("1=3 3=5 6=4 7=3", 8, Budget(people=5, dots=3)) == (3, 0, 5, 0, 0, 4, 3, 0)


def test_a_due_date_before_the_meeting_is_refused(room: Stage) -> None:
    """G1"""
    assert "2026-03-02" in room.refuses("a: Send the list @ana >2026-03-02").sentence
    room.type("a: Send the list @ana >2026-03-03")
    assert "2026-03-02" in room.refuses("/due A-1 >2026-03-02").sentence


def test_a_due_date_before_the_meeting_is_refused_when_the_action_is_edited(room: Stage) -> None:
    """G1"""
    room.type("a: Send the list @ana >2026-03-06")
    assert "2026-03-02" in room.refuses("/edit A-1 due=2026-03-02").sentence


def test_a_team_owns_no_action(room: Stage) -> None:
    """G1"""
    assert "marketing is a team" in room.refuses("a: Send the list @marketing >fri").sentence
    assert "marketing is a team" in room.refuses("a: Send the list owner=marketing; due=fri").sentence
    room.type("a: Send the list @ana >fri")
    assert "'marketing' is a team" in room.refuses("/assign A-1 @marketing").sentence


def test_more_votes_than_people_are_refused(room: Stage) -> None:
    """G1, in its spirit: three marketers cannot give four votes"""
    room.type("d: One lead definition mode=five")
    assert "4 votes, 3 people are here" in room.refuses("/vote D-1 marketing 4 4 4 4").sentence
    assert "4 answers, 3 people are here" in room.refuses("roti: marketing 4x4").sentence


# G2, G3: stored all the same -------------------------------------------------------------------------


def test_a_programme_without_call_to_action_is_stored_with_a_warning(room: Stage) -> None:
    """G2"""
    said = room.type(
        "programme: Spring sale @finn message=More for less; cta=?; start=2026-05-01; owner=Finn Moe; sales_task=Ask"
    )
    (entry,) = room.running.entries
    assert warnings(entry, room.running.on) == ("no call to action",)
    assert "no call to action" in said
    assert tray(room.state, room.running, room.workspace.house()) == ()


def test_a_loss_without_main_driver_waits_in_the_tray_and_stops_the_close(room: Stage) -> None:
    """G3"""
    said = room.type("loss: Baso Chemie @ana evidence=customer told us")
    assert "N-1 loss lacks main." in said
    room.play(CLOSING)
    room.type("/nextdate 2026-03-17 sync-30")
    assert list(points(room)) == ["N-1"]
    assert "N-1 loss lacks main." in room.refuses("/close").sentence


def test_the_line_that_the_tray_offers_can_be_typed_and_unknown_passes(room: Stage) -> None:
    """G3"""
    room.type("loss: Baso Chemie @ana evidence=customer told us")
    line = points(room)["N-1"].partition(" (")[0]
    assert line == "/edit N-1 main=..."
    room.type(line.replace("...", "unknown"))
    assert "N-1" not in points(room)
    assert room.running.entries[0].said.get("main") == "unknown"
    room.play(CLOSING)
    room.type("/nextdate 2026-03-17 sync-30")
    assert "is closed" in room.type("/close")


# G6: the next date -----------------------------------------------------------------------------------


def test_closing_without_a_next_date_asks_once(room: Stage) -> None:
    """G6"""
    room.play(CLOSING)
    refused = room.refuses("/close")
    assert refused.sentence.count("When do you meet next?") == 1
    assert "/nextdate none" in refused.sentence


@pytest.mark.parametrize("typed", ["the season is over", "because the season is over"])
def test_no_next_date_is_recorded_with_its_reason(room: Stage, typed: str) -> None:
    """G6: "none, because ..." with the because typed or not"""
    room.play(CLOSING)
    said = room.type(f"/nextdate none {typed}")
    assert said == "No next date, because the season is over"
    assert "is closed" in room.type("/close")
    told = room.minutes(1).next
    assert told is not None
    assert (told.on, told.why_none) == (None, "the season is over")


def test_an_early_close_is_a_recorded_choice(room: Stage) -> None:
    """G6: the date and all else that was open stands in the minutes"""
    room.type("/close early Fire alarm")
    minutes = room.minutes(1)
    assert minutes.early == "Fire alarm"
    assert "When do you meet next?" in minutes.left_open


# G11: one team alone ---------------------------------------------------------------------------------


@pytest.fixture
def alone(room: Stage) -> Stage:
    """A sync to which only sellers came."""
    room.play(
        "/close early Only to get out of the way\n/meeting sync-30 2026-03-10 09:00\n/at 2026-03-10 09:00"
    )
    room.play("/here Ana Ruiz, Bo Lind, Cem Acar\n/apologies Finn Moe, Gita Rao, Hal Ott\n/start")
    return room


def test_a_meeting_of_one_team_offers_to_be_held_as_preparation(alone: Stage) -> None:
    """G11"""
    said = alone.after("/start")
    assert "Nobody from marketing is here: no joint figures." in said
    assert "/prepare" in said


def test_a_meeting_of_one_team_has_minutes_without_joint_figures(alone: Stage) -> None:
    """G11"""
    alone.type("n: Said among ourselves @ana")
    alone.type("d: We call within two days mode=five")
    said = alone.type("/vote D-1 sales 4 4 3")
    assert "sales 3.67 n=3, no joint value: marketing not present" in said  # 11 / 3
    alone.type("/close early Marketing could not come")
    minutes = alone.minutes(2)
    assert minutes.decisions[0].rounds[0].joint == ""
    assert minutes.balance == ""


def test_the_paper_of_a_meeting_of_one_team_says_who_was_missing(alone: Stage) -> None:
    """G11"""
    alone.play("d: We call within two days mode=five\n/vote D-1 sales 4 4 3")
    alone.type("/close early Marketing could not come")
    text = alone.paper(2, "md").decode()
    assert "3.67" in text
    assert "marketing not present" in text


def test_a_preparation_is_neither_signed_nor_counted_as_an_exchange(alone: Stage) -> None:
    """G11"""
    assert "preparation" in alone.type("/prepare")
    alone.type("/close early Only sellers today")
    minutes = alone.minutes(2)
    assert minutes.preparation
    assert minutes.signatures == ()
    assert [told.meeting for told in alone.state.exchanges] == [1]


def test_a_meeting_of_both_teams_is_no_preparation(room: Stage) -> None:
    """G11"""
    assert "Both teams are here" in room.refuses("/prepare").sentence


# G12: reopen and approve -----------------------------------------------------------------------------


@pytest.fixture
def closed(room: Stage) -> Stage:
    """The sync, closed at 09:20 with one objection on record."""
    room.play("o: Ten weeks is too long @bo\na: Ask the plant @cem >fri done_when=asked\n/readback")
    room.play(CLOSING)
    room.play("/nextdate 2026-03-17 sync-30 09:00\n/at 09:20\n/close")
    return room


def test_a_closed_meeting_reopens_only_with_who_and_why(closed: Stage) -> None:
    """G12"""
    closed.refuses("/reopen M-1")
    closed.refuses("/reopen M-1 @ida")
    closed.refuses("/reopen M-1 a vote is missing")
    closed.type("/reopen M-1 A vote is missing @ida")
    (told,) = closed.running.reopenings
    assert (closed.name(told.who), told.why) == ("Ida Fell", "A vote is missing")


def test_a_meeting_that_is_not_closed_does_not_reopen(closed: Stage) -> None:
    """G12"""
    closed.type("/meeting sync-30 2026-03-17 09:00")
    assert "is planned" in closed.refuses("/reopen M-2 Too soon @ida").sentence
    closed.type("/start M-2")
    assert "is running" in closed.refuses("/reopen M-2 Too soon @ida").sentence
    assert "M-2 is running" in closed.refuses("/reopen M-1 Beside another @ida").sentence


def test_only_the_meeting_closed_last_reopens(closed: Stage) -> None:
    closed.play(opened("2026-03-17"), "/close early Short day")
    assert "M-2 was held since" in closed.refuses("/reopen M-1 A vote is missing @ida").sentence


def test_an_approved_meeting_never_reopens(closed: Stage) -> None:
    """G12"""
    closed.refuses("/approve M-1")  # outside a meeting it takes who and where
    closed.type("/approve M-1 by=Jo Marsh; in=by mail")
    assert "approved" in closed.refuses("/reopen M-1 A vote is missing @ida").sentence
    closed.refuses("/approve M-1 by=Jo Marsh; in=by mail")


def test_a_correction_after_approval_is_a_numbered_note_in_the_next_minutes(closed: Stage) -> None:
    """G12: the approved minutes stay as they are"""
    closed.type("/approve M-1 by=Jo Marsh; in=by mail")
    before = closed.minutes(1)
    closed.play("/meeting sync-30 2026-03-17 09:00\n/at 2026-03-17 09:00\n/here all\n/start")
    said = closed.type("/correct N-1 Twelve weeks is too long")
    assert said.startswith("Note 1 on N-1")
    closed.type("/close early Enough for today")
    (note,) = closed.minutes(2).later_notes
    assert (note.number, note.ref, note.text, note.after_approval) == (
        1,
        "N-1",
        "Twelve weeks is too long",
        True,
    )
    assert closed.minutes(1) == before


def test_a_correction_before_approval_is_worked_into_the_minutes(closed: Stage) -> None:
    """G12"""
    closed.type("/correct N-1 Twelve weeks is too long")
    minutes = closed.minutes(1)
    assert [(row.number, row.text, row.original) for row in minutes.corrections] == [
        (1, "Twelve weeks is too long", "Ten weeks is too long")
    ]
    (objection,) = [row for theme in minutes.themes for group in theme.groups for row in group.rows]
    assert objection.text == "Twelve weeks is too long"


def test_records_of_a_closed_meeting_are_corrected_and_not_edited(closed: Stage) -> None:
    """G12"""
    assert "/correct N-1" in closed.refuses("/edit N-1 Twelve weeks is too long").fix
    assert "/correct N-1" in closed.refuses("/strike N-1").fix
