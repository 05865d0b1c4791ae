"""What may be kept of answers given in confidence: counts, and a split only where nobody can be seen through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from workshop.exercising.answers import Given, marks, sheet_total, width, worths
from workshop.measures.rounds import FEWEST
from workshop.model.exercises import Input
from workshop.model.runs import ItemTotal, SheetTotal, Totals
from workshop.model.teams import GROUPS, Group

Tally = Counter[str]


def totals(given: Input, sheets: Sequence[Given], count: int) -> Totals:
    """Totals over `count` items, from the rows of a box; the order of the rows leaves no trace (rule 3).

    For an item, groups stand apart only if each group that answered it gave three answers or more; of fewer than three
    answers in all nothing is kept. Sums of whole sheets are kept only if each group has three that count, and they
    are worked out from the counts, so that they tell nothing more than those do.
    """
    items = _items(given, sheets, count)
    return Totals(given.slug, _sheets(given, sheets, count, items), items)


def _items(given: Input, sheets: Sequence[Given], count: int) -> tuple[ItemTotal, ...]:
    places: dict[int, dict[Group, Tally]] = {}
    for mark in marks(given, sheets, count):
        places.setdefault(mark.place, {}).setdefault(mark.group, Counter())[mark.value] += 1
    return tuple(total for place in sorted(places) for total in _item(place, places[place]))


def _item(place: int, groups: dict[Group, Tally]) -> list[ItemTotal]:
    if all(tally.total() >= FEWEST for tally in groups.values()):
        return [ItemTotal(place, group, _counts(groups[group])) for group in GROUPS if group in groups]
    together = sum(groups.values(), Tally())
    return [ItemTotal(place, "", _counts(together))] if together.total() >= FEWEST else []


def _counts(tally: Tally) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(tally.items()))


def _sheets(
    given: Input, sheets: Sequence[Given], count: int, items: Iterable[ItemTotal]
) -> tuple[SheetTotal, ...]:
    whole = [sheet for sheet in sheets if not sheet.item and count > 1]
    worth = worths(given, (value for sheet in whole for value in sheet.values))
    counted = {
        group: [sheet_total(given, sheet.values, count, worth) is not None for sheet in mine]
        for group in GROUPS
        if (mine := [sheet for sheet in whole if sheet.group == group])
    }
    split = all(sum(found) >= FEWEST for found in counted.values())
    return tuple(
        SheetTotal(
            group, len(found), sum(found), _sum(given, items, group, count, sum(found)) if split else ""
        )
        for group, found in counted.items()
    )


def _sum(given: Input, items: Iterable[ItemTotal], group: Group, count: int, sheets: int) -> str:
    """What as many sheets come to that hold the means of the group, scaled as one sheet with gaps is.

    Of complete sheets it is their exact sum. A sum over the sheets themselves, beside the counts, would give away the
    one that has a gap, or what a team said of an item that is told of all together.
    """
    means: list[Fraction] = []
    for item in items:
        if item.group == group:
            worth = worths(given, (value for value, _ in item.counts))
            told = [(worth[value], n) for value, n in item.counts if value in worth]
            answers = sum(n for _, n in told)
            means += [sum((value * n for value, n in told), Fraction(0)) / answers] if answers else []
    places = count * width(given)
    if not means or len(means) < (given.least or places):
        return ""
    return str(sum(means, Fraction(0)) * places / len(means) * sheets)
