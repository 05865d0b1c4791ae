"""Works a formula out: simpleeval walks it, over exact numbers, columns and missing values."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from workshop.errors import NotUnderstood
from workshop.measures.formula.beside import when
from workshop.measures.formula.columns import Column, Numbered, Value, held, simple, spread
from workshop.measures.formula.functions import FUNCTIONS
from workshop.measures.formula.parsing import Formula
from workshop.measures.formula.signs import ARITHMETIC, compared, joined
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
        walker = SimpleEval(operators=ARITHMETIC, functions={}, names={})
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
            return self._value(formula.tree)  # type: ignore[no-any-return]  # values of formulas are of many kinds
        finally:
            self._look = outer

    def _both(self, node: ast.BoolOp) -> Value:
        """Missing unless the others settle it: no and ... is no, yes or ... is yes."""
        settles = isinstance(node.op, ast.Or)
        found: Value = not settles
        for one in node.values:
            found = spread(lambda left, right: joined(left, right, settles), found, self._value(one))
            if found is settles:
                break
        return found

    def _compared(self, node: ast.Compare) -> Value:
        left, found = self._value(node.left), None
        for sign, one in zip(node.ops, node.comparators, strict=True):
            right = self._value(one)
            here = compared(type(sign), left, right)
            found = here if found is None else spread(lambda a, b: joined(a, b, False), found, here)
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


def _counted(value: Value, name: str, given: Sequence[Value]) -> Value:
    """`mark.count('yes')`: how often a word was given."""
    if name != "count" or len(given) != 1 or not isinstance(given[0], str):
        raise NotUnderstood(f"'.{name}(...)' is not known; only .count('word') is.")
    word = given[0]
    return spread(lambda one: one.times(word) if isinstance(one, Numbered) else None, value)
