"""Whether a difference is more than one step of one person (rule 5)."""

from __future__ import annotations

from fractions import Fraction


def step(n: int | Fraction | None) -> Fraction | None:
    """1/n: what one person can move a mean by one step; None where nobody answered."""
    return 1 / Fraction(n) if n else None


def is_noise(difference: Fraction, steps: tuple[Fraction | None, ...]) -> bool:
    """Smaller than the larger of the two steps, which is that of the smaller n; never where no step is known."""
    known = [one for one in steps if one is not None]
    return bool(known) and abs(difference) < max(known)
