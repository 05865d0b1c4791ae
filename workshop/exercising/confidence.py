"""What may be kept of answers given in confidence: counts, and a split only where nobody can be seen through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from workshop.exercising.answers import Given, marks, sheet_total, worths
from workshop.measures.rounds import FEWEST
from workshop.model.exercises import Input
from workshop.model.runs import ItemTotal, SheetTotal, Totals
from workshop.model.teams import GROUPS, Group

Tally = Counter[str]


def totals(given: Input, sheets: Sequence[Given], count: int) -> Totals:
    """Totals over `count` items, from the rows of a box; the order of the rows leaves no trace (rule 3).

    For an item, groups stand apart only if each group that answered it gave three answers or more. Sums of whole
    sheets are kept only if each group has three that count.
    """
    return Totals(given.slug, _sheets(given, sheets, count), _items(given, sheets, count))


def _items(given: Input, sheets: Sequence[Given], count: int) -> tuple[ItemTotal, ...]:
    places: dict[int, dict[Group, Tally]] = {}
    for mark in marks(given, sheets, count):
        places.setdefault(mark.place, {}).setdefault(mark.group, Counter())[mark.value] += 1
    return tuple(total for place in sorted(places) for total in _item(place, places[place]))


def _item(place: int, groups: dict[Group, Tally]) -> list[ItemTotal]:
    if all(tally.total() >= FEWEST for tally in groups.values()):
        return [ItemTotal(place, group, _counts(groups[group])) for group in GROUPS if group in groups]
    together: Tally = Counter()
    for tally in groups.values():
        together += tally
    return [ItemTotal(place, "", _counts(together))]


def _counts(tally: Tally) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(tally.items()))


def _sheets(given: Input, sheets: Sequence[Given], count: int) -> tuple[SheetTotal, ...]:
    whole = [sheet for sheet in sheets if not sheet.item and count > 1]
    worth = worths(given, (value for sheet in whole for value in sheet.values))
    sums = {
        group: [sheet_total(given, sheet.values, count, worth) for sheet in whole if sheet.group == group]
        for group in GROUPS
    }
    told = {group: [total for total in found if total is not None] for group, found in sums.items() if found}
    split = all(len(found) >= FEWEST for found in told.values())
    return tuple(
        SheetTotal(
            group, len(sums[group]), len(found), str(sum(found, Fraction(0))) if split and found else ""
        )
        for group, found in told.items()
    )
