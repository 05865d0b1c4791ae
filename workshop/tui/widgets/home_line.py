"""A field of one line: enter hands it over, ctrl+z takes typing back, what is refused stays."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import TextArea


class OneLine(TextArea):
    """A text area of one line that knows nothing of what it is for. Several pasted lines stay several lines.

    `handed`: enter takes the words out at once, so that the letter that follows begins the next line.
    """

    DEFAULT_CSS = """
    OneLine { height: 1; border: none; padding: 0; scrollbar-size: 0 0; }
    OneLine:focus { border: none; }
    """

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

        line: OneLine
        text: str
        """What stood there."""

        @property
        def control(self) -> OneLine:
            """For handlers that name the field."""
            return self.line

    def __init__(self, *, id: str, placeholder: str = "", handed: bool = False) -> None:  # noqa: A002 - Textual's name
        super().__init__(
            id=id, soft_wrap=False, compact=True, highlight_cursor_line=False, placeholder=placeholder
        )
        self.cursor_blink = False  # nothing blinks
        self._handed = handed

    def write(self, text: str) -> None:
        """Other words, the cursor behind them."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered(self, self.text))
            if self._handed:
                self.write("")
        else:
            await super()._on_key(event)
