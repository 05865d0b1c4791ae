"""The room: what now? The screen with which a meeting is run."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content

from workshop.model.commands import Next
from workshop.model.state import State
from workshop.tui.keys import bindings
from workshop.tui.requests import Wanted
from workshop.tui.screens.page import Page
from workshop.tui.widgets.rows import Row, Rows
from workshop.tui.widgets.title import Title


class RoomScreen(Page):
    """The room."""

    where = "room"
    CSS_PATH = "room.tcss"
    BINDINGS = bindings("room")

    def body(self) -> ComposeResult:
        """One list."""
        yield Rows(id="rows")

    def show(self, state: State) -> None:
        """Entries."""
        meeting = state.running
        self.query_one(Title).left = Content(meeting.title if meeting else "No meeting is running.")
        entries = meeting.entries if meeting else ()
        self.query_one(Rows).put([Row(f"N-{e.number}", Content(self.wording.entry(e))) for e in entries])

    def action_next_segment(self) -> None:
        """On."""
        self.post_message(Wanted(Next()))
