"""An agenda as it lies on the shelf: segments with minutes, prompts and what may be cut."""

from __future__ import annotations

from typing import Literal, get_args

from workshop.model.values import dataclass

SegmentKind = Literal[
    "open", "review", "numbers", "report", "exercise", "discuss", "decide", "break", "close"
]
SEGMENT_KINDS: tuple[SegmentKind, ...] = get_args(SegmentKind)
Lead = Literal["facilitator", "sales", "marketing", "both", "guest", "sponsor"]
LEADS: tuple[Lead, ...] = get_args(Lead)


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a meeting."""

    number: int
    """Its place on the agenda, from 1; stays its id when the plan changes."""
    title: str
    kind: SegmentKind
    leads: tuple[Lead, ...]
    """Who leads; several where the template allows a choice."""
    minutes: int
    core: bool = True
    locked: bool = False
    """Re-timing never takes minutes from a locked segment."""
    prompts: tuple[str, ...] = ()
    """Words on screen, to be said aloud."""
    exercise: str = ""
    """Slug of the exercise or of the cards that fill the segment; empty for none."""
    part: str = ""
    """The part of that exercise which is meant here."""
    alternatives: tuple[str, ...] = ()
    """Slugs the facilitator may take instead."""
    blocks: tuple[str, ...] = ()
    """Slugs of building blocks used here, from the shelf of exercises."""

    @property
    def floor(self) -> int:
        """Fewest minutes it may be cut to: half, rounded up, at least two; all of them for the close."""
        if self.kind == "close" or self.locked:
            return self.minutes
        return min(self.minutes, max(2, -(-self.minutes // 2)))


@dataclass(frozen=True, slots=True)
class Agenda:
    """A template for a meeting."""

    slug: str
    title: str
    purpose: str
    """For whom and when."""
    segments: tuple[Segment, ...]
    needs: str = ""
    """What has to be there before the start."""
    ends_with: str = ""
    seeds: tuple[str, ...] = ()
    """Rows of the list of demands (`R12`)."""
    alternates: bool = True
    """The leading team changes from meeting to meeting; false where the template fixes the order."""

    @property
    def minutes(self) -> int:
        """Planned minutes of the whole meeting."""
        return sum(segment.minutes for segment in self.segments)

    def has_block(self, slug: str) -> bool:
        """Whether any segment uses this building block."""
        return any(slug in segment.blocks for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a report: what to ask for, and which kinds of entry answer it."""

    slug: str
    title: str
    prompt: str
    kinds: tuple[str, ...]
    minute: int = 0
    """Minute mark in the segment at which the card comes up."""
    plain: str = ""
    """The kind a line without a prefix becomes while this card is on screen."""


@dataclass(frozen=True, slots=True)
class CardPart:
    """A named selection of cards that an agenda may ask for (headlines, one programme card)."""

    slug: str
    cards: tuple[str, ...]
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """A report told card by card (E04, E05)."""

    slug: str
    title: str
    purpose: str
    lead: Lead
    minutes: int
    cards: tuple[Card, ...]
    parts: tuple[CardPart, ...] = ()
    seeds: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    """Words for the facilitator at the start and the end."""

    def selected(self, part: str = "") -> tuple[Card, ...]:
        """The cards of a part in the part's order; all cards where no part of that name is here."""
        chosen = next((known.cards for known in self.parts if known.slug == part), None)
        if chosen is None:
            return self.cards
        return tuple(card for slug in chosen for card in self.cards if card.slug == slug)


def is_nothing_new(text: str) -> bool:
    """Whether somebody said that there is no news for a card: `press: nothing new`. It is kept as a note whose tag is
    the card's slug, `n: nothing new #press`, and the card counts as asked for."""
    return text.strip().rstrip(".").casefold() == "nothing new"
