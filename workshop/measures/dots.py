"""Dots: how many each person has, and the bridge that favours what both teams want (building block `dot-vote`)."""

from __future__ import annotations

from fractions import Fraction

from workshop.measures.rounding import whole

MOST_ON_ONE = 2
"""Dots one person may put on one option."""


def dots_each(options: int) -> int:
    """max(1, options / 3), rounded half away from zero."""
    return max(1, whole(Fraction(options, 3)))


def share_of(dots: int, all_dots: int) -> Fraction | None:
    """Dots / all dots of the team; None where the team gave none."""
    return Fraction(dots, all_dots) if all_dots else None


def bridge(sales: Fraction | None, marketing: Fraction | None) -> Fraction | None:
    """2sm / (s + m) of the two teams' shares, 0 where both are 0; None unless both teams gave dots."""
    if sales is None or marketing is None:
        return None
    both = sales + marketing
    return 2 * sales * marketing / both if both else Fraction(0)
