"""How often the teams meet."""

from dataclasses import replace

from factories import day, exchange, meeting, next_date, state

from workshop.followup.cadence import cadence
from workshop.model.state import State


def test_the_sync_is_the_second_exchange_in_thirty_days(sync: State) -> None:
    # I2.8: 3 and 17 March; 14 days between; 17 March to 7 April are 21 days
    found = cadence(sync, day("2026-03-17"), 2, sync.meeting(2))
    assert (found.exchanges, found.target, found.met) == (2, 2, True)
    assert found.since == 14
    assert (found.next_on, found.next_template, found.next_in) == (day("2026-04-07"), "monthly-90", 21)


def test_the_first_meeting_has_none_before_it() -> None:
    first = meeting(1)
    found = cadence(state(meetings=(first,)), first.on, 2, first)
    assert (found.exchanges, found.since, found.next_on, found.met) == (1, None, None, False)


def test_a_meeting_thirty_days_ago_still_counts_and_one_before_does_not() -> None:
    held = state(exchanges=(exchange(1, "2026-03-02", closed=10), exchange(2, "2026-03-03", closed=20)))
    assert cadence(held, day("2026-04-02"), 2).exchanges == 1


def test_a_closed_meeting_is_counted_once_and_later_ones_not_yet() -> None:
    first = meeting(1, "2026-03-03", opened=1000, closed=2000)
    held = state(
        meetings=(first,),
        exchanges=(exchange(1, "2026-03-03", closed=2000), exchange(2, "2026-03-03", closed=4000)),
    )
    assert cadence(held, first.on, 2, first).exchanges == 1


def test_a_preparation_of_one_team_is_no_exchange() -> None:
    alone = meeting(2, "2026-03-17", opened=5000, preparation=True)
    assert cadence(state(exchanges=(exchange(1),)), alone.on, 2, alone).exchanges == 1


def test_between_meetings_a_plan_goes_before_what_was_agreed() -> None:
    closed = meeting(1, opened=1000, closed=2000)
    closed = replace(closed, closing=replace(closed.closing, next_date=next_date("2026-03-17")))
    agreed = state(meetings=(closed,), exchanges=(exchange(1),))
    assert cadence(agreed, day("2026-03-10"), 2).next_in == 7
    moved = replace(agreed, meetings=(closed, meeting(2, "2026-03-19", opened=None, template="debrief-45")))
    found = cadence(moved, day("2026-03-10"), 2)
    assert (found.next_in, found.next_template) == (9, "debrief-45")


def test_a_date_that_has_passed_is_not_a_next_date() -> None:
    closed = meeting(1, opened=1000, closed=2000)
    closed = replace(closed, closing=replace(closed.closing, next_date=next_date("2026-03-17")))
    assert cadence(state(meetings=(closed,)), day("2026-03-18"), 2).next_on is None


def test_a_running_meeting_is_not_its_own_next_date() -> None:
    closed = meeting(1, opened=1000, closed=2000)
    closed = replace(closed, closing=replace(closed.closing, next_date=next_date("2026-03-17")))
    running = meeting(2, "2026-03-17", opened=5000)
    assert cadence(state(meetings=(closed, running)), running.on, 2, running).next_on is None
