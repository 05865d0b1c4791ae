"""The surroundings of a run, read off the record."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.exercising.surroundings import Here, Surroundings
from workshop.model.exercises import Exercise
from workshop.model.kinds import Kind
from workshop.model.meeting import Meeting
from workshop.model.metrics import Definition
from workshop.model.state import State
from workshop.model.teams import Person, group_of


def around(
    state: State,
    people: Iterable[Person],
    kinds: tuple[Kind, ...] = (),
    definitions: tuple[Definition, ...] = (),
    exercises: tuple[Exercise, ...] = (),
    *,
    hourly_rate: int = 0,
    currency: str = "EUR",
) -> Surroundings:
    """What a run of any meeting at hand may know; `hourly_rate` in money an hour, 0 for not told."""
    known = tuple(people)
    return Surroundings(
        entries=tuple(entry for meeting in state.meetings for entry in meeting.entries),
        disputes=state.disputes,
        actions=state.actions,
        metrics=state.metrics,
        kinds=kinds,
        definitions=definitions,
        here=tuple(_here(meeting) for meeting in state.meetings),
        hourly_rate=hourly_rate,
        currency=currency,
        names=tuple((person.id, person.name) for person in known),
        people=known,
        runs=state.runs,
        exercises=exercises,
    )


def _here(meeting: Meeting) -> Here:
    groups = [group_of(row.team) for row in meeting.here]
    return Here(
        meeting.number, groups.count("sales"), groups.count("marketing"), groups.count("others"),
    )  # fmt: skip


def mentioned(exercise: Exercise, slugs: Iterable[str]) -> tuple[str, ...]:
    """Of all exercises those that one names, as what comes next; only these have to be read for its drafts."""
    words = [suggest.next for suggest in exercise.suggests]
    words += [
        value
        for given in exercise.inputs
        for item in (*given.items, *given.presets)
        for _, value in item.values
    ]
    text = "\n".join(words)
    return tuple(slug for slug in slugs if slug in text)
