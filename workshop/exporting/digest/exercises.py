"""What the exercises of the meeting came to, in the order of the agenda, and the one line of each for page one."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.exporting.digest.readings import ExerciseRow, Headline
from workshop.model.meeting import Meeting
from workshop.model.results import Banner, Line, Outcome

LONGEST = 160
"""Characters of a sentence that page one takes."""


def in_order(meeting: Meeting, outcomes: Iterable[Outcome]) -> tuple[ExerciseRow, ...]:
    """Each under the first of its segments; those without anything to show are left out."""
    places = {item.number: place for place, item in enumerate(meeting.items)}
    rows = [_row(meeting, found) for found in outcomes if found.results or found.figures or found.notes]
    return tuple(sorted(rows, key=lambda row: places.get(row.segment, len(places))))


def _row(meeting: Meeting, found: Outcome) -> ExerciseRow:
    item = next((item for item in map(meeting.item, found.segments) if item), None)
    if item is None:
        return ExerciseRow(0, found.title, found)
    return ExerciseRow(item.number, item.segment.title, found)


def headlines(rows: Iterable[ExerciseRow]) -> tuple[Headline, ...]:
    """Of each exercise its verdict, or else its first sentence where that is short."""
    return tuple(line for line in map(_headline, rows) if line)


def _headline(row: ExerciseRow) -> Headline | None:
    verdict = next((found for found in row.outcome.results if isinstance(found, Banner)), None)
    if verdict:
        return Headline(row.outcome.exercise, verdict.verdict, verdict.title or row.heading)
    line = next((found for found in row.outcome.results if isinstance(found, Line)), None)
    return Headline(row.outcome.exercise, "", line.text) if line and 0 < len(line.text) <= LONGEST else None
