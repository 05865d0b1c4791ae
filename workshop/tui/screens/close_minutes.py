"""The minutes after a close: made in the thread that does files, shown as text, opened in the system's viewer."""

from __future__ import annotations

from pathlib import Path

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workshop.errors import WorkshopError
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.values import dataclass
from workshop.tui.screens.answering import Answering
from workshop.tui.viewer import open_file
from workshop.tui.widgets.close_page_one import page_one
from workshop.workspace.issuing import FOLDER, issue, version


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making the minutes."""

    said: tuple[str, ...] = ()
    path: Path | None = None
    off: str = ""
    """Why there are none."""


def last_closed(state: State) -> Meeting | None:
    """The meeting that was closed last."""
    closed = [meeting for meeting in state.meetings if meeting.closed is not None]
    return max(closed, key=lambda meeting: meeting.closed or 0, default=None)


class MinutesPart(Answering):
    """Everything from the close on."""

    _asked: tuple[int, str] | None = None
    """Meeting and version whose minutes are made or shown."""
    _made: Made | None = None
    _seconds = 0

    def show_minutes(self, meeting: Meeting) -> None:
        """Makes the minutes of a meeting closed here; of an earlier one it shows those that lie there."""
        wanted = (meeting.number, version(meeting))
        if self._asked != wanted:
            self._asked = wanted
            self._make(meeting, fresh=meeting.number in self.workspace.closed_states)
        self._show_stage()

    def _make(self, meeting: Meeting, *, fresh: bool) -> None:
        self._made, self._seconds = None, 0
        self.query_one("#text", Static).update("")
        self.run_worker(self._work(meeting, fresh=fresh), name="minutes", exclusive=True, group="minutes")

    async def _work(self, meeting: Meeting, *, fresh: bool) -> None:
        try:
            page = await self.program.work(lambda: self._page(meeting.number))
            self.query_one("#text", Static).update(page)
            self.query_one("#page", VerticalScroll).focus()
            self._made = await self.program.work(lambda: self._files(meeting, fresh=fresh))
        except WorkshopError as off:
            self._made = Made(off=str(off))
        self._show_stage()
        self.show_offers()

    def _page(self, number: int) -> Content:
        from workshop.exporting.digest import digest  # brings the formats, 60 ms
        from workshop.workspace.issuing import source

        return page_one(digest(source(self.workspace, number)), self.wording.day)

    def _files(self, meeting: Meeting, *, fresh: bool) -> Made:
        said = tuple(issue(self.workspace, meeting.number)) if fresh else ()
        stem = f"M-{meeting.number} {meeting.on.isoformat()} {version(meeting)}"
        folder = self.workspace.directory / FOLDER
        paths = (folder / f"{stem}{ending}" for ending in (".pdf", ".md"))
        return Made(said, next((path for path in paths if path.exists()), None))

    def _show_stage(self) -> None:
        self.query_one("#stage", Static).update(Content("\n").join(self._stage()))

    def _stage(self) -> list[Content]:
        made, number = self._made, self._asked[0] if self._asked else 0
        if made is None:
            return [Content.assemble(("Making the minutes ", "$amber bold"), (self._progress(), "$quiet"))]
        if made.off:
            return [Content.styled(made.off, "$amber"), Content("m makes them again.")]
        notes = [Content.styled(line[2:], "$amber") for line in made.said if line.startswith("! ")]
        if made.path is None:
            return [*notes, Content(f"The minutes of M-{number} are not in a file yet; m makes it.")]
        key = self.program.keys.shown("close-open")
        ready = Content.assemble(
            (f"{self.glyphs.done} The minutes are ready. ", "$green bold"),
            (key, "$shown bold"),
            " opens them.",
        )
        return [*notes, ready, Content.styled(f"{FOLDER}/{made.path.name}", "$quiet")]

    def _progress(self) -> str:
        """Read, laid out, written: how long it takes already."""
        return (
            f"{self.glyphs.full * (self._seconds + 1)} {self._seconds} s"
            if self._seconds
            else self.glyphs.more
        )

    def tick(self) -> None:
        """Progress goes on while they are made."""
        if self._asked and self._made is None and self.has_class("-over"):
            self._seconds += 1
            self._show_stage()

    def action_close_open(self) -> None:
        """In the viewer."""
        made = self._made
        if made is None or made.path is None:
            self.program.say("There are no minutes to open yet.", calm=False)
            return
        self.run_worker(self._open(made.path), name="open")

    async def _open(self, path: Path) -> None:
        try:
            await self.program.work(lambda: open_file(path))
        except WorkshopError as off:
            self.program.say(str(off), calm=False)
        else:
            self.program.say(f"{path.name} opens in your viewer.")

    def action_close_again(self) -> None:
        """Once more."""
        meeting = last_closed(self.state)
        if self.state.running is not None or meeting is None:
            self.program.say("Minutes are made when the meeting is closed.", calm=False)
            return
        self._make(meeting, fresh=True)
        self._show_stage()
