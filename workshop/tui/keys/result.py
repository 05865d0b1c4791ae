"""Keys of the screen with the results of an exercise."""

from __future__ import annotations

from workshop.tui.keys.action import Action, Where

RESULT: Where = "result"
ACTIONS: tuple[Action, ...] = (
    Action("result-back", "r,ctrl+r,q", "Room", "Go back to the room.", RESULT, priority=True),
    Action("result-reveal", "v", "Reveal", "Show what was given in confidence or hidden.", RESULT),
    Action("result-take", "t", "Take", "Make a draft real: its number, then owner and date.", RESULT),
    Action("result-next", ".,ctrl+down", "Next step", "Go to the next step.", RESULT, priority=True),
    Action("result-before", "comma,ctrl+up", "Step back", "Go back one step.", RESULT, priority=True),
)
