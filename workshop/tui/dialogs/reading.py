"""Something to read over the screen: help, the last answers in full; any of esc, q and enter closes it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

FRAME = 8
"""Lines that are not for the words: a line of the screen above and below, the frame, title and keys with their gaps."""
WIDE = 76
"""Cells of the sheet, frame and margins counted in."""


def room_of(width: int) -> int:
    """Cells for a line, on a screen of that width: two for the frame, four beside the words, two for the scrollbar."""
    return min(WIDE, width) - 8


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
            yield Static(id="leave")

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """The words take what the screen has; the rest is scrolled to, and the last line says so."""
        self.query_one(VerticalScroll).styles.max_height = max(self.app.size.height - FRAME, 1)
        self.call_after_refresh(self._say_keys)

    def _say_keys(self) -> None:
        more = self.query_one(VerticalScroll).max_scroll_y > 0
        told = "esc closes, arrows scroll: there is more" if more else "esc closes"
        self.query_one("#leave", Static).update(Content.styled(told, "$quiet"))
