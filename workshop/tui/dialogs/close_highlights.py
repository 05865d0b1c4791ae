"""The last look before the close: five lines of what this meeting brought, to be confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workshop.tui.dialogs.reading import room_of
from workshop.tui.widgets.hanging import hanging

MOST = 2
"""Lines for each."""


class Highlights(ModalScreen[bool]):
    """True to close and make the minutes."""

    BINDINGS = [
        Binding("enter,y", "answer(True)", show=False),
        Binding("escape,q,n", "answer(False)", show=False),
    ]
    CSS_PATH = "close_highlights.tcss"

    def __init__(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """`lines`: a word and what there is to say about it."""
        super().__init__()
        self._title, self._lines = title, tuple(lines)

    def compose(self) -> ComposeResult:
        """The lines and what enter does."""
        with Vertical(id="sheet"):
            yield Static(Content.styled(self._title, "bold"), id="title")
            yield Static(id="lines")
            keys = Content.assemble(
                ("enter", "$shown bold"),
                " closes and makes the minutes   ",
                ("esc", "$shown bold"),
                " not yet",
            )
            yield Static(keys, id="keys")

    def on_mount(self) -> None:
        """The lines, as wide as the sheet."""
        wide, room = max(len(word) for word, _ in self._lines), room_of(self.app.size.width)
        told = (
            hanging(Content.styled(f"{word:<{wide}}  ", "$quiet"), Content(text), room, MOST)
            for word, text in self._lines
        )
        self.query_one("#lines", Static).update(Content("\n").join(told))

    def action_answer(self, yes: bool) -> None:
        """Enter or esc."""
        self.dismiss(yes)
