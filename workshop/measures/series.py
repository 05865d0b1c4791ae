"""Means, medians and shares of values that were told (rule 2: none told, no value)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def mean(values: Sequence[Fraction]) -> Fraction | None:
    """Sum / n."""
    return sum(values, Fraction(0)) / len(values) if values else None


def median(values: Sequence[Fraction]) -> Fraction | None:
    """The one in the middle; of an even number half of the two in the middle."""
    if not values:
        return None
    found = sorted(values)
    half = len(found) // 2
    return found[half] if len(found) % 2 else (found[half - 1] + found[half]) / 2
