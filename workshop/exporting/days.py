"""Days, times and counts as people read them, in the words of the workspace's locale."""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from workshop.errors import Refused

_YEAR = re.compile(r",?\s+(?:'[^']*'\s+)?y+$")
"""The year at the end of a pattern, with what ties it on (`d. MMMM y`, `d 'de' MMMM 'de' y`)."""


@lru_cache(maxsize=8)
def known_locale(name: str) -> Locale:
    """The locale of that name; Refused where there is none."""
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as off:
        raise Refused(
            f"workshop.toml: locale: '{name}' is not known.", fix="Type it as en_GB or de_DE."
        ) from off


def long_day(day: date, locale: str) -> str:
    """`Tuesday 17 March 2026`."""
    return format_date(day, "full", locale=known_locale(locale))


def written_day(day: date, locale: str) -> str:
    """`17 March 2026`."""
    return format_date(day, "long", locale=known_locale(locale))


def short_day(day: date, locale: str) -> str:
    """`Tue 17 March 2026`."""
    return format_date(day, _short(locale), locale=known_locale(locale))


def near_day(day: date, locale: str, year: int) -> str:
    """`Tue 17 March`: without the year where it is `year`."""
    pattern = _short(locale)
    return format_date(
        day, _YEAR.sub("", pattern) if day.year == year else pattern, locale=known_locale(locale)
    )


def clock(moment: time) -> str:
    """`09:05`."""
    return f"{moment:%H:%M}"


def plural(count: int, one: str, several: str = "") -> str:
    """`1 correction`, `2 corrections`."""
    return f"{count} {one if count == 1 else several or one + 's'}"


@lru_cache(maxsize=8)
def _short(locale: str) -> str:
    """The locale's full pattern with the weekday's short name."""
    pattern = str(known_locale(locale).date_formats["full"].pattern)
    return re.sub("(?:E{4,}|c{4,}),?", "EEE", pattern)
