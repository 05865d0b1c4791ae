"""Days as people type them, counted from Tuesday 3 March 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.errors import NotUnderstood
from workshop.grammar import Context
from workshop.grammar.dates import DAYS, read_day, read_due
from workshop.model.commands import Due

AHEAD = {
    "today": "2026-03-03", "tomorrow": "2026-03-04", "yesterday": "2026-03-02", "wed": "2026-03-04",
    "tue": "2026-03-10", "mon": "2026-03-09", "Friday": "2026-03-06", ">fri": "2026-03-06", "+3d": "2026-03-06",
    "+2w": "2026-03-17", "+1m": "2026-04-03", "eow": "2026-03-08", "eom": "2026-03-31", "eoq": "2026-03-31",
    "27": "2026-03-27", "3": "2026-04-03", "2": "2026-04-02", "31": "2026-03-31", "27nov": "2026-11-27",
    "27-nov": "2026-11-27", "27november": "2026-11-27", "3mar": "2026-03-03", "2mar": "2027-03-02",
    "2026-11-27": "2026-11-27", "2026-1-5": "2026-01-05",
}  # fmt: skip
BACK = {
    "tue": "2026-03-03", "fri": "2026-02-27", "mon": "2026-03-02", "3": "2026-03-03", "4": "2026-02-04",
    "31": "2026-01-31", "6mar": "2025-03-06", "3mar": "2026-03-03", "2mar": "2026-03-02", "today": "2026-03-03",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "day"), AHEAD.items())
def test_a_day_ahead(here: Context, typed: str, day: str) -> None:
    assert read_day(typed, here).isoformat() == day


@pytest.mark.parametrize(("typed", "day"), BACK.items())
def test_looking_back_the_last_such_day_is_meant(here: Context, typed: str, day: str) -> None:
    assert read_day(typed, here, past=True).isoformat() == day


@pytest.mark.parametrize("typed", ["tomorrow", "+3d", "2026-03-04", "eom"])
def test_looking_back_a_day_ahead_is_not_taken(here: Context, typed: str) -> None:
    with pytest.raises(NotUnderstood, match="lies ahead"):
        read_day(typed, here, past=True)


def test_a_month_on_ends_with_the_shorter_month(here: Context) -> None:
    assert read_day("+1m", replace(here, today=date(2026, 1, 31))) == date(2026, 2, 28)
    assert read_day("+13m", replace(here, today=date(2027, 1, 31))) == date(2028, 2, 29)


def test_the_week_ends_the_day_before_it_starts(here: Context) -> None:
    assert read_day("eow", replace(here, week_start=6)) == date(2026, 3, 7)
    assert read_day("eow", replace(here, today=date(2026, 3, 8))) == date(2026, 3, 8)


def test_the_quarter_ends_in_its_own_year(here: Context) -> None:
    assert read_day("eoq", replace(here, today=date(2026, 12, 31))) == date(2026, 12, 31)
    assert read_day("eoq", replace(here, today=date(2026, 4, 1))) == date(2026, 6, 30)


def test_a_leap_day_is_looked_for_this_year_and_the_next(here: Context) -> None:
    assert read_day("29feb", replace(here, today=date(2027, 5, 1))) == date(2028, 2, 29)
    with pytest.raises(NotUnderstood, match="There is no 29 February in 2026 or 2027"):
        read_day("29feb", here)


def test_the_next_meeting_is_a_day_only_when_it_has_one(here: Context) -> None:
    assert read_due("next", here) == Due(at_next=True)
    assert read_day("next", replace(here, next_meeting=date(2026, 3, 17))) == date(2026, 3, 17)
    with pytest.raises(NotUnderstood, match="has no date yet"):
        read_day("next", here)


@pytest.mark.parametrize(
    "typed", ["2026-02-30", "31feb", "32", "00", "1999-12-31", "2201-01-01", "+9999m", "50%"]
)
def test_a_day_that_does_not_exist_is_refused(here: Context, typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read_day(typed, here)


def test_an_unknown_word_is_answered_with_the_nearest_and_the_list(here: Context) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_day("thurday", here)
    assert "did you mean thursday?" in str(caught.value)
    assert "2026-11-27" in caught.value.fix


@settings(deadline=None)
@given(today=st.dates(date(2001, 1, 1), date(2199, 1, 1)), name=st.sampled_from(DAYS))
def test_a_weekday_is_one_to_seven_days_ahead_or_none_to_six_back(today: date, name: str) -> None:
    room = Context(kinds=(), people=(), today=today)
    ahead, back = read_day(name, room), read_day(name[:3], room, past=True)
    assert timedelta(days=1) <= ahead - today <= timedelta(days=7)
    assert timedelta(days=0) <= today - back <= timedelta(days=6)
    assert DAYS[ahead.weekday()] == DAYS[back.weekday()] == name


@settings(deadline=None)
@given(today=st.dates(date(2000, 1, 1), date(2198, 12, 31)), number=st.integers(1, 31))
def test_a_day_of_the_month_is_the_nearest_with_that_number(today: date, number: int) -> None:
    day = read_day(str(number), Context(kinds=(), people=(), today=today))
    assert day > today
    assert all((today + timedelta(days=n)).day != number for n in range(1, (day - today).days))
    assert day.day == number
