"""What an exercise may know beside its own run: the record around it, who is here, settings, names."""

from __future__ import annotations

from fractions import Fraction

from workshop.model.entries import Action, Dispute, Entry, Metric
from workshop.model.exercises import Exercise
from workshop.model.kinds import Kind
from workshop.model.metrics import Definition
from workshop.model.runs import Run
from workshop.model.teams import Person
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Here:
    """How many of each group are at one meeting."""

    meeting: int
    sales: int = 0
    marketing: int = 0
    others: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The world around a run. Entries, metrics and people of earlier meetings may stand in it too: every run reads
    those of its own meeting, so that an earlier run is worked out with what was true then."""

    entries: tuple[Entry, ...] = ()
    """For inputs that are entries of some kinds."""
    disputes: tuple[Dispute, ...] = ()
    actions: tuple[Action, ...] = ()
    metrics: tuple[Metric, ...] = ()
    kinds: tuple[Kind, ...] = ()
    """Of the library: the types of their fields."""
    definitions: tuple[Definition, ...] = ()
    """Of the library: how metrics are worked out."""
    here: tuple[Here, ...] = ()
    hourly_rate: Fraction | int = 0
    """Money an hour; 0 means not told."""
    currency: str = "EUR"
    names: tuple[tuple[str, str], ...] = ()
    """Person id and name, also of people who are not there any more."""
    people: tuple[Person, ...] = ()
    """Everybody who is known and takes part, with their teams."""
    runs: tuple[Run, ...] = ()
    """Of other exercises too: what one of them said may be shown again in another."""
    exercises: tuple[Exercise, ...] = ()
    """Of the library: what a suggested exercise is called and what each side brings to it."""

    def at(self, meeting: int) -> Here | None:
        """Who was at a meeting."""
        return next((row for row in self.here if row.meeting == meeting), None)
