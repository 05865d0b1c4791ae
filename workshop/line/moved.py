"""A script moved in time, so that a meeting of long ago runs now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

_STAMP = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")


def moved(lines: Iterable[str], held: datetime, to: datetime) -> Iterator[str]:
    """The lines with the moment `held` (without a zone) at `to`: times of that day move by minutes, other days whole.

    Only days, and times behind `/at` or behind a day, count; any other `09:00` is text.
    """
    days, by = timedelta(days=(to.date() - held.date()).days), to - held
    day = date.min
    for line in lines:
        if line.startswith("/at "):
            *begins, clock = line.removeprefix("/at ").split()
            day = date.fromisoformat(begins[0]) if begins else day
            at = datetime.combine(day, time.fromisoformat(clock))
            yield f"/at {at + (by if day == held.date() else days):%Y-%m-%d %H:%M}"
        else:
            yield _STAMP.sub(lambda found: _stamp(found[0], held.date(), days, by), line)


def _stamp(text: str, held: date, days: timedelta, by: timedelta) -> str:
    at = datetime.fromisoformat(text)
    if " " not in text:
        return f"{at + days:%Y-%m-%d}"
    return f"{at + (by if at.date() == held else days):%Y-%m-%d %H:%M}"
