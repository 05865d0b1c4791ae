"""Keys of the screen Record."""

from __future__ import annotations

from workshop.tui.keys.action import Action, Where

RECORD: Where = "record"
ACTIONS: tuple[Action, ...] = (
    Action("record-show", "enter", "Open", "Read the one at hand in full.", RECORD),
    Action("record-find", "/", "Search", "Search everything that was ever recorded.", RECORD),
    Action("record-next", "],right,l", "Next list", "Go to the next list.", RECORD),
    Action("record-before", "[,left", "List before", "Go to the list before.", RECORD),
    Action("record-open", "o", "Open PDF", "Open the minutes at hand in the viewer of this system.", RECORD),
    Action("record-copy", "y", "Copy", "Copy its words.", RECORD),
    Action("record-back", "q", "Back", "Go back.", RECORD),
)
