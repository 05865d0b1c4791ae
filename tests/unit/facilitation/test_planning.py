"""The plan before the start: what may be changed, and what is kept."""

from __future__ import annotations

from datetime import date, time

import pytest

from workshop.errors import Refused
from workshop.facilitation import planning
from workshop.facilitation.retiming import compressed
from workshop.model.agenda import Segment
from workshop.model.meeting import Meeting

PLAN = (
    Segment(1, "Opening", "open", ("facilitator",), 4),
    Segment(2, "Report", "report", ("sales",), 10),
    Segment(3, "Calendar", "discuss", ("both",), 6, core=False),
    Segment(4, "Close", "close", ("facilitator",), 5),
)


def numbers(segments: tuple[Segment, ...]) -> list[int]:
    return [segment.number for segment in segments]


def test_a_segment_gets_more_minutes_and_fewer_but_at_least_one() -> None:
    assert planning.lengthened(PLAN, 2, 5)[1].minutes == 15
    assert planning.lengthened(PLAN, 1, -3)[0].minutes == 1
    with pytest.raises(Refused, match="at least one"):
        planning.lengthened(PLAN, 1, -4)


def test_a_segment_moves_and_keeps_its_number() -> None:
    assert numbers(planning.moved(PLAN, 3, -1)) == [1, 3, 2, 4]
    assert numbers(planning.moved(PLAN, 1, 1)) == [2, 1, 3, 4]
    with pytest.raises(Refused, match="first already"):
        planning.moved(PLAN, 1, -1)


@pytest.mark.parametrize(("number", "places"), [(3, 1), (4, -1)])
def test_the_close_stays_last(number: int, places: int) -> None:
    with pytest.raises(Refused, match="stays last"):
        planning.moved(PLAN, number, places)


def test_the_close_is_not_left_out() -> None:
    assert numbers(planning.without(PLAN, 2)) == [1, 3, 4]
    with pytest.raises(Refused, match="close"):
        planning.without(PLAN, 4)


def test_what_was_left_out_comes_back_to_its_place() -> None:
    plan = planning.without(planning.without(PLAN, 2), 3)
    assert numbers(planning.left_out(plan, PLAN)) == [2, 3]
    assert numbers(planning.brought_back(plan, PLAN, 3)) == [1, 3, 4]
    assert planning.brought_back(planning.brought_back(plan, PLAN, 3), PLAN, 2) == PLAN


def test_a_plan_cut_twice_has_its_minutes_back_and_its_first_floors() -> None:
    short = compressed(PLAN, planning.fitted(PLAN, PLAN, 18))
    assert sum(segment.minutes for segment in short) == 18
    assert planning.fitted(short, PLAN, 25).changes == tuple(
        (old.number, old.minutes, new.minutes)
        for old, new in zip(short, PLAN, strict=True)
        if old.minutes != new.minutes
    )
    with pytest.raises(Refused, match="every floor is reached"):
        planning.fitted(short, PLAN, 11)


def test_what_is_locked_keeps_its_minutes() -> None:
    locked = planning.lock_turned(PLAN, 3)
    assert all(number != 3 for number, _, _ in planning.fitted(locked, PLAN, 20).changes)
    assert planning.lock_turned(locked, 3) == PLAN


def test_the_clock_of_the_plan_goes_by_what_passes_over_the_change_of_time() -> None:
    meeting = Meeting(1, "Night", "x", date(2026, 3, 29), time(1, 58), "Europe/Berlin",
                      ())  # fmt: skip
    assert [f"{at:%H:%M}" for at in planning.starts(meeting, PLAN)] == [
        "01:58",
        "03:02",
        "03:12",
        "03:18",
        "03:23",
    ]


def test_a_segment_gets_exactly_so_many_minutes_and_never_more_than_four_hours() -> None:
    assert planning.of_minutes(PLAN, 2, 3)[1].minutes == 3
    assert planning.of_minutes(PLAN, 2, 240)[1].minutes == 240
    with pytest.raises(Refused, match="Report would have 241 minutes; a segment takes 240 at most"):
        planning.of_minutes(PLAN, 2, 241)


def test_a_segment_that_is_longer_already_may_be_cut() -> None:
    long = (Segment(1, "Fair", "discuss", ("both",), 400), PLAN[-1])
    assert planning.lengthened(long, 1, -100)[0].minutes == 300
    with pytest.raises(Refused, match="at most"):
        planning.lengthened(long, 1, 1)


def test_a_segment_stands_beside_another_one() -> None:
    assert numbers(planning.beside(PLAN, 3, 1, after=False)) == [3, 1, 2, 4]
    assert numbers(planning.beside(PLAN, 3, 1, after=True)) == [1, 3, 2, 4]
    assert numbers(planning.beside(PLAN, 1, 3, after=True)) == [2, 3, 1, 4]
    for other, after in ((2, False), (1, True), (1, False)):
        with pytest.raises(Refused):
            planning.beside(PLAN, 1, other, after=after)


def test_a_segment_is_core_or_optional_but_the_close_is_always_core() -> None:
    assert not planning.core_turned(PLAN, 2)[1].core
    assert planning.core_turned(planning.core_turned(PLAN, 2), 2) == PLAN
    with pytest.raises(Refused, match="never optional"):
        planning.core(PLAN, 4, on=False)
