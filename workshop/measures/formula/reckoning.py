"""Works a formula out: simpleeval walks it, over exact numbers, columns and missing values."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from workshop.errors import NotUnderstood
from workshop.measures.formula.columns import (
    Column,
    Numbered,
    Value,
    held,
    number,
    simple,
    spread,
    where_told,
)
from workshop.measures.formula.functions import FUNCTIONS, numeric, when
from workshop.measures.formula.parsing import Formula
from workshop.model.words import did_you_mean

Look = Callable[[str], Value]
"""The value of a name; NotUnderstood where there is none."""


class Reckoner:
    """Works formulas out. One serves many, also one within another: a name may be a formula itself."""

    def __init__(self, bound: Mapping[str, Callable[..., Value]] = MappingProxyType({})) -> None:
        """`bound` are functions that know more than numbers: those of the scoreboard."""
        from simpleeval import SimpleEval  # 12 ms, and only an exercise that is worked out needs it

        self._look: Look = _nothing
        self._bound = bound
        walker = SimpleEval(operators=_ARITHMETIC, functions={}, names={})
        self._value: Callable[[ast.expr], Any] = walker._eval
        kept = {kind: walker.nodes[kind] for kind in (ast.BinOp, ast.UnaryOp)}
        walker.nodes = {
            **kept,
            ast.Constant: lambda node: node.value,
            ast.Name: lambda node: self._look(node.id),
            ast.Attribute: lambda node: held(self._value(node.value), node.attr),
            ast.BoolOp: self._both,
            ast.Compare: self._compared,
            ast.IfExp: self._either,
            ast.Call: self._called,
        }
        self._walker = walker

    def value(self, formula: Formula, look: Look) -> Value:
        """What the formula comes to. Raises NotUnderstood."""
        outer, self._look = self._look, look
        try:
            return self._value(formula.tree)  # type: ignore[no-any-return]
        finally:
            self._look = outer

    def _both(self, node: ast.BoolOp) -> Value:
        """Missing unless the others settle it: no and ... is no, yes or ... is yes."""
        settles = isinstance(node.op, ast.Or)
        found: Value = not settles
        for one in node.values:
            found = spread(lambda left, right: _joined(left, right, settles), found, self._value(one))
            if found is settles:
                break
        return found

    def _compared(self, node: ast.Compare) -> Value:
        left, found = self._value(node.left), None
        for sign, one in zip(node.ops, node.comparators, strict=True):
            right = self._value(one)
            here = _compare(type(sign), left, right)
            found = here if found is None else spread(lambda a, b: _joined(a, b, False), found, here)
            left = right
        return found

    def _either(self, node: ast.IfExp) -> Value:
        test = self._value(node.test)
        if isinstance(test, Column):
            return when(test, self._value(node.body), self._value(node.orelse))
        true = simple(test)
        return None if true is None else self._value(node.body if true else node.orelse)

    def _called(self, node: ast.Call) -> Value:
        given = [self._value(one) for one in node.args]
        if isinstance(node.func, ast.Attribute):
            return _counted(self._value(node.func.value), node.func.attr, given)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        function = FUNCTIONS.get(name)
        if function is None:
            raise NotUnderstood(f"there is no function '{name}'{did_you_mean(name, FUNCTIONS)}")
        return self._bound.get(name, function.work)(*given)


def _nothing(name: str) -> Value:
    raise NotUnderstood(f"there is nothing called '{name}' here.")


def _joined(left: Value, right: Value, settles: bool) -> Value:
    """`or` where yes settles, `and` where no does."""
    sides = [None if (found := simple(side)) is None else bool(found) for side in (left, right)]
    if settles in sides:
        return settles
    return None if None in sides else not settles


def _counted(value: Value, name: str, given: Sequence[Value]) -> Value:
    """`mark.count('yes')`: how often a word was given."""
    if name != "count" or len(given) != 1 or not isinstance(given[0], str):
        raise NotUnderstood(f"'.{name}(...)' is not known; only .count('word') is.")
    word = given[0]
    return spread(lambda one: one.times(word) if isinstance(one, Numbered) else None, value)


def _compare(sign: type[ast.cmpop], left: Value, right: Value) -> Value:
    if sign in (ast.In, ast.NotIn) and isinstance(right, Column):
        inside = {str(value).casefold() for value in right if value is not None}
        return where_told(lambda one: (str(one).casefold() in inside) is (sign is ast.In))(left)

    def one(a: Value, b: Value) -> Value:
        a, b = simple(a), simple(b)
        return None if a is None or b is None else _holds(sign, a, b)

    return spread(one, left, right)


def _holds(sign: type[ast.cmpop], left: Value, right: Value) -> bool | None:
    if sign in (ast.Eq, ast.NotEq):
        return _equal(left, right) is (sign is ast.Eq)
    if sign in (ast.In, ast.NotIn):
        words = [word.strip().casefold() for word in right.split(",")] if isinstance(right, str) else []
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
        return work(a, timedelta(days=int(number(b) or 0)))  # type: ignore[no-any-return]

    return lambda *given: spread(one, *given)


def _negated(value: Value) -> Value:
    return None if (found := simple(value)) is None else not found


_ARITHMETIC: dict[type[ast.AST], Callable[..., Value]] = {
    ast.Add: dated(lambda a, b: a + b),
    ast.Sub: dated(lambda a, b: a - b),
    ast.Mult: numeric(lambda a, b: a * b),
    ast.Div: numeric(lambda a, b: a / b if b else None),
    ast.USub: numeric(lambda a: -a),
    ast.UAdd: numeric(lambda a: a),
    ast.Not: lambda value: spread(_negated, value),
}
