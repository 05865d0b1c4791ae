"""A result that lives on, such as the lead definition, as a sheet of its own: version, tables, words, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time

from workshop.errors import NotFound
from workshop.exercising import Surroundings, outcome, shown
from workshop.exporting.digest.audience import may_read
from workshop.exporting.digest.exercises import surroundings
from workshop.facilitation.exercises import visible
from workshop.library import Library
from workshop.model import ids
from workshop.model.exercises import Exercise
from workshop.model.results import Result
from workshop.model.runs import Run
from workshop.model.state import State
from workshop.model.teams import SIDES, Person
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean
from workshop.settings import Settings


@dataclass(frozen=True, slots=True)
class Holdings:
    """What sheets are made from: the record as it stands, who is who, the settings, the shelf."""

    state: State
    people: tuple[Person, ...]
    settings: Settings
    library: Library


@dataclass(frozen=True, slots=True)
class Named:
    """A living result as a list shows it."""

    name: str
    title: str
    exercise: str
    version: int
    on: date
    """Day of the meeting that changed it last."""
    meeting: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word that stands in the sheet, and what it means here."""

    id: str
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One living result, ready to print."""

    named: Named
    firm: str
    locale: str
    results: tuple[Result, ...]
    terms: tuple[Term, ...]
    signed: tuple[str, ...] = ()
    """Names of those who signed."""
    to_sign: tuple[str, ...] = ()
    """Sides that get a line to sign on, where it is signed at all and nobody did yet."""
    notes: tuple[str, ...] = ()

    @property
    def stamp(self) -> datetime:
        """The date that its file carries."""
        return datetime.combine(self.named.on, time(), UTC)


def listed(held: Holdings) -> tuple[Named, ...]:
    """Every living result, by name."""
    return tuple(sorted((_named(exercise, run) for exercise, run in _kept(held)), key=lambda row: row.name))


def _kept(held: Holdings) -> Iterator[tuple[Exercise, Run]]:
    """Exercises with a living result, each with the run that holds it as it is now."""
    last = {run.exercise: run for run in held.state.runs if run.version}
    for slug, run in last.items():
        exercise = held.library.exercise(slug)
        if exercise and exercise.living:
            yield exercise, run


def _named(exercise: Exercise, run: Run) -> Named:
    name, title = (exercise.living.name, exercise.living.title) if exercise.living else ("", "")
    return Named(
        name, title or exercise.title, exercise.slug, run.version, date.fromisoformat(run.on), run.meeting
    )


def sheet(held: Holdings, name: str) -> Sheet:
    """The sheet of a living result, by its name or that of its exercise. NotFound names the nearest."""
    wanted, kept = " ".join(name.casefold().split()), {}
    for exercise, run in _kept(held):
        named = _named(exercise, run)
        if wanted in (named.name.casefold(), named.exercise):
            return _made(held, exercise, run, named)
        kept[named.name] = named
    raise NotFound(
        f"There is no sheet '{name}'{did_you_mean(name, kept)}",
        fix=f"There is: {', '.join(sorted(kept))}." if kept else "A sheet comes of an exercise whose result lives on.",
    )  # fmt: skip


def _made(held: Holdings, exercise: Exercise, run: Run, named: Named) -> Sheet:
    around = _open(surroundings(held.state, held.people, held.library, held.settings))
    living = exercise.living
    before, seen = held.state.runs_before(run.exercise, run.meeting), visible(exercise, run)
    told, slugs = outcome(exercise, seen, around, before), _slugs(exercise)
    found = {result.slug: result for result in (*shown(exercise, seen, around, slugs, before), *told.results)}
    results = tuple(found[slug] for slug in slugs if slug in found)
    to_sign = SIDES if living and living.signed and not told.signed else ()
    return Sheet(
        named, held.settings.name, held.settings.locale, results, _terms(held.state, results), told.signed, to_sign,
        told.notes,
    )  # fmt: skip


def _slugs(exercise: Exercise) -> tuple[str, ...]:
    """What the sheet prints, without the list of who signed: the sheet has lines for that."""
    signed = exercise.living.signed if exercise.living else ""
    lists = {show.slug for show in exercise.shows if show.of == signed}
    return tuple(
        slug for slug in (exercise.living.shows if exercise.living else ()) if slug not in lists or not signed
    )


def _open(around: Surroundings) -> Surroundings:
    """Without records that one team, or the facilitator, keeps: a sheet hangs on the wall."""
    return replace(
        around,
        entries=tuple(entry for entry in around.entries if may_read(entry.said, "internal")),
        disputes=tuple(dispute for dispute in around.disputes if may_read(dispute.said, "internal")),
        actions=tuple(action for action in around.actions if may_read(action.said, "internal")),
        metrics=tuple(metric for metric in around.metrics if may_read(metric.said, "internal")),
    )


def _terms(state: State, results: tuple[Result, ...]) -> tuple[Term, ...]:
    """Of the glossary the words that the sheet uses."""
    used = " ".join(_words(results)).casefold()
    terms = (term for term in state.terms if not term.struck and may_read(term.said, "internal"))
    return tuple(
        Term(ids.show("N", term.number), term.said.text, term.said.get("meaning"))
        for term in terms
        if re.search(rf"(?<!\w){re.escape(term.said.text.casefold())}(?!\w)", used)
    )


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _words(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
