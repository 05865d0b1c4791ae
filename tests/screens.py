"""The program on a terminal that is not there: a workspace from typed lines, its clock in the test's hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from workshop.line.script_workspace import script_session
from workshop.store import ManualClock
from workshop.tui import Looks, WorkshopApp
from workshop.tui.screens.page import Page
from workshop.tui.screens.room_line import READ, LinePart
from workshop.workspace import Workspace

FIRM = """
/at 2026-03-02 12:00
/set name=Norvik
/set zone=Europe/Berlin
/person Ana Ruiz; sales; Head of sales
/person Bo Lind; sales; Key accounts
/person Cleo Fox; marketing; Head of marketing
/person Dan Hill; marketing; Campaigns
/meeting sync-30 2026-03-03 09:00 title=Sync
/at 2026-03-03 09:00
"""
"""A firm with one planned meeting."""
RUNNING = FIRM + "/here all\n/start\n"
"""The same with the meeting on its first segment."""


class Stage:
    """One program and the hands on it."""

    def __init__(self, app: WorkshopApp, pilot: Pilot[int], clock: ManualClock) -> None:
        self.app = app
        self.clock = clock
        """The script's clock, to be moved by the test."""
        self.pilot = pilot
        self.presses = 0
        """Key presses so far, those that type text left out."""

    async def press(self, *keys: str) -> None:
        """Keys one after the other, each counted; returns when everything asked for is stored and shown."""
        self.presses += len(keys)
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        """Text, letter by letter; not counted."""
        for letter in text:
            await self.pilot.press(letter if letter != " " else "space")
        await self.settle()

    async def settle(self) -> None:
        """Waits for the desk and for the screen, however long they take."""
        for _ in range(2):
            await asyncio.wrap_future(self.app.desk.run(lambda: None))
            await self.pilot.pause()
            while isinstance(self.app.screen, LinePart) and self.app.screen.unread:
                await self.pilot.pause(READ)

    @property
    def page(self) -> Page:
        """The screen on top."""
        assert isinstance(self.app.screen, Page)
        return self.app.screen

    @property
    def sentence(self) -> str:
        """What the status line says."""
        return self.app.sentence[0]

    def text(self) -> str:
        """Everything on the screen, line by line."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line) for line in lines)


@asynccontextmanager
async def stage(
    directory: Path,
    script: str = RUNNING,
    *,
    size: tuple[int, int] = (80, 24),
    opens: str = "home",
    looks: Looks | None = None,
) -> AsyncIterator[Stage]:
    """The program over a workspace made by these lines, on the script's clock."""
    session = script_session(directory, issue=False)
    for line in script.splitlines():
        tuple(session.feed(line.strip()))
    clock = ManualClock(session.workspace.clock().at)
    app = WorkshopApp(Workspace(directory, clock.read), opens=opens, looks=looks or Looks(calm=True))
    async with app.run_test(size=size) as pilot:
        shown = Stage(app, pilot, clock)
        await shown.settle()
        yield shown
