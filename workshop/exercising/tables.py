"""Tables of a run: rows of an input or a group, with columns that are worked out when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from workshop.errors import NotUnderstood
from workshop.measures.formula import Column, Holder, Look, Rows, Value
from workshop.measures.input_names import column_name
from workshop.model import exercises

Work = Callable[[exercises.Column, Look], Value]
"""Works a column out for one row, given what its names mean there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it was typed."""

    text: str
    source: str = ""
    """`N-12`, or `lead 3`."""
    values: Mapping[str, Value] = field(default_factory=dict)


class Table(Rows):
    """Rows, and columns worked out for each of them once."""

    __slots__ = (
        "_below",
        "_computed",
        "_done",
        "_look",
        "_single",
        "_whole",
        "_work",
        "name",
        "names",
        "rows",
    )

    def __init__(
        self, name: str, rows: Sequence[Row], names: Collection[str], computed: Sequence[exercises.Column], work: Work,
        look: Look, *, whole: Mapping[str, Value] | None = None, single: bool = False, below: Table | None = None,
    ) -> None:  # fmt: skip
        """`names` are those of all its columns, `look` knows the names outside of it; `whole` are values of the table,
        not of its rows; what rows do not know themselves they take from the same row of the table `below`."""
        self.name, self.rows, self.names = name, tuple(rows), names
        self._computed = {column_name(column.name): column for column in computed}
        self._work, self._look = work, look
        self._whole, self._single, self._below = whole or {}, single, below
        self._done: dict[tuple[str, int], Value] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def get(self, name: str) -> Value:
        """The column of that name; of a form its one value."""
        if name in self._whole:
            return self._whole[name]
        if self._single:
            return self.cell(name, 0) if self.rows else None
        return Column(tuple(self.cell(name, at) for at in range(len(self.rows))))

    def cell(self, name: str, at: int) -> Value:
        """One value; of a column that is worked out, worked out once. What goes round in a circle is NotUnderstood."""
        column = self._computed.get(name)
        if column is None:
            return self._plain(name, at)
        place = (name, at)
        if place not in self._done:
            self._done[place] = _WAITING
            self._done[place] = self._work(column, self.at(at))
        found = self._done[place]
        if found is _WAITING:
            raise NotUnderstood(f"{self.name}.{name} is worked out from itself.")
        return found

    def _plain(self, name: str, at: int) -> Value:
        values = self.rows[at].values
        if name in values or self._below is None or name not in self._below.names:
            return values.get(name)
        return self._below.cell(name, at)

    def at(self, at: int) -> Look:
        """What names mean in one row: its columns, its neighbours, then everything else."""

        def look(name: str) -> Value:
            if name in self.names:
                return self.cell(name, at)
            if name in ("before", "after"):
                beside = at + (1 if name == "after" else -1)
                return Beside(self, beside) if 0 <= beside < len(self.rows) else None
            return self._look(name)

        return look


class Beside(Holder):
    """The row before or after: its columns stand behind a dot."""

    __slots__ = ("_at", "_table")

    def __init__(self, table: Table, at: int) -> None:
        self._table, self._at = table, at

    def get(self, name: str) -> Value:
        return self._table.cell(name, self._at)


class _Waiting(Holder):
    """Stands for a value that is being worked out."""

    __slots__ = ()


_WAITING = _Waiting()
