"""A rehearsal leaves nothing behind."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from scripts import Stage

from workshop.errors import NotFound, Refused
from workshop.line.session import Session
from workshop.model.commands import Start
from workshop.store import Box, ManualClock, Row
from workshop.workspace.rehearsing import rehearse

FIRM = """
/at 2026-03-02 19:00
/person Ana Ruiz; sales
/person Cleo Fox; marketing
/meeting sync-30 2026-03-03 09:00 title=Sync; end=09:30
"""
EVENING = ManualClock(datetime(2026, 3, 2, 19, 0, tzinfo=UTC)).read


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.play(FIRM)
    return stage


def everything(directory: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file() and path.parent.name != "locks"
    }


def test_everything_typed_is_thrown_away(stage: Stage) -> None:
    before = everything(stage.directory)
    with rehearse(stage.workspace, machine=EVENING) as rehearsal:
        session = Session(rehearsal.workspace)
        tuple(session.perform(Start(rehearsal.meeting)))
        assert any("Ten weeks" in line for line in session.feed("o: Ten weeks is too long"))
        folder = rehearsal.workspace.directory
        assert (folder / "journal.jsonl").read_bytes() != before["journal.jsonl"]
        assert str(folder) in rehearsal.greeting
        assert "thrown away" in rehearsal.greeting
    assert not folder.exists()
    assert everything(stage.directory) == before


def test_it_is_thrown_away_even_when_something_breaks(stage: Stage) -> None:
    folders = []

    def broken() -> None:
        with rehearse(stage.workspace, machine=EVENING) as rehearsal:
            folders.append(rehearsal.workspace.directory)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert not folders[0].exists()


def test_its_clock_begins_at_the_planned_start(stage: Stage) -> None:
    with rehearse(stage.workspace, "M-1", 60, EVENING) as rehearsal:
        assert rehearsal.workspace.house().now.isoformat() == "2026-03-03T09:00:00+00:00"
        assert rehearsal.mark == "rehearsal x60"
        assert rehearsal.workspace.clock().boot.startswith("rehearsal-")


def test_a_start_that_has_passed_is_rehearsed_now(stage: Stage) -> None:
    later = ManualClock(datetime(2026, 3, 3, 20, 15, tzinfo=UTC)).read
    with rehearse(stage.workspace, machine=later) as rehearsal:
        assert rehearsal.workspace.house().now == datetime(2026, 3, 3, 20, 15, tzinfo=UTC)


def test_nobody_takes_its_minutes_for_the_real_ones(stage: Stage) -> None:
    with rehearse(stage.workspace, machine=EVENING) as rehearsal:
        meeting = rehearsal.workspace.state.meeting(rehearsal.meeting)
        assert meeting is not None
        assert meeting.title == "Sync (rehearsal)"


def test_a_template_is_rehearsed_without_a_plan(stage: Stage) -> None:
    with rehearse(stage.workspace, "store-huddle-20", machine=EVENING) as rehearsal:
        meeting = rehearsal.workspace.state.meeting(rehearsal.meeting)
        assert meeting is not None
        assert (meeting.number, meeting.template, f"{meeting.start:%H:%M}") == (2, "store-huddle-20", "19:00")
    assert stage.state.counters.meeting == 1


def test_answers_in_confidence_and_real_papers_are_not_copied(stage: Stage) -> None:
    Box(stage.directory, "M-1-roti").add([Row("sales", (4,))])
    (stage.directory / "minutes").mkdir()
    (stage.directory / "minutes" / "M-1 2026-03-03 draft.pdf").write_bytes(b"real")
    with rehearse(stage.workspace, machine=EVENING) as rehearsal:
        names = {path.name for path in rehearsal.workspace.directory.iterdir()}
        assert not names & {"boxes", "minutes"}


def test_a_logo_outside_of_the_workspace_is_left_where_it_is(stage: Stage, tmp_path: Path) -> None:
    outside = tmp_path.parent / "logo.svg"
    outside.write_text("<svg/>", "utf-8")
    stage.workspace.change_setting("logo", "../logo.svg")
    with rehearse(stage.workspace, machine=EVENING) as rehearsal:
        assert not (rehearsal.workspace.directory.parent / "logo.svg").exists()


def test_the_minutes_are_made_before_they_go_and_kept_only_when_asked(stage: Stage, tmp_path: Path) -> None:
    with rehearse(stage.workspace, machine=EVENING) as rehearsal:
        session = Session(rehearsal.workspace, issue=False)
        tuple(session.perform(Start(rehearsal.meeting)))
        tuple(session.feed("n: something invented"))
        said = tuple(rehearsal.papers())
        assert str(rehearsal.workspace.directory) in said[-1]
        kept = rehearsal.keep(tmp_path / "trial")
        assert tuple(rehearsal.papers()) == ()  # they are there already
    assert kept
    assert all(
        path.name.startswith("rehearsal M-1 2026-03-03 draft") and path.stat().st_size for path in kept
    )
    assert not (stage.directory / "minutes").exists()


def test_a_meeting_that_was_never_begun_has_no_minutes(stage: Stage) -> None:
    with rehearse(stage.workspace, machine=EVENING) as rehearsal:
        assert tuple(rehearsal.papers()) == ()


def test_while_a_meeting_runs_nothing_is_rehearsed(stage: Stage) -> None:
    stage.play("/at 2026-03-03 09:00\n/start")
    with pytest.raises(Refused, match="M-1 Sync is running"), rehearse(stage.workspace):
        pass


def test_what_is_not_there_is_named(stage: Stage) -> None:
    with pytest.raises(NotFound, match="did you mean sync-30"), rehearse(stage.workspace, "snyc-30"):
        pass
    with pytest.raises(NotFound, match="M-7"), rehearse(stage.workspace, "M-7"):
        pass
