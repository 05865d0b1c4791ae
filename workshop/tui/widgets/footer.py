"""The footer: the keys that matter here and now, as many as fit whole; help first, commands last."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

Offer = tuple[str, str]
"""A key as people read it, and what it does."""
GAP = "  "


def fitting(offers: Sequence[Offer], width: int) -> tuple[Offer, ...]:
    """The offers that fit whole; the last one stays, what stands before it goes first."""
    kept = list(offers)
    while len(kept) > 1 and _cells(kept) > width:
        kept.pop(-2)
    return tuple(kept) if _cells(kept) <= width else ()


def _cells(offers: Sequence[Offer]) -> int:
    return sum(Content(f"{key} {label}").cell_length for key, label in offers) + len(GAP) * (len(offers) - 1)


class Footer(Widget):
    """One line of keys."""

    offers: reactive[tuple[Offer, ...]] = reactive(())

    def render(self) -> Content:
        """`? Help  a Action  d Decision`"""
        shown = [
            Content.assemble((key, "$shown bold"), f" {label}")
            for key, label in fitting([offer for offer in self.offers if offer[0]], self.size.width)
        ]
        return Content(GAP).join(shown)
