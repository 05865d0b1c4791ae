"""The record as it stood: minutes of a closed meeting are made from the state right after its close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workshop.errors import NotFound, Refused
from workshop.facilitation import fold
from workshop.facilitation.settling import settled
from workshop.model.facts import Redone, Undone
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.values import dataclass
from workshop.store import FileJournal, Line
from workshop.workspace.core import Workspace
from workshop.workspace.told import chapters, closes, told


@dataclass(frozen=True, slots=True)
class Standing:
    """A meeting, and the state its minutes are made from."""

    meeting: Meeting
    """With approval and corrections as they are today."""
    state: State
    """As it was right after the close; as it is now for a meeting that is not closed."""


def standing(workspace: Workspace, number: int) -> Standing:
    """The record of one meeting. Raises NotFound."""
    now = workspace.state.meeting(number)
    if now is not None and now.status in ("planned", "running", "cancelled"):
        return Standing(now, workspace.state)
    held = workspace.closed_states.get(number)
    if held is not None and now is not None:
        return Standing(now, with_meeting(held, now))
    if any(found.meeting == number for found in workspace.state.imported):
        raise Refused(
            f"M-{number} was imported: its minutes can be read and exported, and never changed.",
            fix=f"workshop show M-{number}",
        )
    if not 0 < number <= workspace.state.counters.meeting:
        raise NotFound(f"There is no meeting M-{number}.", fix="workshop list shows all.")
    return _replayed(workspace, number)


def versions(workspace: Workspace, number: int) -> Iterator[tuple[Line, Standing]]:
    """The record of one meeting after each line that changed it, the oldest first; see `standing` for its state."""
    before, then = None, State()
    for line, state in _line_by_line(FileJournal(workspace.directory).read()):
        meeting = state.meeting(number)
        if meeting is None or (meeting == before and meeting.status in ("closed", "approved")):
            continue
        if line.meeting == number and closes(line):
            then = state
        over = meeting.status in ("closed", "approved")
        yield line, Standing(meeting, with_meeting(then, meeting) if over else state)
        before = meeting


def _line_by_line(lines: Iterable[Line]) -> Iterator[tuple[Line, State]]:
    """Each line with the state right after it."""
    start = State()
    for chapter in chapters(lines):
        state, read = start, tuple(told(chapter))
        for at, (line, facts) in enumerate(zip(chapter, read, strict=True), 1):
            back = any(isinstance(fact, (Undone, Redone)) for fact in facts.facts)
            state = fold(start, read[:at]) if back else fold(state, (facts,))
            yield line, state
        start = settled(state)


def _replayed(workspace: Workspace, number: int) -> Standing:
    """Reads the journal from its beginning: the price of old minutes, not of running a new meeting."""
    state, then, latest = State(), State(), None
    for chapter in chapters(FileJournal(workspace.directory).read()):
        state = fold(state, told(chapter))
        latest = state.meeting(number) or latest
        if chapter[-1].meeting == number and closes(chapter[-1]):
            then = state
        state = settled(state)
    if latest is None:
        raise NotFound(f"There is no meeting M-{number}.", fix="workshop list shows all.")
    return Standing(latest, with_meeting(then, latest))


def with_meeting(state: State, meeting: Meeting) -> State:
    """The state with that meeting as it is today."""
    meetings = tuple(meeting if old.number == meeting.number else old for old in state.meetings)
    return replace(state, meetings=meetings)
