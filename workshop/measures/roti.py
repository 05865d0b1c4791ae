"""Return on time: the one pooled figure, and when confidence allows a split (block `roti`, rule 3)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from workshop.measures.rounding import RATING, show
from workshop.measures.rounds import FEWEST, too_few
from workshop.model.meeting import Counts, GroupTotal, Meeting, Roti
from workshop.model.teams import GROUPS, Group, group_of
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class GroupMean:
    """The mean of one group, shown only where the split may be shown."""

    group: Group
    mean: Fraction
    n: int


@dataclass(frozen=True, slots=True)
class RotiFigures:
    """What may be shown of the return on time."""

    mean: Fraction | None
    """Over everybody present, 1 to 5; None where nobody answered."""
    n: int
    histogram: tuple[tuple[int, int], ...]
    """Value and count, from 5 down to 1."""
    groups: tuple[GroupMean, ...]
    """Empty where the split is not shown."""
    split_note: str
    """`split not shown (others n=2)`; empty where there is a split, or nothing to split."""

    def words(self) -> str:
        """`mean 3.92 (n=12), histogram 5:3 4:6 3:2 2:1 1:0; sales 4.00 (n=5), ...`."""
        counts = " ".join(f"{value}:{count}" for value, count in self.histogram)
        split = ", ".join(f"{row.group} {show(row.mean, RATING)} (n={row.n})" for row in self.groups)
        told = f"mean {show(self.mean, RATING)} (n={self.n}), histogram {counts}"
        return "; ".join(part for part in (told, split or self.split_note) if part)


def totals(given: Iterable[tuple[Group, int]]) -> tuple[Counts, tuple[GroupTotal, ...]]:
    """What may be kept of answers from 1 to 5: counts over everybody, and each group's n; its sum only if every
    answering group has three answers or more, since the rest could be computed otherwise (rule 3)."""
    answers = tuple(given)
    values = [value for _, value in answers]
    one, two, three, four, five = (values.count(value) for value in range(1, 6))
    by_group = {group: [value for whose, value in answers if whose == group] for group in GROUPS}
    split = all(len(told) >= FEWEST for told in by_group.values() if told)
    groups = (
        GroupTotal(group, len(told), sum(told) if split else None) for group, told in by_group.items() if told
    )
    return (one, two, three, four, five), tuple(groups)


def figures(roti: Roti) -> RotiFigures:
    """Mean, histogram and, where their sums were kept, the mean of each group."""
    small = [f"{row.group} n={row.n}" for row in roti.groups if row.n < FEWEST]
    split = (
        GroupMean(row.group, Fraction(row.total, row.n), row.n)
        for row in roti.groups
        if row.total is not None
    )
    n = sum(roti.counts)
    weighted = sum(value * count for value, count in enumerate(roti.counts, 1))
    return RotiFigures(
        Fraction(weighted, n) if n else None,
        n,
        tuple((value, roti.counts[value - 1]) for value in (5, 4, 3, 2, 1)),
        tuple(split),
        f"split not shown ({', '.join(small)})" if small else "",
    )


def open_round(meeting: Meeting) -> str:
    """Why the return on time of a meeting is an open round, or empty; nobody is noted as there: empty."""
    here = [group_of(row.team) for row in meeting.here]
    given = {row.group: row.n for row in meeting.roti.groups}
    # Three answers were never an open round, whoever was noted as gone since.
    expected = (max(here.count(group), given.get(group, 0)) for group in GROUPS)
    return why_open_round(*expected) if here else ""


def why_open_round(sales: int, marketing: int, others: int = 0) -> str:
    """Why it is asked openly, given the answers expected; empty where it may be asked in confidence (rule 3)."""
    few = too_few(sales, marketing, others)
    return (
        f"An open round: with {few}, everybody can tell who said what. Only the total is kept." if few else ""
    )
