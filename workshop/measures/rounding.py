"""Numbers as people read them: rounded once, at the very end, half away from zero (rule 4)."""

from __future__ import annotations

from fractions import Fraction
from math import floor

Number = Fraction | int
NOT_AVAILABLE = "n/a"
"""Shown where nothing can be computed (rule 2): never 0, never an error."""

RATING, SCORE, MONEY, UNIT_MONEY, DAYS, RATIO, BRIDGE = 2, 1, 0, 2, 1, 2, 3
"""Places of rule 4: rating means, percentages and 0-100 scores, money, basket and cost per lead, days, ratios
and kappa, the bridge of a dot vote."""


def whole(value: Number) -> int:
    """The nearest whole number, half away from zero: minutes of real time, whole money."""
    size = floor(abs(Fraction(value)) + Fraction(1, 2))
    return -size if value < 0 else size


def show(value: Number | None, places: int) -> str:
    """`show(Fraction(149, 40), 2)` is `3.73`; None is `n/a`."""
    return grouped(value, places, mark="")


def grouped(value: Number | None, places: int, mark: str = ",") -> str:
    """The same with a mark at the thousands: `1,234.5`. What rounds to nothing carries no minus."""
    if value is None:
        return NOT_AVAILABLE
    steps = whole(value * 10**places)
    units, rest = divmod(abs(steps), 10**places)
    digits = f"{units:,}".replace(",", mark) + (f".{rest:0{places}d}" if places else "")
    return f"-{digits}" if steps < 0 else digits


def percent(value: Number | None) -> str:
    """A share as a percentage with one place: 2/3 is `66.7 %`."""
    return NOT_AVAILABLE if value is None else f"{show(value * 100, SCORE)} %"


def money(value: Number | None, currency: str, places: int = MONEY) -> str:
    """`money(Fraction(14000, 3), "EUR", UNIT_MONEY)` is `4,666.67 EUR`."""
    return NOT_AVAILABLE if value is None else f"{grouped(value, places)} {currency}".rstrip()
