"""Rows whose words change: what lives on in a new version, counted from 1 within its family."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workshop.model.entries import Value
from workshop.model.exercise_inputs import Input, Reworded
from workshop.model.runs import RunRow


def carried(given: Input, row: RunRow) -> RunRow:
    """A row of the last run as the next begins: its new words, if it has some, are its words now."""
    new = given.reworded
    words = row.get(new.words) if new else ""
    if new is None or not words:
        return row
    gone = (new.words, *new.anew)
    kept = replace(row, text=words, fields=tuple(field for field in row.fields if field.name not in gone))
    family = row.get(new.family) or row.text
    return _with(_with(kept, new.family, family), new.version, str(_number(row.get(new.version)) + 1))


def first_version(given: Input, row: RunRow, others: Iterable[RunRow]) -> RunRow:
    """A row that is new: the next version of its family, if it names one that is there, else the first."""
    new = given.reworded
    if new is None or row.get(new.version):
        return row
    family = (row.get(new.family) or row.text).casefold()
    known = [_number(one.get(new.version)) for one in others if family in _called(new, one)]
    return _with(row, new.version, str(max(known, default=0) + 1))


def _called(new: Reworded, row: RunRow) -> tuple[str, str]:
    return row.text.casefold(), row.get(new.family).casefold()


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() else 1


def _with(row: RunRow, name: str, value: str) -> RunRow:
    others = tuple(field for field in row.fields if field.name != name)
    return replace(row, fields=(*others, Value(name, value)))
