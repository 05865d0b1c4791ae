"""What dots come to: shares of each team, and the bridge that favours what both want (building block `dot-vote`)."""

from __future__ import annotations

from fractions import Fraction


def share_of(dots: int, all_dots: int) -> Fraction | None:
    """Dots / all dots of the team; None where the team gave none."""
    return Fraction(dots, all_dots) if all_dots else None


def bridge(sales: Fraction | None, marketing: Fraction | None) -> Fraction | None:
    """2sm / (s + m) of the two teams' shares, 0 where both are 0; None unless both teams gave dots."""
    if sales is None or marketing is None:
        return None
    both = sales + marketing
    return 2 * sales * marketing / both if both else Fraction(0)
