"""Exercises answered in confidence: no name beside a digit in any file, and boxes that outlive a kill but no reveal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from durability.programs import killed_at_the_reveal, launching
from durability.rooms import PEOPLE, everything, feed, journal
from trial import shelved

from workshop.errors import Refused
from workshop.line.exercises import board
from workshop.line.feed import Words, write_feed
from workshop.line.feed import feed as fed
from workshop.line.session import Session
from workshop.store import Box, Row
from workshop.workspace import Workspace
from workshop.workspace.checking import problems

SHEETS = ("sales 3212", "sales 4321", "sales 1-11", "marketing 4444", "marketing 3333", "marketing 5545")
BOX = "boxes/M-1-trial.pulse.json"
SIX = (*PEOPLE, "Hal Voss; marketing")


def running(directory: Path) -> Session:
    """A meeting on the trial, at the step in which the sheets come in."""
    session = Session(Workspace(shelved(directory)), issue=False)
    feed(
        session,
        *(f"/person {person}" for person in SIX),
        "/meeting trying today 09:00",
        "/here all",
        "/start",
        "/step",
    )
    return session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """The same with every sheet in."""
    session = running(tmp_path / "firm")
    feed(session, *SHEETS)
    return session


def test_a_sheet_writes_nothing_but_the_box_once_the_record_says_what_is_asked(tmp_path: Path) -> None:
    session = running(tmp_path / "firm")
    feed(session, SHEETS[0])
    before = everything(tmp_path / "firm")
    feed(session, *SHEETS[1:])
    after = everything(tmp_path / "firm")
    assert {name for name in after if before.get(name) != after[name]} == {BOX}


def test_what_is_asked_stands_in_the_journal_without_an_answer(session: Session, tmp_path: Path) -> None:
    told = [
        fact
        for line in journal(tmp_path / "firm")
        for fact in line["facts"]
        if fact["fact"] == "answers-given"
    ]
    assert told == [
        {"fact": "answers-given", "exercise": "trial", "answers": [],
         "asked": {"input": "pulse", "texts": ["We meet", "We talk", "We share", "We win"]}},
    ]  # fmt: skip
    assert session.workspace.state.running is not None


def test_the_box_holds_teams_and_digits_sorted_and_nothing_else(session: Session, tmp_path: Path) -> None:
    held = json.loads(everything(tmp_path / "firm")[BOX])
    assert held == {"schema": 1, "rows": [
        {"team": "marketing", "digits": [3, 3, 3, 3]}, {"team": "marketing", "digits": [4, 4, 4, 4]},
        {"team": "marketing", "digits": [5, 5, 4, 5]}, {"team": "sales", "digits": [1, "-", 1, 1]},
        {"team": "sales", "digits": [3, 2, 1, 2]}, {"team": "sales", "digits": [4, 3, 2, 1]},
    ]}  # fmt: skip
    assert session.workspace.state.running is not None


def test_values_about_one_item_lie_alone(tmp_path: Path) -> None:
    session = running(tmp_path / "firm")
    feed(session, "3: sales 4 5 3")
    held = json.loads(everything(tmp_path / "firm")[BOX])
    assert held["rows"] == [{"team": "sales", "digits": [value], "item": 3} for value in (3, 4, 5)]


@pytest.mark.parametrize("revealed", [False, True])
def test_no_file_of_the_workspace_joins_a_name_to_a_digit(
    session: Session, tmp_path: Path, revealed: bool
) -> None:
    """G4: every byte of every file is looked at, the feed of the audience among them."""
    feed(session, *(("/reveal", "/close early to look at everything") if revealed else ()))
    workspace = session.workspace
    words = Words("Norvik", str, str)
    reading = workspace.clock()
    moment = workspace.house(reading).moment
    write_feed(
        workspace.directory,
        fed(workspace.state, workspace.state.meeting(1), reading, moment, words, board(workspace)),
    )
    names = [person.partition(";")[0] for person in SIX]
    who = [*names, *(person.id for person in workspace.people)]
    for name, data in everything(tmp_path / "firm").items():
        for part in _parts(name, data):
            if b"pulse" in part or b"digits" in part:
                assert not [each for each in who if each.encode() in part], (name, part)


def _parts(name: str, data: bytes) -> list[bytes]:
    """What stands together: the lines of a file; of the register, which is one line, its documents."""
    if name != "register.json":
        return data.splitlines()
    tables = json.loads(data)
    rows = [row for table in ("runs", "meetings") for row in tables.get(table, {}).values()]
    runs = tables["checkpoint"]["1"]["runs"]
    assert runs
    return [json.dumps(row).encode() for row in (*rows, *runs)]


def test_before_the_reveal_the_digits_lie_in_the_box_alone(session: Session, tmp_path: Path) -> None:
    """G4: not as typed, not as a list, in no other file"""
    told = [
        b'"3212',
        b" 3212",
        b"3,2,1,2",
        b'"3","2","1","2"',
        b'"4321',
        b" 4321",
        b"4,3,2,1",
    ]  # bare digits may stand in a hash
    held = {name for name, data in everything(tmp_path / "firm").items() for digits in told if digits in data}
    assert held == {BOX}
    feed(session, "/reveal")
    assert not {
        name for name, data in everything(tmp_path / "firm").items() for digits in told if digits in data
    }


def test_killed_with_sheets_in_the_box_it_goes_on_and_reveals_them_all(tmp_path: Path) -> None:
    directory = tmp_path / "firm"
    running(directory)
    with launching(directory) as launch:
        program = launch()
        for sheet in SHEETS[:3]:
            program.type(sheet)
        program.kill()
        held = everything(directory)[BOX]
        program = launch()
        assert "sales 3 of 3 sheets, marketing 0 of 3, in confidence" in "\n".join(program.type("/exercise"))
        assert "/collect pulse" in program.ask(line="/undo")["refused"]
        assert everything(directory)[BOX] == held
        for sheet in SHEETS[3:]:
            program.type(sheet)
        assert "'Four statements' is revealed." in program.type("/reveal")
        program.close()
    assert BOX not in everything(directory)
    run = Workspace(directory).state.run("trial", 1)
    assert run is not None
    assert [(sheet.group, sheet.n) for sheet in run.totals[0].sheets] == [("sales", 3), ("marketing", 3)]
    assert list(problems(Workspace(directory))) == []


def test_killed_between_the_totals_and_the_end_of_the_box_the_box_is_gone_at_the_next_start(
    tmp_path: Path,
) -> None:
    running(tmp_path / "firm")
    killed_at_the_reveal(
        tmp_path / "firm", BOX, SHEETS, "RevealInput", "sales 3333", "the totals are shown already"
    )


def test_an_undo_after_a_restart_is_refused_and_loses_no_sheet(session: Session, tmp_path: Path) -> None:
    again = Session(Workspace(tmp_path / "firm"), issue=False)
    with pytest.raises(Refused, match="/collect pulse throws away all"):
        feed(again, "/undo")
    feed(again, "/reveal")
    run = again.workspace.state.run("trial", 1)
    assert run is not None
    assert run.texts("pulse") == ("We meet", "We talk", "We share", "We win")
    assert run.totals[0].sheets[0].n == 3
    assert session.workspace.directory == again.workspace.directory


def test_a_box_whose_exercise_left_the_shelf_is_kept_and_named(session: Session, tmp_path: Path) -> None:
    (tmp_path / "firm" / "exercises" / "trial.toml").unlink()
    again = Session(Workspace(tmp_path / "firm"), issue=False)
    with pytest.raises(Exception, match=r"exercises/trial\.toml does not ask for 'pulse' any more"):
        feed(again, "/close early it was a trial")
    assert BOX in everything(tmp_path / "firm")
    assert session.workspace.directory == again.workspace.directory


def test_a_box_of_a_question_of_an_older_program_is_read(tmp_path: Path) -> None:
    Box(tmp_path, "M-1-roti").add([Row("sales", (3,))])
    assert Box(tmp_path, "M-1-roti").rows() == (Row("sales", (3,), 0),)
