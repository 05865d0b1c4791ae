"""Keys one after the other: what a key brings up has the next one, however fast they come."""

from __future__ import annotations

from textual import events
from textual.app import App
from textual.widget import Widget

from workshop.tui.widgets.rows import Rows


class InTurn(App[int]):
    """A list does what a key asks before the next key is looked at.

    Left to the list's own queue, letters typed in a burst behind a key that leads to the line would still be keys of
    the list: `/unsaid` would take something back with its u.
    """

    async def on_event(self, event: events.Event) -> None:
        """Keys of a list at once; everything else its usual way."""
        if isinstance(event, events.Key) and not event.is_forwarded and isinstance(self.focused, Rows):
            first = await self._check_bindings(event.key, priority=True)
            if first or await self._check_bindings(event.key):
                return
        await super().on_event(event)


def hand_over(widget: Widget) -> None:
    """Gives it the keys from the next one on; `focus` would wait behind those that came meanwhile."""
    widget.screen.set_focus(widget)
