"""Functions that make one value, or a shorter column, of many: what is missing is left out (rule 2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from workshop.errors import NotUnderstood
from workshop.measures import series
from workshop.measures.formula.columns import Column, Id, Rows, Value, number, simple, spread
from workshop.measures.kappa import kappa


def over(given: tuple[Value, ...]) -> Iterator[Value]:
    """Every value, columns row by row; missing ones are left out."""
    for one in given:
        yield from (
            value for value in (one if isinstance(one, Column) else (one,)) if simple(value) is not None
        )


def numbers(given: tuple[Value, ...]) -> list[Fraction]:
    """Every value that was told, as numbers."""
    return [found for value in over(given) if (found := number(value)) is not None]


def words(given: tuple[Value, ...]) -> list[str]:
    """Every word that was told."""
    return [value for value in over(given) if isinstance(value, str) and value]


def mean(*given: Value) -> Value:
    return series.mean(numbers(given))


def median(*given: Value) -> Value:
    return series.median(numbers(given))


def total(*given: Value) -> Value:
    """0 over no rows at all; missing where there are rows and none of them tells a number."""
    found = numbers(given)
    if not found and any(not isinstance(one, Column) or len(one) for one in given):
        return None
    return sum(found, Fraction(0))


def count(*given: Value) -> Value:
    """How many are true, of yes and no; of anything else how many were told; of a table its rows."""
    if isinstance(given[0], Rows):
        return Fraction(len(given[0]))
    found = list(over(given))
    return Fraction(sum(1 for value in found if value is not False and value != ""))


def share(*given: Value) -> Value:
    """True / told."""
    found = [number(value) for value in over(given)]
    return Fraction(sum(1 for value in found if value), len(found)) if found else None


def lowest(*given: Value) -> Value:
    return min(_comparable(given), default=None)


def highest(*given: Value) -> Value:
    return max(_comparable(given), default=None)


def _comparable(given: tuple[Value, ...]) -> list[Fraction] | list[date]:
    """Numbers, or days."""
    found = [simple(value) for value in over(given)]
    days = [value for value in found if isinstance(value, date)]
    return days if days and len(days) == len(found) else numbers(given)


def only(column: Value, condition: Value) -> Value:
    """The rows of a column for which a condition is true; missing where there is no column."""
    if column is None:
        return None
    if not isinstance(column, Column) or not isinstance(condition, Column) or len(column) != len(condition):
        raise NotUnderstood("only(...) takes a column and a condition over the same rows.")
    return Column(tuple(value for value, true in zip(column, condition, strict=True) if true is True))


def distinct(*given: Value) -> Value:
    """Each value once, in the order of its first row."""
    return Column(tuple(dict.fromkeys(value for value in over(given) if value != "")))


def most(*given: Value) -> Value:
    """The word told most often; the first of several."""
    found = words(given)
    return max(dict.fromkeys(found), key=found.count, default=None)


def ordered(column: Value, by: Value, top: Value = None) -> Value:
    """The values of a column, the one with the largest `by` first; equal ones keep their order, missing ones go."""
    if not isinstance(column, Column) or not isinstance(by, Column) or len(column) != len(by):
        raise NotUnderstood("ordered(...) takes two columns of the same rows.")
    known = [
        (value, found) for value, key in zip(column, by, strict=True) if (found := number(key)) is not None
    ]
    known.sort(key=lambda pair: -pair[1])
    many = number(top)
    return Column(tuple(value for value, _ in known[: None if many is None else int(many)]))


def rank(value: Value, column: Value) -> Value:
    """1 + how many in the column are larger."""
    others = numbers((column,))

    def one(found: Value) -> Value:
        mine = number(found)
        return None if mine is None else Fraction(1 + sum(1 for other in others if other > mine))

    return spread(one, value)


def joined(*given: Value) -> Value:
    """The words with commas between them; people stay people."""
    found = words(given)
    told = ", ".join(found)
    return (Id(told) if all(isinstance(word, Id) for word in found) else told) if told else None


def last(*given: Value) -> Value:
    """The last value that was told."""
    return next((value for value in reversed(list(over(given))) if value != ""), None)


def agreement(left: Value, right: Value) -> Value:
    if not isinstance(left, Column) or not isinstance(right, Column) or len(left) != len(right):
        raise NotUnderstood("kappa(...) takes two columns of the same rows.")
    return kappa(
        (str(a), str(b)) for a, b in zip(left, right, strict=True) if a is not None and b is not None
    )
