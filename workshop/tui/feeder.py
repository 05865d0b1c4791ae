"""Keeps the audience feed up to date while this terminal steers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.errors import WorkshopError
from workshop.model.state import State

if TYPE_CHECKING:
    from workshop.tui.app import WorkshopApp


class Feeder:
    """Writes what the room may see after each change, in the thread that does files."""

    def __init__(self, program: WorkshopApp) -> None:
        self._program = program
        self._fed: State | None = None
        self._number = 0
        """The meeting last shown; after its close it stays on the second terminal."""
        self._off = ""
        """Why the last one could not be written; said with the next."""

    def follow(self, state: State) -> None:
        """Call it with each state; the same one again costs nothing."""
        if state is self._fed or not self._program.is_running:
            return
        if self._fed is None:
            self._program.desk.refresh()  # only then is it known whether this terminal steers
        self._fed = state
        self._program.desk.run(self._write)
        if self._off:
            self._program.say(self._off, calm=False)

    def _write(self) -> None:
        from workshop.line.exercises import board  # not before the first picture
        from workshop.line.feed import Words, feed, write_feed

        if self._program.desk.reading_along:
            return
        workspace, say = self._program.workspace, self._program.wording
        state, reading = workspace.state, workspace.clock()
        self._number = state.running.number if state.running else self._number
        meeting = state.meeting(self._number) if self._number else None
        words = Words(workspace.settings.name, say.name, say.day, say.words)
        try:
            told = feed(state, meeting, reading, workspace.house(reading).moment, words, board(workspace))
            write_feed(workspace.directory, told)
            self._off = ""
        except WorkshopError as off:
            self._off = str(off)
