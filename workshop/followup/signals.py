"""What to do next: what the last exercises name, then what the record signals, then the year's rotation (R74)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from workshop.followup.hiding import Rows, met
from workshop.model.exercises import Exercise
from workshop.model.results import Draft
from workshop.model.signals import Rotation, Signal, Suggestion

Shelf = Callable[[str], Exercise | None]
"""An exercise by slug; None for one that no shelf has."""


def named(drafts: Iterable[Draft], shelf: Shelf) -> tuple[Suggestion, ...]:
    """The exercises that results of the last meeting lead to, in their order, each once."""
    wanted: dict[str, Suggestion] = {}
    for draft in drafts:
        if draft.kind == "exercise" and draft.exercise not in wanted:
            wanted[draft.exercise] = with_brings(Suggestion(draft.why, exercise=draft.exercise), shelf)
    return tuple(wanted.values())


def signalled(signals: Iterable[Signal], rows: Rows, today: date, shelf: Shelf) -> tuple[Suggestion, ...]:
    """What the record asks for, in the order of the file."""
    return tuple(
        with_brings(Suggestion(signal.trigger.because, signal.agenda, signal.exercise), shelf)
        for signal in signals
        if met(signal.trigger, rows(signal.trigger.table), today)
    )


def rotated(rotation: Rotation, today: date, shelf: Shelf) -> tuple[Suggestion, ...]:
    """What the month's turn is; nothing where the file names none."""
    slug = rotation.of(today.month)
    return (with_brings(Suggestion("it is its turn this month", exercise=slug), shelf),) if slug else ()


def with_brings(suggestion: Suggestion, shelf: Shelf) -> Suggestion:
    """The suggestion with what each side has ready for its exercise."""
    known = shelf(suggestion.exercise) if suggestion.exercise else None
    if known is None:
        return suggestion
    return Suggestion(
        suggestion.because, suggestion.agenda, suggestion.exercise, known.brings.sales, known.brings.marketing
    )
