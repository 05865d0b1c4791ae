"""Keys that do the same on every screen; plain letters only where no text is typed."""

from __future__ import annotations

from workshop.tui.keys.action import Action

ACTIONS = (
    Action("help", "f1,?", "Help", "Show what is possible here."),
    Action(
        "commands", "ctrl+p,:", "Commands", "Find every action, meeting, person and action item by its name."
    ),
    Action("leave", "escape", "Back", "Go one layer back."),
    Action("picture", "f12", "Picture", "Keep a picture of the screen as a file in the workspace."),
    Action("undo", "u", "Undo", "Take back the last thing."),
    Action("redo", "U", "Redo", "Do again what was taken back."),
    Action("go-home", "", "Home", "The next meeting, what is due, what waits."),
    Action("go-plan", "", "Plan", "The agenda of the next meeting: does it fit, who is ready."),
    Action("go-room", "", "Room", "Run the meeting."),
    Action("go-close", "", "Close", "Walk through what is open, then close the meeting."),
    Action("go-actions", "", "Actions", "Who does what by when, over all meetings."),
    Action("go-record", "", "Record", "Meetings, decisions, objections: everything that was said."),
    Action("said", "", "What was said", "The last answers of the program in full."),
    Action("quit", "ctrl+q", "Quit", "Leave the program; a running meeting goes on.", priority=True),
)
