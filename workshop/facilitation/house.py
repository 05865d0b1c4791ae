"""What a decision needs to know besides the state: names, content, the day and the moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from workshop.model.agenda import Agenda
from workshop.model.exercises import Exercise
from workshop.model.kinds import Kind
from workshop.model.teams import Person
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """Handed to `decide` by whoever puts the parts together."""

    people: tuple[Person, ...]
    agenda: Callable[[str], Agenda]
    """An agenda by slug; raises NotFound."""
    kind: Callable[[str], Kind]
    """A kind by name; raises NotFound."""
    takes: Callable[[str, str], tuple[str, ...]]
    """Kinds of entry that the cards of an exercise (slug, part) ask for; empty where there are none."""
    exercise: Callable[[str], Exercise | None]
    """An exercise by slug; None for one that no shelf has."""
    zone: str
    now: datetime
    """Local time, aware."""
    moment: int
    """ms on the workspace's timeline."""

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.date()

    def name(self, person: str) -> str:
        """The name behind an id; the id itself for a stranger."""
        return next((known.name for known in self.people if known.id == person), person)
