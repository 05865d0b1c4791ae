"""Names in one file that should stand in another: parts of a report, kinds that answer a card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshop.library.profiles import Choices
from workshop.model.agenda import Agenda, Cards
from workshop.model.kinds import Kind
from workshop.model.words import did_you_mean


def loose_ends(
    agendas: Sequence[Agenda], kinds: Sequence[Kind], cards: Sequence[Cards], choices: Choices
) -> tuple[str, ...]:
    """A sentence for each name that leads nowhere; everything else goes on as if it were not there."""
    names = [kind.name for kind in kinds]
    return (
        *(note for agenda in agendas for note in _parts(agenda, {report.slug: report for report in cards})),
        *(note for report in cards for note in _kinds(report, names)),
        *_hides(choices, [agenda.slug for agenda in agendas]),
        *_labels(choices, names),
    )


def _parts(agenda: Agenda, reports: dict[str, Cards]) -> Iterator[str]:
    for segment in agenda.segments:
        report = reports.get(segment.exercise)
        parts = [part.slug for part in report.parts] if report else []
        if report and segment.part and segment.part not in parts:
            place = f"agendas/{agenda.slug}.toml: segments[{segment.number}].part"
            guess = did_you_mean(segment.part, parts)
            yield f"{place}: {report.slug} has no part {segment.part!r}{guess} All of it is used."


def _kinds(report: Cards, names: Sequence[str]) -> Iterator[str]:
    for number, card in enumerate(report.cards, 1):
        for name in dict.fromkeys((*card.kinds, card.plain)):
            if name and name not in names:
                place = f"exercises/{report.slug}.toml: cards[{number}]"
                yield f"{place}: {name!r} is not a kind of entry{did_you_mean(name, names)}"


def _hides(choices: Choices, slugs: Sequence[str]) -> Iterator[str]:
    """Exercises may be named before they come to the shelf, as agendas name them; agendas may not."""
    for profile in choices.profiles:
        for slug in dict.fromkeys(slug for one in profile.hides for slug in one.agendas):
            if slug not in slugs:
                yield f"agendas/profiles.toml: profiles.{profile.name}: there is no agenda {slug!r}{did_you_mean(slug, slugs)}"


def _labels(choices: Choices, names: Sequence[str]) -> Iterator[str]:
    for words in choices.vocabularies:
        for name, _ in words.kinds:
            if name not in names:
                place = f"agendas/profiles.toml: vocabularies.{words.name}.kinds"
                yield f"{place}: {name!r} is not a kind of entry{did_you_mean(name, names)}"
