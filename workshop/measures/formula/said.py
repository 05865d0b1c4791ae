"""Words that a formula compares with: a word that a value never has is a slip, and would never hold."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from workshop.errors import NotUnderstood
from workshop.measures.formula.naming import Named, Scope, found
from workshop.measures.formula.parsing import Formula, path
from workshop.model.words import did_you_mean

_ALWAYS = ("", "?")
"""Nothing, and what nobody knows, may stand for any value."""


def check_words(formula: Formula, scope: Scope) -> None:
    """Raises NotUnderstood for `verdict == 'kepe'`, and for a yes or no that is compared with a word."""
    for node, word in _compared(formula.tree):
        named = found(node, scope)
        if named is not None:
            _check(path(node), named, word)


def _compared(tree: ast.expr) -> Iterator[tuple[ast.expr, str]]:
    """Each name with a word that it is compared with, or that is counted in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            for sign, left, right in zip(node.ops, sides, sides[1:], strict=False):
                inside = isinstance(sign, ast.In | ast.NotIn)
                for one, other in ((left, right), (right, left)):
                    if path(one) and isinstance(other, ast.Constant) and isinstance(other.value, str):
                        words = other.value.split(",") if inside and other is right else [other.value]
                        yield from ((one, word.strip()) for word in words)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield from (
                (node.func.value, str(one.value)) for one in node.args if isinstance(one, ast.Constant)
            )


def _check(called: str, named: Named, word: str) -> None:
    if named.form == "yes-no":
        raise NotUnderstood(
            f"'{called}' is yes or no, and never '{word}'.", fix=f"Write {called}, or not {called}."
        )
    top = named["top"]  # of a rating the words of its letters
    known = top.options if top else named.options
    if known and not named.free and word.casefold() not in {one.casefold() for one in (*known, *_ALWAYS)}:
        told = ", ".join(one for one in known if one)
        raise NotUnderstood(
            f"'{called}' is never '{word}'{did_you_mean(word, known)}", fix=f"It may be: {told}."
        )
