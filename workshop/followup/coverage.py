"""Which cards of a report were touched (E04, E05)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from workshop.model.agenda import Card, Cards, is_nothing_new
from workshop.model.entries import Entry
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """Slugs of cards, in the order of the report."""

    touched: tuple[str, ...]
    untouched: tuple[str, ...]

    @property
    def of(self) -> int:
        """Cards asked for."""
        return len(self.touched) + len(self.untouched)

    @property
    def share(self) -> Fraction | None:
        """Touched / cards; None for a report without cards."""
        return Fraction(len(self.touched), self.of) if self.of else None

    def words(self) -> str:
        """`5/7 cards`."""
        return f"{len(self.touched)}/{self.of} cards"


def coverage(report: Cards, entries: Iterable[Entry], part: str = "") -> Coverage:
    """Cards with an entry of their kinds or an explicit "nothing new" / cards of the report or its part."""
    told = tuple(entry for entry in entries if not entry.struck)
    asked = next((chosen.cards for chosen in report.parts if chosen.slug == part), None)
    cards = [card for card in report.cards if asked is None or card.slug in asked]
    touched = tuple(card.slug for card in cards if any(_touches(entry, card) for entry in told))
    return Coverage(touched, tuple(card.slug for card in cards if card.slug not in touched))


def _touches(entry: Entry, card: Card) -> bool:
    said = entry.said
    if said.kind in card.kinds:
        return True
    return said.kind == "note" and card.slug in said.tags and is_nothing_new(said.text)
