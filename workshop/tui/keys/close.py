"""Keys of the screen Close."""

from __future__ import annotations

from workshop.tui.keys.action import Action, Where

CLOSE: Where = "close"
ACTIONS: tuple[Action, ...] = (
    Action("close-settle", "enter", "Settle", "Settle the open point at hand.", CLOSE),
    Action("close-read", "r", "Read back", "Read decisions and actions aloud, one after the other.", CLOSE),
    Action("close-done", "C", "Close", "Look at the highlights, then close the meeting.", CLOSE),
    Action("close-type", "i", "Type", "Type any line, as in the room.", CLOSE),
    Action("close-command", "/", "Slash", "Type a command.", CLOSE),
    Action("close-reveal", "R", "Totals", "Show the totals of what was given in confidence.", CLOSE),
    Action("close-room", "q", "Room", "Go back to the room.", CLOSE),
    Action("close-open", "o", "Open PDF", "Open the minutes in the viewer of this system.", CLOSE),
    Action("close-again", "m", "Make again", "Make the minutes once more.", CLOSE),
)
