"""The first picture: it stands before any shelf is read, and what is typed into it stays."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from screens import RUNNING, Stage
from textual.pilot import Pilot

from workshop.library import Library, load
from workshop.library.shelved import Reads
from workshop.line.script_workspace import script_session
from workshop.store import ManualClock
from workshop.tui import Looks, WorkshopApp
from workshop.tui.drafts import keep_draft
from workshop.tui.widgets.entry_line import EntryLine
from workshop.workspace import Workspace

LONG = 30
"""Seconds after which a shelf is read in any case, so that a test ends."""


@pytest.fixture
def shelves(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Set, it lets the shelves be read."""
    given = Event()

    def waiting(own: Path, profile: str, vocabulary: str, *, reads: Reads) -> Library:
        given.wait(LONG)
        return load(own, profile, vocabulary, reads=reads)

    monkeypatch.setattr("workshop.library.load", waiting)
    return given


def room(directory: Path, shelves: Event) -> WorkshopApp:
    """The room of a meeting that runs, the shelves unread."""
    shelves.set()
    session = script_session(directory, issue=False)
    for line in (*RUNNING.splitlines(), "o: too dear"):
        tuple(session.feed(line.strip()))
    shelves.clear()
    clock = ManualClock(session.workspace.clock().at)
    return WorkshopApp(Workspace(directory, clock.read), opens="room", looks=Looks(calm=True))


async def typed(pilot: Pilot[int], text: str) -> None:
    """Letter by letter, as fast as can be."""
    for letter in text:
        await pilot.press("space" if letter == " " else letter)


async def test_the_frame_takes_what_is_typed_while_the_shelves_are_read(
    tmp_path: Path, shelves: Event
) -> None:
    app = room(tmp_path, shelves)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = Stage(app, pilot, ManualClock(app.workspace.clock().at))
        await typed(pilot, "d: ten weeks")
        assert app.screen.query_one(EntryLine).text == "d: ten weeks"
        assert "F1 Help" in shown.text()
        assert "too dear" not in shown.text()
        shelves.set()
        await shown.settle()
        assert app.screen.query_one(EntryLine).text == "d: ten weeks"
        assert "decision ·" in shown.text()
        assert "too dear" in shown.text()


async def test_a_line_entered_before_the_shelves_were_read_is_stored(tmp_path: Path, shelves: Event) -> None:
    app = room(tmp_path, shelves)
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot, "o: ten weeks")
        shelves.set()
        await pilot.press("enter")
        await Stage(app, pilot, ManualClock(app.workspace.clock().at)).settle()
        meeting = app.state.running
        assert meeting is not None
        assert [entry.said.text for entry in meeting.entries] == ["too dear", "ten weeks"]


async def test_leaving_before_the_shelves_were_read_ends_the_program(tmp_path: Path, shelves: Event) -> None:
    app = room(tmp_path, shelves)
    async with app.run_test(size=(80, 24)) as pilot:
        app.exit(0)
        shelves.set()
        await pilot.pause()
    assert app.return_value == 0


async def test_a_long_draft_comes_back_with_its_end_in_sight(tmp_path: Path, shelves: Event) -> None:
    app = room(tmp_path, shelves)
    keep_draft(tmp_path, f"hot-button: {'ten weeks is too long ' * 6}to the very end")
    shelves.set()
    async with app.run_test(size=(80, 24)) as pilot:
        shown = Stage(app, pilot, ManualClock(app.workspace.clock().at))
        await shown.settle()
        assert "to the very end" in shown.text()
