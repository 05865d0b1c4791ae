"""Agreement of two sides beyond chance (E07)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction


def kappa(pairs: Iterable[tuple[str, str]]) -> Fraction | None:
    """(po - pe) / (1 - pe): po is the share of equal marks, pe the share expected if both had marked by chance with
    the marks they used. None over no pairs, and where both used one and the same mark throughout (E07)."""
    found = tuple(pairs)
    n = len(found)
    if not n:
        return None
    equal = Fraction(sum(1 for left, right in found if left == right), n)
    left, right = Counter(one for one, _ in found), Counter(other for _, other in found)
    chance = Fraction(sum(times * right[mark] for mark, times in left.items()), n * n)
    return (equal - chance) / (1 - chance) if chance != 1 else None
