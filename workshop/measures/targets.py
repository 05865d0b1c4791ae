"""Whether a number of the scoreboard has reached its target: green, amber or red (E10)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

Direction = Literal["up", "down"]
Status = Literal["green", "amber", "red"]
NEAR = Fraction(1, 10)
"""Within a tenth of the target a number is amber."""
_TARGET = re.compile(
    r"(?:[<>=≤≥]+\s*)?(-?)\s*(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,9})?\s*(%?)(?:\s*(?:[^\W\d_]\D*|[€$£]))?"
)


def read_target(text: str, *, share: bool = False) -> Fraction | None:
    """The number in a target as people type it: `60 %`, `<= 5 days`, `4,988 EUR/day`; None where there is none.

    `share`: of a metric that reads as a percentage. There `60` means sixty per cent, while `0.6` is a share already.
    """
    found = _TARGET.fullmatch(text.strip())
    if found is None:
        return None
    minus, whole, decimals, percent = found.groups()
    value = Fraction(f"{minus}{whole.replace(',', '')}{decimals or ''}")
    if percent:
        return value / 100
    return typed_share(value) if share else value


def typed_share(value: Fraction) -> Fraction:
    """A share that was typed as one number: `60` is sixty per cent, `0.6` a share already."""
    return value / 100 if abs(value) > 1 else value


def status(value: Fraction, target: Fraction, better: Direction) -> Status:
    """Green meets the target, amber misses it by at most a tenth of it, red by more."""
    missing = target - value if better == "up" else value - target
    if missing <= 0:
        return "green"
    return "amber" if missing <= NEAR * abs(target) else "red"
