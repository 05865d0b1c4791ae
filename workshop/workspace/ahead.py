"""The minutes of a running meeting, pressed before it closes: when the gate is open, as if somebody closed it now.

Of an early close nothing can be made before: it tells why in words of its own, and they stand in the minutes. The second
process stands ready for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from workshop.errors import WorkshopError
from workshop.facilitation.gate import gate
from workshop.model.facts import MeetingClosed
from workshop.model.meeting import Meeting
from workshop.model.moments import Reading
from workshop.model.state import State
from workshop.workspace.core import Workspace
from workshop.workspace.rounds import as_shown

if (
    TYPE_CHECKING
):  # the exporting room brings Babel and Jinja, 150 ms: only a meeting that nears its end loads it
    from workshop.exporting.pdf import Work
    from workshop.exporting.pdf.beside import Beside, Pressed

EVERY = 0.5
"""Seconds between two looks at what was stored; nothing is done where something was in between."""
WARM = 60.0
"""Seconds of a meeting after which the second process is begun, should it close early."""
SOON = timedelta(seconds=15)
"""Before a minute is over, the minutes of a close in the next one are made too."""
KEPT = 2
"""PDFs: of this minute and of the next."""


class Ahead:
    """Looks along while a meeting runs; asked for the PDF of its close, it mostly has it."""

    def __init__(self, workspace: Workspace, beside: Beside | None = None) -> None:
        self._workspace = workspace
        self._beside = beside
        self._ready: dict[bytes, Pressed] = {}
        self._turn = Lock()
        self._seen: tuple[State, int] | None = None
        self._asked: bytes | None = None
        """The work that a close waits for."""
        self._done: set[datetime] = set()
        """Minutes that were dealt with as things stand."""
        self._looks = 0
        self._over = Event()
        self._thread = Thread(target=self._watch, name="ahead", daemon=True)

    def __enter__(self) -> Ahead:
        self._workspace.press = self.press
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._workspace.press = None
        self._over.set()
        self._end()  # whoever waits for it need not wait any more
        self._thread.join()
        self._end()

    def press(self, work: Work) -> bytes:
        """The PDF: the one that lies ready, or made in the second process, or here. Raises MissingLibrary."""
        from workshop.exporting.pdf import press
        from workshop.exporting.pdf.glyphs import tell

        self._asked = key = work.key
        try:
            found = self._pressed(work, key)
        finally:
            self._asked = None
        if found is None:
            return press(work)
        tell(found.undrawn)
        return found.content

    def _pressed(self, work: Work, key: bytes, wanted: Callable[[], bool] = lambda: True) -> Pressed | None:
        with self._turn:
            found = self._ready.get(key)
            if found is None and self._beside is not None and wanted():
                found = self._beside.press(work, wanted)
            if found is not None:
                self._ready = {**dict(list(self._ready.items())[1 - KEPT :]), key: found}
            return found

    def _wanted(self, key: bytes) -> bool:
        """Whether a close may still ask for it: a close that waits tells, and until then what was stored since."""
        if self._asked is not None:
            return self._asked == key
        return self._workspace.state.running is None or self._as_seen()

    def _as_seen(self) -> bool:
        """Whether nothing was stored, and nothing given in confidence, since the last look."""
        state, given = self._seen or (None, 0)
        return state is self._workspace.state and given == self._workspace.confidence.changes

    def _watch(self) -> None:
        while not self._over.wait(EVERY):
            self.look()

    def look(self) -> None:
        """Does what is to be done, if nothing was stored since the last look."""
        state = self._workspace.state
        if not self._as_seen():
            self._seen, self._done = (state, self._workspace.confidence.changes), set()
        elif state.running is not None:
            self._looks += 1
            if self._looks * EVERY >= WARM:
                self._begun()
            self._look_ahead()

    def _look_ahead(self) -> None:
        now = self._workspace.clock()
        for reading in (now, _later(now)):
            minute = reading.at.replace(second=0, microsecond=0)
            if minute not in self._done and self._as_seen():
                self._done.add(minute)
                shown = as_shown(
                    self._workspace
                )  # a close shows what lies in a box: nobody has to do it before
                meeting = shown.running
                if meeting and not gate(shown, meeting, self._workspace.house(reading)):
                    self._make(meeting, reading)

    def _make(self, meeting: Meeting, reading: Reading) -> None:
        """The minutes as of a close at that moment. What is off with them is said when they are asked for."""
        from workshop.exporting.digest import Source, digest
        from workshop.exporting.look import look_of
        from workshop.exporting.pdf import work

        space = self._workspace
        state = as_shown(space, (MeetingClosed(),), reading)
        closed = state.meeting(meeting.number)
        if closed is None:
            return
        try:
            minutes = digest(Source(state, closed, space.people, space.settings, space.library))
            asked = work(minutes, look_of(space.settings, space.directory))
        except (WorkshopError, OSError):
            return
        self._begun()
        key = asked.key
        self._pressed(asked, key, lambda: self._wanted(key))

    def _begun(self) -> None:
        from workshop.exporting.pdf.beside import Beside

        self._beside = self._beside or Beside()
        if not self._over.is_set():
            self._beside.start()

    def _end(self) -> None:
        if self._beside is not None:
            self._beside.close()


def _later(reading: Reading) -> Reading:
    return replace(reading, at=reading.at + SOON, mono=reading.mono + SOON // timedelta(milliseconds=1))
