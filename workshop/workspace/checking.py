"""Checks beyond the chain: that the facts make sense and that the register is what the journal says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from workshop.errors import Damaged
from workshop.model.codec import write_state
from workshop.model.state import State
from workshop.store import START, FileJournal, verify
from workshop.workspace.core import Workspace
from workshop.workspace.readings import SHAPE
from workshop.workspace.settling import Settled


def problems(workspace: Workspace) -> Iterator[str]:
    """Everything that is not as it should be, as sentences; nothing where all is good."""
    found = verify(workspace.directory)
    yield from found
    if not found:
        yield from _register(workspace)
        yield from _people(workspace)


def _register(workspace: Workspace) -> Iterator[str]:
    """Reads the journal from its beginning up to the watermark and compares checkpoint and documents."""
    from workshop.store.register import Register

    register = Register(workspace.directory, SHAPE)
    mark, checkpoint = register.front()
    if checkpoint is None:
        return
    found = Settled(State(), START)
    try:
        found.read_on(takewhile(lambda line: line.n <= mark.n, FileJournal(workspace.directory).read()))
    except Damaged as off:
        yield str(off)
        return
    listed = {name: {row["id"]: row for row in register.table(name)} for name in found.documents}
    if found.place != mark or write_state(found.state) != checkpoint or listed != found.documents:
        yield "The register differs from the journal. Delete register.json; it is built anew at the next command."


def _people(workspace: Workspace) -> Iterator[str]:
    for person in workspace.people:
        if person.name == person.id:
            yield f"{person.id} has no name in people.json. Put a copy of the file back from a backup."
