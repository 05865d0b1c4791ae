"""The functions of formulas: each exact, none with a value where nothing was told (rule 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor

from workshop.errors import NotUnderstood
from workshop.measures import series
from workshop.measures.dots import bridge
from workshop.measures.forms import reads
from workshop.measures.formula.columns import Column, Holder, Rows, Value, number, simple, spread, where_told
from workshop.measures.kappa import kappa

SAME = "same"
"""The form of a function that gives one of its first values back."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function as formulas know it."""

    name: str
    work: Callable[..., Value]
    least: int
    """Fewest and most values it takes; `most` 0 means any number."""
    most: int
    form: str
    """The form of what it gives: one of the forms, or that of its first value."""


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
    """The words with commas between them."""
    return ", ".join(words(given)) or None


def text(*given: Value) -> Value:
    """Everything put together as it reads, without blanks; missing where any of it is."""

    def one(*row: Value) -> Value:
        told = [simple(value) for value in row]
        if any(value is None for value in told):
            return None
        return "".join(reads(value, "number") for value in told if not isinstance(value, Holder))

    return spread(one, *given)


def last(*given: Value) -> Value:
    """The last value that was told."""
    return next((value for value in reversed(list(over(given))) if value != ""), None)


_MATCH = {"y": Fraction(1), "h": Fraction(1, 2), "n": Fraction(0)}


def matches(letters: Value) -> Value:
    """A column of numbers from letters, one a row: y is 1, h a half, n is 0, anything else is missing (E06)."""
    return (
        Column(tuple(_MATCH.get(letter) for letter in letters.casefold() if letter != " "))
        if isinstance(letters, str)
        else None
    )


def of_the_scoreboard(*_given: Value) -> Value:
    """Stands for functions that need the scoreboard: whoever works formulas out puts the real ones in its place."""
    raise NotUnderstood("the numbers of the scoreboard are not at hand here.")


def agreement(left: Value, right: Value) -> Value:
    if not isinstance(left, Column) or not isinstance(right, Column) or len(left) != len(right):
        raise NotUnderstood("kappa(...) takes two columns of the same rows.")
    return kappa(
        (str(a), str(b)) for a, b in zip(left, right, strict=True) if a is not None and b is not None
    )


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
        return None if result is None else Fraction(result)

    return lambda *given: spread(one, *given)


def _clamp(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    return max(low, min(value, high))


FUNCTIONS: dict[str, Function] = {
    name: Function(name, work, least, most, form)
    for name, work, least, most, form in (
        ("mean", mean, 1, 0, "rating"),
        ("median", median, 1, 0, SAME),
        ("total", total, 1, 0, SAME),
        ("count", count, 1, 0, "count"),
        ("share", share, 1, 0, "percent"),
        ("lowest", lowest, 1, 0, SAME),
        ("highest", highest, 1, 0, SAME),
        ("min", side(min), 1, 0, SAME),
        ("max", side(max), 1, 0, SAME),
        ("abs", numeric(abs), 1, 1, SAME),
        ("ceil", numeric(ceil), 1, 1, SAME),
        ("floor", numeric(floor), 1, 1, SAME),
        ("clamp", numeric(_clamp), 3, 3, SAME),
        ("first", first, 1, 0, SAME),
        ("given", given, 1, 1, "yes-no"),
        ("when", when, 2, 3, "then"),
        ("only", only, 2, 2, SAME),
        ("distinct", distinct, 1, 0, SAME),
        ("most", most, 1, 0, "text"),
        ("ordered", ordered, 2, 3, SAME),
        ("rank", rank, 2, 2, "count"),
        ("joined", joined, 1, 0, "text"),
        ("text", text, 1, 0, "text"),
        ("last", last, 1, 0, SAME),
        ("matches", matches, 1, 1, "number"),
        ("metric", of_the_scoreboard, 1, 1, "number"),
        ("standing", of_the_scoreboard, 2, 2, "text"),
        ("kept", of_the_scoreboard, 2, 2, "percent"),
        ("days", days, 2, 2, "days"),
        ("kappa", agreement, 2, 2, "ratio"),
        ("bridge", numeric(bridge), 2, 2, "bridge"),
    )
}
