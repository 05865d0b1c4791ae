"""The usual minutes of a plan, from meetings that were really held."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from scripts import Stage

from workshop.errors import Refused
from workshop.model.commands import Close
from workshop.workspace import Workspace
from workshop.workspace.learning import history, usual
from workshop.workspace.rows import rows

AGENDA = """
title = "Short"
purpose = "Tests."
[[segments]]
title = "Talk"
kind = "discuss"
leads = ["both"]
minutes = 10
[[segments]]
title = "Close"
kind = "close"
leads = ["facilitator"]
minutes = 2
"""
FIRM = """
/at 2026-03-02 12:00
/person Ana Ruiz; sales
/person Cleo Fox; marketing
"""
TOOK = (14, 15, 18)
"""Minutes of Talk; the second is paused for five minutes more."""


def held(stage: Stage, number: int, minutes: int, *, pause: int = 0) -> None:
    """One meeting, from its plan to its close."""
    on = date(2026, 3, 2) + timedelta(days=number)
    stage.play(f"/meeting short {on} 09:00\n/at {on} 09:00\n/here all\n/start")
    if pause:
        stage.play(f"/pause\n/at {on} 09:{pause:02}\n/pause")
    stage.play(f"/at {on} 09:{minutes + pause:02}\n/next\n/at {on} 09:{minutes + pause + 2:02}")
    stage.workspace.do(Close("that is all"))


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "short.toml").write_text(AGENDA, "utf-8")
    stage = Stage(tmp_path)
    stage.play(FIRM)
    for number, minutes in enumerate(TOOK, 1):
        held(stage, number, minutes, pause=5 if number == 2 else 0)
    return stage


def test_a_new_plan_says_what_its_segments_usually_take(stage: Stage) -> None:
    assert stage.type("/meeting short 2026-03-20 09:00").splitlines()[1:] == [
        "    1 Talk · 10 min, usually 15 (n=3)",
        "   /learned M-4 go takes these minutes: 17 in all.",
    ]


def test_the_agenda_before_the_start_shows_it_beside_every_segment(stage: Stage) -> None:
    stage.type("/meeting short 2026-03-20 09:00")
    assert stage.type("/agenda").splitlines() == [
        "   1 Talk · 10 min · usually 15 (n=3)",
        "   2 Close · 2 min · usually 2 (n=3)",
    ]


def test_the_plan_changes_only_when_asked(stage: Stage) -> None:
    stage.type("/meeting short 2026-03-20 09:00")
    stage.type("/learned")
    assert [item.minutes for item in stage.meeting(4).items] == [10, 2]
    assert stage.type("/learned go") == "2 segments, 17 minutes"
    assert [item.minutes for item in stage.meeting(4).items] == [15, 2]
    assert stage.refuses("/learned M-4 go").sentence == "The plan has the usual minutes already."


def test_a_meeting_of_one_team_alone_teaches_nothing(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.play(
        FIRM + "/meeting sync-30 2026-03-03 09:00\n/at 2026-03-03 09:00\n/here Ana Ruiz\n/start\n/prepare"
    )
    stage.workspace.do(Close("that is all"))
    assert history(stage.workspace) == ()


def test_nothing_is_offered_before_three_meetings(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.play(FIRM + "/meeting sync-30 2026-03-03 09:00")
    assert "needed" in stage.type("/learned").splitlines()[-1]
    assert isinstance(stage.refuses("/learned go"), Refused)


def test_a_meeting_that_was_held_has_no_plan_to_change(stage: Stage) -> None:
    assert stage.refuses("/learned M-1 go").sentence.startswith("M-1 is closed")
    assert stage.refuses("/learned").sentence == "No meeting is planned."


def test_the_register_keeps_what_each_segment_took(stage: Stage) -> None:
    segments = rows(stage.workspace, "meetings")[1]["segments"]
    assert [(row["title"], row["planned_minutes"], row["real_ms"]) for row in segments] == [
        ("Talk", 10, 15 * 60_000),
        ("Close", 2, 2 * 60_000),
    ]


def test_no_old_meeting_is_read_to_tell(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.type("/meeting short 2026-03-20 09:00")
    fresh = Workspace(stage.directory, stage.workspace.clock)
    meeting = fresh.state.meeting(4)
    assert meeting is not None

    def never(*_: object) -> None:
        raise AssertionError("the journal was read")

    monkeypatch.setattr("workshop.store.FileJournal.read", never)
    assert [one.minutes for one in usual(fresh, meeting)] == [15, 2]
