"""Answers as they were typed, taken apart: which value stands at which place, and what whole sheets come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from workshop.model.exercises import Input
from workshop.model.teams import Group
from workshop.model.values import dataclass

NONE_GIVEN = ("-", "")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


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


def width(given: Input) -> int:
    """How many values each item takes."""
    return len(given.dims) or 1


def marks(given: Input, sheets: Iterable[Given], count: int) -> Iterator[Mark]:
    """Every value given for `count` items; with one item each value of a sheet is another person's."""
    wide = width(given)
    for sheet in sheets:
        item = sheet.item or int(count == 1)
        for place, value in enumerate(sheet.values):
            if value not in NONE_GIVEN:
                yield Mark((item - 1) * wide + place % wide + 1 if item else place + 1, sheet.group, value)


def worths(given: Input, values: Iterable[str]) -> dict[str, Fraction]:
    """What values count as numbers; words only are left out."""
    letters = {choice.letter: choice.value for choice in given.choices}
    numbers = {value: letters.get(value, value) for value in set(values)}
    return {value: Fraction(told) for value, told in numbers.items() if _NUMBER.fullmatch(told)}


def sheet_total(
    given: Input, values: Sequence[str], count: int, worth: Mapping[str, Fraction]
) -> Fraction | None:
    """Sum x places / answered, so that a sheet with gaps can stand beside a full one; None under `least` answers."""
    places = count * width(given)
    told = [worth[value] for value in values if value in worth]
    if not told or len(told) < (given.least or places):
        return None
    return sum(told, Fraction(0)) * places / len(told)
