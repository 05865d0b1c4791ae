"""Home: a first, plain version."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content

from workshop.model.commands import Start
from workshop.model.state import State
from workshop.tui.keys import bindings
from workshop.tui.requests import Go, Wanted
from workshop.tui.screens.page import Page
from workshop.tui.widgets.rows import Row, Rows
from workshop.tui.widgets.title import Title


class HomeScreen(Page):
    """What should we do next?"""

    where = "home"
    CSS_PATH = "home.tcss"
    BINDINGS = bindings("home")

    def body(self) -> ComposeResult:
        """One list."""
        yield Rows(id="rows")

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """The other screens."""
        return ("home-room", "home-plan", "home-actions", "home-record", "undo")

    def show(self, state: State) -> None:
        """Meetings, then open actions."""
        self.query_one(Title).left = Content.styled(self.workspace.settings.name, "bold")
        rows = [
            Row(f"M-{m.number}", Content(f"M-{m.number} {m.title} · {self.wording.day(m.on)} {m.start:%H:%M} · {m.status}"))
            for m in state.meetings
        ]  # fmt: skip
        rows.append(Row("", Content("Open actions")))
        rows += [Row(f"A-{a.number}", Content(self.wording.action(a))) for a in state.actions if a.live]
        self.query_one(Rows).put(rows)

    def action_home_room(self) -> None:
        """The running meeting, or the next one."""
        planned = sorted(
            (m for m in self.state.meetings if m.status == "planned"), key=lambda m: (m.on, m.start)
        )
        if self.state.running is None and planned:
            self.post_message(Wanted(Start(planned[0].number)))
        else:
            self.post_message(Go("room"))

    def action_home_plan(self) -> None:
        """Plan."""
        self.post_message(Go("plan"))

    def action_home_actions(self) -> None:
        """Actions."""
        self.post_message(Go("actions"))

    def action_home_record(self) -> None:
        """Record."""
        self.post_message(Go("record"))
