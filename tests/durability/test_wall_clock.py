"""The wall clock moved while a meeting runs: what passed counts, and the disagreement is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from durability.rooms import feed, running

from workshop.facilitation.face import face
from workshop.line.session import Session
from workshop.model.meeting import Meeting
from workshop.model.moments import Reading
from workshop.workspace import Workspace
from workshop.workspace.checking import problems


class Clocks:
    """Both clocks of a machine, moved by hand."""

    def __init__(self) -> None:
        self.reading = Reading(datetime(2026, 3, 3, 8, 0, tzinfo=UTC), 1_000_000, "first")

    def read(self) -> Reading:
        return self.reading

    def pass_by(self, minutes: int) -> None:
        """Time passes: both clocks go on."""
        self.reading = replace(
            self.reading,
            at=self.reading.at + timedelta(minutes=minutes),
            mono=self.reading.mono + minutes * 60_000,
        )

    def set_wall(self, hours: int) -> None:
        """Somebody sets the wall clock; no time passes."""
        self.reading = replace(self.reading, at=self.reading.at + timedelta(hours=hours))

    def reboot(self) -> None:
        """The running clock begins anew."""
        self.reading = replace(self.reading, mono=5_000, boot=f"after {self.reading.boot}")


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def session(tmp_path: Path, clocks: Clocks) -> Session:
    """A sync that began a moment ago."""
    return running(tmp_path / "firm", clocks.read)


def meeting_of(workspace: Workspace) -> Meeting:
    meeting = workspace.state.running
    assert meeting is not None
    return meeting


def minutes_gone(workspace: Workspace) -> tuple[float, float]:
    """Minutes gone of the meeting and of the segment on screen."""
    shown = face(meeting_of(workspace), workspace.house().moment)
    assert shown.item is not None
    return shown.meeting.gone / 60_000, shown.item.gone / 60_000


@pytest.mark.parametrize(("hours", "sign"), [(1, "+"), (-1, "-")])
def test_an_hour_on_the_wall_clock_is_no_minute_of_the_meeting(
    session: Session, clocks: Clocks, hours: int, sign: str
) -> None:
    clocks.pass_by(1)
    feed(session, "n: before", "/next")
    clocks.pass_by(2)
    clocks.set_wall(hours)
    clocks.pass_by(1)
    feed(session, "n: after")
    assert minutes_gone(session.workspace) == (4, 3)
    assert len(meeting_of(session.workspace).clock_notes) == 1
    assert f"The wall clock moved by {sign}1:00:00" in meeting_of(session.workspace).clock_notes[0]


def test_forward_and_back_with_a_restart_in_between_leaves_every_duration_as_it_passed(
    session: Session, clocks: Clocks
) -> None:
    workspace = session.workspace
    for hours in (1, -1, -1, 1):
        clocks.pass_by(1)
        feed(session, f"n: the wall clock moves by {hours} after this")
        clocks.set_wall(hours)
        workspace = Workspace(workspace.directory, clocks.read)
        session = Session(workspace, issue=False)
    clocks.pass_by(1)
    feed(session, "/next")
    item = meeting_of(workspace).items[0]
    assert [(span.end or 0) - span.start for span in item.visits] == [5 * 60_000]
    assert len(meeting_of(workspace).clock_notes) == 4
    assert list(problems(workspace)) == []


def test_a_reboot_counts_by_the_wall_clock_and_never_backwards(session: Session, clocks: Clocks) -> None:
    clocks.pass_by(1)
    feed(session, "n: before the battery went")
    clocks.reboot()
    clocks.set_wall(1)
    feed(session, "n: an hour later")
    assert minutes_gone(session.workspace)[0] == 61
    clocks.reboot()
    clocks.set_wall(-2)
    feed(session, "n: with the clock of another zone")
    assert minutes_gone(session.workspace)[0] == 61
    assert "2:00:00 earlier" in meeting_of(session.workspace).clock_notes[-1]


def test_what_the_clocks_disagreed_on_is_said_in_the_meeting(session: Session, clocks: Clocks) -> None:
    clocks.set_wall(1)
    clocks.pass_by(1)
    told = feed(session, "n: the clock was changed", "/time")
    assert "Meeting: 1:00 of 30 min" in "\n".join(told)
    clocks.set_wall(-1)
    assert feed(session, "/time")[-1].endswith("ends 09:30")
