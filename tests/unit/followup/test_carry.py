"""What an opening brings back."""

from dataclasses import replace

from factories import action, day, meeting, parked, state

from workshop.followup.carry import carried, third_time
from workshop.model.state import State

TODAY = day("2026-03-17")


def test_every_open_action_is_brought_those_due_first() -> None:
    found = carried(
        state(
            actions=(
                action(1, "ana", "2026-03-24"),
                action(2, "ana", "2026-03-16", carried=1),
                action(3, "ana", "2026-03-10"),
                action(4, "ana", at_next=True),
                action(5, "ana"),
                action(6, "ana", "2026-03-10", status="done", closed_on="2026-03-10", closed_at=3000),
                action(7, "ana", "2026-03-10", struck=True),
            )
        ),
        TODAY,
    )
    assert [(a.number, a.carried) for a in found.due] == [(3, 0), (2, 1), (4, 0)]
    assert [a.number for a in found.later] == [1, 5]


def test_a_topic_comes_back_when_its_date_is_empty_or_reached() -> None:
    found = carried(
        state(
            topics=(
                parked("N-56", date="2026-04-07", disposition="next agenda"),
                parked("N-57", date="2026-03-13", disposition="separate talk"),
                parked("N-58", disposition="drop", settled=1600),
                parked("N-59", carried=1),
                parked("N-60", disposition="action", settled=1700),
                parked("M-1/8", text="Open disputes"),
            )
        ),
        TODAY,
    )
    assert [(topic.ref, topic.carried) for topic in found.topics] == [("N-57", 0), ("N-59", 1)]
    assert [topic.ref for topic in found.segments] == ["M-1/8"]


def test_a_running_meeting_does_not_bring_back_what_it_made_itself() -> None:
    running = meeting(2, "2026-03-17", opened=5000)
    found = carried(
        state(
            meetings=(running,),
            actions=(
                action(1, "ana", "2026-03-17"),
                action(2, "ana", "2026-03-17", meeting=2, added="2026-03-17"),
            ),
            topics=(parked("N-56", since=1500), parked("N-80", since=5200)),
        ),
        TODAY,
    )
    assert [a.number for a in found.due] == [1]
    assert [topic.ref for topic in found.topics] == ["N-56"]


def third(**more: str) -> State:
    here = meeting(
        4, "2026-03-17", opened=5000, due_at_opening=((1, day("2026-03-16")), (2, day("2026-03-16")))
    )
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
            parked("N-58", carried=2, date="2026-04-07"),
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
