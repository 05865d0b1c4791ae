"""How a value of an exercise reads: the places of rule 4, words for yes and no, days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from workshop.measures.rounding import (
    BRIDGE,
    DAYS,
    MONEY,
    NOT_AVAILABLE,
    RATING,
    RATIO,
    SCORE,
    UNIT_MONEY,
    grouped,
    money,
    percent,
)
from workshop.model.exercises import Form

Plain = Fraction | str | bool | date | None
_PLACES: dict[Form, int] = {"count": 0, "rating": RATING, "score": SCORE, "ratio": RATIO, "bridge": BRIDGE}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def reads(value: Plain, form: Form, currency: str = "") -> str:
    """`30.0 %`, `4.25`, `4,667 EUR`, `12.0 days`, `yes`, `6 March 2026`. What is missing is `n/a`, of words nothing.

    Words stay words in every form; yes and no as numbers are 1 and 0.
    """
    if value is None:
        return "" if form in ("text", "yes-no") else NOT_AVAILABLE
    if isinstance(value, str):
        return str(value)  # a plain one: words of several kinds are kept as kinds of str
    if isinstance(value, date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, bool) and form in ("text", "number", "yes-no"):
        return "yes" if value else "no"
    return _number(Fraction(value), form, currency)


def signed(value: Fraction, form: Form, currency: str = "") -> str:
    """A difference: `+3.1`; `0` carries no sign. Between two shares it counts points, not per cent of the first."""
    told = f"{grouped(value * 100, SCORE)} points" if form == "percent" else reads(value, form, currency)
    return f"+{told}" if value > 0 and any(digit in "123456789" for digit in told) else told


def _number(value: Fraction, form: Form, currency: str) -> str:
    match form:
        case "percent":
            return percent(value)
        case "money" | "unit-money":
            return money(value, currency, MONEY if form == "money" else UNIT_MONEY)
        case "days" | "hours":
            return f"{grouped(value, DAYS)} {'days' if form == 'days' else 'h'}"
        case "yes-no":
            return "yes" if value else "no"
        case "text" | "number":
            return grouped(value, 0 if value.denominator == 1 else RATING)
        case _:
            return grouped(value, _PLACES[form])
