"""The two readings of time that every command is stored with."""

from __future__ import annotations

from datetime import datetime

from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What the wall clock and the machine's running clock showed at one moment."""

    at: datetime
    """Wall clock, aware UTC."""
    mono: int
    """Milliseconds on a clock that never runs backwards and counts sleep; comparable within one boot only."""
    boot: str
    """Names the boot of the machine that `mono` belongs to."""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a reading of time carries its zone")
