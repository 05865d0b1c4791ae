"""What to do next: what the last exercises name, then what the record signals, then the year's rotation (R74)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from workshop.followup.hiding import Rows, met
from workshop.model.exercises import Exercise
from workshop.model.results import Draft
from workshop.model.signals import Rotation, Signal, Suggestion, Watch

Shelf = Callable[[str], Exercise | None]
"""An exercise by slug; None for one that no shelf has."""
Watched = Callable[[Watch], str]
"""What a number says that is past its limit: `lead acceptance 45.0 % (n=20, 2026Q1)`; empty for one that is not."""


def named(drafts: Iterable[Draft], shelf: Shelf) -> tuple[Suggestion, ...]:
    """The exercises that results of the last meeting lead to, in their order, each once."""
    wanted: dict[str, Suggestion] = {}
    for draft in drafts:
        if draft.kind == "exercise" and draft.exercise not in wanted:
            wanted[draft.exercise] = with_brings(Suggestion(draft.why, exercise=draft.exercise), shelf)
    return tuple(wanted.values())


def signalled(
    signals: Iterable[Signal], rows: Rows, watched: Watched, today: date, shelf: Shelf
) -> tuple[Suggestion, ...]:
    """What the record asks for, in the order of the file."""
    found = ((_because(signal, rows, watched, today), signal) for signal in signals)
    return tuple(
        with_brings(Suggestion(because, signal.agenda, signal.exercise), shelf)
        for because, signal in found
        if because
    )


def _because(signal: Signal, rows: Rows, watched: Watched, today: date) -> str:
    """Why the signal is given; empty where it is not."""
    trigger = signal.trigger
    if isinstance(trigger, Watch):
        seen = watched(trigger)
        return f"{trigger.because}: {seen}" if seen else ""
    return trigger.because if met(trigger, rows(trigger.table), today) else ""


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
