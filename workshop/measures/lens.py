"""The two-team lens: sales and marketing side by side, each team weighing the same (rules 1 and 2)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from workshop.measures.rounding import RATING, show
from workshop.model.teams import SIDES, Side
from workshop.model.values import dataclass

Answers = Iterable[Fraction | int | None]
"""Answers of one group; None is a missing answer and is left out."""


def given(values: Answers) -> tuple[Fraction, ...]:
    """The answers that were given, as exact numbers."""
    return tuple(Fraction(value) for value in values if value is not None)


def mean(values: Answers) -> Fraction | None:
    """Sum / n over the answers given; None where nobody answered."""
    found = given(values)
    return sum(found, Fraction(0)) / len(found) if found else None


def balance(a: int, b: int) -> Fraction | None:
    """Smaller / larger of two counts, from 0 to 1; None where both are 0 (E02, I1.3)."""
    return Fraction(min(a, b), max(a, b)) if a or b else None


@dataclass(frozen=True, slots=True)
class TwoTeam:
    """Means and numbers of answers; guests, facilitator and sponsor stand apart."""

    sales: Fraction | None = None
    marketing: Fraction | None = None
    others: Fraction | None = None
    sales_n: int = 0
    marketing_n: int = 0
    others_n: int = 0

    @property
    def joint(self) -> Fraction | None:
        """(S + M) / 2; None unless both teams answered."""
        if self.sales is None or self.marketing is None:
            return None
        return (self.sales + self.marketing) / 2

    @property
    def gap(self) -> Fraction | None:
        """S - M; None unless both teams answered."""
        return None if self.sales is None or self.marketing is None else self.sales - self.marketing

    @property
    def n(self) -> int:
        """Everybody who answered."""
        return self.sales_n + self.marketing_n + self.others_n

    @property
    def missing(self) -> tuple[Side, ...]:
        """The teams without an answer, for whose sake there is no joint value."""
        counts = {"sales": self.sales_n, "marketing": self.marketing_n}
        return tuple(side for side in SIDES if not counts[side])

    def words(self) -> str:
        """`sales 3.20 (n=5), marketing 4.25 (n=4), joint 3.73`; a group without answers is not named."""
        groups = (
            ("sales", self.sales, self.sales_n),
            ("marketing", self.marketing, self.marketing_n),
            ("others", self.others, self.others_n),
        )
        told = [f"{name} {show(value, RATING)} (n={n})" for name, value, n in groups if n]
        if self.joint is not None:
            told.insert(2, f"joint {show(self.joint, RATING)}")
        return ", ".join(told)


NOBODY = TwoTeam()
"""The lens over no answers at all."""


def two_team(sales: Answers, marketing: Answers, others: Answers = ()) -> TwoTeam:
    """The lens over the answers of each group (rule 1)."""
    s, m, o = given(sales), given(marketing), given(others)
    return TwoTeam(mean(s), mean(m), mean(o), len(s), len(m), len(o))
