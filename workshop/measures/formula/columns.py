"""Columns: values of one name over the rows of a table. What works on one value works on a column row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from workshop.errors import NotUnderstood
from workshop.model.values import dataclass


class Holder:
    """Something with names behind a dot."""

    __slots__ = ()

    def get(self, name: str) -> Value:
        """The value of that name; NotUnderstood where there is none."""
        raise NotUnderstood(f"there is nothing called '{name}' here.")


class Numbered(Holder):
    """Something that counts as a number where one is needed."""

    __slots__ = ()

    @property
    def number(self) -> Fraction | None:
        """None where nothing can be computed."""
        return None

    def times(self, word: str) -> Fraction | None:
        """How often a word was given; None where that may not be told."""
        raise NotUnderstood(f"'{word}' is not counted here.")


class Rows(Holder):
    """A table: its names are columns."""

    __slots__ = ()

    def __len__(self) -> int:
        return 0


class Several(str):
    """Words with commas between them, each of which counts where rows are gathered."""

    __slots__ = ()


class Id(Several):
    """Ids of people: compared as they are, read as names."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column(Holder):
    """One value a row; None where there is none."""

    values: tuple[Value, ...]

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Value]:
        return iter(self.values)

    def get(self, name: str) -> Value:
        """That name behind the dot of every row."""
        return Column(tuple(held(value, name) for value in self.values))


Value: TypeAlias = Fraction | str | bool | date | Column | Holder | None


def held(value: Value, name: str) -> Value:
    """What stands behind the dot; of nothing nothing."""
    if value is None:
        return None
    if isinstance(value, Holder):
        return value.get(name)
    raise NotUnderstood(f"there is nothing called '{name}' behind {said(value)}.")


def spread(work: Callable[..., Value], *given: Value) -> Value:
    """`work` on the values; row by row where any of them is a column. A missing value is passed on to `work`."""
    lengths = {len(value) for value in given if isinstance(value, Column)}
    if not lengths:
        return work(*given)
    if len(lengths) > 1:
        told = " and ".join(map(str, sorted(lengths)))
        raise NotUnderstood(f"columns of {told} rows do not stand side by side.")
    rows = lengths.pop()
    sides = [value.values if isinstance(value, Column) else (value,) * rows for value in given]
    return Column(tuple(work(*row) for row in zip(*sides, strict=True)))


def where_told(work: Callable[..., Value]) -> Callable[..., Value]:
    """`work`, row by row, and nothing where any of its values is missing (rule 2)."""

    def one(*given: Value) -> Value:
        return None if any(value is None for value in given) else work(*given)

    def all_of(*given: Value) -> Value:
        return spread(one, *given)

    return all_of


def number(value: Value) -> Fraction | None:
    """The value as a number: yes is 1, a rating is its joint value, digits in a word are what they say.

    Raises NotUnderstood for a word, a day or a table.
    """
    if value is None or isinstance(value, Fraction):
        return value
    if isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, Numbered):
        return value.number
    if isinstance(value, str) and value.lstrip("-").replace(".", "", 1).isdigit():
        return Fraction(value)
    raise NotUnderstood(f"{said(value)} is not a number.")


def simple(value: Value) -> Value:
    """A value that can be compared: of a rating its number."""
    return value.number if isinstance(value, Numbered) else value


def said(value: Value) -> str:
    """A value in a sentence about what is off."""
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, Column):
        return "a column"
    if isinstance(value, Fraction | bool | date) or value is None:
        return str(value)
    return "a table"
