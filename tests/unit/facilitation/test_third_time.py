"""What came up a third time has to be decided, handed on or dropped."""

from dataclasses import replace

from factories import action, day, decision, meeting, parked, state

from workshop.facilitation.deciding.votes import third_time
from workshop.model.state import State

TODAY = day("2026-03-17")


def third(**more: str) -> State:
    here = meeting(
        4, "2026-03-17", opened=5000, due_at_opening=((1, day("2026-03-16")), (2, day("2026-03-16")))
    )
    here = replace(here, topics_at_opening=("N-56", "N-57", "N-59"))
    return state(
        meetings=(here,),
        actions=(
            action(
                1, "ana", "2026-03-24", carried=2, cleared=more.get("cleared", "")
            ),  # a later date was given today
            action(2, "ana", "2026-03-16", carried=1),
            action(3, "ana", "2026-03-24", carried=2),  # not due yet
        ),
        topics=(
            parked("N-56", carried=2, cleared=more.get("cleared", "")),
            parked("N-57", carried=1),
            parked("N-58", carried=2, date="2026-04-07"),  # not up again yet
            parked("N-59", carried=2, settled=5100),
        ),
    )


def test_what_is_due_a_third_time_is_named() -> None:
    found = third()
    assert third_time(found, found.meetings[0]) == ("A-1", "N-56")


def test_what_was_escalated_or_overridden_may_go_on() -> None:
    found = third(cleared="override: certificate first")
    assert third_time(found, found.meetings[0]) == ()


def test_doing_or_dropping_it_settles_a_third_time() -> None:
    found = third()
    done = replace(found.actions[0], status="done", closed_on=TODAY, closed_at=5300)
    assert third_time(replace(found, actions=(done,), parked=()), found.meetings[0]) == ()


def test_a_later_date_given_today_does_not_settle_a_third_time() -> None:
    found = third()
    topics = tuple(replace(topic, date="2026-04-07") for topic in found.parked)
    assert third_time(replace(found, parked=topics), found.meetings[0]) == ("A-1", "N-56")


def test_deciding_upon_it_settles_a_third_time() -> None:
    found = third()
    made = (decision(1, meeting=4, source="A-1"), decision(2, meeting=4, source="N-56"))
    assert third_time(replace(found, decisions=made), found.meetings[0]) == ()
