"""Re-timing by worked example, with numbers done by hand, and the sentences people read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from workshop.errors import Refused
from workshop.facilitation.clock import MINUTE
from workshop.facilitation.face import end_of, face, local
from workshop.facilitation.retiming import (
    apply_retiming,
    compress,
    compressed,
    extend,
    fit,
    fits,
    overfull,
    say,
    to_total,
)
from workshop.model.agenda import Segment, SegmentKind
from workshop.model.meeting import Item, Meeting, Retiming, Span

NINE = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
"""Nine in Berlin."""
CHANGES = tuple[tuple[int, int, int], ...]


def plan(told: str) -> tuple[Segment, ...]:
    """`5* Welcome` is a core segment of five minutes, `5 Disputes` an optional one; `!` locks it."""
    kinds: dict[str, SegmentKind] = {"Break": "break", "Close": "close"}
    rows = [row.strip().split(" ", 1) for row in told.split(",")]
    return tuple(
        Segment(
            number, title, kinds.get(title, "discuss"), ("both",), int(minutes.rstrip("*!")),
            core="*" in minutes, locked="!" in minutes,
        )
        for number, (minutes, title) in enumerate(rows, 1)
    )  # fmt: skip


KICKOFF = plan(
    "5* Welcome, 10* Arriving, 20* Where do we stand?, 12* What is coming, 15* What the field says, 5 Break, "
    "20* Needs and offers, 15 Ten leads, 10* Three priorities, 5* Who does what, 3* Close"
)
SYNC = plan(
    "2* Opening, 7* Promises kept?, 4* Marketing headlines, 6* Field headlines, 7* One problem, 4* Close"
)
MONTHLY = plan("5* Opening, 8* Promises kept?, 15* Field, 8 Calendar, 6 Disputes, 3* Close")


def running(segments: tuple[Segment, ...], *lasted: int, hard: time | None = None, late: int = 0) -> Meeting:
    """Opened `late` minutes after nine; the first segments lasted so many minutes, the next one is on screen."""
    items, at = [], 0
    for place, segment in enumerate(segments):
        item = Item(segment, segment.minutes)
        if place < len(lasted):
            span = Span(at * MINUTE, (at + lasted[place]) * MINUTE)
            item, at = replace(item, visits=(span,), state="done"), at + lasted[place]
        elif place == len(lasted):
            item = replace(item, visits=(Span(at * MINUTE),), state="running")
        items.append(item)
    return Meeting(
        1, "Meeting", "", date(2026, 3, 3), time(9), "Europe/Berlin", tuple(items), hard_end=hard,
        status="running", opened=0, opened_at=NINE.replace(minute=late),
    )  # fmt: skip


def minutes(meeting: Meeting) -> list[int]:
    return [0 if item.state == "dropped" else item.minutes for item in meeting.items]


# A sync that is five minutes late ----------------------------------------------------------------


def test_a_sync_that_opens_five_minutes_late_pays_from_its_last_core_segments() -> None:
    sync = running(SYNC, hard=time(9, 30), late=5)
    assert fits(sync, 0) == 5
    retiming = fit(sync, 0, "back to plan")
    assert retiming == Retiming("back to plan", ((4, 6, 4), (5, 7, 4)))
    after = apply_retiming(sync, retiming)
    assert fits(after, 0) == 0
    assert face(after, 0).behind_ms == 0
    assert face(after, 0).ends_at.strftime("%H:%M") == "09:30"


def test_a_sync_whose_promises_took_twelve_minutes_still_ends_in_time() -> None:
    sync = running(SYNC, 2, 12)
    assert face(sync, 14 * MINUTE).behind_ms == 5 * MINUTE
    retiming = fit(sync, 14 * MINUTE, "back to plan")
    assert retiming.changes == ((4, 6, 4), (5, 7, 4))
    end = local(sync, end_of(sync, 14 * MINUTE) or 0)
    assert say(sync, retiming, end) == "Field headlines 6 -> 4, One problem 7 -> 4; still ends 09:30."


def test_a_begun_minute_is_a_whole_one_that_somebody_pays() -> None:
    sync = running(SYNC)
    assert fit(sync, 2 * MINUTE + 1, "back to plan").changes == ((5, 7, 6),)
    assert fit(sync, 2 * MINUTE, "back to plan").changes == ()


# A kickoff before the start ----------------------------------------------------------------------


def test_a_kickoff_in_90_minutes_cuts_optional_parts_first_and_then_the_last_core_ones() -> None:
    retiming = compress(KICKOFF, 90)
    assert retiming == Retiming(
        "to 90 minutes", ((5, 15, 11), (6, 5, 3), (7, 20, 10), (8, 15, 8), (9, 10, 5), (10, 5, 3)), total=90
    )
    assert overfull(compressed(KICKOFF, retiming), 90) == 0


def test_a_kickoff_in_60_minutes_drops_the_last_optional_part_and_gives_back_what_that_frees() -> None:
    retiming = compress(KICKOFF, 60)
    assert (retiming.dropped, retiming.short) == ((8,), 0)
    new = compressed(KICKOFF, retiming)
    assert [(s.number, s.minutes) for s in new] == [
        (1, 5), (2, 7), (3, 10), (4, 6), (5, 8), (6, 3), (7, 10), (9, 5), (10, 3), (11, 3),
    ]  # fmt: skip


def test_a_kickoff_in_45_minutes_says_that_eight_are_missing() -> None:
    retiming = compress(KICKOFF, 45)
    assert (retiming.dropped, retiming.short) == ((6, 8), 8)
    assert [s.minutes for s in compressed(KICKOFF, retiming)] == [3, 5, 10, 6, 8, 10, 5, 3, 3]


def test_a_plan_that_fits_is_left_alone() -> None:
    assert compress(KICKOFF, 120) == Retiming("to 120 minutes", (), total=120)
    assert compress(KICKOFF, 150).changes == ()
    assert compressed(KICKOFF, compress(KICKOFF, 150)) == KICKOFF


# A kickoff that runs late ------------------------------------------------------------------------


def test_a_kickoff_forty_minutes_late_still_keeps_all_its_parts() -> None:
    late = running(KICKOFF, 45)
    retiming = fit(late, 45 * MINUTE, "back to plan")
    assert (retiming.dropped, retiming.short) == ((), 0)
    after = apply_retiming(late, retiming)
    assert minutes(after) == [5, 10, 19, 6, 8, 3, 10, 8, 5, 3, 3]
    assert face(after, 45 * MINUTE).ends_at.strftime("%H:%M") == "11:00"


def test_a_kickoff_an_hour_late_drops_break_and_leads_and_two_minutes_later_says_what_is_missing() -> None:
    assert fit(running(KICKOFF, 65), 65 * MINUTE, "back to plan").short == 0
    late = running(KICKOFF, 67)
    retiming = fit(late, 67 * MINUTE, "back to plan")
    assert (retiming.dropped, retiming.short) == ((6, 8), 2)
    assert say(late, retiming, None) == (
        "Where do we stand? 20 -> 10, What is coming 12 -> 6, What the field says 15 -> 8, "
        "Needs and offers 20 -> 10, Three priorities 10 -> 5, Who does what 5 -> 3, Break is left out, "
        "Ten leads: next time. 2 minutes are still missing: close later, or skip something."
    )


def test_locked_segments_and_the_close_keep_their_minutes_whatever_happens() -> None:
    locked = plan("5* Opening, 10! Guest, 10* Talk, 3* Close")
    retiming = fit(running(locked, 60), 60 * MINUTE, "back to plan")
    assert retiming == Retiming("back to plan", ((3, 10, 5),), (), 50)


# Plus and minus ----------------------------------------------------------------------------------


def test_five_minutes_more_are_paid_by_the_last_optional_segments() -> None:
    monthly = running(MONTHLY, 5)
    retiming = extend(monthly, 5, 6 * MINUTE)
    assert retiming == Retiming("+5 Promises kept?", ((2, 8, 13), (4, 8, 6), (5, 6, 3)))
    end = local(monthly, end_of(monthly, 6 * MINUTE) or 0)
    assert say(monthly, retiming, end) == (
        "Promises kept? 8 -> 13, Calendar 8 -> 6, Disputes 6 -> 3; still ends 09:45."
    )


def test_after_an_overrun_the_others_pay_for_what_ran_over_as_well() -> None:
    monthly = running(MONTHLY, 7)
    assert extend(monthly, 3, 8 * MINUTE).changes == ((2, 8, 11), (4, 8, 6), (5, 6, 3))


def test_minutes_given_back_go_to_those_who_paid_and_no_further() -> None:
    monthly = running(MONTHLY, 5)
    paid = apply_retiming(monthly, extend(monthly, 5, 6 * MINUTE))
    back = extend(paid, -3, 7 * MINUTE)
    assert back == Retiming("-3 Promises kept?", ((2, 13, 10), (4, 6, 8), (5, 3, 4)))
    ahead = running(MONTHLY, 1)
    assert extend(ahead, -2, 1 * MINUTE).changes == ((2, 8, 6),)
    assert fit(ahead, 1 * MINUTE, "back to plan").changes == ()


def test_a_segment_is_never_shortened_below_a_minute_or_below_what_it_has_used() -> None:
    monthly = running(MONTHLY, 5)
    assert extend(monthly, -20, 5 * MINUTE).changes == ((2, 8, 1),)
    assert extend(monthly, -20, 8 * MINUTE + 1).changes == ((2, 8, 4),)
    assert extend(monthly, -2, 15 * MINUTE).changes[0][0] != 2


def test_the_close_may_be_extended_and_then_the_minutes_are_missing() -> None:
    closing = running(MONTHLY, 5, 8, 15, 8, 6)
    retiming = extend(closing, 4, 42 * MINUTE)
    assert retiming == Retiming("+4 Close", ((6, 3, 7),), (), 4)
    assert say(closing, retiming, None) == (
        "Close 3 -> 7. 4 minutes are still missing: close later, or skip something."
    )


def test_a_hard_end_with_room_to_spare_lets_nobody_pay() -> None:
    monthly = running(MONTHLY, 5, hard=time(10, 0))
    assert fits(monthly, 5 * MINUTE) == -15
    assert extend(monthly, 5, 6 * MINUTE).changes == ((2, 8, 13),)


def test_nothing_on_screen_cannot_be_extended() -> None:
    with pytest.raises(Refused, match="No segment is on screen, so none can be extended"):
        extend(replace(running(MONTHLY), items=()), 5, 0)


# To a total --------------------------------------------------------------------------------------


def test_to_35_minutes_moves_the_end_for_everything_that_follows() -> None:
    monthly = running(MONTHLY, 5)
    retiming = to_total(monthly, 35, 5 * MINUTE)
    assert retiming.changes == ((3, 15, 12), (4, 8, 4), (5, 6, 3))
    shorter = replace(apply_retiming(monthly, retiming), retimings=(retiming,))
    assert face(shorter, 5 * MINUTE).behind_ms == 0
    assert fit(shorter, 15 * MINUTE, "back to plan").changes == ((3, 12, 10),)
    end = local(shorter, end_of(shorter, 5 * MINUTE) or 0)
    assert say(monthly, retiming, end) == "Field 15 -> 12, Calendar 8 -> 4, Disputes 6 -> 3; ends 09:35."


# Warnings before the start -----------------------------------------------------------------------


def test_a_plan_too_long_for_its_hard_end_is_told_before_the_start_with_the_amount() -> None:
    planned = replace(running(MONTHLY, hard=time(9, 40)), opened=None, opened_at=None, status="planned")
    assert fits(planned, 0) == 5
    assert fits(replace(planned, hard_end=time(10, 0)), 0) == -15
    assert fits(replace(planned, hard_end=None), 0) == 0
    assert (overfull(MONTHLY, 40), overfull(MONTHLY, 60)) == (5, -15)


def test_a_meeting_that_has_not_begun_cannot_be_re_timed() -> None:
    planned = replace(running(MONTHLY), opened=None, opened_at=None, status="planned")
    with pytest.raises(Refused, match="Meeting has not begun"):
        fit(planned, 0, "back to plan")


# Sentences ---------------------------------------------------------------------------------------


def test_the_sentences_say_who_pays_what_goes_and_when_it_ends() -> None:
    monthly, end = running(MONTHLY), local(running(MONTHLY), 90 * MINUTE)
    told = [
        (Retiming("back to plan", ((4, 8, 5),), (5,)), "Calendar 8 -> 5, Disputes: next time; still ends 10:30."),
        (Retiming("back to plan", ((4, 8, 5),)), "Calendar 8 -> 5; still ends 10:30."),
        (Retiming("back to plan", ()), "All that is left fits; ends 10:30."),
        (Retiming("back to plan", (), (), 1), "1 minute is still missing: close later, or skip something."),
    ]  # fmt: skip
    for retiming, sentence in told:
        assert say(monthly, retiming, end) == sentence
    assert say(monthly, told[1][0], None) == "Calendar 8 -> 5."
