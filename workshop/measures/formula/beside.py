"""Functions over values that stand side by side, row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

from workshop.errors import NotUnderstood
from workshop.measures.forms import reads
from workshop.measures.formula.columns import Column, Holder, Id, Value, number, simple, spread, where_told
from workshop.measures.formula.gathering import numbers, over

LARGEST = 10**400
"""Numbers beyond this, above or below the line, come of a formula that feeds itself."""


def side(work: Callable[[list[Fraction]], Fraction]) -> Callable[..., Value]:
    """The lowest or highest of values that stand side by side, row by row; missing ones are left out."""

    def one(*given: Value) -> Value:
        found = numbers(given)
        return work(found) if found else None

    return lambda *given: spread(one, *given)


def first(*given: Value) -> Value:
    """The first value that was told: of the rows of one column, else of values side by side."""
    if len(given) == 1:
        return next((value for value in over(given) if value != ""), None)

    def one(*row: Value) -> Value:
        return next((value for value in row if simple(value) is not None and value != ""), None)

    return spread(one, *given)


def given(value: Value) -> Value:
    """Whether anything was told."""
    return spread(lambda one: simple(one) is not None and one != "", value)


def when(condition: Value, then: Value, otherwise: Value = None) -> Value:
    """`then` where it holds, `otherwise` where it does not, nothing where that is not known."""

    def one(test: Value, yes: Value, no: Value) -> Value:
        found = simple(test)
        return None if found is None else yes if found else no

    return spread(one, condition, then, otherwise)


def text(*given: Value) -> Value:
    """Everything put together as it reads, without blanks; missing where any of it is."""

    def one(*row: Value) -> Value:
        told = [simple(value) for value in row]
        if any(value is None for value in told):
            return None
        return "".join(reads(value, "number") for value in told if not isinstance(value, Holder))

    return spread(one, *given)


def named(value: Value, names: Mapping[str, str]) -> Value:
    """Ids of people as their names; anything else as it is."""

    def one(told: Value) -> Value:
        ids = told.split(",") if isinstance(told, Id) else ()
        return ", ".join(names.get(each.strip(), each.strip()) for each in ids) if ids else told

    return spread(one, value)


def days(since: Value, until: Value) -> Value:
    """Days from one day to another; below zero where the second is earlier."""

    def one(start: Value, end: Value) -> Value:
        if isinstance(start, date) and isinstance(end, date):
            return Fraction((end - start).days)
        raise NotUnderstood("days(...) takes two days.")

    return where_told(one)(since, until)


def numeric(work: Callable[..., Fraction | int | None]) -> Callable[..., Value]:
    """`work` over exact numbers, row by row."""

    def one(*given: Value) -> Value:
        found = [number(value) for value in given]
        if any(value is None for value in found):
            return None
        result = work(*found)
        return None if result is None else bounded(Fraction(result))

    return lambda *given: spread(one, *given)


def bounded(value: Fraction) -> Fraction:
    """The value; NotUnderstood where it is beyond all reason."""
    if max(abs(value.numerator), value.denominator) > LARGEST:
        raise NotUnderstood("a number in it grows beyond all reason.")
    return value


def clamp(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    return max(low, min(value, high))


_MATCH = {"y": Fraction(1), "h": Fraction(1, 2), "n": Fraction(0)}


def matches(letters: Value) -> Value:
    """A column of numbers from letters, one a row: y is 1, h a half, n is 0, anything else is missing (E06)."""
    return (
        Column(tuple(_MATCH.get(letter) for letter in letters.casefold() if letter != " "))
        if isinstance(letters, str)
        else None
    )
