"""The timeline over jumps and restarts, time that really passed, and times in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workshop.facilitation.clock import (
    MINUTE,
    advance,
    airtime,
    clockwise,
    covered,
    item_time,
    meeting_time,
    signed,
    whole_minutes,
)
from workshop.model.agenda import Segment
from workshop.model.meeting import Item, Meeting, Span, Turn
from workshop.model.moments import Reading
from workshop.model.teams import TEAMS, Team

NINE = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
HOUR = 60 * MINUTE


def reading(wall: int, mono: int, boot: str = "a") -> Reading:
    """`wall` ms after nine."""
    return Reading(NINE + timedelta(milliseconds=wall), mono, boot)


ITEM = Item(Segment(1, "Promises kept?", "review", ("facilitator",), 10), 10, state="running")
RUNNING = Meeting(
    1, "Sync", "sync-30", date(2026, 3, 3), time(9), "Europe/Berlin", (ITEM,),
    status="running", opened_at=NINE, opened=0,
)  # fmt: skip


# The timeline ------------------------------------------------------------------------------------


def test_the_first_reading_leaves_the_timeline_where_it_is() -> None:
    assert advance(7, None, reading(0, 900)) == (7, "")


def test_within_a_boot_the_running_clock_counts() -> None:
    assert advance(1000, reading(0, 500), reading(60_000, 60_500)) == (61_000, "")


def test_a_sleep_of_the_laptop_counts_as_time() -> None:
    assert advance(0, reading(0, 500), reading(40 * MINUTE, 500 + 40 * MINUTE)) == (40 * MINUTE, "")


def test_a_wall_clock_set_forward_by_an_hour_is_said_and_does_not_count() -> None:
    moment, sentence = advance(0, reading(0, 0), reading(HOUR + 130_000, 130_000))
    assert moment == 130_000
    assert sentence == (
        "The wall clock moved by +1:00:00 while 0:02:10 passed; the meeting's clock follows what passed."
    )


def test_a_wall_clock_set_back_by_an_hour_is_said_and_does_not_count() -> None:
    moment, sentence = advance(0, reading(0, 0), reading(130_000 - HOUR, 130_000))
    assert moment == 130_000
    assert sentence.startswith("The wall clock moved by -1:00:00 while 0:02:10 passed;")


def test_five_seconds_of_disagreement_are_let_pass_and_one_more_millisecond_is_said() -> None:
    assert advance(0, reading(0, 0), reading(65_000, 60_000)) == (60_000, "")
    assert advance(0, reading(0, 0), reading(55_000, 60_000)) == (60_000, "")
    assert advance(0, reading(0, 0), reading(65_001, 60_000))[1].startswith(
        "The wall clock moved by +0:00:05"
    )
    assert advance(0, reading(0, 0), reading(54_999, 60_000))[1].startswith(
        "The wall clock moved by -0:00:05"
    )


def test_over_a_restart_the_wall_clock_counts() -> None:
    assert advance(5000, reading(0, 900_000), reading(90_000, 12, "b")) == (95_000, "")


def test_a_wall_clock_that_went_back_over_a_restart_stands_still_and_is_said() -> None:
    assert advance(5000, reading(0, 900_000), reading(-600_000, 12, "b")) == (
        5000,
        (
            "After a restart the wall clock stands 0:10:00 earlier than before; "
            "the meeting's clock goes on from where it was."
        ),
    )


def test_a_running_clock_that_starts_anew_is_a_restart_even_under_the_old_name() -> None:
    assert advance(5000, reading(0, 900_000, ""), reading(90_000, 12, "")) == (95_000, "")


ms = st.integers(0, 10 * HOUR)
jumps = st.sampled_from((0, 0, 0, HOUR, -HOUR, 7, -4000))


@given(st.lists(st.tuples(ms, jumps, st.booleans()), max_size=12))
def test_jumps_of_the_wall_clock_never_move_the_timeline_within_a_boot(
    steps: list[tuple[int, int, bool]],
) -> None:
    moment, wall, mono, passed = 0, 0, 0, 0
    last = reading(wall, mono)
    for step, jump, _ in steps:
        wall, mono, passed = wall + step + jump, mono + step, passed + step
        moment, sentence = advance(moment, last, reading(wall, mono))
        last = reading(wall, mono)
        assert moment == passed
        assert bool(sentence) == (abs(jump) > 5000)


@given(st.lists(st.tuples(ms, jumps, st.booleans()), max_size=12))
def test_the_timeline_never_goes_backwards_over_restarts_and_jumps(
    steps: list[tuple[int, int, bool]],
) -> None:
    moment, wall, mono, boot = 0, 0, 0, 0
    last = reading(wall, mono, str(boot))
    for step, jump, restart in steps:
        wall, mono = wall + step + jump, 0 if restart else mono + step
        boot += restart
        new = reading(wall, mono, str(boot))
        after, sentence = advance(moment, last, new)
        assert after - moment == (max(step + jump, 0) if restart else step)
        assert bool(sentence) == (step + jump < 0 if restart else abs(jump) > 5000)
        moment, last = after, new


# What really passed ------------------------------------------------------------------------------

spans = st.builds(
    lambda start, length: Span(start, None if length is None else start + length),
    st.integers(0, 60),
    st.none() | st.integers(0, 30),
)


@given(st.lists(spans, max_size=6), st.integers(0, 80))
def test_time_covered_by_overlapping_spans_counts_once(rows: list[Span], now: int) -> None:
    ticks = {t for row in rows for t in range(row.start, now if row.end is None else min(row.end, now))}
    assert covered(rows, now) == len(ticks)


@given(
    st.lists(spans, max_size=4), st.lists(spans, max_size=3), st.lists(spans, max_size=3), st.integers(0, 80)
)
def test_an_item_ran_whenever_it_was_on_screen_and_nothing_paused(
    visits: list[Span], own: list[Span], pauses: list[Span], now: int
) -> None:
    def ticks(rows: list[Span]) -> set[int]:
        return {t for row in rows for t in range(row.start, now if row.end is None else min(row.end, now))}

    item = Item(ITEM.segment, 10, tuple(visits), tuple(own))
    running = ticks(visits) - ticks(own) - ticks(pauses)
    assert item_time(replace(RUNNING, items=(item,), pauses=tuple(pauses)), item, now) == len(running)


def test_a_pause_of_the_item_does_not_stop_the_meeting() -> None:
    item = Item(ITEM.segment, 10, (Span(0),), (Span(2 * MINUTE, 5 * MINUTE),), "running")
    running = replace(RUNNING, items=(item,))
    assert item_time(running, item, 9 * MINUTE) == 6 * MINUTE
    assert meeting_time(running, 9 * MINUTE) == 9 * MINUTE


def test_a_pause_of_the_meeting_stops_both_clocks_while_it_lasts() -> None:
    item = Item(ITEM.segment, 10, (Span(0),), state="running")
    paused = replace(RUNNING, items=(item,), pauses=(Span(4 * MINUTE),))
    for now in (4 * MINUTE, 5 * MINUTE, 3 * HOUR):
        assert item_time(paused, item, now) == meeting_time(paused, now) == 4 * MINUTE


def test_after_the_close_no_clock_goes_on() -> None:
    closed = replace(RUNNING, closed=30 * MINUTE, turns=(Turn("sales", Span(10 * MINUTE)),))
    assert meeting_time(closed, 5 * HOUR) == 30 * MINUTE
    assert airtime(closed, 5 * HOUR) == (("sales", 20 * MINUTE),)


def test_a_meeting_that_has_not_begun_took_no_time() -> None:
    assert meeting_time(replace(RUNNING, opened=None, opened_at=None, status="planned"), 5 * HOUR) == 0


# Airtime -----------------------------------------------------------------------------------------


def test_airtime_leaves_the_pauses_out() -> None:
    talk = replace(
        RUNNING,
        turns=(
            Turn("sales", Span(0, 4 * MINUTE)),
            Turn("marketing", Span(4 * MINUTE, 9 * MINUTE)),
            Turn("sales", Span(9 * MINUTE)),
        ),
        pauses=(Span(3 * MINUTE, 6 * MINUTE),),
    )
    assert airtime(talk, 12 * MINUTE) == (("sales", 6 * MINUTE), ("marketing", 3 * MINUTE))


@given(
    st.lists(st.tuples(st.sampled_from(TEAMS), st.integers(0, 20)), min_size=1, max_size=8),
    st.lists(spans, max_size=3),
    st.integers(0, 40),
)
def test_shares_of_airtime_sum_to_the_running_time_that_turns_cover(
    told: list[tuple[Team, int]], pauses: list[Span], began: int
) -> None:
    turns, t = [], began
    for team, length in told[:-1]:
        turns.append(Turn(team, Span(t, t + length)))
        t += length
    turns.append(Turn(told[-1][0], Span(t)))
    now = t + told[-1][1]
    running = replace(RUNNING, turns=tuple(turns), pauses=tuple(pauses))
    before_anybody = meeting_time(replace(RUNNING, pauses=tuple(pauses)), began)
    assert sum(time for _, time in airtime(running, now)) == meeting_time(running, now) - before_anybody


# Words -------------------------------------------------------------------------------------------


def test_differences_carry_their_sign() -> None:
    assert [signed(each) for each in (42_000, -185_000, 999, -999, 0, HOUR, -HOUR - 61_000)] == [
        "+0:42", "-3:05", "0:00", "0:00", "0:00", "+1:00:00", "-1:01:01",
    ]  # fmt: skip


def test_lengths_show_hours_only_when_there_are_some() -> None:
    assert [clockwise(each) for each in (0, 9_999, 725_000, HOUR - 1, HOUR + 725_000)] == [
        "0:00", "0:09", "12:05", "59:59", "1:12:05",
    ]  # fmt: skip


def test_minutes_are_rounded_half_away_from_zero() -> None:
    halves = (29_999, 30_000, 89_999, 90_000, -29_999, -30_000, -90_000)
    assert [whole_minutes(each) for each in halves] == [0, 1, 1, 2, 0, -1, -2]


@given(st.integers(-5 * HOUR, 5 * HOUR))
def test_rounding_is_the_same_on_both_sides_of_zero_and_never_off_by_more_than_half(each: int) -> None:
    assert whole_minutes(-each) == -whole_minutes(each)
    assert abs(whole_minutes(each) * MINUTE - each) <= MINUTE // 2
