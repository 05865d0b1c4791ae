"""What the exercises of the meeting came to, in the order of the agenda, and the one line of each for page one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workshop.exercising import Surroundings, outcome
from workshop.exercising.around import around
from workshop.exercising.records import Record, of_kinds
from workshop.exporting.days import plural
from workshop.exporting.digest.audience import private
from workshop.exporting.digest.desk import Desk
from workshop.exporting.digest.readings import ExerciseRow, Headline
from workshop.exporting.digest.source import Source
from workshop.facilitation.exercises import as_it_begins, visible
from workshop.library import Library
from workshop.model.exercises import Exercise
from workshop.model.meeting import Meeting
from workshop.model.results import Banner, Line, Outcome
from workshop.model.runs import Run
from workshop.model.state import State
from workshop.model.teams import Person
from workshop.settings import Settings

LONGEST = 160
"""Characters of a sentence that page one takes."""


def exercises(desk: Desk) -> tuple[ExerciseRow, ...]:
    """Every exercise of the meeting that came to something, worked out from what this copy may hold."""
    held, whole = world(desk.source), world(desk.full)
    return in_order(desk.meeting, (_outcome(desk, run, held, whole) for run in _runs(desk, held)))


def _runs(desk: Desk, held: Surroundings) -> Iterator[Run]:
    """What was run; and the exercises of held segments that read nothing but records, and so keep no run."""
    state, meeting = desk.source.state, desk.meeting
    kept = [run for run in state.runs if run.meeting == meeting.number]
    told = {run.exercise for run in kept}
    yield from kept
    for item in meeting.items:
        exercise = desk.source.library.exercise(item.segment.exercise) if item.segment.exercise else None
        if exercise and item.visits and exercise.slug not in told:
            told.add(exercise.slug)
            begun = as_it_begins(state, exercise, meeting, item, item.segment.part).run
            if _records(exercise, begun, held):
                yield begun


def _outcome(desk: Desk, run: Run, held: Surroundings, whole: Surroundings) -> Outcome:
    exercise = desk.source.library.exercise(run.exercise)
    if exercise is None:
        lines = plural(len(run.rows) + len(run.answers), "line")
        gone = f"This exercise is not on the shelf any more; {lines} typed for it are in the record."
        return Outcome(run.exercise, run.exercise, run.meeting, (run.segment,), notes=(gone,))
    before = desk.source.state.runs_before(run.exercise, run.meeting)
    found = outcome(exercise, visible(exercise, run), held, before)
    named = {item.number for item in desk.meeting.items if item.segment.exercise == run.exercise}
    withheld = len(_records(exercise, run, whole) - _records(exercise, run, held))
    told = (f"{plural(withheld, 'record')} not in this copy and not counted",) if withheld else ()
    return replace(found, segments=tuple(sorted({run.segment, *named})), notes=(*found.notes, *told))


def world(source: Source) -> Surroundings:
    """What a formula may know beside its run."""
    return surroundings(source.state, source.people, source.library, source.settings)


def surroundings(
    state: State, people: tuple[Person, ...], library: Library, settings: Settings
) -> Surroundings:
    """The same from its parts."""
    return around(
        state, people, library.kinds, library.metrics, hourly_rate=settings.hourly_rate, currency=settings.currency,
    )  # fmt: skip


def _records(exercise: Exercise, run: Run, known: Surroundings) -> set[Record]:
    """What its inputs read of the record; what is for the facilitator alone does not count."""
    read = (record for given in exercise.inputs for record in of_kinds(given, run, known))
    return {record for record in read if not private(record.said)}


def in_order(meeting: Meeting, outcomes: Iterable[Outcome]) -> tuple[ExerciseRow, ...]:
    """Each under the first of its segments; those without anything to show are left out."""
    places = {item.number: place for place, item in enumerate(meeting.items)}
    rows = [_row(meeting, found) for found in outcomes if _says_something(found)]
    return tuple(sorted(rows, key=lambda row: places.get(row.segment, len(places))))


def _says_something(found: Outcome) -> bool:
    return bool(found.results or found.notes) or any(figure.value is not None for figure in found.figures)


def _row(meeting: Meeting, found: Outcome) -> ExerciseRow:
    item = next((item for item in map(meeting.item, found.segments) if item), None)
    if item is None:
        return ExerciseRow(0, found.title, found)
    return ExerciseRow(item.number, item.segment.title, found)


def headlines(rows: Iterable[ExerciseRow]) -> tuple[Headline, ...]:
    """Of each exercise its verdict, or else its first sentence where that is short."""
    return tuple(line for line in map(_headline, rows) if line)


def _headline(row: ExerciseRow) -> Headline | None:
    found = row.outcome
    said = next((result for result in found.results if isinstance(result, Banner)), None)
    said_plainly = next((result for result in found.results if isinstance(result, Line)), None)
    verdict, text = said.verdict if said else "", (said or said_plainly or Line("", "", "")).text
    text = text if len(text) <= LONGEST else ""
    return Headline(found.exercise, found.title, verdict, text) if verdict or text else None
