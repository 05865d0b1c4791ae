"""The journal: every fact of the workspace, in one order, appended line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from workshop.model.moments import Reading
from workshop.store.chain import rows
from workshop.store.lines import START, Line, Place, rechained

Change = Callable[[dict[str, Any]], dict[str, Any]]
"""Gives the fact that shall stand in the place of one."""


class Writer(Protocol):
    """The journal in the hand of whoever holds its lock."""

    @property
    def place(self) -> Place:
        """The end of the journal."""

    def catch_up(self, place: Place) -> tuple[Line, ...]:
        """What was appended since that place."""

    def append(
        self, meeting: int | None, reading: Reading, command: str, facts: Iterable[Mapping[str, Any]]
    ) -> Line:
        """Stores one command with its facts; when it returns, the line is on the disk. Raises NotStored."""


class Journal(Protocol):
    """An append-only, hash-chained sequence of lines."""

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences on what was found and put right since this object was made."""

    def create(self) -> None:
        """Begins an empty journal. Raises Refused where one lies."""

    def holds(self, place: Place) -> bool:
        """Whether what was read up to that place still stands; costs the same however long the journal is."""

    def read(self, after: Place = START) -> Iterator[Line]:
        """The lines after a place, without a lock; a torn last line is left out. Raises NotFound, Damaged, NewerFile."""

    def locked(self) -> AbstractContextManager[Writer]:
        """The right to append, for the body. Raises Locked after a few seconds. Not to be nested."""

    def rewrite(self, change: Change) -> None:
        """Passes every fact through `change` and chains anew; every place read before loses its hold."""


def rewritten(data: bytes, change: Change) -> bytes:
    """The bytes of a whole journal with every fact passed through `change`. Raises Damaged."""
    head, *lines = rows(data)
    changed = ({**line, "facts": [change(fact) for fact in line["facts"]]} for line in lines)
    return rechained([head, *changed])
