"""The walk to the close: what is asked of the whole room, and the groups of what is open."""

from __future__ import annotations

STEPS = {
    "inbox": ("Inbox", "What was caught between the meetings: place it here, park it or drop it."),
    "read-back": ("Read back", "Each decision and action aloud; whoever owns it says yes."),
    "unsaid": ("Anything unsaid", "What should be said here and was not?"),
    "credits": ("Credit", "Who of the other team made your work easier?"),
    "roti": ("Return on time", "Was it worth your time, 1 to 5? On a slip; nobody's number is read out."),
    "next": ("Next date", "When do we meet next?"),
}
"""Points that are asked of the whole room, and the words to say."""
GROUPS = ("To complete", "To answer", "To decide", "With the whole room")
DONE = {"To complete": "all complete", "To answer": "all answered", "To decide": "all decided"}
"""What a group is called that holds nothing any more."""
