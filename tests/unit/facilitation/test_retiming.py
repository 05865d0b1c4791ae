"""Re-timing held against generated meetings: agendas, overruns, pauses, locks, going back, hard ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from workshop.facilitation.clock import MINUTE, item_time, meeting_time
from workshop.facilitation.face import coming, end_of, face, hard_end, projected_end, promised_end
from workshop.facilitation.retiming import (
    SHORT_OF_TIME,
    apply_retiming,
    compress,
    compressed,
    extend,
    fit,
    fits,
    overfull,
    to_total,
)
from workshop.model.agenda import Segment
from workshop.model.meeting import Item, Meeting, Retiming, Span

NINE = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
OPENED = 7_000


@st.composite
def segments(draw: st.DrawFn) -> tuple[Segment, ...]:
    """An agenda somebody might write, the close at its end."""
    rows = draw(
        st.lists(
            st.tuples(st.integers(1, 25), st.booleans(), st.sampled_from((False, False, False, True))),
            min_size=1,
            max_size=9,
        )
    )
    told = [
        Segment(n, f"Segment {n}", "discuss", ("both",), minutes, core=core, locked=locked)
        for n, (minutes, core, locked) in enumerate(rows, 1)
    ]
    minutes, core = draw(st.tuples(st.integers(1, 8), st.booleans()))
    close = Segment(len(rows) + 1, "Close", "close", ("facilitator",), minutes, core=core)
    return (*told, close)


pieces = st.lists(
    st.tuples(st.sampled_from(("run", "run", "own pause", "pause")), st.integers(0, 25 * MINUTE)), max_size=4
)


@st.composite
def walks(draw: st.DrawFn) -> tuple[Meeting, int, dict[int, int], int]:
    """A meeting on its way through its agenda, now, and what every item and the meeting really ran."""
    plan = draw(segments())
    items = {segment.number: Item(segment, segment.minutes) for segment in plan}
    path = draw(st.lists(st.sampled_from(sorted(items)), min_size=1, max_size=5))
    now, ran, whole, pauses = OPENED, dict.fromkeys(items, 0), 0, []
    for step, number in enumerate(path):
        began, own = now, []
        for what, length in draw(pieces):
            if what == "run":
                ran[number] += length
            elif what == "pause":
                pauses.append(Span(now, now + length))
            else:
                own.append(Span(now, now + length))
            whole += 0 if what == "pause" else length
            now += length
        last = step == len(path) - 1
        item = items[number]
        items[number] = replace(
            item,
            visits=(*item.visits, Span(began, None if last else now)),
            pauses=(*item.pauses, *own),
            state="running" if last else "done",
        )
    for number, item in items.items():
        if item.state == "ahead" and draw(st.integers(0, 9)) == 0:
            items[number] = replace(item, state=draw(st.sampled_from(("skipped", "dropped"))))
    meeting = Meeting(
        1, "Meeting", "", date(2026, 3, 3), time(9), "Europe/Berlin", tuple(items.values()),
        hard_end=draw(st.none() | st.builds(time, st.integers(9, 11), st.integers(1, 59))),
        status="running", opened=OPENED, opened_at=NINE + timedelta(seconds=draw(st.integers(0, 2400))),
        pauses=tuple(pauses),
    )  # fmt: skip
    return meeting, now, ran, whole


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Meeting, int]:
    """A meeting on its way, with earlier re-timings in it, and now."""
    meeting, now, _, _ = draw(walks())
    for left in draw(st.lists(st.integers(20, 120), max_size=1)):
        meeting = after(meeting, fit(meeting, now, "earlier", now + left * MINUTE))
    return meeting, now


def after(meeting: Meeting, retiming: Retiming) -> Meeting:
    """As the record has it: changed, and the change kept."""
    return replace(apply_retiming(meeting, retiming), retimings=(*meeting.retimings, retiming))


def may_give(item: Item) -> bool:
    return item.state == "ahead" and not item.segment.locked and item.segment.kind != "close"


def check_end(meeting: Meeting, retiming: Retiming, now: int, end: int) -> None:
    """It ends in time, or `short` names the minutes that are missing, rounded up."""
    over = projected_end(apply_retiming(meeting, retiming), now) - end
    assert retiming.short == max(-(-over // MINUTE), 0)


def check_rule(meeting: Meeting, retiming: Retiming, now: int, end: int) -> None:
    """Floors, close and locks hold; optional pays before core, the last first; drops come last of all."""
    new = apply_retiming(meeting, retiming)
    before = {item.number: item for item in meeting.items}
    givers = [item for item in new.items if may_give(item)]
    for item in new.items:
        if not may_give(before[item.number]):
            assert item == before[item.number]
    for item in givers:
        assert item.segment.floor <= item.minutes <= item.segment.minutes
    order = [item for item in reversed(givers) if not item.segment.core]
    order += [item for item in reversed(givers) if item.segment.core]
    for payer, later in pairwise(order):
        assert payer.minutes == payer.segment.floor or later.minutes == later.segment.minutes
    if any(item.minutes < item.segment.minutes for item in givers) and not retiming.short:
        assert projected_end(new, now) + MINUTE > end
    if retiming.short:
        assert all(item.segment.core and item.minutes == item.segment.floor for item in givers)


def check_drops(meeting: Meeting, retiming: Retiming, now: int, end: int) -> None:
    """Only optional segments drop, from the end, and only where all floors together do not fit."""
    optional = [item for item in meeting.items if may_give(item) and not item.segment.core]
    dropped = [item for item in optional if item.number in retiming.dropped]
    assert len(dropped) == len(retiming.dropped)
    assert dropped == optional[len(optional) - len(dropped) :]
    if dropped:
        cut = replace(
            meeting,
            items=tuple(
                replace(
                    item, minutes=item.segment.floor, state="dropped" if item in dropped[1:] else item.state
                )
                if may_give(item)
                else item
                for item in meeting.items
            ),
        )
        assert projected_end(cut, now) > end


@given(walks())
def test_the_clocks_agree_with_what_was_lived_through(walk: tuple[Meeting, int, dict[int, int], int]) -> None:
    meeting, now, ran, whole = walk
    assert {item.number: item_time(meeting, item, now) for item in meeting.items} == ran
    assert meeting_time(meeting, now) == whole


@given(meetings())
def test_no_overrun_breaks_a_floor_cuts_the_close_or_passes_the_end_unsaid(told: tuple[Meeting, int]) -> None:
    meeting, now = told
    end = end_of(meeting, now)
    assert end is not None
    retiming = fit(meeting, now, "back to plan")
    check_end(meeting, retiming, now, end)
    check_rule(meeting, retiming, now, end)
    check_drops(meeting, retiming, now, end)


@given(meetings(), st.integers(0, 120))
def test_any_other_end_is_held_by_the_same_rule(told: tuple[Meeting, int], left: int) -> None:
    meeting, now = told
    end = now + left * MINUTE
    retiming = fit(meeting, now, "before the train", end)
    check_end(meeting, retiming, now, end)
    check_rule(meeting, retiming, now, end)
    check_drops(meeting, retiming, now, end)


@given(meetings())
def test_forty_minutes_later_it_is_still_right(told: tuple[Meeting, int]) -> None:
    meeting, now = told
    late = now + 40 * MINUTE
    end = end_of(meeting, late)
    assert end is not None
    retiming = fit(meeting, late, "back to plan")
    check_end(meeting, retiming, late, end)
    check_rule(meeting, retiming, late, end)


@given(meetings(), st.integers(-20, 20))
def test_an_extension_holds_the_end_and_only_the_item_on_screen_may_break_the_rule(
    told: tuple[Meeting, int], minutes: int
) -> None:
    meeting, now = told
    current, end = meeting.current, end_of(meeting, now)
    assert current is not None
    assert end is not None
    retiming = extend(meeting, minutes, now)
    given_now = apply_retiming(meeting, retiming).current
    assert given_now is not None
    used = item_time(meeting, current, now)
    if minutes >= 0:
        assert given_now.minutes == current.minutes + minutes
    else:
        assert current.minutes + minutes <= given_now.minutes <= current.minutes
        assert given_now.minutes >= 1
        assert given_now.minutes * MINUTE >= used or given_now.minutes == current.minutes
    others = replace(retiming, changes=tuple(row for row in retiming.changes if row[0] != current.number))
    extended = replace(
        meeting, items=tuple(given_now if item is current else item for item in meeting.items)
    )  # fmt: skip
    check_end(extended, others, now, end)
    check_rule(extended, others, now, end)


@given(meetings(), st.integers(0, 240))
def test_a_total_becomes_the_end_but_never_passes_the_hard_one(
    told: tuple[Meeting, int], minutes: int
) -> None:
    meeting, now = told
    hard, pauses = hard_end(meeting), now - OPENED - meeting_time(meeting, now)
    end = OPENED + minutes * MINUTE + pauses
    end = end if hard is None else min(end, hard)
    retiming = to_total(meeting, minutes, now)
    check_end(meeting, retiming, now, end)
    check_rule(meeting, retiming, now, end)
    new = after(meeting, retiming)
    assert end_of(new, now) == promised_end(new, now) == end
    assert (face(new, now).behind_ms > 0) == (retiming.short > 0)


@given(meetings())
def test_a_second_re_timing_right_after_the_first_changes_nothing(told: tuple[Meeting, int]) -> None:
    meeting, now = told
    first = fit(meeting, now, "back to plan")
    assert fit(after(meeting, first), now, "back to plan") == Retiming("back to plan", (), (), first.short)


@given(meetings(), st.integers(0, 60))
def test_a_re_timing_names_exactly_what_it_changes_and_the_old_plan_is_the_undo(
    told: tuple[Meeting, int], left: int
) -> None:
    meeting, now = told
    kept = replace(meeting)
    retiming = fit(meeting, now, "before the train", now + left * MINUTE)
    new = apply_retiming(meeting, retiming)
    assert meeting == kept
    assert replace(new, items=meeting.items) == meeting
    assert not {number for number, _, _ in retiming.changes} & set(retiming.dropped)
    for old, item in zip(meeting.items, new.items, strict=True):
        if item.number in retiming.dropped:
            assert item == replace(old, state="dropped", why=SHORT_OF_TIME)
        else:
            assert item == replace(old, minutes=item.minutes)
    moved = tuple(
        (old.number, old.minutes, item.minutes)
        for old, item in zip(meeting.items, new.items, strict=True)
        if old.minutes != item.minutes
    )
    assert retiming.changes == moved
    back = Retiming("undo", tuple((number, new, old) for number, old, new in retiming.changes))
    if not retiming.dropped:
        assert apply_retiming(new, back) == meeting


@given(meetings(), st.integers(1, 60))
def test_minutes_taken_come_back_when_the_end_moves_back(told: tuple[Meeting, int], minutes: int) -> None:
    meeting, now = told
    level = after(meeting, fit(meeting, now, "level", OPENED + 200 * MINUTE))
    pressed = fit(level, now, "pressed", OPENED + 200 * MINUTE - minutes * MINUTE)
    assume(not pressed.dropped)
    freed = fit(after(level, pressed), now, "freed", OPENED + 200 * MINUTE)
    assert apply_retiming(after(level, pressed), freed).items == level.items


@given(meetings())
def test_the_warning_agrees_with_what_a_re_timing_leaves_open(told: tuple[Meeting, int]) -> None:
    meeting, now = told
    retiming = fit(meeting, now, "back to plan")
    over = fits(after(meeting, retiming), now)
    assert max(over, 0) == retiming.short
    if fits(meeting, now) > 0:
        assert retiming.changes or retiming.dropped or retiming.short == fits(meeting, now)


@given(walks())
def test_behind_is_time_gone_less_what_it_should_have_taken_while_the_plan_stands(
    walk: tuple[Meeting, int, dict[int, int], int],
) -> None:
    meeting, now, ran, whole = walk
    assume(all(item.state not in ("skipped", "dropped") for item in meeting.items))
    meeting = replace(meeting, hard_end=None)
    still = {item.number for item in coming(meeting)}
    should = sum(
        min(ran[item.number], item.minutes * MINUTE) if item.number in still else item.minutes * MINUTE
        for item in meeting.items
    )
    assert face(meeting, now).behind_ms == whole - should


# Before the start --------------------------------------------------------------------------------


def minute_by_minute(plan: tuple[Segment, ...], minutes: int) -> dict[int, int]:
    """The rule as a person would do it with a pencil, one minute at a time; no number for what dropped."""
    got = {segment.number: segment.minutes for segment in plan}
    free = [s for s in plan if not s.locked and s.kind != "close"]
    optional, core = [s for s in free if not s.core], [s for s in free if s.core]
    taken: list[int] = []
    while sum(got.values()) > minutes:
        able = [s for group in (optional, core) for s in reversed(group) if got.get(s.number, 0) > s.floor]
        if able:
            got[able[0].number] -= 1
            taken.append(able[0].number)
        elif optional:
            del got[optional.pop().number]
        else:
            break
    for number in reversed(taken):
        if number in got and sum(got.values()) < minutes:
            got[number] += 1
    return got


@given(segments(), st.integers(0, 200))
def test_compressing_a_plan_is_the_rule_done_with_a_pencil(plan: tuple[Segment, ...], minutes: int) -> None:
    retiming = compress(plan, minutes)
    new = compressed(plan, retiming)
    assert {segment.number: segment.minutes for segment in new} == minute_by_minute(plan, minutes)
    assert retiming.short == max(overfull(new, minutes), 0)


@given(segments(), st.integers(0, 200))
def test_a_compressed_plan_changes_nothing_but_minutes(plan: tuple[Segment, ...], minutes: int) -> None:
    retiming = compress(plan, minutes)
    old = {segment.number: segment for segment in plan}
    new = compressed(plan, retiming)
    assert [s.number for s in new] == [s.number for s in plan if s.number not in retiming.dropped]
    assert all(segment == replace(old[segment.number], minutes=segment.minutes) for segment in new)
    assert all(segment.minutes >= old[segment.number].floor for segment in new)
