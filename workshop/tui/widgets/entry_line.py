"""The line in which everything is typed: enter stores, tab completes, up and down bring back, ctrl+z takes typing back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from textual import events
from textual.widget import Widget
from textual.widgets import TextArea

from workshop.line.completing import Completion

TALL = 5
"""Lines it grows to when several are pasted."""
STORES = "Type what is said; Enter stores it"
WAITS = "What you type here waits in the inbox"
"""What an empty line says: where a meeting is run, and where none is or another terminal runs it."""


class EntryLine(TextArea):
    """A text area of one line; it knows nothing of what a line means.

    Enter calls `enter` at once, not by a message: the letter that follows already finds the line empty.
    """

    def __init__(self, enter: Callable[[str], None]) -> None:
        super().__init__(
            id="line", soft_wrap=False, compact=True, show_line_numbers=False, highlight_cursor_line=False,
            placeholder=STORES,
        )  # fmt: skip
        self._enter = enter
        self.ways: tuple[Completion, ...] = ()
        """How the word under the cursor may go on; given by the screen after each change."""
        self._offered: tuple[Completion, ...] = ()
        self._turn = -1
        self._said: list[str] = []
        self._back = 0
        """How many lines back in history is shown; 0 is the draft."""
        self._draft = ""

    # For the screen ------------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Puts other words into the line, the cursor behind them; ctrl+z brings the old ones back."""
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.move_cursor(self.document.end)

    def empty(self) -> None:
        """An empty line with a clean slate for ctrl+z."""
        self.load_text("")
        self._back = 0

    def remember(self, lines: Sequence[str]) -> None:
        """Lines that up brings back."""
        self._said += [line for line in lines if line.strip() and line not in self._said[-1:]]

    @property
    def before_cursor(self) -> str:
        """The text up to the cursor."""
        row, column = self.cursor_location
        return "\n".join([*self.document.lines[:row], self.document.lines[row][:column]])

    # Keys ----------------------------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        key = event.key
        if key != "tab":
            self._offered = ()
        if key == "enter":
            self._enter(self.text)
        elif key == "tab" and (self.ways or self._offered):
            self._complete()
        elif key in ("up", "down") and self.document.line_count == 1:
            self._look_back(1 if key == "up" else -1)
        elif event.character and unicodedata.category(event.character[-1]) == "Cf" and not self.read_only:
            self.replace(
                event.character, *self.selection
            )  # joins letters or emoji; Textual takes it for a key
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()

    def _complete(self) -> None:
        """The first way to go on; tab again takes the next."""
        if not self._offered:
            self._offered, self._turn = self.ways, -1
        self._turn = (self._turn + 1) % len(self._offered)
        way = self._offered[self._turn]
        row, column = self.cursor_location
        start = max(way.start - (len(self.before_cursor) - column), 0)
        self.replace(way.text, (row, start), (row, column), maintain_selection_offset=False)
        self.move_cursor((row, start + len(way.text)))
        if len(self._offered) == 1:
            self._offered = ()

    def _look_back(self, step: int) -> None:
        back = self._back + step
        if not 0 <= back <= len(self._said):
            return
        if self._back == 0:
            self._draft = self.text
        self._back = back
        self.write(self._said[-back] if back else self._draft)

    def on_resize(self) -> None:
        """The cursor stays in sight when the kind in front takes more room."""
        self.scroll_cursor_visible()

    def on_text_area_changed(self) -> None:
        """As tall as what was pasted; the cursor in sight, for Textual scrolls before it knows the new width."""
        self.scroll_cursor_visible()
        row, lines = self.parent, min(self.document.line_count, TALL)
        if isinstance(row, Widget) and (row.styles.height is None or row.styles.height.value != lines):
            row.styles.height = lines  # the row's own, so that a letter lays out no more than the row
