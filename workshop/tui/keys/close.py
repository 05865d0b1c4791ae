"""Keys of the screen Close."""

from __future__ import annotations

from workshop.tui.keys.action import Action

ACTIONS: tuple[Action, ...] = ()
