"""The register: lists and searches over what the journal says, kept in TinyDB and rebuilt whenever in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
from tinydb import Query, TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from workshop.store.durable import replace_file
from workshop.store.lines import START, Place
from workshop.store.locks import hold

Tables = dict[str, dict[Any, dict[str, Any]]]
"""TinyDB's own form: tables by name, documents by number."""
_MARK = "watermark"
_CHECKPOINT = "checkpoint"


class _Mark(msgspec.Struct):
    shape: int
    place: Place


class AtomicStorage(Storage):
    """A TinyDB storage whose file is always whole: it is replaced, never rewritten in place.

    Not synced: what a power cut takes is computed again from the journal. A file that cannot be read, or of another
    shape, counts as absent.
    """

    def __init__(self, path: Path, shape: int) -> None:
        self._path = path
        self._shape = shape

    def read(self) -> Tables | None:
        """Every table, or None where there is no file or none that makes sense."""
        return self.load()[0] or None

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Puts the new file in the place of the old one. Raises NotStored."""
        # What lies here was read from the journal, which refuses what a file cannot hold.
        replace_file(self._path, msgspec.json.encode(data), synced=False)

    def load(self) -> tuple[Tables, Place]:
        """The same with the watermark; no tables and START where the file counts as absent."""
        try:
            data = msgspec.json.decode(self._path.read_bytes(), type=dict[str, dict[int, dict[str, Any]]])
            mark = msgspec.convert(data[_MARK][1], _Mark)
        except (OSError, KeyError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}, START  # nothing is lost: the journal holds it all
        return (data, mark.place) if mark.shape == self._shape else ({}, START)


class Register:
    """register.json in the workspace directory: documents by table and id, and how far the journal was read."""

    def __init__(self, directory: Path, shape: int = 1) -> None:
        self._directory = directory
        self._path = directory / "register.json"
        self._shape = shape
        """Version of what the documents mean; a register of another shape counts as absent."""
        self._storage = AtomicStorage(self._path, shape)

    def front(self) -> tuple[Place, dict[str, Any] | None]:
        """How far the journal was read, and what the last refresh that had one left as a checkpoint.

        START and None where the register is absent, damaged or of another shape. The documents are passed over: all
        of ten years take 3 ms.
        """
        try:
            data = msgspec.json.decode(self._path.read_bytes(), type=dict[str, dict[int, msgspec.Raw]])
            mark = msgspec.json.decode(data[_MARK][1], type=_Mark)
            left = data.get(_CHECKPOINT, {}).get(1)
            checkpoint = None if left is None else msgspec.json.decode(left, type=dict[str, Any])
        except (OSError, KeyError, msgspec.MsgspecError, UnicodeDecodeError):
            return START, None  # nothing is lost: the journal holds it all
        return (mark.place, checkpoint) if mark.shape == self._shape else (START, None)

    def watermark(self) -> Place:
        """How far the journal was read."""
        return self.front()[0]

    def checkpoint(self) -> dict[str, Any] | None:
        """What the last refresh that had one left as a checkpoint."""
        return self.front()[1]

    def refresh(
        self,
        place: Place,
        tables: Mapping[str, Sequence[Mapping[str, Any]]],
        gone: Mapping[str, Sequence[str]] | None = None,
        checkpoint: Mapping[str, Any] | None = None,
    ) -> None:
        """Puts documents in by their "id", takes out those that are gone and moves the watermark, in one write.

        Does nothing when another program has brought the register further than `place`. Raises NotStored, Locked.
        """
        with self._hold():
            data, mark = self._storage.load()
            if mark.n > place.n:
                return
            for name, documents in tables.items():
                _put(data.setdefault(name, {}), documents)
            for name, ids in (gone or {}).items():
                _drop(data.get(name, {}), ids)
            if checkpoint is not None:
                data[_CHECKPOINT] = {1: dict(checkpoint)}
            data[_MARK] = {1: {"shape": self._shape, "place": msgspec.to_builtins(place)}}
            self._storage.write(data)

    def table(self, name: str) -> list[dict[str, Any]]:
        """Every document of a table, in the order in which they first came. The other tables are passed over."""
        try:
            data = msgspec.json.decode(self._path.read_bytes(), type=dict[str, msgspec.Raw])
            mark = msgspec.json.decode(data[_MARK], type=dict[int, _Mark])[1]
            rows = msgspec.json.decode(data.get(name, b"{}"), type=dict[int, dict[str, Any]])
        except (OSError, KeyError, msgspec.MsgspecError, UnicodeDecodeError):
            return []  # nothing is lost: the journal holds it all
        return list(rows.values()) if mark.shape == self._shape else []

    def get(self, table: str, id: str) -> dict[str, Any] | None:  # noqa: A002 - the key's own name
        """The document of that id, if there is one."""
        found = self.search(table, id=id)
        return found[0] if found else None

    def search(self, table: str, /, **equals: Any) -> list[dict[str, Any]]:
        """The documents whose fields equal these values."""
        return [dict(document) for document in self._table(table).search(Query().fragment(equals))]

    def drop(self) -> None:
        """Throws everything away; the next refresh begins anew."""
        with self._hold():
            self._path.unlink(missing_ok=True)

    def _table(self, name: str) -> Table:
        # Without a query cache: another program may have replaced the file since.
        return TinyDB(self._path, self._shape, storage=AtomicStorage).table(name, cache_size=0)

    def _hold(self) -> AbstractContextManager[None]:
        return hold(
            self._directory,
            "register",
            busy="Another program is writing the register.",
            fix="Try it once more.",
        )


def _put(table: dict[int, dict[str, Any]], documents: Iterable[Mapping[str, Any]]) -> None:
    numbers = {document.get("id"): number for number, document in table.items()}
    free = count(max(table, default=0) + 1)
    for document in documents:
        number = numbers.get(document["id"]) or next(free)
        numbers[document["id"]] = number
        table[number] = dict(document)


def _drop(table: dict[int, dict[str, Any]], ids: Iterable[str]) -> None:
    leaving = set(ids)
    for number in [number for number, document in table.items() if document.get("id") in leaving]:
        del table[number]
