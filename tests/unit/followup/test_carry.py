"""What an opening brings back."""

from factories import action, day, meeting, parked, state

from workshop.followup.carry import carried

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
