"""Commands about the clock: start, segments, pauses, re-timing, the floor."""

from __future__ import annotations

from workshop.model.meeting import Scope
from workshop.model.teams import Team
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """Open the planned meeting; `meeting` 0 means the one at hand."""

    meeting: int = 0


@dataclass(frozen=True, slots=True)
class Next:
    pass


@dataclass(frozen=True, slots=True)
class Back:
    pass


@dataclass(frozen=True, slots=True)
class GoTo:
    segment: int


@dataclass(frozen=True, slots=True)
class Pause:
    """Pause, or go on if that clock is paused."""

    scope: Scope = "meeting"


@dataclass(frozen=True, slots=True)
class Extend:
    minutes: int


@dataclass(frozen=True, slots=True)
class Retime:
    """Fit what is left: into the planned end, or into `minutes` for the whole meeting."""

    minutes: int | None = None
    apply: bool = False
    """False shows what would change."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the segment on screen, or `segment`; it comes back at the next meeting."""

    why: str = ""
    segment: int | None = None


@dataclass(frozen=True, slots=True)
class StartedEarlier:
    minutes: int


@dataclass(frozen=True, slots=True)
class Floor:
    team: Team
