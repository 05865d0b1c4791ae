"""A rating of one thing as formulas see it: both teams beside each other, how many, which words (rules 1 to 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from workshop.errors import NotUnderstood
from workshop.measures.formula.columns import Numbered, Value
from workshop.measures.lens import NOBODY, TwoTeam
from workshop.measures.rounds import FEWEST
from workshop.model.teams import GROUPS, Group
from workshop.model.values import dataclass

Counts = Mapping[str, int]
"""Value, as it was typed, and how often."""
Worth = Mapping[str, Fraction]
"""What each value counts as a number; words only are not in it."""
Basis = Literal["joint", "sales", "marketing", "all"]
"""What a rating is where one number is needed: both teams alike, the one team that is asked, or everybody."""


@dataclass(frozen=True, slots=True)
class Marks(Numbered):
    """Answers about one thing."""

    groups: tuple[tuple[Group, tuple[tuple[str, int], ...]], ...]
    """Values of each group and how often; empty where only the total may be told."""
    together: tuple[tuple[str, int], ...]
    """The same over everybody."""
    two: TwoTeam = NOBODY
    mean: Fraction | None = None
    """Pooled over everybody; only for what section 0 pools, and for totals that may not be split."""
    low: Fraction | None = None
    high: Fraction | None = None
    words: tuple[tuple[str, str], ...] = ()
    """Letters and their words, in the order of the file."""
    basis: Basis = "joint"

    @property
    def number(self) -> Fraction | None:
        """The value where one number is needed."""
        match self.basis:
            case "joint":
                return self.two.joint
            case "all":
                return self.mean
            case team:
                return self.two.sales if team == "sales" else self.two.marketing

    @property
    def n(self) -> int:
        """Answers given."""
        return sum(count for _, count in self.together)

    @property
    def split(self) -> bool:
        """Whether groups may be told apart."""
        return bool(self.groups) or not self.together

    def people(self, name: str = "") -> int | None:
        """n behind a value of the rating: of one team, or of everybody; None where that may not be told."""
        if name in ("sales", "marketing", "others"):
            found = self._n(name)
            return None if found is None else int(found)
        return self.n

    def step(self, name: str = "") -> Fraction | None:
        """What one step of one person can move a value by (rule 5): 1/n of a team, 1 / (2 x the smaller team) of the
        joint value, 1 / the smaller team of the gap."""
        name = name or self.basis
        both = min(self._size("sales"), self._size("marketing"))
        n = {"joint": 2 * both, "gap": both, "all": self.n, "mean": self.n}.get(name, self._size(name))
        return Fraction(1, n) if n else None

    def _size(self, group: str) -> int:
        return sum(count for name, counts in self.groups if name == group for _, count in counts)

    def times(self, word: str) -> Fraction | None:
        """How often a word, or its letter, was given by anybody."""
        letter = next((letter for letter, told in self.words if told == word), word)
        return Fraction(dict(self.together).get(letter, 0))

    def get(self, name: str) -> Value:
        """The value behind the dot."""
        match name:
            case "sales" | "marketing" | "others" | "joint" | "gap":
                return getattr(self.two, name)  # type: ignore[no-any-return]  # values of formulas are of many kinds
            case "mean" | "low" | "high":
                return getattr(self, name)  # type: ignore[no-any-return]  # values of formulas are of many kinds
            case "n":
                return Fraction(self.n)
            case "n_sales" | "n_marketing" | "n_others":
                return self._n(name.removeprefix("n_"))
            case "top" | "share":
                return self._top()[name == "share"]
            case "top_sales" | "top_marketing":
                return self._most(self._shares(name.removeprefix("top_")))[0]
        raise NotUnderstood(f"there is no '{name}' in a rating.")

    @property
    def split_note(self) -> str:
        """Why groups are not told apart; empty where they are."""
        return "" if self.split else f"split not shown (a group has fewer than {FEWEST} answers)"

    def _n(self, group: str) -> Fraction | None:
        return Fraction(self._size(group)) if self.split else None

    def _shares(self, group: str) -> dict[str, Fraction]:
        counts = dict(next((counts for name, counts in self.groups if name == group), ()))
        n = sum(counts.values())
        return {value: Fraction(count, n) for value, count in counts.items()} if n else {}

    def _top(self) -> tuple[str | None, Fraction | None]:
        """The word with the largest share, teams weighing alike, and that share."""
        if self.basis in ("sales", "marketing"):
            return self._most(self._shares(self.basis))
        if self.basis == "all":
            return self._most({value: Fraction(count, self.n) for value, count in self.together})
        sales, marketing = self._shares("sales"), self._shares("marketing")
        if not sales or not marketing:
            return None, None
        both = {**sales, **marketing}
        return self._most(
            {value: (sales.get(value, Fraction(0)) + marketing.get(value, Fraction(0))) / 2 for value in both}
        )

    def _most(self, shares: dict[str, Fraction]) -> tuple[str | None, Fraction | None]:
        """Of equal ones the first in the order of the file."""
        order = [letter for letter, _ in self.words]
        ranked = sorted(
            shares, key=lambda value: (-shares[value], order.index(value) if value in order else 99, value)
        )
        return (dict(self.words).get(ranked[0], ranked[0]), shares[ranked[0]]) if ranked else (None, None)


def marks(
    groups: Mapping[Group, Counts],
    worth: Worth,
    words: Sequence[tuple[str, str]] = (),
    basis: Basis = "joint",
) -> Marks:
    """The rating over the values of each group."""
    together = _sum(groups.values())
    told = tuple((group, tuple(groups[group].items())) for group in GROUPS if groups.get(group))
    sales, marketing, others = (_mean(groups.get(group, {}), worth) for group in GROUPS)
    two = TwoTeam(sales[0], marketing[0], others[0], sales[1], marketing[1], others[1])
    return _marks(told, together, two, worth, words, basis)


def unsplit(
    counts: Counts, worth: Worth, words: Sequence[tuple[str, str]] = (), basis: Basis = "joint"
) -> Marks:
    """The rating where only the total may be told: there is no joint value, since the rest could be computed."""
    return _marks((), counts, NOBODY, worth, words, basis)


def _marks(
    groups: tuple[tuple[Group, tuple[tuple[str, int], ...]], ...], together: Counts, two: TwoTeam, worth: Worth,
    words: Sequence[tuple[str, str]], basis: Basis,
) -> Marks:  # fmt: skip
    numbers = [worth[value] for value in together if value in worth]
    return Marks(
        groups, tuple(together.items()), two, _mean(together, worth)[0], min(numbers, default=None),
        max(numbers, default=None), tuple(words), basis,
    )  # fmt: skip


def _mean(counts: Counts, worth: Worth) -> tuple[Fraction | None, int]:
    """Mean and n of the values that are numbers."""
    told = [(worth[value], count) for value, count in counts.items() if value in worth]
    n = sum(count for _, count in told)
    return (sum((value * count for value, count in told), Fraction(0)) / n if n else None), n


def _sum(groups: Iterable[Counts]) -> dict[str, int]:
    together: dict[str, int] = {}
    for counts in groups:
        for value, count in counts.items():
            together[value] = together.get(value, 0) + count
    return together
