"""What may be asked of how many people: in confidence or openly (rule 3), and how many dots each has."""

from __future__ import annotations

import re

FEWEST = 3
"""Answers below which a group could be seen through (rule 3)."""


def too_few(sales: int, marketing: int, others: int = 0) -> str:
    """Whose answers would be too few for confidence, given the answers expected: `2 from sales`; empty where it holds.

    A team with nobody to answer has nobody to protect and does not count; three answers in all are the least.
    """
    few = [f"{n} from {team}" for team, n in (("sales", sales), ("marketing", marketing)) if 0 < n < FEWEST]
    if not few and sales + marketing + others >= FEWEST:
        return ""
    return " and ".join(few) or f"{sales + marketing + others} in all"


_TIMES = re.compile(r"[0-9]+x([0-9]+)")


def tallied(told: str) -> bool:
    """Whether it is a tally: `5x2 4x1`."""
    return _TIMES.search(told) is not None


def counted(told: str) -> int:
    """How many people a count speaks of: of a tally (`5x2 4x1`) its answers, of a number itself; unknown counts as
    enough."""
    times = [int(many) for many in _TIMES.findall(told)]
    return sum(times) if times else int(told) if told.isdecimal() else FEWEST


def dots_each(options: int) -> int:
    """Dots a person has: a third of the options, rounded, and at least one (block `dot-vote`)."""
    return max(1, (options + 1) // 3)


MOST_ON_ONE = 2
"""Dots that one person may put on one option (block `dot-vote`)."""
