"""What any typed line may carry, and the lines that are no slash command."""

from __future__ import annotations

from datetime import date

from workshop.model.entries import Said
from workshop.model.teams import Group
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Due:
    """A day, or the next meeting, or no day at all."""

    on: date | None = None
    at_next: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Values of one group, in the order typed; for a tally the values repeated (`5x2` is 5, 5)."""

    group: Group
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Add:
    """Any line that is not a slash command: an entry, action, decision, dispute, metric or parked topic."""

    said: Said
    who: tuple[str, ...] = ()
    """Person ids in the order typed: the speaker of an entry; of an action the owner, then the helpers."""
    due: Due | None = None
    """None where no date was typed."""


@dataclass(frozen=True, slots=True)
class GiveRoti:
    """Return on time: rows in confidence, and what to change and keep."""

    rows: tuple[Row, ...] = ()
    change: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
