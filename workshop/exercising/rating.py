"""Ratings of a run as formulas see them: one for each item and dimension, from open answers or from kept totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from workshop.exercising.answers import marks as typed
from workshop.exercising.answers import sheet_total, width, worths
from workshop.measures.lens import TwoTeam, two_team
from workshop.measures.marks import Basis, Marks, marks, unsplit
from workshop.model.exercises import Input
from workshop.model.runs import Answer, ItemTotal, Run, Totals
from workshop.model.teams import GROUPS, SIDES, Group, Side
from workshop.model.values import dataclass

Groups = dict[Group, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Rated:
    """What was answered to one input."""

    places: tuple[Marks, ...]
    """Items and dimensions counted through."""
    sheets: Marks
    """Over the scaled totals of whole sheets."""
    left_out: int = 0
    """Sheets with too few answers."""
    together: int = 0
    """Items of which only the total may be told."""
    missing: tuple[Side, ...] = ()
    """The team without an answer, for whose sake there is no joint value."""


def rated(given: Input, run: Run, count: int) -> Rated:
    """The answers to `count` items, as far as they may be seen: what waits for its reveal counts as not given."""
    found = _found(given, run, count)
    told = [place for place in found.places if place.n]
    groups = {group for place in told for group, _ in place.groups}
    together = sum(1 for place in told if not place.split)
    alone = told and not together and basis_of(given) == "joint"
    missing = tuple(side for side in SIDES if alone and side not in groups)
    return replace(found, together=together, missing=missing)


def _found(given: Input, run: Run, count: int) -> Rated:
    kept = run.totals_of(given.slug)
    if kept is not None:
        return _from_totals(given, kept, count)
    answers = [answer for answer in run.answers if answer.input == given.slug]
    if given.slug not in run.revealed and run.veils(given):
        answers = []
    return _from_answers(given, answers, count)


def basis_of(given: Input) -> Basis:
    """Where one team alone is asked, its mean is the value."""
    return given.who if given.who in ("sales", "marketing") else "joint"


def _from_answers(given: Input, answers: Sequence[Answer], count: int) -> Rated:
    places: list[Groups] = [{} for _ in range(count * width(given))]
    for mark in typed(given, answers, count):
        if mark.place <= len(places):
            counts = places[mark.place - 1].setdefault(mark.group, {})
            counts[mark.value] = counts.get(mark.value, 0) + 1
    numbers = worths(given, (value for place in places for counts in place.values() for value in counts))
    letters = [(choice.letter, choice.word) for choice in given.choices]
    whole = [answer for answer in answers if not answer.item and count > 1]
    sums = {
        group: [
            sheet_total(given, answer.values, count, numbers) for answer in whole if answer.group == group
        ]
        for group in GROUPS
    }
    told = {group: [total for total in found if total is not None] for group, found in sums.items()}
    return Rated(
        tuple(marks(place, numbers, letters, basis_of(given)) for place in places),
        _sheets(given, two_team(*(told[group] for group in GROUPS)), told),
        sum(len(sums[group]) - len(told[group]) for group in GROUPS),
    )


def _sheets(given: Input, two: TwoTeam, told: dict[Group, list[Fraction]]) -> Marks:
    counts = {group: Counter(map(str, found)) for group, found in told.items() if found}
    together = sum(counts.values(), Counter[str]())
    every = [total for found in told.values() for total in found]
    return Marks(
        tuple((group, tuple(tally.items())) for group, tally in counts.items()), tuple(together.items()), two,
        sum(every, Fraction(0)) / len(every) if every else None, min(every, default=None), max(every, default=None),
        basis=basis_of(given),
    )  # fmt: skip


def _from_totals(given: Input, kept: Totals, count: int) -> Rated:
    by_place: dict[int, list[ItemTotal]] = {}
    for total in kept.items:
        by_place.setdefault(total.place, []).append(total)
    numbers = worths(given, (value for total in kept.items for value, _ in total.counts))
    letters = [(choice.letter, choice.word) for choice in given.choices]

    def place(number: int) -> Marks:
        totals = by_place.get(number, [])
        if any(not total.group for total in totals):
            return unsplit(dict(totals[0].counts), numbers, letters, basis_of(given))
        groups: Groups = {total.group: dict(total.counts) for total in totals}  # type: ignore[misc]  # the groups as they are stored
        return marks(groups, numbers, letters, basis_of(given))

    return Rated(
        tuple(place(number) for number in range(1, count * width(given) + 1)), _kept_sheets(given, kept),
        sum(sheet.n - sheet.counted for sheet in kept.sheets),
    )  # fmt: skip


def _kept_sheets(given: Input, kept: Totals) -> Marks:
    """Means of sheet totals where their sums were kept; how many there were in any case."""
    counted = {sheet.group: sheet.counted for sheet in kept.sheets}
    means = {
        sheet.group: Fraction(sheet.total) / sheet.counted
        for sheet in kept.sheets
        if sheet.total and sheet.counted
    }
    two = TwoTeam(
        *(means.get(group) for group in GROUPS), *(counted.get(group, 0) for group in GROUPS)  # type: ignore[arg-type]  # of that kind, as the file was checked
    )  # fmt: skip
    groups = tuple((group, (("sheet", n),)) for group, n in counted.items() if n)
    return Marks(groups, tuple(one for _, counts in groups for one in counts), two, basis=basis_of(given))
