"""The fold: lines of the journal, less those undone, make the state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workshop.facilitation.applying import apply
from workshop.facilitation.applying.stamp import Stamp, change_meeting
from workshop.facilitation.clock import advance
from workshop.model.facts import (
    MeetingClosed,
    MeetingOpened,
    MeetingReopened,
    Redone,
    RotiRevealed,
    TotalsRevealed,
    Undone,
)
from workshop.model.lines import Told
from workshop.model.state import State

BARRIERS = (MeetingOpened, MeetingClosed, MeetingReopened, RotiRevealed, TotalsRevealed)
"""Undo does not reach behind these."""


def fold(state: State, lines: Iterable[Told]) -> State:
    """The state after these lines. A line that a later one of them undoes has no effect but the time it took."""
    told = tuple(lines)
    undone = _undone(told)
    for line in told:
        state = _line(state, line, counts=line.n not in undone)
    return state


def _undone(lines: tuple[Told, ...]) -> frozenset[int]:
    gone: set[int] = set()
    for line in lines:
        for fact in line.facts:
            if isinstance(fact, Undone):
                gone.add(fact.line)
            elif isinstance(fact, Redone):
                gone.discard(fact.line)
    return frozenset(gone)


def _line(state: State, line: Told, *, counts: bool) -> State:
    moment, note = advance(state.moment, state.reading, line.reading)
    state = replace(state, moment=moment, reading=line.reading)
    running = state.running
    if note and running is not None:
        state = change_meeting(
            state, running.number, lambda meeting: replace(meeting, clock_notes=(*meeting.clock_notes, note))
        )
    stamp = Stamp(line.meeting or 0, line.reading.at, moment)
    if counts:
        for fact in line.facts:
            state = apply(state, fact, stamp)
    return _history(state, line)


def _history(state: State, line: Told) -> State:
    """What undo and redo may reach from here."""
    for fact in line.facts:
        if isinstance(fact, Undone):
            left = tuple(n for n in state.undoable if n != fact.line)
            return replace(state, undoable=left, redoable=(*state.redoable, fact.line))
        if isinstance(fact, Redone):
            left = tuple(n for n in state.redoable if n != fact.line)
            return replace(state, undoable=(*state.undoable, fact.line), redoable=left)
        if isinstance(fact, BARRIERS):
            return replace(state, undoable=(), redoable=())
    if line.meeting is None or state.running is None or state.running.number != line.meeting:
        return state
    return replace(state, undoable=(*state.undoable, line.n), redoable=())
