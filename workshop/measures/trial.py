"""A scoring rule tried on the firm's own past leads: how many would have passed, which won ones would be missed (E06, U5).

score = sum(weight x match) / sum(weight) x 100, match 1 for a fitting value, 1/2 for one in brackets, 0 for any other.
A knock-out that applies, or a must that is missed, and the lead is not handed over, whatever its score.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from workshop.model.values import dataclass

Sort = Literal["must", "plus", "knock-out"]
Lead = Mapping[str, str]
"""What is known of one lead, by the name of the column."""
HALF = Fraction(1, 2)
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:-|to)\s*(\d+(?:\.\d+)?)")
_FROM = re.compile(r"(?:>=\s*)?(\d+(?:\.\d+)?)\s*\+|>=\s*(\d+(?:\.\d+)?)")
_OVER = re.compile(r">\s*(\d+(?:\.\d+)?)")
_UP_TO = re.compile(r"<=?\s*(\d+(?:\.\d+)?)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the definition."""

    name: str
    """Also the name of the column that holds it."""
    sort: Sort
    allowed: str
    """Words that fit, with commas between: `utility, food, (chemical)`; in brackets one that fits by half. `50-500`, `50+`,
    `>50` and `<10` are ranges. Empty: any value that is told fits."""
    weight: Fraction = Fraction(0)

    def match(self, told: str) -> Fraction:
        """1, 1/2 or 0 for what the lead says; nothing told is 0."""
        told = told.strip().casefold()
        if not told:
            return Fraction(0)
        if not self.allowed.strip():
            return Fraction(1)
        return max((_match(word.strip(), told) for word in self.allowed.split(",")), default=Fraction(0))


@dataclass(frozen=True, slots=True)
class Judged:
    """One lead by the rule."""

    score: Fraction
    """0 to 100; 0 where no weight is given."""
    stopped_by: str = ""
    """The knock-out that applies or the must that is missed; empty where neither does."""

    def passes(self, threshold: Fraction) -> bool:
        """Whether it would have been handed over."""
        return not self.stopped_by and self.score >= threshold


@dataclass(frozen=True, slots=True)
class Trial:
    """What a threshold does to the leads of the file."""

    threshold: Fraction
    leads: int
    passed: int
    stopped: tuple[tuple[str, int], ...]
    """Criterion and how many leads it stopped, the most first."""
    won: int | None = None
    """Leads that became orders; None where the file does not say."""
    won_missed: int = 0
    """Of those, how many would not have been handed over."""

    def words(self) -> str:
        """`34 of 120 would have passed; 3 of 14 won ones would have been missed`."""
        told = f"{self.passed} of {self.leads} would have passed"
        if self.won is None:
            return told
        return f"{told}; {self.won_missed} of {self.won} won ones would have been missed"


def judged(rule: Sequence[Criterion], leads: Sequence[Lead]) -> tuple[Judged, ...]:
    """Every lead by the rule; columns are found whatever their capitals."""
    return tuple(
        _judge(rule, {key.strip().casefold(): value for key, value in lead.items()}) for lead in leads
    )


def tried(verdicts: Sequence[Judged], threshold: Fraction, won: Sequence[bool] | None = None) -> Trial:
    """What the threshold does. `won` says of each lead whether it became an order."""
    reasons = [one.stopped_by for one in verdicts if one.stopped_by]
    stopped = sorted(
        ((name, reasons.count(name)) for name in dict.fromkeys(reasons)), key=lambda row: -row[1]
    )
    passed = [one.passes(threshold) for one in verdicts]
    told = None if won is None else sum(won)
    missed = sum(1 for good, through in zip(won or (), passed, strict=False) if good and not through)
    return Trial(threshold, len(verdicts), sum(passed), tuple(stopped), told, missed)


def missing_columns(rule: Sequence[Criterion], columns: Sequence[str]) -> tuple[str, ...]:
    """Criteria of which the file holds no column."""
    known = {column.strip().casefold() for column in columns}
    return tuple(one.name for one in rule if one.name.strip().casefold() not in known)


def unread_ranges(rule: Sequence[Criterion]) -> tuple[tuple[str, str], ...]:
    """Criterion and word of what looks like a range, `>fifty`, and is none."""
    words = ((one.name, word.strip().strip("()").strip()) for one in rule for word in one.allowed.split(","))
    return tuple((name, word) for name, word in words if ("<" in word or ">" in word) and _test(word) is None)


def met_by_none(rule: Sequence[Criterion], leads: Sequence[Lead]) -> tuple[str, ...]:
    """Criteria, knock-outs aside, that not one lead meets though the file holds their column."""
    rows = [{key.strip().casefold(): value for key, value in lead.items()} for lead in leads]
    told = [
        one for one in rule if one.sort != "knock-out" and rows and one.name.strip().casefold() in rows[0]
    ]
    return tuple(
        one.name
        for one in told
        if not any(one.match(row.get(one.name.strip().casefold(), "")) for row in rows)
    )


def _judge(rule: Sequence[Criterion], lead: Mapping[str, str]) -> Judged:
    weights = sum((one.weight for one in rule if one.sort != "knock-out"), Fraction(0))
    points, stopped = Fraction(0), ""
    for one in rule:
        match = one.match(lead.get(one.name.strip().casefold(), "") or "")
        if one.sort != "knock-out":
            points += one.weight * match
        applies = one.sort == "knock-out" and match == 1
        missed = one.sort == "must" and match == 0
        if (applies or missed) and not stopped:
            stopped = one.name
    return Judged(points / weights * 100 if weights else Fraction(0), stopped)


def _match(word: str, told: str) -> Fraction:
    if word.startswith("(") and word.endswith(")"):
        return HALF * _match(word[1:-1].strip(), told)
    return Fraction(1 if _fits(word.casefold(), told) else 0)


def _fits(word: str, told: str) -> bool:
    test = _test(word)
    if test is None:
        return word == told
    number = _NUMBER.search(told.replace(" ", ""))
    return number is not None and test(Fraction(number[0]))


def _test(word: str) -> Callable[[Fraction], bool] | None:
    """The range that a word names; None for a plain word."""
    if found := _RANGE.fullmatch(word):
        low, high = Fraction(found[1]), Fraction(found[2])
        return lambda number: low <= number <= high
    if found := _FROM.fullmatch(word):
        least = Fraction(found[1] or found[2])
        return lambda number: number >= least
    if found := _OVER.fullmatch(word):
        over = Fraction(found[1])
        return lambda number: number > over
    if found := _UP_TO.fullmatch(word):
        most, equal = Fraction(found[1]), "=" in word
        return lambda number: number <= most if equal else number < most
    return None
