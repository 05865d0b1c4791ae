"""Keys of the screen Actions."""

from __future__ import annotations

from workshop.tui.keys.action import Action, Where

ACTION: Where = "actions"
ACTIONS: tuple[Action, ...] = (
    Action("action-show", "enter", "History", "Show everything about the action, with its history.", ACTION),
    Action("action-done", "x", "Done", "Tick it off; again, and it is open.", ACTION),
    Action("action-due", ">", "Due", "Give it another date: a letter.", ACTION),
    Action("action-owner", "@", "Owner", "Say who does it: a digit.", ACTION),
    Action("action-block", "b", "Blocked", "Say what it waits for.", ACTION),
    Action("action-drop", "D", "Drop", "Let it go, and say why.", ACTION),
    Action("action-new", "a", "New", "Type a new action: what, @who, >when.", ACTION),
    Action("action-mine", "m", "One person", "Only what one person does or helps with.", ACTION),
    Action("action-team", "t", "Team", "Only one team's.", ACTION),
    Action("action-overdue", "o", "Overdue", "Only what is overdue.", ACTION),
    Action("action-source", "s", "By source", "Put together by what they came from.", ACTION),
    Action("action-all", "h", "Done too", "Done and dropped ones too.", ACTION),
    Action("action-find", "/", "Find", "Only those that hold some words.", ACTION),
    Action("action-clear", "c", "All", "Every open action again.", ACTION),
    Action("action-copy", "y", "Copy", "Copy its words.", ACTION),
    Action("action-back", "q", "Back", "Go back.", ACTION),
)
