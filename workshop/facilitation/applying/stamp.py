"""When and where a fact was told, and the small moves that every room of the fold uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from workshop.model.entries import Entry
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The line a fact stands on."""

    meeting: int
    """The meeting it belongs to; 0 between meetings."""
    at: datetime
    t: int
    """ms on the workspace's timeline"""


def changed(items: Iterable[T], fits: Callable[[T], bool], change: Callable[[T], T]) -> tuple[T, ...]:
    """The items, with `change` applied to those that fit."""
    return tuple(change(item) if fits(item) else item for item in items)


def change_meeting(state: State, number: int, change: Callable[[Meeting], Meeting]) -> State:
    """The state with one meeting changed."""
    return replace(state, meetings=changed(state.meetings, lambda m: m.number == number, change))


def change_entry(state: State, number: int, change: Callable[[Entry], Entry]) -> State:
    """The state with one entry changed wherever it is held (its meeting, agreements, glossary, programmes)."""

    def once(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return changed(entries, lambda entry: entry.number == number, change)

    return replace(
        state,
        meetings=tuple(replace(meeting, entries=once(meeting.entries)) for meeting in state.meetings),
        agreements=once(state.agreements),
        terms=once(state.terms),
        programmes=once(state.programmes),
    )


def close_last(spans: tuple[T, ...], end: Callable[[T], T]) -> tuple[T, ...]:
    """The spans with the last one ended."""
    return (*spans[:-1], end(spans[-1])) if spans else spans
