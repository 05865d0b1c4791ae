"""Labels and cards in the words of a vocabulary; names stay as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop.model.agenda import Card, CardPart, Cards
from workshop.model.kinds import Kind
from workshop.model.profiles import Vocabulary


def in_words(kinds: Sequence[Kind], words: Vocabulary) -> tuple[Kind, ...]:
    """Kinds with the labels of that vocabulary."""
    return tuple(replace(kind, label=words.label(kind.name, kind.label)) for kind in kinds)


def cards_in_words(reports: Sequence[Cards], words: Vocabulary) -> tuple[Cards, ...]:
    """Reports with the texts that people read in that vocabulary."""
    return tuple(_report(report, words) for report in reports)


def _report(report: Cards, words: Vocabulary) -> Cards:
    return replace(
        report, title=words.say(report.title), purpose=words.say(report.purpose), says=_all(report.says, words),
        cards=tuple(_card(card, words) for card in report.cards),
        parts=tuple(_part(part, words) for part in report.parts),
    )  # fmt: skip


def _card(card: Card, words: Vocabulary) -> Card:
    return replace(card, title=words.say(card.title), prompt=words.say(card.prompt))


def _part(part: CardPart, words: Vocabulary) -> CardPart:
    return replace(part, prompts=_all(part.prompts, words))


def _all(texts: tuple[str, ...], words: Vocabulary) -> tuple[str, ...]:
    return tuple(words.say(text) for text in texts)
