"""What names there are and what stands behind them, so that a formula can be checked before anybody types a row."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from workshop.errors import NotUnderstood
from workshop.measures.formula.functions import FUNCTIONS, SAME
from workshop.measures.formula.parsing import Formula, path
from workshop.model.exercises import Form
from workshop.model.words import did_you_mean

_CALLED = {
    "sum": "total", "average": "mean", "avg": "mean", "if": "when", "iif": "when", "maximum": "highest", "minimum": "lowest",
    "len": "count", "unique": "distinct", "sort": "ordered", "concat": "joined", "filter": "only", "mode": "most",
}  # fmt: skip
"""What functions are called elsewhere."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name: how its value reads, and the names behind its dot."""

    name: str
    form: Form = "number"
    holds: tuple[Named, ...] = ()
    label: str = ""
    options: tuple[str, ...] = ()
    """The words it can have, where they are known."""
    labels: tuple[str, ...] = ()
    """What people read in place of each of the options."""
    free: bool = False
    """It may have other values than these words too, as a date or none."""
    table: bool = False
    many: bool = False
    """A table of any number of rows: what stands behind its dot is a whole column."""
    whole: bool = False
    """Of all rows of its table together, though it stands behind the table's dot."""

    def reads(self, word: str) -> str:
        """One of the options as people read it; any other word as it is."""
        return dict(zip(self.options, self.labels, strict=False)).get(word, word)

    def __getitem__(self, name: str) -> Named | None:
        return next((one for one in self.holds if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that a formula may use; of two of one name the nearer counts."""

    near: tuple[Named, ...] = ()
    far: tuple[Named, ...] = ()
    known: dict[str, Named] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {one.name: one for one in (*self.far, *self.near)})

    @property
    def near_names(self) -> frozenset[str]:
        """The names of the row itself."""
        return frozenset(one.name for one in self.near)

    def within(self, near: Iterable[Named]) -> Scope:
        """The scope of one row: its own names before all others."""
        return Scope(tuple(near), (*self.far, *self.near))


def check(formula: Formula, scope: Scope) -> None:
    """Raises NotUnderstood for a name or a function that is not there, and for too few or too many values."""
    _checked(formula.tree, scope)


def found(node: ast.expr, scope: Scope) -> Named | None:
    """What a path of names stands for; None for anything that is worked out."""
    if isinstance(node, ast.Name):
        return scope.known.get(node.id)
    if isinstance(node, ast.Attribute):
        before = found(node.value, scope)
        return before[node.attr] if before else None
    return None


def form_of(node: ast.expr, scope: Scope) -> Form:
    """How what a formula gives reads: as its name does, or as its function says; else a plain number."""
    if isinstance(node, ast.Name | ast.Attribute):
        named = found(node, scope)
        return named.form if named else "number"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
        return _given_by(FUNCTIONS[node.func.id].form, node.args, scope)
    if isinstance(node, ast.Call):
        return "count"
    if isinstance(node, ast.Compare | ast.BoolOp) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    ):
        return "yes-no"
    if isinstance(node, ast.UnaryOp):
        return form_of(node.operand, scope)
    if isinstance(node, ast.IfExp):
        return form_of(node.body, scope)
    return "text" if isinstance(node, ast.Constant) and isinstance(node.value, str) else "number"


def _given_by(form: str, values: list[ast.expr], scope: Scope) -> Form:
    if form == "then":
        return form_of(values[1], scope)
    inner = form_of(values[0], scope)
    if form == SAME:
        return inner
    if form == "rating":  # a mean of money is money; of numbers it has two places, unless it is whole
        return "number" if inner in ("number", "count", "yes-no", "text") else inner
    return form  # type: ignore[return-value]  # one of the forms, as the file was checked


def _checked(node: ast.expr, scope: Scope) -> None:
    for one in _paths(node, scope):
        _check_path(one, scope)


def _paths(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """The paths of names in a formula, each as long as it is."""
    if path(node):
        yield node
        return
    if isinstance(node, ast.Call):
        _check_call(node)
        inside = [*node.args, *([node.func.value] if isinstance(node.func, ast.Attribute) else [])]
    else:
        inside = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    for child in inside:
        yield from _paths(child, scope)


def _check_call(node: ast.Call) -> None:
    if not isinstance(node.func, ast.Name):
        if not (isinstance(node.func, ast.Attribute) and node.func.attr == "count"):
            raise NotUnderstood("after a dot only .count('word') takes brackets.")
        return
    function = FUNCTIONS.get(node.func.id)
    if function is None:
        near = _CALLED.get(node.func.id)
        told = f"; did you mean {near}?" if near else did_you_mean(node.func.id, FUNCTIONS)
        raise NotUnderstood(f"there is no function '{node.func.id}'{told}")
    given = len(node.args)
    if given < function.least or (function.most and given > function.most):
        fits = f"{function.least}" if function.least == function.most else f"from {function.least}"
        raise NotUnderstood(f"{function.name}(...) takes {fits} values, not {given}.")


def _check_path(node: ast.expr, scope: Scope) -> None:
    if isinstance(node, ast.Attribute):
        _check_path(node.value, scope)
        before = found(node.value, scope)
        if before is None or before[node.attr] is not None:
            return
        names = [one.name for one in before.holds]
        told = f"there is no '{node.attr}' in '{path(node.value)}'{did_you_mean(node.attr, names)}"
        raise NotUnderstood(told if names else f"'{path(node.value)}' has nothing behind a dot.")
    if isinstance(node, ast.Name) and node.id not in scope.known:
        if node.id in FUNCTIONS:
            raise NotUnderstood(f"'{node.id}' is a function: {node.id}(...).")
        raise NotUnderstood(f"there is nothing called '{node.id}' here{did_you_mean(node.id, scope.known)}")
