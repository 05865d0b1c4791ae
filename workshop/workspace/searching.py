"""Search over everything that was ever recorded: the journal is read from its beginning, beside the running program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from workshop.facilitation import fold
from workshop.facilitation.settling import settled
from workshop.model import ids
from workshop.model.entries import Action, Decision, Dispute, Entry
from workshop.model.state import State
from workshop.model.values import dataclass
from workshop.store import FileJournal
from workshop.workspace.core import Workspace
from workshop.workspace.told import chapters, told

Record: TypeAlias = Entry | Action | Decision | Dispute


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds the words."""

    ref: str
    record: Record


def search(workspace: Workspace, text: str) -> tuple[Hit, ...]:
    """Every record not struck, of every meeting, that holds all the words; the latest first.

    Takes as long as the journal is old: for a thread of its own. Raises Damaged.
    """
    words = text.casefold().split()
    names = {person.id: person.name for person in workspace.people}
    found: dict[str, Hit] = {}
    state = State()
    for chapter in chapters(FileJournal(workspace.directory).read()):
        state = fold(state, told(chapter))
        for ref, record in _records(state):
            found.pop(ref, None)  # the newest form counts, and stands where it was last touched
            if not record.struck and _holds(record, words, names):
                found[ref] = Hit(ref, record)
        state = settled(state)
    return tuple(reversed(found.values()))


def _records(state: State) -> Iterator[tuple[str, Record]]:
    for meeting in state.meetings:
        yield from ((ids.show("N", entry.number), entry) for entry in meeting.entries)
    yield from ((ids.show("D", decision.number), decision) for decision in state.decisions)
    yield from ((ids.show("X", dispute.number), dispute) for dispute in state.disputes)
    yield from ((ids.show("A", action.number), action) for action in state.actions)


def _holds(record: Record, words: list[str], names: dict[str, str]) -> bool:
    said = record.said
    people = [*said.speakers, *([record.owner, *record.helpers] if isinstance(record, Action) else [])]
    told_by = (names.get(person, "") for person in people)
    values = (names.get(field.value, field.value) for field in said.fields)
    whole = " ".join((said.kind, said.text, said.detail, *values, *said.tags, *told_by)).casefold()
    return all(word in whole for word in words)
