"""Commands about the end of a meeting, and about taking things back."""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show what was given in confidence: totals only, from now on."""

    early: bool = False
    """Of an exercise: without waiting for everybody who is here."""


@dataclass(frozen=True, slots=True)
class Collect:
    """Empty the box of what was given in confidence, and begin to collect anew."""


@dataclass(frozen=True, slots=True)
class PassGate:
    """The room was read the decisions and actions, asked for anything unsaid, or for credits."""

    step: Literal["read-back", "unsaid", "credits"]


@dataclass(frozen=True, slots=True)
class SetNextDate:
    on: date | None = None
    template: str = ""
    start: time | None = None
    why_none: str = ""


@dataclass(frozen=True, slots=True)
class Close:
    early: str = ""
    """Why it closes with points open; empty asks for a full close."""


@dataclass(frozen=True, slots=True)
class Approve:
    """Approve minutes: in the meeting that runs, or elsewhere with `by` and where."""

    meeting: int
    by: str = ""
    made_in: str = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    meeting: int
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Undo:
    pass


@dataclass(frozen=True, slots=True)
class Redo:
    pass
