"""Finding what a command speaks of, or a sentence why it is not there."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.errors import NotFound, Refused
from workshop.facilitation.applying.merging import pointed
from workshop.facilitation.house import House
from workshop.model import ids
from workshop.model.entries import Action, Decision, Dispute, Entry, Said
from workshop.model.meeting import Item, Meeting
from workshop.model.state import State


def running(state: State) -> Meeting:
    """The meeting whose clock runs."""
    meeting = state.running
    if meeting is None:
        planned = next((m for m in state.meetings if m.status == "planned"), None)
        fix = f"Type /start M-{planned.number}." if planned else "Plan one first: workshop new, or /meeting."
        raise Refused("No meeting is running.", fix=fix)
    return meeting


def current(state: State) -> tuple[Meeting, Item]:
    """The running meeting and the segment on screen."""
    meeting = running(state)
    item = meeting.current
    if item is None:
        raise Refused("No segment is on screen.", fix="Type /goto and its number.")
    return meeting, item


def meeting(state: State, number: int) -> Meeting:
    """A meeting by number."""
    found = state.meeting(number)
    if found is not None:
        return found
    if 0 < number <= state.counters.meeting:
        raise Refused(f"M-{number} is long closed; its minutes can be read but not changed.")
    raise NotFound(f"There is no meeting M-{number}.", fix="workshop list shows all.")


def last_closed(state: State) -> int:
    """The number of the meeting that was closed last; 0 where none is closed yet."""
    closed = [held for held in state.meetings if held.closed is not None]
    return max(closed, key=lambda held: held.closed or 0).number if closed else 0


def action(state: State, number: int) -> Action:
    """An action by number."""
    found = state.action(number)
    if found is None or found.struck:
        raise NotFound(f"There is no open action A-{number}.", fix="/actions lists those that are open.")
    return found


def decision(state: State, number: int) -> Decision:
    """A decision by number."""
    found = state.decision(number)
    if found is None or found.struck:
        raise NotFound(
            f"There is no decision D-{number} at hand.", fix="/decisions lists those of this meeting."
        )
    return found


def dispute(state: State, number: int) -> Dispute:
    """A dispute by number."""
    found = state.dispute(number)
    if found is None or found.struck:
        raise NotFound(f"There is no dispute X-{number} at hand.", fix="/record lists them.")
    return found


def entry(state: State, number: int) -> Entry:
    """An entry by number."""
    found = state.entry(number)
    into = _joined(state, number) if found is not None and found.struck else 0
    if into:
        raise NotFound(f"N-{number} was merged into N-{into}.", fix=f"Name N-{into} instead.")
    if found is None or found.struck:
        raise NotFound(f"There is no entry N-{number} at hand.", fix="/record lists them.")
    return found


def _joined(state: State, number: int) -> int:
    """The entry that a merged one joined; 0 for one that was only struck."""
    return next((entry.number for entry in _merged(state) if number in entry.merged), 0)


def _merged(state: State) -> Iterator[Entry]:
    return (
        entry for meeting in state.meetings for entry in meeting.entries if entry.merged and not entry.struck
    )


def led(state: State, said: Said) -> Said:
    """The line with a source or reference to a merged entry leading to the one that entry joined."""
    for entry in _merged(state):
        said = pointed(said, entry.merged, entry.number)
    return said


def known_source(state: State, source: str, word: str = "from:") -> None:
    """Refuses a source that no record has; `word` is what was typed in front of it."""
    if not source:
        return
    letter, number = ids.read(source) or ("", 0)
    counters = state.counters
    last = {
        "N": counters.entry, "A": counters.action, "D": counters.decision, "X": counters.dispute,
        "M": counters.meeting, "C": counters.capture,
    }.get(letter, 0)  # fmt: skip
    if not 0 < number <= last:
        raise NotFound(f"{word}{source} points to nothing: there is no {source} yet.")


def person(state: State, house: House, who: str) -> str:
    """A person id that the workspace knows."""
    if not state.team(who):
        raise NotFound(
            f"{house.name(who)} is not among the people.", fix="/person Name; team; role adds them."
        )
    return who
