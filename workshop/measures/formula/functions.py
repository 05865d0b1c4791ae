"""The functions that formulas may call, by name, with how many values each takes and how its result reads."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from workshop.errors import NotUnderstood
from workshop.measures.dots import bridge
from workshop.measures.formula import beside, gathering
from workshop.measures.formula.beside import numeric
from workshop.measures.formula.columns import Value
from workshop.model.values import dataclass

SAME = "same"
"""The form of a function that gives one of its first values back."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function as formulas know it."""

    name: str
    work: Callable[..., Value]
    least: int
    """Fewest and most values it takes; `most` 0 means any number."""
    most: int
    form: str
    """The form of what it gives: one of the forms, or that of its first value."""


def of_the_scoreboard(*_given: Value) -> Value:
    """Stands for functions that need the scoreboard: whoever works formulas out puts the real ones in its place."""
    raise NotUnderstood("the numbers of the scoreboard are not at hand here.")


FUNCTIONS: dict[str, Function] = {
    name: Function(name, work, least, most, form)
    for name, work, least, most, form in (
        ("mean", gathering.mean, 1, 0, "rating"),
        ("median", gathering.median, 1, 0, SAME),
        ("total", gathering.total, 1, 0, SAME),
        ("count", gathering.count, 1, 0, "count"),
        ("share", gathering.share, 1, 0, "percent"),
        ("lowest", gathering.lowest, 1, 0, SAME),
        ("highest", gathering.highest, 1, 0, SAME),
        ("min", beside.side(min), 1, 0, SAME),
        ("max", beside.side(max), 1, 0, SAME),
        ("abs", numeric(abs), 1, 1, SAME),
        ("ceil", numeric(ceil), 1, 1, SAME),
        ("floor", numeric(floor), 1, 1, SAME),
        ("clamp", numeric(beside.clamp), 3, 3, SAME),
        ("first", beside.first, 1, 0, SAME),
        ("given", beside.given, 1, 1, "yes-no"),
        ("when", beside.when, 2, 3, "then"),
        ("only", gathering.only, 2, 2, SAME),
        ("distinct", gathering.distinct, 1, 0, SAME),
        ("most", gathering.most, 1, 0, "text"),
        ("ordered", gathering.ordered, 2, 3, SAME),
        ("rank", gathering.rank, 2, 2, "count"),
        ("joined", gathering.joined, 1, 0, "text"),
        ("text", beside.text, 1, 0, "text"),
        ("last", gathering.last, 1, 0, SAME),
        ("matches", beside.matches, 1, 1, "number"),
        ("metric", of_the_scoreboard, 1, 1, "number"),
        ("standing", of_the_scoreboard, 2, 2, "text"),
        ("kept", of_the_scoreboard, 2, 2, "percent"),
        ("days", beside.days, 2, 2, "days"),
        ("kappa", gathering.agreement, 2, 2, "ratio"),
        ("bridge", numeric(bridge), 2, 2, "bridge"),
    )
}
