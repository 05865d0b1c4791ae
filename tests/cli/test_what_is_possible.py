"""`/help` at each moment, and what a plan, a segment and the doctor say about exercises that are on no shelf."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from cli.calling import Cli

from workshop.errors import Refused
from workshop.grammar import SLASHES
from workshop.line.help import PARAGRAPHS, possible
from workshop.line.session import Session
from workshop.workspace import Workspace

FULL = (
    "/here all", "o: too long @ana", "d: one list mode=consent", "a: send it @ana >fri", "a: call @bo >fri", "/done A-2",
    "p: later", "dispute: how?", "n: x", "/undo",
)  # fmt: skip

TASTING = """
title = "Tasting"
purpose = "Tests."
[[segments]]
title = "What the field says"
kind = "report"
leads = ["sales"]
minutes = 10
exercise = "field-report"
[[segments]]
title = "Tea"
kind = "exercise"
leads = ["both"]
minutes = 10
exercise = "tea-tasting"
alternatives = ["cake-tasting", "dot-vote"]
[[segments]]
title = "Close"
kind = "close"
leads = ["facilitator"]
minutes = 2
"""


def said(session: Session, *lines: str) -> list[str]:
    """What was said after the last line."""
    told: list[str] = []
    for line in lines:
        told = list(session.feed(line))
    return told


def commands(page: list[str]) -> set[str]:
    """The words behind a slash at the beginning of a command, labels and sentences left out."""
    return {word[1:] for row in page[3:-1] for word in row.split() if word[0] == "/" and word != "//"}


@pytest.fixture
def meeting(planned: Path) -> Session:
    session = Session(Workspace(planned), issue=False)
    said(session, "/start")
    return session


def test_help_shows_what_is_possible_before_a_meeting(planned: Path) -> None:
    shown = commands(said(Session(Workspace(planned)), "/help"))
    assert {"start", "here", "cancel", "person", "retime"} <= shown
    assert not shown & {"next", "inbox", "reopen", "done", "close", "approve", "gate"}


def test_help_shows_what_is_possible_while_a_meeting_runs(meeting: Session) -> None:
    shown = commands(said(meeting, "/help"))
    assert {"next", "gate", "close", "undo", "park"} <= shown
    assert not shown & {"start", "reopen", "cancel", "inbox", "amend", "vote", "done", "settle", "at", "redo"}
    shown = commands(said(meeting, *FULL, "/help"))
    assert {"amend", "vote", "done", "open", "dispose", "settle", "edit", "redo", "move"} <= shown


def test_help_shows_what_is_possible_after_a_meeting(firm: Path) -> None:
    session = Session(Workspace(firm), issue=False, outside=True)
    shown = commands(said(session, "/help"))
    assert {"approve", "reopen", "done", "correct"} <= shown
    assert not shown & {"start", "next", "close", "inbox", "here"}
    assert "inbox" in commands(said(session, "n: heard", "/help"))


def test_help_fits_a_small_screen_with_everything_possible(meeting: Session) -> None:
    page = said(meeting, *FULL, "/help")
    assert max(len(row) for row in page) <= 80
    assert sum(len(textwrap.wrap(row, 80)) for row in page) <= 22
    # More at once than any meeting offers fits as well.
    rows = [row for row in page if row.startswith("  ")]
    assert len(rows) <= 19


def test_every_command_stands_in_one_paragraph_or_is_told_as_one_more(meeting: Session) -> None:
    listed = [name for names in PARAGRAPHS.values() for name in names]
    assert {name for name in listed if listed.count(name) > 1} <= {"actions", "people"}
    assert set(listed) <= {slash.name for slash in SLASHES}
    state = meeting.workspace.state
    assert {slash.name for slash in SLASHES if possible(slash, state)} - commands(said(meeting, "/help")) == {
        "help",
        "quit",
    }


def test_help_all_lists_every_command_but_those_of_scripts(meeting: Session) -> None:
    page = said(meeting, "/help all")
    assert len(page) == sum(1 for slash in SLASHES if slash.when != "script")
    assert any(row.startswith("  /start [M-1]") and row.endswith("Open the planned meeting.") for row in page)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("acton", "Near are: action:, /actions."),
        ("re", "Near are: /retime, /result, /redo, /reveal, /readback."),
        ("zzzz", "/help all lists every command."),
    ],
)
def test_help_on_a_word_that_is_not_known_names_those_near(word: str, near: str, meeting: Session) -> None:
    with pytest.raises(Refused) as caught:
        said(meeting, f"/help {word}")
    assert str(caught.value) == f"There is nothing called '{word}' here. {near}"


def test_help_on_a_word_explains_a_command_or_a_kind(meeting: Session) -> None:
    assert said(meeting, "/help /goto") == ["/goto N   Go to segment N."]
    assert said(meeting, "/help o:")[:2] == ["objection: Objection", *said(meeting, "/help objection")[1:2]]


def test_exercises_that_are_on_no_shelf_are_a_note_at_the_plan_the_segment_and_in_the_doctor(
    cli: Cli, firm: Path
) -> None:
    (firm / "agendas").mkdir(exist_ok=True)
    (firm / "agendas" / "tasting-20.toml").write_text(TASTING, encoding="utf-8")
    told = cli("new", "tasting-20", "--on", "today", at=firm)
    assert told.code == 0
    assert told.out.splitlines()[1:] == [
        "   Not on the shelf yet: tea-tasting, cake-tasting. The prompts and the clock are here."
    ]
    session = Session(Workspace(firm), issue=False)
    segment = said(session, "/start", "/goto 2")
    note = "   tea-tasting is not on the shelf yet: the prompts and the clock are here."
    assert segment.count(note) == 1
    assert not any("on the shelf" in row for row in said(session, "/goto 1"))
    doctor = cli("doctor", at=firm)
    assert doctor.code == 0
    assert "Exercises not on the shelf yet: tea-tasting, cake-tasting." in doctor.out


def test_the_next_steps_after_init_can_be_pasted_though_the_folder_has_blanks(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = cli("init", "Our Firm")
    assert "Next: workshop -w 'Our Firm' person add" in " ".join(told.out.split())
