"""The face by worked example: shares and signals, ahead and behind, and the three ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from workshop.errors import Refused
from workshop.facilitation.clock import MINUTE, advance
from workshop.facilitation.face import (
    Dial,
    end_of,
    face,
    hard_end,
    local,
    planned_end,
    promised_end,
    room_before_start,
)
from workshop.model.agenda import Segment
from workshop.model.meeting import Item, ItemState, Meeting, Retiming, Span
from workshop.model.moments import Reading

HOUR = 60 * MINUTE
NINE = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
"""Nine in Berlin."""


def item(number: int, minutes: int, state: ItemState = "ahead", *visits: tuple[float, float | None]) -> Item:
    """Visits in minutes from the opening."""
    segment = Segment(number, f"Segment {number}", "discuss", ("both",), minutes)
    spans = (Span(int(a * MINUTE), None if b is None else int(b * MINUTE)) for a, b in visits)
    return Item(segment, minutes, tuple(spans), (), state)


def meeting(*items: Item, hard: time | None = None, opened_at: datetime = NINE) -> Meeting:
    return Meeting(
        1, "Monthly", "monthly-90", date(2026, 3, 3), time(9), "Europe/Berlin", items,
        hard_end=hard, status="running", opened_at=opened_at, opened=0,
    )  # fmt: skip


HALFWAY = meeting(item(1, 5, "done", (0, 8)), item(2, 10, "running", (8, None)), item(3, 15))
"""30 minutes; the first took three more than it had."""


def test_the_signal_changes_at_80_and_at_100_per_cent() -> None:
    words = [Dial(10 * MINUTE, gone).signal for gone in (479_999, 480_000, 599_999, 600_000, 601_000)]
    assert words == ["calm", "soon", "soon", "over", "over"]


def test_the_item_shows_what_is_gone_and_left_and_over() -> None:
    early, late = face(HALFWAY, 13 * MINUTE).item, face(HALFWAY, 19 * MINUTE).item
    assert early is not None
    assert late is not None
    assert (early.minutes, early.gone, early.left, early.share) == (10, 5 * MINUTE, 5 * MINUTE, 0.5)
    assert (late.gone, late.left, late.share, late.signal) == (11 * MINUTE, -MINUTE, 1.1, "over")


def test_behind_is_what_the_finished_items_took_too_much_and_grows_only_in_an_overrun() -> None:
    times = [(at, face(HALFWAY, at * MINUTE).behind_ms) for at in (8, 13, 18, 20)]
    assert times == [(8, 3 * MINUTE), (13, 3 * MINUTE), (18, 3 * MINUTE), (20, 5 * MINUTE)]


def test_a_meeting_that_saved_time_is_ahead() -> None:
    quick = meeting(item(1, 5, "done", (0, 2)), item(2, 10, "running", (2, None)), item(3, 15))
    shown = face(quick, 4 * MINUTE)
    assert shown.behind_ms == -3 * MINUTE
    assert shown.ends_at.isoformat() == "2026-03-03T09:27:00+01:00"


def test_the_meeting_dial_runs_from_the_opening_to_the_promised_end() -> None:
    shown = face(HALFWAY, 13 * MINUTE)
    assert (shown.meeting.minutes, shown.meeting.gone) == (30, 13 * MINUTE)
    assert shown.ends_at.strftime("%H:%M") == "09:33"


def test_a_skipped_segment_leaves_the_plan_and_puts_the_meeting_ahead() -> None:
    shown = face(meeting(item(1, 5, "running", (0, None)), item(2, 10, "skipped"), item(3, 15)), MINUTE)
    assert (shown.meeting.minutes, shown.behind_ms) == (30, -10 * MINUTE)


def test_an_item_left_by_going_back_still_takes_the_rest_of_its_minutes() -> None:
    returned = meeting(
        item(1, 5, "running", (0, 5), (6, None)), item(2, 10, "done", (5, 6)), item(3, 15)
    )  # fmt: skip
    shown = face(returned, 7 * MINUTE)
    assert shown.item is not None
    assert shown.item.gone == 6 * MINUTE
    assert shown.ends == (7 + 9 + 15) * MINUTE
    assert shown.behind_ms == MINUTE


def test_a_pause_of_the_item_puts_the_meeting_behind_and_one_of_the_meeting_does_not() -> None:
    current = replace(item(1, 10, "running", (0, None)), pauses=(Span(2 * MINUTE),))
    own = face(meeting(current, item(2, 20)), 6 * MINUTE)
    assert (own.paused, own.behind_ms, own.item and own.item.gone) == ("item", 4 * MINUTE, 2 * MINUTE)

    whole = replace(HALFWAY, pauses=(Span(10 * MINUTE),))
    shown = face(whole, 25 * MINUTE)
    assert (shown.paused, shown.behind_ms, shown.meeting.gone) == ("meeting", 3 * MINUTE, 10 * MINUTE)
    assert shown.ends == (33 + 15) * MINUTE


def test_a_pause_of_the_meeting_moves_the_planned_end_and_never_the_hard_one() -> None:
    stood = replace(HALFWAY, pauses=(Span(10 * MINUTE, 14 * MINUTE),))
    assert end_of(stood, 20 * MINUTE) == planned_end(stood, 20 * MINUTE) == 34 * MINUTE
    hard = replace(stood, hard_end=time(9, 30))
    assert end_of(hard, 20 * MINUTE) == hard_end(hard) == 30 * MINUTE
    assert face(hard, 20 * MINUTE).behind_ms == 7 * MINUTE


def test_a_late_opening_moves_the_planned_end_and_not_the_hard_one() -> None:
    late = meeting(item(1, 30, "running", (0, None)), hard=time(9, 30), opened_at=NINE + timedelta(minutes=5))
    assert (planned_end(late, 0), hard_end(late), promised_end(late, 0)) == (
        30 * MINUTE, 25 * MINUTE, 25 * MINUTE,
    )  # fmt: skip
    assert face(late, 0).behind_ms == 5 * MINUTE


def test_a_hard_end_later_than_the_plan_is_the_end_that_is_held_but_not_the_one_that_was_promised() -> None:
    roomy = replace(HALFWAY, hard_end=time(10, 0))
    assert (end_of(roomy, 0), promised_end(roomy, 0)) == (HOUR, 30 * MINUTE)


def test_a_total_that_was_asked_for_is_the_end_from_then_on() -> None:
    shorter = replace(
        HALFWAY, retimings=(Retiming("to 25 minutes", (), total=25), Retiming("+2 Segment 2", ()))
    )
    assert end_of(shorter, 0) == promised_end(shorter, 0) == 25 * MINUTE
    assert end_of(replace(shorter, hard_end=time(10, 0)), 0) == 25 * MINUTE
    assert end_of(replace(shorter, hard_end=time(9, 20)), 0) == 20 * MINUTE
    again = replace(shorter, retimings=(*shorter.retimings, Retiming("to 28 minutes", (), total=28)))
    assert end_of(again, 0) == 28 * MINUTE


def test_a_meeting_opened_after_its_hard_end_is_over_from_the_first_minute() -> None:
    shown = face(replace(HALFWAY, hard_end=time(9, 30), opened_at=NINE + timedelta(minutes=35)), 10 * MINUTE)
    assert (shown.meeting.left, shown.meeting.share, shown.meeting.signal) == (-15 * MINUTE, 1.0, "over")


def test_a_hard_end_after_midnight_lies_on_the_next_day() -> None:
    night = replace(HALFWAY, start=time(23, 30), hard_end=time(0, 30))
    before = replace(night, opened_at=datetime(2026, 3, 3, 22, 35, tzinfo=UTC))
    after = replace(night, opened_at=datetime(2026, 3, 3, 23, 5, tzinfo=UTC))
    assert (hard_end(before), hard_end(after)) == (55 * MINUTE, 25 * MINUTE)
    assert room_before_start(night) == 60


def test_a_meeting_held_on_another_day_keeps_the_time_of_its_hard_end() -> None:
    held = replace(HALFWAY, hard_end=time(9, 30), opened_at=NINE + timedelta(days=2, minutes=3))
    assert hard_end(held) == 27 * MINUTE


def test_the_hour_that_falls_out_in_spring_does_not_count_before_a_hard_end() -> None:
    spring = replace(HALFWAY, on=date(2026, 3, 29), start=time(1, 30), hard_end=time(3, 30))
    assert room_before_start(spring) == 60
    opened = replace(spring, opened_at=datetime(2026, 3, 29, 0, 30, tzinfo=UTC))
    assert hard_end(opened) == HOUR
    assert local(opened, HOUR).isoformat() == "2026-03-29T03:30:00+02:00"


def test_without_a_hard_end_there_is_no_room_to_compare_with() -> None:
    assert hard_end(HALFWAY) is None
    assert room_before_start(HALFWAY) is None


def test_a_jump_of_the_wall_clock_moves_neither_the_face_nor_the_ends() -> None:
    shown = []
    for jump in (timedelta(), timedelta(hours=1), timedelta(hours=-1)):
        at_opening = Reading(NINE, 5_000, "a")
        later = Reading(NINE + timedelta(minutes=13) + jump, 5_000 + 13 * MINUTE, "a")
        moment, _ = advance(0, at_opening, later)
        shown.append(face(replace(HALFWAY, hard_end=time(9, 31)), moment))
    assert shown[0] == shown[1] == shown[2]
    assert shown[0].ends_at.strftime("%H:%M") == "09:33"


def test_forty_minutes_late_it_is_still_right() -> None:
    shown = face(HALFWAY, 58 * MINUTE)
    assert shown.item is not None
    assert shown.item.left == -40 * MINUTE
    assert (shown.behind_ms, shown.ends_at.strftime("%H:%M")) == (43 * MINUTE, "10:13")


def test_a_closed_meeting_shows_when_it_ended() -> None:
    closed = replace(
        HALFWAY, closed=28 * MINUTE, status="closed", items=(item(1, 5, "done", (0, 8)), item(3, 15))
    )
    shown = face(closed, 5 * HOUR)
    assert (shown.item, shown.ends, shown.meeting.gone) == (None, 28 * MINUTE, 28 * MINUTE)
    assert shown.behind_ms == 8 * MINUTE


def test_between_two_items_no_item_clock_runs() -> None:
    idle = meeting(item(1, 5, "done", (0, 5)), item(2, 10))
    shown = face(idle, 7 * MINUTE)
    assert (shown.item, shown.behind_ms) == (None, 2 * MINUTE)


def test_a_meeting_that_has_not_begun_has_no_face() -> None:
    planned = replace(HALFWAY, opened=None, opened_at=None, status="planned")
    assert end_of(planned, 0) is None
    with pytest.raises(
        Refused, match=r"^Monthly has not begun, so its clock does not run\. Start it first\.$"
    ):
        face(planned, 0)
