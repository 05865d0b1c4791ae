"""Keys of the screen Plan."""

from __future__ import annotations

from workshop.tui.keys.action import Action

ACTIONS: tuple[Action, ...] = (
    Action("plan-start", "enter", "Start", "Start the meeting and go to its room.", "plan"),
    Action("plan-more", "+", "Longer", "Give the segment a minute more.", "plan"),
    Action("plan-less", "-", "Shorter", "Take a minute from the segment.", "plan"),
    Action("plan-up", "K,shift+up", "Earlier", "Move the segment one place up.", "plan"),
    Action("plan-down", "J,shift+down", "Later", "Move the segment one place down.", "plan"),
    Action(
        "plan-lock",
        "l",
        "Lock",
        "Keep the segment's minutes from every re-timing; again, and it is open.",
        "plan",
    ),
    Action(
        "plan-core",
        "o",
        "Optional",
        "Make the segment optional, so that it pays first; again, and it is core.",
        "plan",
    ),
    Action("plan-skip", "s", "Leave out", "Leave the segment out of this meeting.", "plan"),
    Action("plan-restore", "b", "Bring back", "Bring back a segment that was left out.", "plan"),
    Action(
        "plan-fit", "c", "Compress", "Fit the plan into so many minutes: see who pays, then apply.", "plan"
    ),
    Action("plan-learned", "m", "Usual time", "Take the minutes that the segments usually took.", "plan"),
    Action("plan-change", "e", "Edit", "Change day, start, hard end, place or title.", "plan"),
    Action("plan-people", "w", "People", "Go to the people, and back to the agenda.", "plan"),
    Action(
        "plan-apologies", "x", "Apologies", "Note apologies of the person at hand, or take them back.", "plan"
    ),
    Action("plan-here", "h", "All here", "Note that everybody without apologies is here.", "plan"),
    Action("plan-other", "n", "Next plan", "Look at the next planned meeting.", "plan"),
)
