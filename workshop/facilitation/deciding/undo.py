"""Undo and redo: one more fact that says which line does not count."""

from __future__ import annotations

from workshop.errors import Refused
from workshop.facilitation.deciding import finding
from workshop.facilitation.house import House
from workshop.model.commands import Redo, Undo
from workshop.model.facts import Fact, Redone, Undone
from workshop.model.state import State


def undo(state: State, _command: Undo, _house: House) -> tuple[Fact, ...]:
    """Take back the meeting's last command that still counts."""
    finding.running(state)
    if not state.undoable:
        raise Refused("There is nothing to undo since the meeting opened or answers were revealed.")
    return (Undone(state.undoable[-1]),)


def redo(state: State, _command: Redo, _house: House) -> tuple[Fact, ...]:
    """Bring back what was just undone."""
    finding.running(state)
    if not state.redoable:
        raise Refused("There is nothing to redo.")
    return (Redone(state.redoable[-1]),)
