"""A number worked out from named parts by a formula (`won/(won+lost)`), and how it reads in its form."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from fractions import Fraction

from workshop.errors import NotUnderstood
from workshop.measures.parts import FUNCTIONS, Parts, exactly, read_parts
from workshop.measures.rounding import SCORE, UNIT_MONEY, grouped, money, percent
from workshop.model.metrics import Form

_NAME = re.compile(r"[^\W\d]\w*")


def names(formula: str) -> tuple[str, ...]:
    """The parts that a formula is made of, each once, in its order."""
    return tuple(name for name in dict.fromkeys(_NAME.findall(formula)) if name not in FUNCTIONS)


def worked_out(parts: Parts, formula: str) -> Parts | None:
    """The named parts with the value that the formula gives; None where a part it names was not told.

    Hyphens in names of parts are underscores in a formula. The value is None where it divides by zero; `of` is what a
    quotient divides by, so that few cases are seen. NotUnderstood where the formula is no arithmetic.
    """
    told = {count.name.replace("-", "_"): count.value for count in parts.counts}
    if not formula or not told.keys() >= {*names(formula)}:
        return None
    return replace(parts, kind="plain", value=_value(formula, told), of=_value(_divisor(formula), told))


def reading(typed: str, formula: str = "") -> Parts | None:
    """Parts as typed, with the value of the formula where it fits; None where they do not read as numbers."""
    try:
        parts = read_parts(typed)
    except NotUnderstood:
        return None
    return worked_out(parts, formula) or parts


def in_form(parts: Parts, form: Form, currency: str) -> str:
    """`30.0 %`, `4,988 EUR/day`, `4,666.67 EUR`, `3.0 h`. A percentage is made of a quotient only: what was typed as a
    single number stays as it was typed."""
    value = parts.value
    if value is None or (form == "percent" and not parts.computed):
        return parts.words()
    match form:
        case "percent":
            return percent(value)
        case "money":
            return money(value, currency, UNIT_MONEY)
        case "money per day":
            return f"{money(value, currency)}/day"
        case "hours" | "days":
            return f"{grouped(value, SCORE)} {'h' if form == 'hours' else 'days'}"
        case "plain":
            return replace(parts, kind="plain").words()


def _value(formula: str, told: dict[str, Fraction]) -> Fraction | None:
    """The formula with the numbers in place of the names; an empty one has no value."""
    numbers = _NAME.sub(lambda name: f"({told[name[0]]})" if name[0] in told else name[0], formula)
    return exactly(numbers, calls=True) if formula else None


def _divisor(formula: str) -> str:
    """What the whole formula divides by: `(won+lost)`; empty where it is no quotient."""
    try:
        whole = ast.parse(formula.strip(), mode="eval").body
    except SyntaxError as off:
        raise NotUnderstood(
            f"'{formula}' does not read as arithmetic.", fix="Write it as won/(won+lost)."
        ) from off
    return ast.unparse(whole.right) if isinstance(whole, ast.BinOp) and isinstance(whole.op, ast.Div) else ""
