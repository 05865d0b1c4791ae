"""Whether a formula gives a whole column where one value is meant: `days.cost` in a row of days, not `cost`."""

from __future__ import annotations

import ast

from workshop.measures.formula.naming import Scope
from workshop.measures.formula.parsing import Formula, path

_SIDE_BY_SIDE = ("min", "max", "abs", "ceil", "floor", "clamp", "given", "when", "text", "days", "bridge")
"""Functions that go row by row through a column."""


def whole_column(formula: Formula, scope: Scope) -> str:
    """The column that a formula would give row by row; empty where it gives one value."""
    return _column(formula.tree, scope)


def _column(node: ast.expr, scope: Scope) -> str:
    if told := path(node):
        named = scope.known.get(told.partition(".")[0])
        one = named[told.split(".")[1]] if named and "." in told else None
        return told if named and named.many and one and not one.whole else ""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return _call(node.func.id, node.args, scope)
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
        return _column(node.left, scope)  # it looks the left side up in the column on the right
    inside = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    return next((told for child in inside if (told := _column(child, scope))), "")


def _call(name: str, given: list[ast.expr], scope: Scope) -> str:
    if name in _SIDE_BY_SIDE or (name == "first" and len(given) > 1):
        return next((told for one in given if (told := _column(one, scope))), "")
    if name == "rank":
        return _column(given[0], scope)
    return ""  # it makes one value of a column, or a list on purpose
