"""Facts about the end of a meeting, and about taking things back."""

from __future__ import annotations

from datetime import date
from typing import Literal

from workshop.model.meeting import Counts, GroupTotal, NextDate
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class RotiNoted:
    """What would have added a point, and what to keep."""

    change: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RotiRevealed:
    counts: Counts
    groups: tuple[GroupTotal, ...]


@dataclass(frozen=True, slots=True)
class GateStepDone:
    """The room read back, was asked for anything unsaid, or for credits."""

    step: Literal["read-back", "unsaid", "credits"]


@dataclass(frozen=True, slots=True)
class NextDateSet:
    next: NextDate


@dataclass(frozen=True, slots=True)
class MeetingClosed:
    early: str = ""
    left_open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesApproved:
    meeting: int
    by: str
    made_in: int | None
    on: date
    where: str = ""


@dataclass(frozen=True, slots=True)
class MeetingReopened:
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Undone:
    """The command on that line of the journal does not count."""

    line: int


@dataclass(frozen=True, slots=True)
class Redone:
    """The command on that line counts again."""

    line: int
