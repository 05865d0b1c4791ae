"""Options with the dots of both teams, their shares and the bridge (block `dot-vote`)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from workshop.measures.dots import bridge, share_of
from workshop.measures.formula import Value
from workshop.model.exercises import Input
from workshop.model.runs import Run

Dots = dict[str, list[int]]
"""Dots on each option, by team."""


def dots_on(given: Input, run: Run, count: int) -> Dots:
    """The dots of both teams on `count` options; none before the reveal."""
    told: Dots = {"sales": [0] * count, "marketing": [0] * count}
    if given.until_reveal and given.slug not in run.revealed:
        return told
    for answer in run.answers:
        if answer.input == given.slug and answer.group in told:
            for at, value in enumerate(answer.values[:count]):
                told[answer.group][at] += int(value) if value.isdigit() else 0
    return told


def columns(dots: Dots, places: Sequence[int]) -> list[dict[str, Value]]:
    """What the options at these places came to; a share is one of all dots of its team."""
    sums = {team: sum(given) for team, given in dots.items()}
    return [
        _columns(
            dots["sales"][at], dots["marketing"][at], share_of(dots["sales"][at], sums["sales"]),
            share_of(dots["marketing"][at], sums["marketing"]),
        )
        for at in places
    ]  # fmt: skip


def _columns(sales: int, marketing: int, ours: Fraction | None, theirs: Fraction | None) -> dict[str, Value]:
    return {
        "sales": Fraction(sales), "marketing": Fraction(marketing), "raw": Fraction(sales + marketing),
        "share_sales": ours, "share_marketing": theirs, "bridge": bridge(ours, theirs),
    }  # fmt: skip
