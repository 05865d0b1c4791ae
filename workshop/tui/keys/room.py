"""Keys of the room: F-keys work while typing too, plain letters act on the row at hand and on the clock."""

from __future__ import annotations

from workshop.tui.keys.action import Action, Where

ROOM: Where = "room"
ACTIONS: tuple[Action, ...] = (
    # The line
    Action("type", "i", "Type", "Go to the line; esc comes back and keeps the draft.", ROOM),
    Action("kind-action", "f2,a", "Action", "Make the draft an action: @who, >when.", ROOM, priority=True),
    Action("kind-decision", "f3,d", "Decision", "Make the draft a decision.", ROOM, priority=True),
    Action("kind-objection", "f4,o", "Objection", "Make the draft an objection.", ROOM, priority=True),
    Action("kind-note", "f5,n", "Note", "Make the draft a note.", ROOM, priority=True),
    Action("kind-question", "f8,Q", "Question", "Make the draft a question.", ROOM, priority=True),
    Action("kind-parked", "p", "Park", "Type a topic to be parked.", ROOM),
    Action("kind-private", ";", "Private", "Type a note only for yourself.", ROOM),
    Action("park", "f7,P", "Park", "Park the draft; in the list, the row at hand.", ROOM, priority=True),
    Action("command", "/", "Slash", "Type a command.", ROOM),
    Action("editor", "ctrl+g", "Editor", "Write the draft in your own editor.", ROOM, priority=True),
    # The exercise on screen
    Action(
        "card-next",
        "ctrl+down,.",
        "Next step",
        "Bring up the next step, or the next card of a report.",
        ROOM,
        priority=True,
    ),
    Action("card-back", "ctrl+up,comma", "Step back", "Go back one step or card.", ROOM, priority=True),
    Action(
        "results", "ctrl+r,r", "Results", "See what the exercise has come to, large.", ROOM, priority=True
    ),
    Action("reveal", "v", "Reveal", "Show what was given in confidence or hidden.", ROOM),
    Action("confide", "V", "Confide", "Ask a round in confidence where it may be; again, and openly.", ROOM),
    Action("take", "t", "Take", "Make a draft real: its number, then owner and date.", ROOM),
    # The row at hand
    Action("row-owner", "@", "Owner", "Say who does it, or who said it: a digit.", ROOM),
    Action("row-due", ">", "Due", "Say by when: a letter.", ROOM),
    Action("row-tag", "#", "Tag", "Add a tag.", ROOM),
    Action("row-priority", "!", "Priority", "Mark it as high priority.", ROOM),
    Action("row-done", "x", "Done", "Tick off an action, or a row of a checklist.", ROOM),
    Action("row-convert", "c", "Convert", "Make something else of it; it keeps where it came from.", ROOM),
    Action("row-move", "M", "Move", "Put it under another segment.", ROOM),
    Action("row-down", "J", "Later", "Put it one place down.", ROOM),
    Action("row-up", "K", "Earlier", "Put it one place up.", ROOM),
    Action("row-merge", "m", "Merge", "Let its words join another entry.", ROOM),
    Action("row-split", "S", "Split", "Make two of it: type // between the two.", ROOM),
    Action("row-edit", "e", "Edit", "Change its words, marks and fields.", ROOM),
    Action("row-strike", "delete", "Strike", "Strike it; u brings it back.", ROOM),
    Action("row-copy", "y", "Copy", "Copy its words.", ROOM),
    # The clock
    Action("next-segment", "f9,pagedown,]", "Next", "Go to the next segment.", ROOM, priority=True),
    Action("back-segment", "pageup,[", "Back", "Go back one segment.", ROOM, priority=True),
    Action(
        "more-time", "f6,+", "+5 min", "Give this segment five minutes more; others pay.", ROOM, priority=True
    ),
    Action("less-time", "-", "-5 min", "Take five minutes away.", ROOM),
    Action("borrow", "b", "Borrow 3", "Borrow three minutes from later segments.", ROOM),
    Action("pause", "space", "Pause", "Stop the clock; again, and it goes on.", ROOM),
    Action("retime", "=", "Re-time", "See how the rest fits the time left; again, and it is done.", ROOM),
    Action("skip", "s", "Skip", "Leave this segment for the next meeting.", ROOM),
    Action("set-time", "T", "Set time", "Say how long it shall take in all, or when it really began.", ROOM),
    Action("floor", "F", "Floor", "Pass the floor to the other team.", ROOM),
    Action("close", "C", "Close", "Walk through what is open, then close the meeting.", ROOM),
)
