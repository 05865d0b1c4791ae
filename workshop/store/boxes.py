"""Answers given in confidence, until they are revealed: no names, no times, no order."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import msgspec

from workshop.errors import NotStored, Refused
from workshop.model.values import dataclass
from workshop.store.documents import SCHEMA, read_document
from workshop.store.durable import make_folder, replace_file, sync_folder
from workshop.store.encoding import as_json
from workshop.store.locks import hold


@dataclass(frozen=True, slots=True)
class Row:
    """The answers of one person, of whom only the team is known."""

    team: str
    digits: tuple[int | str, ...]
    """Numbers as numbers; letters, and `-` for no answer, as text."""
    item: int = 0
    """What the answer is about, where it is about one thing of many; 0 for a whole sheet."""


def _order(row: Row) -> tuple[str, int, tuple[str, ...]]:
    return row.team, row.item, tuple(str(digit) for digit in row.digits)


class _Rows(msgspec.Struct):
    schema: int
    rows: tuple[Row, ...]


class Box:
    """The file `boxes/<name>.json`; it is gone after the reveal."""

    def __init__(self, directory: Path, name: str) -> None:
        self._directory = directory
        self._path = directory / "boxes" / f"{name}.json"
        self._added: list[tuple[Row, ...]] = []

    def rows(self) -> tuple[Row, ...]:
        """Every row, sorted, so that the order tells nothing. Raises Damaged, NewerFile."""
        found = read_document(
            self._path, _Rows, fix="Collect the answers once more, or take the file away and go on without."
        )
        return () if found is None else tuple(sorted(found.rows, key=_order))

    def add(self, rows: Iterable[Row]) -> None:
        """Puts rows in, all at once; they are on the disk when this returns. Raises NotStored, Locked."""
        fresh = tuple(rows)
        with self._hold():
            self._write((*self.rows(), *fresh))
        self._added.append(fresh)

    def take_back_last(self) -> None:
        """Takes out the rows added last. Raises Refused for rows that another run of the program added: nothing
        in the box says which of them came last."""
        if not self._added:
            raise Refused(
                "No row of this box can be taken back: the ones in it were given before the program was started.",
                fix="Collect the answers once more if one of them is off.",
            )
        with self._hold():
            rows = list(self.rows())
            for row in self._added[-1]:
                if row not in rows:
                    raise Refused("That row is no longer in the box: it was revealed or emptied elsewhere.")
                rows.remove(row)
            self._write(rows)
        self._added.pop()

    def delete(self) -> None:
        """Takes the box away for good, after the reveal. Raises NotStored."""
        with self._hold():
            try:
                if self._path.exists():
                    self._path.unlink()
                    sync_folder(self._path.parent)
            except OSError as reason:
                raise NotStored(f"{self._path} could not be deleted ({reason.strerror}).") from reason
        self._added.clear()

    def _write(self, rows: Iterable[Row]) -> None:
        make_folder(self._path.parent)
        content = {"schema": SCHEMA, "rows": [_plain(row) for row in sorted(rows, key=_order)]}
        replace_file(self._path, as_json(content))

    def _hold(self) -> AbstractContextManager[None]:
        return hold(
            self._directory,
            "boxes",
            busy="Another program is writing in the boxes.",
            fix="Enter the row once more.",
        )


def _plain(row: Row) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(row)
    return plain if row.item else {"team": plain["team"], "digits": plain["digits"]}


def boxes(directory: Path, prefix: str) -> tuple[str, ...]:
    """Names of the boxes that begin so, in order."""
    found = (path.stem for path in (directory / "boxes").glob("*.json"))
    return tuple(sorted(name for name in found if name.startswith(prefix)))
