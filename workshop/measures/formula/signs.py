"""The signs of formulas: sums, comparisons, and, or; over exact numbers, days, words, columns and what is missing."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from workshop.errors import NotUnderstood
from workshop.measures.formula.beside import numeric
from workshop.measures.formula.columns import Column, Several, Value, number, simple, spread, where_told


def joined(left: Value, right: Value, settles: bool) -> Value:
    """`or` where yes settles, `and` where no does."""
    sides = [None if (found := simple(side)) is None else bool(found) for side in (left, right)]
    if settles in sides:
        return settles
    return None if None in sides else not settles


def compared(sign: type[ast.cmpop], left: Value, right: Value) -> Value:
    if sign in (ast.In, ast.NotIn) and isinstance(right, Column):
        inside = {word.casefold() for value in right if value is not None for word in _words(value)}
        return where_told(lambda one: (str(one).casefold() in inside) is (sign is ast.In))(left)

    def one(a: Value, b: Value) -> Value:
        a, b = simple(a), simple(b)
        return None if a is None or b is None else _holds(sign, a, b)

    return spread(one, left, right)


def _words(value: Value) -> list[str]:
    """Each word of several; anything else as it is."""
    return [word.strip() for word in value.split(",")] if isinstance(value, Several) else [str(value)]


def _holds(sign: type[ast.cmpop], left: Value, right: Value) -> bool | None:
    if sign in (ast.Eq, ast.NotEq):
        return _equal(left, right) is (sign is ast.Eq)
    if sign in (ast.In, ast.NotIn):
        words = [word.strip().casefold() for word in str(right).split(",")]
        return (str(left).casefold() in words) is (sign is ast.In)
    days = [isinstance(value, date) for value in (left, right)]
    if any(days) and not all(days):
        return None
    return bool(_ORDER[sign](left, right) if all(days) else _ORDER[sign](number(left), number(right)))


def _equal(left: Value, right: Value) -> bool:
    """Words without regard to capitals; a number and its digits are the same."""
    if isinstance(left, str) and isinstance(right, str):
        return left.casefold() == right.casefold()
    if not isinstance(left, str) and not isinstance(right, str):
        return left == right
    word, other = (left, right) if isinstance(left, str) else (right, left)
    return not isinstance(other, bool) and isinstance(other, Fraction) and word == str(other)


_ORDER: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
}


def dated(work: Callable[..., Any]) -> Callable[..., Value]:
    """Sums of numbers; of a day and a number the day so much later, of two days the days between them."""
    plain = numeric(work)

    def one(a: Value, b: Value) -> Value:
        if not isinstance(a, date) or b is None:
            return plain(a, b)
        if isinstance(b, date):
            return Fraction(work(a, b).days)
        try:
            return work(a, timedelta(days=int(number(b) or 0)))  # type: ignore[no-any-return]  # values of formulas are of many kinds
        except OverflowError as off:
            raise NotUnderstood("a day in it lies beyond the calendar.") from off

    return lambda *given: spread(one, *given)


def _negated(value: Value) -> Value:
    return None if (found := simple(value)) is None else not found


ARITHMETIC: dict[type[ast.AST], Callable[..., Value]] = {
    ast.Add: dated(lambda a, b: a + b),
    ast.Sub: dated(lambda a, b: a - b),
    ast.Mult: numeric(lambda a, b: a * b),
    ast.Div: numeric(lambda a, b: a / b if b else None),
    ast.USub: numeric(lambda a: -a),
    ast.UAdd: numeric(lambda a: a),
    ast.Not: lambda value: spread(_negated, value),
}
