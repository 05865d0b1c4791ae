"""Checks that hold for any meeting (rows G): what is refused, warned of, asked for, taken back, kept apart."""

import csv
import io
import json
from datetime import date

import pytest
from pypdf import PdfReader
from scripts import Stage, people

from workshop.errors import NotUnderstood
from workshop.facilitation.gate import gate, tray
from workshop.followup.programmes import warnings
from workshop.grammar import Budget, read_digits, read_dots
from workshop.measures.verdicts import decision_verdict

FIRM = people(
    "facilitator Ida Fell",
    "sales Ana Ruiz, Bo Lind, Cem Acar, Dora Pohl, Ewa Nowak",
    "marketing Finn Moe, Gita Rao, Hal Ott",
    "sponsor Jo Marsh",
)
CLOSING = """
/unsaid
credit: The field sheet came on the day it was promised @ana to=marketing
roti: sales 4x5 marketing 5x3 others 4x1
/reveal
"""


@pytest.fixture
def room(stage: Stage) -> Stage:
    """A sync that runs since 09:00 with five sellers, three marketers and a facilitator."""
    stage.play(f"/at 2026-03-01 08:00\n{FIRM}\n/meeting sync-30 2026-03-03 09:00")
    stage.play("/at 2026-03-03 09:00\n/here all\n/apologies Jo Marsh\n/start")
    return stage


def points(room: Stage) -> dict[str, str]:
    """What the gate still asks for, each with the line to type."""
    return {point.ref: point.fix for point in gate(room.state, room.running, room.workspace.house())}


# G1: wrong input is refused with a reason, and nothing is lost ---------------------------------------


def test_a_seven_is_refused_in_a_row_from_one_to_five(room: Stage) -> None:
    """G1: in confidence, as a tally, and on a scale"""
    assert "7 is not between 1 and 5" in room.refuses("roti: sales 4 7 3").sentence
    assert "7 is not between 1 and 5" in room.refuses("tool: Catalogue tool=catalogue; usability=7x2").sentence
    assert "'7' is not between 1 and 5" in room.refuses("lead-quality: Poor @ana channel=fair; rating=7").sentence


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


# G5: names and texts with special characters ---------------------------------------------------------

NAMES = ("Ägidius Öhm", "Łukasz Żuk", "Façade Çelik", "Íñigo Ñuñez", "Siobhán O'Brien")
TEXT = 'Łukasz said: "10 %, not 5" | <b>half</b> & O\'Brien\'s Ñandú, Çeşme; ‹5 €›'


@pytest.fixture
def special(stage: Stage) -> Stage:
    """A closed meeting whose names and texts hold every character that trips a format."""
    rows = "\n".join(f"/person {name}; {team}" for name, team in zip(NAMES, ["sales"] * 3 + ["marketing"] * 2, strict=True))
    stage.play(f"/at 2026-03-01 08:00\n{rows}\n/meeting sync-30 2026-03-03 09:00")
    stage.play("/at 2026-03-03 09:00\n/here all\n/start")
    stage.type(f"n: {TEXT} @łukasz")
    stage.type(f'a: {TEXT} @"Siobhán O\'Brien" @íñigo >fri done_when=signed, sealed | filed')
    stage.type("/close early Only the characters matter here")
    return stage


def test_special_characters_survive_entry(special: Stage) -> None:
    """G5"""
    (entry,) = special.meeting(1).entries
    assert entry.said.text == TEXT
    assert special.name(entry.said.speaker) == "Łukasz Żuk"
    (action,) = special.state.actions
    assert action.said.text == TEXT
    assert [special.name(who) for who in (action.owner, *action.helpers)] == ["Siobhán O'Brien", "Íñigo Ñuñez"]


def test_a_name_is_found_without_its_accents(special: Stage) -> None:
    """G5: whoever has no such key on the keyboard"""
    assert special.type("a: Once more @lukasz").startswith("A-2 Łukasz Żuk:")
    assert special.type("a: Once more @inigo").startswith("A-3 Íñigo Ñuñez:")


def test_special_characters_survive_json(special: Stage) -> None:
    """G5"""
    plain = json.loads(special.paper(1, "json"))
    assert plain["actions"][0]["text"] == TEXT
    assert {here["who"]["name"] for team in plain["attendance"] for here in team["people"]} == set(NAMES)


def test_special_characters_survive_csv(special: Stage) -> None:
    """G5: quotes, commas and pipes stay in their cell"""
    (row,) = csv.DictReader(io.StringIO(special.paper(1, "csv").decode("utf-8-sig"), newline=""))
    assert (row["text"], row["owner"], row["helpers"]) == (TEXT, "Siobhán O'Brien", "Íñigo Ñuñez")
    assert row["done_when"] == "signed, sealed | filed"


def test_special_characters_survive_markdown(special: Stage) -> None:
    """G5: escaped or not, every name and word is there, and a pipe does not open a column"""
    text = special.paper(1, "md").decode()
    for words in (*NAMES, "Ñandú, Çeşme", "O'Brien's"):
        assert words in text, words
    lines = text.splitlines()
    row = next(place for place, line in enumerate(lines) if "signed, sealed" in line)
    assert lines[row].replace("\\|", "").count("|") == lines[row - 2].count("|")


def test_special_characters_survive_the_pdf(special: Stage) -> None:
    """G5"""
    pages = PdfReader(io.BytesIO(special.paper(1, "pdf"))).pages
    text = " ".join("\n".join(page.extract_text() for page in pages).split())
    for words in (*NAMES, "<b>half</b> &", "Ñandú, Çeşme", "signed, sealed | filed"):
        assert words in text, words


# G6: the next date -----------------------------------------------------------------------------------


def test_closing_without_a_next_date_asks_once(room: Stage) -> None:
    """G6"""
    room.play(CLOSING)
    refused = room.refuses("/close")
    assert refused.sentence.count("When do you meet next?") == 1
    assert "/nextdate none" in refused.sentence


@pytest.mark.parametrize("typed", ["the season is over", "because the season is over", "because: the season is over"])
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


# G7: undo and redo -----------------------------------------------------------------------------------


def typed_five_steps(room: Stage) -> None:
    """An entry, a strike, a vote, a row in confidence and an action, on top of an entry and a decision."""
    room.type("n: The first words @ana")
    room.type("d: We answer in two days mode=five")
    room.type("o: Ten weeks is too long @bo")
    room.type("/strike N-1")
    room.type("/vote D-1 sales 4 4 4 3 3 marketing 4 4 4")
    room.type("roti: sales 4x2 marketing 5x1")
    room.type("a: Ask the plant @cem >fri")


def test_undo_takes_back_the_last_five_steps(room: Stage) -> None:
    """G7: from the last to the first, the row in confidence in its place"""
    typed_five_steps(room)
    room.type("/undo")
    assert not any(action.live for action in room.state.actions)
    assert "Taken back" in room.type("/undo")
    assert json.loads(next((room.directory / "boxes").glob("*.json")).read_text())["rows"] == []
    decision = room.state.decision(1)
    assert decision is not None
    assert len(decision.rounds) == 1
    room.type("/undo")
    assert decision_verdict(room.state.decisions[0]).word == "not voted"
    room.type("/undo")
    assert [entry.struck for entry in room.running.entries] == [False, False]
    room.type("/undo")
    assert [entry.said.text for entry in room.running.entries] == ["The first words"]


def test_redo_brings_back_what_undo_took(room: Stage) -> None:
    """G7: the lines of the journal; a row in confidence is typed again"""
    typed_five_steps(room)
    for _ in range(5):
        room.type("/undo")
    for _ in range(4):
        assert "Back again" in room.type("/redo")
    assert [entry.struck for entry in room.running.entries] == [True, False]
    assert decision_verdict(room.state.decisions[0]).word == "passed"
    assert [action.said.text for action in room.state.actions if action.live] == ["Ask the plant"]
    room.refuses("/redo")


def test_undo_and_redo_survive_a_restart(room: Stage) -> None:
    """G7: what stands in the journal; the row of an earlier run stays in its box"""
    typed_five_steps(room)
    again = room.restarted()
    box = next((room.directory / "boxes").glob("*.json")).read_bytes()
    for _ in range(4):
        again.type("/undo")
    assert [entry.said.text for entry in again.running.entries] == ["The first words"]
    assert next((room.directory / "boxes").glob("*.json")).read_bytes() == box
    third = again.restarted()
    for _ in range(4):
        third.type("/redo")
    assert [action.said.text for action in third.state.actions if action.live] == ["Ask the plant"]
    assert third.running.entries[0].struck


def test_undo_stops_at_the_opening_and_at_a_reveal(room: Stage) -> None:
    """G7"""
    room.refuses("/undo")
    room.play("n: One @ana\nroti: sales 4x5 marketing 5x3\n/reveal")
    room.refuses("/undo")
    assert len(room.running.entries) == 1


def test_a_return_on_time_line_is_taken_back_in_two_steps_and_says_so(room: Stage) -> None:
    """G7: the two lists stand in the journal, the rows in the box"""
    room.type("n: One @ana")
    room.type("roti: sales 4x5 marketing 5x3 change=shorter reports")
    said = room.type("/undo")
    assert said.startswith("Taken back: We change: shorter reports.")
    assert "Held in confidence: marketing 3, sales 5." in said
    assert room.running.roti.change == ()
    assert room.type("/undo") == "Taken back; nothing is held in confidence now."
    assert json.loads(next((room.directory / "boxes").glob("*.json")).read_text())["rows"] == []
    assert len(room.running.entries) == 1


def test_a_close_that_is_refused_reveals_nothing(room: Stage) -> None:
    """G1, G7: the rows stay in their box and more can be given"""
    room.type("roti: sales 4x5")
    room.refuses("/close")
    room.type("roti: marketing 5x3")
    room.play("/unsaid\n/credits\n/nextdate 2026-03-17 sync-30")
    assert "is closed" in room.type("/close")
    assert [row.group for row in room.meeting(1).roti.groups] == ["sales", "marketing"]


# G11: one team alone ---------------------------------------------------------------------------------


@pytest.fixture
def alone(stage: Stage) -> Stage:
    """A sync to which only sellers came."""
    stage.play(f"/at 2026-03-01 08:00\n{FIRM}\n/meeting sync-30 2026-03-03 09:00\n/at 2026-03-03 09:00")
    stage.play("/here Ana Ruiz, Bo Lind, Cem Acar\n/apologies Finn Moe, Gita Rao, Hal Ott\n/start")
    return stage


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
    minutes = alone.minutes(1)
    assert minutes.decisions[0].rounds[0].joint == ""
    assert minutes.balance == ""


def test_the_paper_of_a_meeting_of_one_team_says_who_was_missing(alone: Stage) -> None:
    """G11"""
    alone.play("d: We call within two days mode=five\n/vote D-1 sales 4 4 3")
    alone.type("/close early Marketing could not come")
    text = alone.paper(1, "md").decode()
    assert "3.67" in text
    assert "marketing not present" in text


def test_a_preparation_is_neither_signed_nor_counted_as_an_exchange(alone: Stage) -> None:
    """G11"""
    assert "preparation" in alone.type("/prepare")
    alone.type("/close early Only sellers today")
    minutes = alone.minutes(1)
    assert minutes.preparation
    assert minutes.signatures == ()
    assert alone.state.exchanges == ()


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
    assert (note.number, note.ref, note.text, note.after_approval) == (1, "N-1", "Twelve weeks is too long", True)
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


# G14: actions of one person --------------------------------------------------------------------------


def test_actions_of_one_person_leave_as_csv_and_calendar(kickoff: Stage) -> None:
    """G14: Marta Keller owns A-8 and A-14 and helps with A-13"""
    table = io.StringIO(kickoff.paper(1, "csv", "Marta Keller").decode("utf-8-sig"), newline="")
    rows = {row["id"]: (row["owner"], row["due"]) for row in csv.DictReader(table)}
    assert rows == {
        "A-8": ("Marta Keller", "2026-03-13"),
        "A-13": ("Clara Vogt", "2026-03-12"),
        "A-14": ("Marta Keller", "2026-03-27"),
    }
    calendar = kickoff.paper(1, "ics", "Marta Keller").decode()
    assert calendar.count("BEGIN:VTODO") == 3
    for day in ("20260313", "20260312", "20260327"):
        assert f"DUE;VALUE=DATE:{day}" in calendar


def test_files_for_other_programs_hold_the_same_actions_as_the_pdf(kickoff: Stage) -> None:
    """G14"""
    table = io.StringIO(kickoff.paper(1, "csv").decode("utf-8-sig"), newline="")
    rows = {row["id"]: date.fromisoformat(row["due"]) for row in csv.DictReader(table)}
    assert list(rows) == [f"A-{number}" for number in range(1, 16)]
    calendar = kickoff.paper(1, "ics").decode()
    assert [f"SUMMARY:{ref} " in calendar for ref in rows] == [True] * 15
    reader = PdfReader(io.BytesIO(kickoff.paper(1, "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for ref, due in rows.items():
        assert ref in text
        assert f"{due.day} {due:%B}" in text
    (attached,) = reader.attachments["actions.csv"]
    assert attached == kickoff.paper(1, "csv")


def test_somebody_without_an_action_gets_an_empty_list(room: Stage) -> None:
    """G14"""
    room.type("a: Ask the plant @cem >fri done_when=asked")
    table = io.StringIO(room.paper(1, "csv", "Dora Pohl").decode("utf-8-sig"), newline="")
    assert list(csv.DictReader(table)) == []
    assert room.paper(1, "ics", "Dora Pohl").decode().count("BEGIN:VTODO") == 0
