"""Days as people type them: `fri`, `+2w`, `27nov`, `next`, counted from today."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from workshop.errors import NotUnderstood
from workshop.grammar.context import Context
from workshop.model.commands import Due
from workshop.model.words import did_you_mean

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NEXT = ("next", "nextmeeting", "next-meeting")
LIST = "Days are: today tomorrow yesterday mon..sun +3d +2w +1m eow eom eoq next 27 27nov 2026-11-27 none."
_WORDS = (
    "today",
    "tomorrow",
    "yesterday",
    "eow",
    "eom",
    "eoq",
    "next",
    "none",
    *DAYS,
    *(day[:3] for day in DAYS),
)
_YEARS = (2000, 2200)


def read_due(word: str, context: Context) -> Due:
    """A day, `next` for the next meeting, or `none`. Raises NotUnderstood with the list of what can be typed."""
    asked = word.lower()
    if asked in NEXT:
        return Due(at_next=True)
    return Due() if asked == "none" else Due(on=read_day(word, context))


def read_day(word: str, context: Context, *, past: bool = False) -> date:
    """The day a word means. Looking ahead, `fri` and `27` leave out today and `27nov` may be today; with `past`
    each is the last one, today included, and a day still ahead is refused. Raises NotUnderstood.
    """
    asked = word.strip().removeprefix(">").lower()
    for read in _READERS:
        day = read(asked, context, past)
        if day is not None:
            return _checked(day, word, context, past)
    near = did_you_mean(asked, _WORDS)
    raise NotUnderstood(f"'{word}' is not a day{near}", fix=LIST)


def _checked(day: date, word: str, context: Context, past: bool) -> date:
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        raise NotUnderstood(
            f"'{word}' lies outside the years {_YEARS[0]} to {_YEARS[1]}.", fix="Check the year."
        )
    if past and day > context.today:
        raise NotUnderstood(
            f"'{word}' is {day.isoformat()}, and that lies ahead.", fix="Here a day is meant that has come."
        )
    return day


def _next_meeting(asked: str, context: Context, _past: bool) -> date | None:
    if asked not in NEXT:
        return None
    if context.next_meeting is None:
        raise NotUnderstood(
            "The next meeting has no date yet.", fix="Type the day itself, such as fri or 27nov."
        )
    return context.next_meeting


def _word(asked: str, context: Context, _past: bool) -> date | None:
    today = context.today
    steps = {
        "today": 0,
        "tomorrow": 1,
        "yesterday": -1,
        "eow": (context.week_start - 1 - today.weekday()) % 7,
    }
    if asked in steps:
        return today + timedelta(days=steps[asked])
    if asked == "eom":
        return _month_end(today.year, today.month)
    return _month_end(today.year, (today.month + 2) // 3 * 3) if asked == "eoq" else None


def _weekday(asked: str, context: Context, past: bool) -> date | None:
    number = _place(asked, DAYS)
    if number is None:
        return None
    if past:
        return context.today - timedelta(days=(context.today.weekday() - number) % 7)
    return context.today + timedelta(days=(number - context.today.weekday() - 1) % 7 + 1)


def _step(asked: str, context: Context, _past: bool) -> date | None:
    found = re.fullmatch(r"\+([0-9]{1,4})([dwm])", asked)
    if not found:
        return None
    count = int(found[1])
    if found[2] == "m":
        return _add_months(context.today, count)
    return context.today + timedelta(days=count if found[2] == "d" else 7 * count)


def _day_of_month(asked: str, context: Context, past: bool) -> date | None:
    if not re.fullmatch(r"[0-9]{1,2}", asked):
        return None
    first = context.today.replace(day=1)
    for months in range(3):  # of any three months in a row, two have the day
        month = _add_months(first, -months if past else months)
        day = _made(month.year, month.month, int(asked))
        if day and (day <= context.today if past else day > context.today):
            return day
    raise NotUnderstood(f"No month has a day {asked}.", fix=LIST)


def _day_and_month(asked: str, context: Context, past: bool) -> date | None:
    found = re.fullmatch(r"([0-9]{1,2})-?([a-z]{3,})", asked)
    month = _place(found[2], MONTHS) if found else None
    if not found or month is None:
        return None
    year = context.today.year
    for other in (year, year - 1 if past else year + 1):
        day = _made(other, month + 1, int(found[1]))
        if day and (day <= context.today if past else day >= context.today):
            return day
    span = f"{year - 1} or {year}" if past else f"{year} or {year + 1}"
    raise NotUnderstood(
        f"There is no {found[1]} {MONTHS[month].capitalize()} in {span}.", fix="Check the day."
    )


def _iso(asked: str, _context: Context, _past: bool) -> date | None:
    found = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", asked)
    if not found:
        return None
    day = _made(int(found[1]), int(found[2]), int(found[3]))
    if day is None:
        raise NotUnderstood(f"There is no day {asked}.", fix="Check month and day: year-month-day.")
    return day


_READERS: tuple[Callable[[str, Context, bool], date | None], ...] = (
    _next_meeting, _word, _weekday, _step, _day_of_month, _day_and_month, _iso,
)  # fmt: skip


def _place(asked: str, names: tuple[str, ...]) -> int | None:
    return next((place for place, name in enumerate(names) if asked in (name, name[:3])), None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _add_months(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return min(_month_end(year, month + 1), date(year, month + 1, 1) + timedelta(days=day.day - 1))
