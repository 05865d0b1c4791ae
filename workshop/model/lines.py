"""One line of the journal with its facts as values: what the fold reads."""

from __future__ import annotations

from workshop.model.facts import Fact
from workshop.model.moments import Reading
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """One command, with all its facts."""

    n: int
    """Its number in the journal."""
    meeting: int | None
    reading: Reading
    command: str
    facts: tuple[Fact, ...]
