"""Keys of the room: F-keys work while typing, plain letters act on the list and the clock."""

from __future__ import annotations

from workshop.tui.keys.action import Action

ACTIONS: tuple[Action, ...] = (
    Action("next-segment", "f9,pagedown,]", "Next", "Go to the next segment.", "room", priority=False),
)
