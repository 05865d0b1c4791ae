"""You said - we changed: what came of the words of earlier meetings (R3, E05)."""

from __future__ import annotations

from datetime import date

from workshop.followup.between import old_actions
from workshop.model import ids
from workshop.model.entries import Action, Said
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Changed:
    """Words that somebody said, and the action done about them."""

    ref: str
    """`N-27` or `D-2`."""
    said: Said | None
    """The words, with who said them and who may read them; None where they are no longer held here."""
    on: date | None
    """Day of the meeting in which they were said; None where it is no longer held here."""
    action: Action
    """Done; `closed_on` is the day."""


def changed(state: State, meeting: Meeting) -> tuple[Changed, ...]:
    """Actions done since the previous meeting that came from an entry or a decision, first done first."""
    done = (action for action in old_actions(state, meeting) if action.status == "done")
    found = (pair for pair in (_pair(state, action) for action in done) if pair)
    return tuple(sorted(found, key=lambda pair: (pair.action.closed_on or meeting.on, pair.action.number)))


def _pair(state: State, action: Action) -> Changed | None:
    letter, number = ids.read(action.said.source) or ("", 0)
    if letter not in ("N", "D"):
        return None
    record = state.entry(number) if letter == "N" else state.decision(number)
    if record is None:
        return Changed(ids.show(letter, number), None, None, action)
    if record.struck:
        return None
    home = state.meeting(record.meeting)
    return Changed(ids.show(letter, number), record.said, home.on if home else None, action)
