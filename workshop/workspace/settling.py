"""The register brought up to the last close, and the state to read on from; computed again wherever in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from workshop.errors import Damaged
from workshop.facilitation import fold
from workshop.facilitation.settling import settled
from workshop.model.codec import read_state, write_state
from workshop.model.state import State
from workshop.store import START, FileJournal, Line, Place
from workshop.workspace.readings import SHAPE, struck, tables
from workshop.workspace.told import chapters, told


class Settled:
    """What the journal says up to a place where no meeting runs: nothing in it can be undone."""

    def __init__(self, state: State, place: Place) -> None:
        self.state = state
        self.place = place
        self.documents: dict[str, dict[str, Mapping[str, Any]]] = {}
        """By table and id, as they came in since that place."""
        self.gone: dict[str, set[str]] = {}
        """Ids by table that were struck since."""

    def read_on(self, lines: Iterable[Line]) -> None:
        """Takes in the chapters that follow, up to a meeting that still runs. Raises Damaged."""
        for chapter in chapters(lines):
            now = fold(self.state, told(chapter))
            if now.running is not None:
                return
            self._take(now)
            self.state, self.place = settled(now), chapter[-1].place

    def _take(self, now: State) -> None:
        for name, fresh in tables(now).items():
            self.documents.setdefault(name, {}).update({row["id"]: row for row in fresh})
        for name, ids in struck(now).items():
            self.gone.setdefault(name, set()).update(ids)
            for each in ids:
                self.documents[name].pop(each, None)


def checkpoint(directory: Path, journal: FileJournal) -> Settled:
    """Where the register left off; the beginning where it cannot be used."""
    from workshop.store.register import Register  # brings TinyDB

    place, plain = Register(directory, SHAPE).front()
    if plain is None or place == START or not journal.holds(place):
        return Settled(State(), START)
    try:
        return Settled(read_state(plain), place)
    except Damaged:  # nothing is lost: the journal holds it all
        return Settled(State(), START)


def settle(directory: Path, journal: FileJournal, since: Settled) -> Settled:
    """Brings the register from there up to the last close. One that was deleted meanwhile is built anew.

    Raises NotStored, Locked, Damaged.
    """
    from workshop.store.register import Register

    register = Register(directory, SHAPE)
    known = since.place != START and register.watermark().n >= since.place.n
    found = Settled(since.state, since.place) if known else Settled(State(), START)
    found.read_on(journal.read(found.place))
    if found.place == since.place:
        return since
    if not known:
        register.drop()
    documents = {name: tuple(rows.values()) for name, rows in found.documents.items()}
    gone = {name: tuple(ids) for name, ids in found.gone.items()}
    register.refresh(found.place, documents, gone, write_state(found.state))
    return Settled(found.state, found.place)
