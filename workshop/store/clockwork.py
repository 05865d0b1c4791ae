"""Where time comes from: the machine's clocks, or a clock that moves when it is told."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from workshop.errors import Refused
from workshop.model.moments import Reading

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
# Linux counts sleep in CLOCK_BOOTTIME, macOS in CLOCK_MONOTONIC; Windows has neither, and its monotonic() counts it.
_RUNNING: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


def read_clock() -> Reading:
    """What the machine's clocks show now; the only place in the program that asks."""
    nanoseconds = time.monotonic_ns() if _RUNNING is None else time.clock_gettime_ns(_RUNNING)
    return Reading(datetime.now(UTC), nanoseconds // 1_000_000, _boot())


class ManualClock:
    """A clock for scripts and tests: it stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def read(self) -> Reading:
        """What it shows. Two clocks of this kind agree: `mono` is counted from a day that is the same for all."""
        return Reading(self._at, round(self._at.timestamp() * 1000), "script")

    def move_to(self, at: datetime) -> None:
        """Moves it on. Raises Refused for a moment before the one it shows."""
        if at < self._at:
            raise Refused(
                f"The clock of a script only goes forward: it shows {self._at:%Y-%m-%d %H:%M:%S} UTC, "
                f"and {at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC lies before that.",
                fix="Give a later time.",
            )
        self._at = at.astimezone(UTC)


class FastClock:
    """A clock for rehearsals: it runs so many times as fast as the machine's, from the moment it is made."""

    def __init__(
        self, speed: int, begin: datetime | None = None, machine: Callable[[], Reading] = read_clock
    ) -> None:
        """`begin`: what the wall clock shows at first, aware; now, unless told."""
        self._speed = speed
        self._machine = machine
        self._first = machine()
        self._begin = (begin or self._first.at).astimezone(UTC)
        # A boot of its own: nobody compares these readings with those of the machine.
        self._boot = f"rehearsal-{_fresh()}"

    def read(self) -> Reading:
        """Both readings, told by the running clock alone, so that they never disagree however fast they go."""
        passed = (self._machine().mono - self._first.mono) * self._speed
        return Reading(self._begin + timedelta(milliseconds=passed), self._first.mono + passed, self._boot)


@cache
def _boot() -> str:
    """The kernel's name for this boot; where it has none, a name for this run of the program."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return _fresh()


def _fresh() -> str:
    """A name that nothing else has."""
    from uuid import uuid4  # 8 ms; a machine that names its boots does without

    return str(uuid4())
