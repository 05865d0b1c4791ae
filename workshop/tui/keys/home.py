"""Keys of the screen Home."""

from __future__ import annotations

from workshop.tui.keys.action import Action

ACTIONS: tuple[Action, ...] = (
    Action("home-room", "r", "Room", "Go to the room of the running meeting, or start the next one.", "home"),
    Action("home-plan", "p", "Plan", "Look at the plan of the next meeting.", "home"),
    Action("home-catch", "i", "Catch", "Catch something for the next meeting in one line.", "home"),
    Action("home-new", "n", "New meeting", "Plan a meeting from an agenda on the shelf.", "home"),
    Action(
        "home-suggested",
        "s",
        "Suggested",
        "Plan what is suggested: its agenda, in hand on the sheet.",
        "home",
    ),
    Action("home-actions", "a", "Actions", "See who does what by when.", "home"),
    Action("home-record", "m", "Record", "See meetings, decisions and all that was said.", "home"),
    Action("home-people", "w", "People", "Add people, one a line; change firm and zone.", "home"),
)
