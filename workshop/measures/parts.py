"""The value of a metric from its parts: `6/20`, `42*0.30*38000/96`, `won=6 lost=14 none=5` (E10)."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Literal

from workshop.errors import NotUnderstood
from workshop.measures.rounding import NOT_AVAILABLE, UNIT_MONEY, grouped, percent
from workshop.model.values import dataclass

Kind = Literal["share", "plain", "named"]
FEW = 10
"""A denominator below this gets the words `few cases`."""
LONGEST = 120
LARGEST = 10**40
"""Numbers beyond this, above or below the line, are no firm's figures."""
HIGHEST_POWER = 10

_NUMBER = r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_QUOTIENT = re.compile(rf"({_NUMBER})(?:\s*/\s*({_NUMBER}))?")
_NAMED = re.compile(rf"([^\W\d][\w-]*)=({_NUMBER})")
_SIGNS = re.compile(r"[0-9.+\-*/() ]+")
FUNCTIONS: dict[str, Callable[..., Fraction]] = {"abs": abs, "max": max}
"""What a formula may call besides arithmetic; what is typed may not."""
_CALLS = re.compile(rf"(?:{'|'.join(FUNCTIONS)})(?=\()")
_HELP = "Type it as 6/20, 42*0.30*38000/96 or won=6 lost=14; numbers without thousands marks."


@dataclass(frozen=True, slots=True)
class Count:
    """One named part."""

    name: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Parts:
    """What the parts come to."""

    kind: Kind
    """`share`: both whole, the upper not above the lower; `named`: several counts, no value without a formula."""
    value: Fraction | None = None
    """None where a division by zero stands in it, and for counts without a formula."""
    of: Fraction | None = None
    """The denominator of a plain quotient: the n behind the number."""
    counts: tuple[Count, ...] = ()
    computed: bool = True
    """Worked out from several numbers; false for a single one."""

    @property
    def few_cases(self) -> bool:
        """The denominator is below ten."""
        return self.value is not None and self.of is not None and self.of < FEW

    def words(self) -> str:
        """`30.0 %`, `4,666.67`, `won 6, lost 14` or `n/a`."""
        if self.kind == "named":
            return ", ".join(f"{count.name} {_plain(count.value)}" for count in self.counts)
        return percent(self.value) if self.kind == "share" else _plain(self.value)


def read_parts(text: str) -> Parts:
    """The exact value of what was typed; NotUnderstood says what is off."""
    text = text.strip()
    if len(text) > LONGEST:
        raise NotUnderstood(f"The parts of a metric have at most {LONGEST} characters.", fix=_HELP)
    if "=" in text:
        return Parts("named", counts=_named(text))
    quotient = _QUOTIENT.fullmatch(text)
    return _quotient(quotient[1], quotient[2]) if quotient else Parts("plain", exactly(text))


def _quotient(above: str, below: str | None) -> Parts:
    """A number, or one number over another."""
    upper = _held(Fraction(above))
    if below is None:
        return Parts("plain", upper, computed=False)
    lower = _held(Fraction(below))
    share = upper.denominator == lower.denominator == 1 and upper <= lower
    return Parts("share" if share else "plain", upper / lower if lower else None, lower)


def _named(text: str) -> tuple[Count, ...]:
    found = [(word, _NAMED.fullmatch(word)) for word in text.split()]
    for word, match in found:
        if match is None:
            raise NotUnderstood(f"'{word}' in the parts of a metric is not a name and a number.", fix=_HELP)
    counts = tuple(Count(match[1], _held(Fraction(match[2]))) for _, match in found if match)
    names = [count.name for count in counts]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise NotUnderstood(f"'{twice}' stands twice in the parts of a metric.", fix=_HELP)
    return counts


def _plain(value: Fraction | None) -> str:
    if value is None:
        return NOT_AVAILABLE
    return grouped(value, 0 if value.denominator == 1 else UNIT_MONEY)


def exactly(text: str, *, calls: bool = False) -> Fraction | None:
    """Arithmetic over numbers, exactly; None for a division by zero (rule 2), NotUnderstood for anything else.

    `calls`: of a formula, which may use `FUNCTIONS`.
    """
    from simpleeval import InvalidExpression  # 12 ms, and only a metric with arithmetic needs it

    signs = _CALLS.sub("", text).replace(",", "") if calls else text
    if not _SIGNS.fullmatch(signs):
        raise NotUnderstood(f"'{text}' is not arithmetic.", fix=_HELP)
    calculator = _calculator(calls)
    try:
        return _held(calculator.eval(text))
    except ZeroDivisionError:
        return None
    except (InvalidExpression, SyntaxError, ValueError) as off:
        raise NotUnderstood(f"'{text}' does not read as arithmetic.", fix=_HELP) from off


def _calculator(calls: bool) -> Any:
    """simpleeval with four operations and powers over Fractions; no names, strings or floats."""
    from simpleeval import SimpleEval

    calculator = SimpleEval(
        operators={
            ast.Add: lambda a, b: _held(a + b),
            ast.Sub: lambda a, b: _held(a - b),
            ast.Mult: lambda a, b: _held(a * b),
            ast.Div: lambda a, b: _held(a / b),
            ast.Pow: _power,
            ast.USub: operator.neg,
            ast.UAdd: operator.pos,
        },
        functions=dict(FUNCTIONS) if calls else {},
        names={},
    )
    known = (ast.Expr, ast.BinOp, ast.UnaryOp, ast.Call) if calls else (ast.Expr, ast.BinOp, ast.UnaryOp)
    walk = {node: calculator.nodes[node] for node in known}

    def literal(node: ast.Constant) -> Fraction:
        # From the typed digits: by way of a float 0.1 would no longer be a tenth.
        return Fraction(ast.get_source_segment(calculator.expr, node) or "")

    calculator.nodes = {**walk, ast.Constant: literal}
    return calculator


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    """Whole powers only: a root would leave the exact numbers."""
    if exponent.denominator != 1 or abs(exponent) > HIGHEST_POWER:
        raise NotUnderstood(f"Powers go by whole numbers up to {HIGHEST_POWER}.", fix=_HELP)
    return _held(base ** int(exponent))


def _held(value: Fraction) -> Fraction:
    if max(abs(value.numerator), value.denominator) > LARGEST:
        raise NotUnderstood("A number in the parts of a metric is too large.", fix=_HELP)
    return value
