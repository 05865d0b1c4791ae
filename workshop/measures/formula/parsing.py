"""A formula as it is written, read once: only what formulas are made of, and every number exact."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from workshop.errors import NotUnderstood
from workshop.model.values import dataclass

LONGEST = 500
DEEPEST = 40
"""Brackets within brackets."""
FIX = (
    "Formulas are made of names, numbers, 'words', + - * / ( ), and or not == != < <= > >= in, and functions."
)
_NODES = (
    ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.UnaryOp, ast.USub, ast.UAdd, ast.Not, ast.BoolOp, ast.And,
    ast.Or, ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.IfExp, ast.Call,
    ast.Name, ast.Load, ast.Attribute, ast.Constant,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read."""

    text: str
    tree: ast.expr


@lru_cache(maxsize=4096)
def parsed(text: str) -> Formula:
    """The formula in a text. Raises NotUnderstood with a sentence that says what is off."""
    if len(text) > LONGEST:
        raise NotUnderstood(f"a formula has at most {LONGEST} characters.")
    source = f"({text.strip()}\n)"
    try:
        tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as off:
        raise NotUnderstood(f"'{text}' does not read as a formula.", fix=FIX) from off
    _check(tree, text, 0)
    return Formula(text, _Exact(source).visit(tree))


def names(formula: Formula) -> Iterator[str]:
    """The names that a formula begins paths with: of `leads.sales` it is `leads`."""
    called = {id(node.func) for node in ast.walk(formula.tree) if isinstance(node, ast.Call)}
    for node in ast.walk(formula.tree):
        if isinstance(node, ast.Name) and id(node) not in called:
            yield node.id


def paths(formula: Formula) -> Iterator[str]:
    """Every name with what stands behind its dots; of `mark.count('x')` what is counted in."""
    inner = {id(node.value) for node in ast.walk(formula.tree) if isinstance(node, ast.Attribute)}
    called = {id(node.func) for node in ast.walk(formula.tree) if isinstance(node, ast.Call)}
    for node in ast.walk(formula.tree):
        if isinstance(node, ast.Name | ast.Attribute) and id(node) not in inner:
            if id(node) not in called:
                yield path(node)
            elif isinstance(node, ast.Attribute):
                yield path(node.value)


def path(node: ast.expr) -> str:
    """`leads.sales` as it is written; empty for anything that is not names and dots."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = path(node.value)
        return before and f"{before}.{node.attr}"
    return ""


def _check(node: ast.AST, text: str, depth: int) -> None:
    if depth > DEEPEST:
        raise NotUnderstood(
            f"'{text}' has too many brackets within brackets.", fix="Make two formulas of it."
        )
    fits = isinstance(node, _NODES) and not (
        (isinstance(node, ast.Constant) and not isinstance(node.value, str | int | float | None))
        or (isinstance(node, ast.Attribute) and node.attr.startswith("_"))
        or (
            isinstance(node, ast.Call)
            and (node.keywords or not isinstance(node.func, ast.Name | ast.Attribute))
        )
    )
    if not fits:
        raise NotUnderstood(f"'{text}' holds something that formulas do not have.", fix=FIX)
    for child in ast.iter_child_nodes(node):
        _check(child, text, depth + 1)


class _Exact(ast.NodeTransformer):
    """Numbers from the typed digits: by way of a float 0.1 would no longer be a tenth."""

    def __init__(self, source: str) -> None:
        self.source = source

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        if node.value is None or isinstance(node.value, bool | str):
            return node
        typed = ast.get_source_segment(self.source, node) or ""
        if not typed.replace(".", "", 1).isdigit():
            raise NotUnderstood(
                f"'{typed}' is not a number as formulas have them.", fix="Write 1000 or 0.25."
            )
        # mypy knows only the constants that Python itself writes.
        return ast.copy_location(ast.Constant(value=Fraction(typed)), node)  # type: ignore[arg-type]  # of that kind, as the file was checked
