"""A journal without a file on the disk: the same lines, hashes and refusals, for rehearsals and tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Any

from workshop.errors import Locked, NotFound, Refused
from workshop.model.moments import Reading
from workshop.store import locks
from workshop.store.chain import SCHEMA, first_place, header, holds, lines_after
from workshop.store.journal import Change, Writer, rewritten
from workshop.store.lines import START, Line, Place, decode, encode


class MemoryJournal:
    """A journal that ends with the program; it is its own writer."""

    def __init__(self) -> None:
        self._file = BytesIO()
        self._end = START
        self._lock = Lock()

    @property
    def notices(self) -> tuple[str, ...]:
        """Nothing: memory does not tear."""
        return ()

    @property
    def place(self) -> Place:
        """The end of the journal."""
        return self._end

    def create(self) -> None:
        """Begins an empty journal. Raises Refused where one was begun."""
        if self._end != START:
            raise Refused("There is a journal already; it was left as it is.")
        self._replace(header(SCHEMA))

    def holds(self, place: Place) -> bool:
        """Whether what was read up to that place still stands. Raises NotFound."""
        return holds(self._begun(), place)

    def read(self, after: Place = START) -> Iterator[Line]:
        """The lines after a place. Raises NotFound, Damaged."""
        return lines_after(self._begun(), after)

    @contextmanager
    def locked(self) -> Iterator[Writer]:
        """The right to append, for the body. Raises NotFound, Locked. Not to be nested."""
        self._begun()
        if not self._lock.acquire(timeout=locks.PATIENCE):
            raise Locked("Another part of the program has been writing in the journal for some seconds.")
        try:
            yield self
        finally:
            self._lock.release()

    def catch_up(self, place: Place) -> tuple[Line, ...]:
        """What was appended since that place. Raises Damaged when the place is no longer in the journal."""
        return tuple(self.read(place))

    def append(
        self, meeting: int | None, reading: Reading, command: str, facts: Iterable[Mapping[str, Any]]
    ) -> Line:
        """Keeps one command with its facts, and gives the line as it will be read. Raises NotStored."""
        raw = encode(self._end, meeting, reading, command, facts)
        line = decode(raw, self._end.offset)
        self._file.seek(self._end.offset)
        self._file.write(raw + b"\n")
        self._end = line.place
        return line

    def rewrite(self, change: Change) -> None:
        """Passes every fact through `change` and chains anew."""
        with self.locked():
            self._replace(rewritten(self._file.getvalue(), change))

    def _replace(self, data: bytes) -> None:
        self._file = BytesIO(data)
        self._end = first_place(self._file)[1]
        for line in lines_after(self._file, START):
            self._end = line.place

    def _begun(self) -> BytesIO:
        if self._end == START:
            raise NotFound("There is no journal yet.", fix="Begin one first.")
        return self._file
