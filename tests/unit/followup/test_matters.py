"""Matters arising and follow-through."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import get_args

from factories import action, attendance, day, exchange, meeting, members, state
from hypothesis import given
from hypothesis import strategies as st

from workshop.followup.matters import FollowThrough, Matters, Standing, matters, open_after
from workshop.measures.rounding import percent
from workshop.model.entries import Action, ActionStatus
from workshop.model.meeting import Meeting
from workshop.model.state import State

BOTH = members(ana="sales", bo="sales", cleo="marketing", dan="marketing", eva="guest")


def numbers(found: Matters, *standings: Standing) -> list[int]:
    return [matter.action.number for matter in found.of(*standings)]


def second(state: State) -> Meeting:
    found = state.meeting(2)
    assert found is not None
    return found


def told(*actions: Action, on: str = "2026-03-17") -> Matters:
    """Matters of a meeting that found these actions, all alive at its opening unless they were closed before 5000."""
    alive = tuple((a.number, a.due) for a in actions if a.due and not 0 < a.closed_at <= 5000)
    here = meeting(2, on, opened=5000, due_at_opening=alive)
    return matters(state(people=BOTH, actions=actions, exchanges=(exchange(1),)), here)


def test_the_papers_of_the_sync_list_its_old_actions_so(sync: State) -> None:
    found = [m.action.number for m in matters(sync, second(sync)).items]
    assert found == [8, 9, 3, 2, 1, 7, 4, 10, 13, 5, 6, 11, 12, 14, 15]


def test_the_sync_finds_fifteen_old_actions(sync: State) -> None:
    # I2.2: twelve were due by 17 March
    found = matters(sync, second(sync))
    assert len(found.items) == 15
    assert found.total.due == 12
    assert sorted(numbers(found, "done")) == [1, 4, 5, 6, 7, 10, 11, 13]
    assert [(m.action.number, m.days) for m in found.of("done late")] == [(2, 2)]
    assert {m.action.number: (m.days, m.action.status) for m in found.of("overdue")} == {
        3: (1, "open"),  # 16 March
        8: (4, "open"),  # 13 March
        9: (4, "blocked"),
    }
    assert sorted(numbers(found, "not yet due")) == [12, 14, 15]  # I2.4


def test_follow_through_counts_by_team_and_in_all(sync: State) -> None:
    # I2.3: 8/12 and 9/12; I2.5: sales A4 A6 A10 of A2 A4 A6 A8 A10, marketing A1 A5 A7 A13 of those and A3
    found = matters(sync, second(sync))
    assert percent(found.total.kept) == "66.7 %"
    assert percent(found.total.done_share) == "75.0 %"
    assert found.sales == FollowThrough(due=5, by_date=3, done=4)
    assert found.marketing == FollowThrough(due=5, by_date=4, done=4)
    assert found.others == FollowThrough(due=2, by_date=1, done=1)


def test_open_after_the_sync_are_three_carried_three_not_due_and_five_new(sync: State) -> None:
    # I2.7: 3 + 3 + 5 = 11
    found = open_after(sync, second(sync))
    assert [[a.number for a in part] for part in (found.carried, found.not_due, found.new)] == [
        [3, 8, 9],
        [12, 14, 15],
        [16, 17, 18, 19, 20],
    ]
    assert found.total == 11
    assert [a.original_due for a in found.carried] == [
        day("2026-03-16"),
        day("2026-03-13"),
        day("2026-03-13"),
    ]


def test_overdue_stands_on_top_then_due_then_what_is_done_then_later_then_dropped() -> None:
    found = told(
        action(1, "ana", "2026-03-10", status="dropped", closed_on="2026-03-12", closed_at=3000),
        action(2, "ana", "2026-03-10", status="done", closed_on="2026-03-10", closed_at=3000),
        action(3, "ana", "2026-03-10", status="done", closed_on="2026-03-15", closed_at=3000),
        action(4, "ana", "2026-03-24"),
        action(5, "ana", "2026-03-17"),
        action(6, "ana", "2026-03-16"),
    )
    assert [(m.action.number, m.standing) for m in found.items] == [
        (6, "overdue"),
        (5, "due"),
        (3, "done late"),
        (2, "done"),
        (4, "not yet due"),
        (1, "dropped"),
    ]


def test_those_that_stand_alike_go_by_date_and_number_whoever_owns_them_or_leads() -> None:
    overdue = [("ana", "2026-03-12"), ("bo", "2026-03-09"), ("cleo", "2026-03-12"), ("eva", "2026-03-01")]
    actions = tuple(action(n, who, due, added="2026-02-20") for n, (who, due) in enumerate(overdue, 1))
    assert numbers(told(*actions), "overdue") == [4, 2, 1, 3]
    alive = tuple((a.number, a.due) for a in actions if a.due)
    here = meeting(2, "2026-03-17", opened=5000, lead="marketing", due_at_opening=alive)
    assert numbers(matters(state(people=BOTH, actions=actions), here), "overdue") == [4, 2, 1, 3]


def test_dropped_actions_leave_the_count() -> None:
    found = told(
        action(1, "ana", "2026-03-10", status="dropped", closed_on="2026-03-12", closed_at=3000),
        action(2, "ana", "2026-03-10", status="done", closed_on="2026-03-10", closed_at=3000),
    )
    assert found.total == FollowThrough(due=1, by_date=1, done=1)


def test_done_before_its_day_comes_is_listed_and_not_counted() -> None:
    found = told(action(1, "ana", "2026-03-24", status="done", closed_on="2026-03-10", closed_at=3000))
    assert numbers(found, "done") == [1]
    assert found.total.due == 0


def test_nothing_due_gives_no_share_and_no_error() -> None:
    assert told().total.kept is None
    assert percent(told().total.done_share) == "n/a"


def test_what_was_settled_before_the_last_close_is_not_raised_again() -> None:
    assert (
        told(action(1, "ana", "2026-03-03", status="done", closed_on="2026-03-03", closed_at=1500)).items
        == ()
    )


def test_struck_actions_and_those_of_this_meeting_are_not_old() -> None:
    new = action(1, "ana", "2026-03-24", meeting=2, added="2026-03-17")
    assert told(new, action(2, "ana", "2026-03-10", struck=True)).items == ()


def test_an_action_added_between_the_meetings_is_old() -> None:
    assert numbers(told(action(1, "ana", "2026-03-16", meeting=None, added="2026-03-11")), "overdue") == [1]


def test_an_action_added_after_the_meeting_on_its_day_is_not() -> None:
    later = action(1, "ana", "2026-03-24", meeting=None, added="2026-03-17")
    here = meeting(2, "2026-03-17", opened=5000, closed=6000)
    assert matters(state(people=BOTH, actions=(later,)), here).items == ()


def test_an_action_of_a_meeting_the_same_morning_is_old() -> None:
    made = action(1, "ana", added="2026-03-17")
    here = meeting(2, "2026-03-17", opened=5000)
    morning = state(people=BOTH, actions=(made,), exchanges=(exchange(1, "2026-03-17", closed=4000),))
    assert numbers(matters(morning, here), "not yet due") == [1]


def test_a_date_given_in_the_meeting_does_not_rescue_the_old_one() -> None:
    late = action(1, "ana", "2026-03-27")
    here = meeting(2, "2026-03-17", opened=5000, due_at_opening=((1, day("2026-03-13")),))
    found = matters(state(people=BOTH, actions=(late,)), here)
    assert [(m.standing, m.days, m.due) for m in found.items] == [("overdue", 4, day("2026-03-13"))]


def test_an_action_that_got_its_first_date_in_the_meeting_was_not_due_in_it() -> None:
    dated = action(1, "ana", "2026-03-17")
    here = meeting(2, "2026-03-17", opened=5000)
    assert matters(state(people=BOTH, actions=(dated,)), here).total.due == 0


def test_due_at_the_next_meeting_means_this_one() -> None:
    done = action(1, "ana", at_next=True, status="done", closed_on="2026-03-16", closed_at=4000)
    assert told(done).total == FollowThrough(due=1, by_date=1, done=1)


def test_a_planned_meeting_is_read_as_things_stand() -> None:
    here = meeting(2, "2026-03-17", opened=None)
    waiting = (action(1, "ana", "2026-03-16"), action(2, "cleo", at_next=True))
    found = matters(state(people=BOTH, actions=waiting, exchanges=(exchange(1),)), here)
    assert (numbers(found, "overdue"), numbers(found, "due")) == ([1], [2])


def test_minutes_read_later_show_what_stood_at_the_close(sync: State) -> None:
    closed = replace(second(sync), status="closed", closed=6000)
    done = tuple(
        replace(a, status="done", closed_on=day("2026-03-20"), closed_at=9000) if a.live else a
        for a in sync.actions
    )
    later = replace(sync, actions=done)
    assert matters(later, closed).total == matters(sync, second(sync)).total
    assert open_after(later, closed).total == 11


def test_the_team_of_the_day_counts_not_the_team_of_today() -> None:
    late = action(1, "ana", "2026-03-13")
    here = meeting(
        2,
        "2026-03-17",
        opened=5000,
        attending=attendance(ana="marketing"),
        due_at_opening=((1, day("2026-03-13")),),
    )
    found = matters(state(people=BOTH, actions=(late,)), here)
    assert (found.marketing.due, found.sales.due) == (1, 0)


def test_an_action_without_owner_is_nobodys_and_still_counted() -> None:
    found = told(action(1, "", "2026-03-13"))
    assert (found.total.due, found.others.due) == (1, 1)


@st.composite
def lists(draw: st.DrawFn) -> tuple[Action, ...]:
    """Old actions of any standing on 17 March."""
    found = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        due = day("2026-03-17") + timedelta(days=draw(st.integers(-12, 12)))
        over = day("2026-03-17") - timedelta(days=draw(st.integers(0, 12)))
        status = draw(st.sampled_from(get_args(ActionStatus)))
        closed = status in ("done", "dropped")
        found.append(
            action(
                number, draw(st.sampled_from(("ana", "bo", "cleo", "dan", "eva", ""))), due.isoformat(),
                status=status, closed_on=over.isoformat() if closed else "",
                closed_at=draw(st.sampled_from((3000, 5500))) if closed else 0,
            )
        )  # fmt: skip
    return tuple(found)


@given(lists())
def test_every_old_action_is_listed_once_and_the_groups_add_up(actions: tuple[Action, ...]) -> None:
    found = told(*actions)
    assert sorted(m.action.number for m in found.items) == [a.number for a in actions]
    parts = (found.sales, found.marketing, found.others)
    assert found.total == FollowThrough(
        *(sum(column) for column in zip(*((p.due, p.by_date, p.done) for p in parts), strict=True))
    )


@given(lists())
def test_kept_promises_are_a_share_of_those_due(actions: tuple[Action, ...]) -> None:
    total = told(*actions).total
    assert 0 <= total.by_date <= total.done <= total.due
    assert (total.kept is None) == (total.due == 0)
    assert (total.kept or Fraction(0)) <= (total.done_share or Fraction(0)) <= 1


@given(lists(), st.data())
def test_the_order_in_which_actions_are_held_does_not_matter(
    actions: tuple[Action, ...], data: st.DataObject
) -> None:
    assert told(*data.draw(st.permutations(actions))) == told(*actions)
