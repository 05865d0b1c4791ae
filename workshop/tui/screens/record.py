"""Record: a first, plain version."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content

from workshop.model.state import State
from workshop.tui.keys import bindings
from workshop.tui.screens.page import Page
from workshop.tui.widgets.rows import Row, Rows
from workshop.tui.widgets.title import Title


class RecordScreen(Page):
    """Record."""

    where = "record"
    CSS_PATH = "record.tcss"
    BINDINGS = bindings("record")

    def body(self) -> ComposeResult:
        """One list."""
        yield Rows(id="rows")

    def show(self, state: State) -> None:
        """Every live action, for now."""
        self.query_one(Title).left = Content.styled("Record", "bold")
        rows = [Row(f"A-{a.number}", Content(self.wording.action(a))) for a in state.actions if a.live]
        self.query_one(Rows).put(rows or [Row("", Content("Nothing here yet."))])
