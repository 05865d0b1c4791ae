"""What differs between two versions of the same minutes: record by record, with the words before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from workshop.exporting.digest import Minutes
from workshop.exporting.jsonfile.document import plainly
from workshop.model.values import dataclass

KEYS = ("id", "number", "ref", "slug", "kind", "name", "team")
"""What names a row, the first of them that it has."""
_RECORD = re.compile(r"[A-Z]-\d+(/\d+)?")
"""The id of a record; that of a person is no record of its own."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that is not the same."""

    where: str
    """`D-1`, `status`, `scoreboard win rate`."""
    before: str
    """Empty for what is new."""
    after: str
    """Empty for what is gone."""

    def words(self) -> str:
        """One line."""
        if not self.before:
            return f"+ {self.where}: {self.after}"
        if not self.after:
            return f"- {self.where}: {self.before}"
        return f"~ {self.where}: {self.before} -> {self.after}"


def compared(before: Minutes, after: Minutes) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the newer version; what is gone comes last."""
    old, new = dict(_records(before)), dict(_records(after))
    found = [
        _difference(where, old.get(where), record)
        for where, record in new.items()
        if old.get(where) != record
    ]
    gone = [Difference(where, _said(record), "") for where, record in old.items() if where not in new]
    return (*found, *gone)


def _difference(where: str, old: Any, new: Any) -> Difference:
    if old is None:
        return Difference(where, "", _said(new))
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        keys = [key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key)]
        return Difference(
            where, *(", ".join(f"{key}: {_said(version.get(key))}" for key in keys) for version in (old, new))
        )  # fmt: skip
    return Difference(where, _said(old), _said(new))


def _records(minutes: Minutes) -> Iterator[tuple[str, Any]]:
    """Every record under its own id; everything else under the name of its place."""
    for where, held in _walked(plainly(minutes), ""):
        if where:
            yield where, held
        else:
            yield from (
                (key.replace("_", " "), value) for key, value in held.items() if value not in (None, [])
            )


def _walked(table: Mapping[str, Any], where: str) -> Iterator[tuple[str, Any]]:
    """A table without the records inside it, and each of those by itself."""
    own: dict[str, Any] = {}
    for key, held in table.items():
        if not _holds_records(held):
            own[key] = held
            continue
        place = f"{where} {key.replace('_', ' ')}".strip()
        rows = held if isinstance(held, list) else [held]
        for at, row in enumerate(rows, 1):
            yield from _walked(row, _name(row, place, at) if isinstance(held, list) else place)
    yield where, own


def _name(row: Mapping[str, Any], place: str, at: int) -> str:
    own = next((str(row[key]) for key in KEYS if row.get(key)), str(at))
    return own if _RECORD.fullmatch(own) else f"{place} {own}"


def _holds_records(held: Any) -> bool:
    if isinstance(held, list):
        return any(_holds_records(item) for item in held)
    return isinstance(held, Mapping) and (_is_record(held) or any(map(_holds_records, held.values())))


def _is_record(row: Mapping[str, Any]) -> bool:
    named = str(row.get("id") or row.get("ref") or "")
    return bool(_RECORD.fullmatch(named)) and not named.startswith("P-")


def _said(value: Any) -> str:
    """A value in one line, without its empty parts."""
    if isinstance(value, Mapping):
        if value.keys() >= {"id", "name"}:
            return str(value["name"])
        text = value.get("text") or value.get("question") or value.get("title")
        if text:
            return str(text)
        return ", ".join(f"{key} {_said(held)}" for key, held in value.items() if held not in (None, []))
    if isinstance(value, list):
        return "; ".join(_said(held) for held in value)
    return "none" if value is None else str(value)
