"""Something to read over the screen: help, the last answers in full; any of esc, q and enter closes it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

WIDE = 76
"""Cells of the sheet, frame and margins counted in."""


def room_of(width: int) -> int:
    """Cells for a line, on a screen of that width: two for the frame, four beside the words, one for the scrollbar."""
    return min(WIDE, width) - 7


class Reading(ModalScreen[None]):
    """A title and lines."""

    BINDINGS = [Binding("escape,q,enter,f1,?", "dismiss", show=False)]
    CSS_PATH = "reading.tcss"

    def __init__(self, title: str, text: Content) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The title, the text, how to leave."""
        with Vertical(id="sheet"):
            yield Static(Content.styled(self._title, "bold"), id="title")
            with VerticalScroll(id="text"):
                yield Static(self._text)
            yield Static(Content.styled("esc closes, arrows scroll", "$quiet"), id="leave")

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one(VerticalScroll).focus()
