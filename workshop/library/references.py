"""Names in one file that should stand in another: parts of a report or exercise, kinds of entry, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshop.library.exercise_shelf import ExerciseShelf
from workshop.library.profiles import Choices
from workshop.model.agenda import Agenda, Cards
from workshop.model.exercises import Exercise
from workshop.model.kinds import Kind
from workshop.model.words import did_you_mean


def loose_ends(
    agendas: Sequence[Agenda],
    kinds: Sequence[Kind],
    cards: Sequence[Cards],
    choices: Choices,
    exercises: ExerciseShelf,
    ours: Sequence[str] = (),
) -> tuple[str, ...]:
    """A sentence for each name that leads nowhere; everything else goes on as if it were not there. `ours` are the
    slugs of the team's own files: shipped ones among themselves are known to fit."""
    names = [kind.name for kind in kinds]
    return (
        *(
            note
            for agenda in agendas
            for note in _parts(agenda, {report.slug: report for report in cards}, exercises, ours)
        ),
        *(note for agenda in agendas for note in _blocks(agenda, exercises.slugs)),
        *(note for report in cards for note in _kinds(report, names)),
        *(note for exercise in exercises.own for note in _beyond(exercise, names, exercises.slugs)),
        *_hides(choices, [agenda.slug for agenda in agendas]),
        *_labels(choices, names),
    )


def _parts(
    agenda: Agenda, reports: dict[str, Cards], exercises: ExerciseShelf, ours: Sequence[str]
) -> Iterator[str]:
    for segment in agenda.segments:
        own = agenda.slug in ours or segment.exercise in ours
        if not own or not segment.part or segment.exercise not in exercises.slugs:
            continue
        report, exercise = reports.get(segment.exercise), exercises.get(segment.exercise)
        parts = [part.slug for one in (report, exercise) if one for part in one.parts]
        if segment.part not in parts:
            place = f"agendas/{agenda.slug}.toml: segments[{segment.number}].part"
            guess = did_you_mean(segment.part, parts)
            yield f"{place}: {segment.exercise} has no part {segment.part!r}{guess} All of it is used."


def _blocks(agenda: Agenda, slugs: Sequence[str]) -> Iterator[str]:
    """Building blocks that no shelf has; the segment goes on without them."""
    for segment in agenda.segments:
        for number, block in enumerate(segment.blocks, 1):
            if block not in slugs:
                place = f"agendas/{agenda.slug}.toml: segments[{segment.number}].blocks[{number}]"
                yield f"{place}: there is no building block {block!r}{did_you_mean(block, slugs)}"


def _beyond(exercise: Exercise, kinds: Sequence[str], slugs: Sequence[str]) -> Iterator[str]:
    """What an exercise names outside of its file: kinds of entry, and exercises to do next."""
    place = f"exercises/{exercise.slug}.toml"
    for number, given in enumerate(exercise.inputs, 1):
        for name in given.kinds:
            if name not in kinds:
                yield f"{place}: inputs[{number}].kinds: {name!r} is not a kind of entry{did_you_mean(name, kinds)}"
    known = tuple(slugs)
    for number, given in enumerate(exercise.inputs, 1):
        other = given.told_in.partition(".")[0]
        if other and other not in known:
            guess = did_you_mean(other, known)
            yield f"{place}: inputs[{number}].told_in: there is no exercise {other!r}{guess}"
    for number, suggest in enumerate(exercise.suggests, 1):
        if suggest.next and "{" not in suggest.next and suggest.next not in known:
            guess = did_you_mean(suggest.next, known)
            yield f"{place}: suggests[{number}].next: there is no exercise {suggest.next!r}{guess}"


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
