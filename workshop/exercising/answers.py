"""Answers as they were typed, taken apart: which value stands at which place, and what whole sheets come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from workshop.model.exercises import Input
from workshop.model.teams import Group

NONE_GIVEN = ("-", "")


class Given(Protocol):
    """A sheet or the values for one item, from a journal line or from a box."""

    @property
    def group(self) -> Group: ...
    @property
    def values(self) -> tuple[str, ...]: ...
    @property
    def item(self) -> int: ...
    @property
    def person(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of one person."""

    place: int
    """Item and dimension counted through, from 1."""
    group: Group
    value: str


def width(source: Input) -> int:
    """How many values each item takes."""
    return len(source.dims) or 1


def marks(source: Input, sheets: Iterable[Given], count: int) -> Iterator[Mark]:
    """Every value given for `count` items; with one item each value of a sheet is another person's."""
    wide = width(source)
    for sheet in sheets:
        item = sheet.item or int(count == 1)
        for place, value in enumerate(sheet.values):
            if value not in NONE_GIVEN:
                yield Mark((item - 1) * wide + place % wide + 1 if item else place + 1, sheet.group, value)


def worth(source: Input, value: str) -> Fraction | None:
    """What a value counts as a number; None for a word only."""
    for choice in source.choices:
        if value == choice.letter:
            return Fraction(choice.value) if choice.value else None
    return Fraction(value) if value.lstrip("-").isdigit() else None


def sheet_total(source: Input, values: Sequence[str], count: int) -> Fraction | None:
    """Sum x places / answered, so that a sheet with gaps can stand beside a full one; None under `least` answers."""
    places = count * width(source)
    given = [
        number for value in values if value not in NONE_GIVEN and (number := worth(source, value)) is not None
    ]
    if not given or len(given) < (source.least or places):
        return None
    return sum(given, Fraction(0)) * places / len(given)
