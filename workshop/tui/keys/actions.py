"""Keys of the screen Actions."""

from __future__ import annotations

from workshop.tui.keys.action import Action

ACTIONS: tuple[Action, ...] = ()
