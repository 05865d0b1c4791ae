"""You said - we changed."""

from dataclasses import replace

from factories import action, day, decision, entry, exchange, meeting, said, state

from workshop.followup.changed import changed
from workshop.model.entries import Action
from workshop.model.state import State

HERE = meeting(2, "2026-03-17", opened=5000)
OBJECTION = entry(27, said("objection", "Ten weeks delivery is too long", who="P-6", team="sales"))


def done(number: int, source: str, on: str = "2026-03-12", told: int = 3000) -> Action:
    return action(number, "ana", "2026-03-13", status="done", closed_on=on, closed_at=told, source=source)


def after(*actions: Action) -> State:
    first = meeting(1, "2026-03-03", opened=1000, closed=2000, entries=(OBJECTION,))
    return state(
        meetings=(first, HERE),
        actions=actions,
        decisions=(decision(2, text="A reason"),),
        exchanges=(exchange(1),),
    )


def test_an_action_done_about_an_entry_is_told_with_the_words_and_the_day() -> None:
    (pair,) = changed(after(done(1, "N-27")), HERE)
    assert pair.said is not None
    assert (pair.ref, pair.said.text, pair.said.speaker, pair.on) == (
        "N-27",
        "Ten weeks delivery is too long",
        "P-6",
        day("2026-03-03"),
    )
    assert (pair.action.number, pair.action.closed_on) == (1, day("2026-03-12"))


def test_decisions_count_too_and_the_first_done_comes_first() -> None:
    found = changed(after(done(1, "N-27", "2026-03-16", 5200), done(2, "d2", "2026-03-05")), HERE)
    assert [(pair.ref, pair.action.number) for pair in found] == [("D-2", 2), ("N-27", 1)]


def test_open_older_new_and_sourceless_actions_are_not_told() -> None:
    found = after(
        action(1, "ana", "2026-03-13", source="N-27"),
        done(2, "N-27", "2026-03-03", 1900),  # done before the kickoff closed
        replace(done(3, "N-27", "2026-03-17", 5500), meeting=2, added=day("2026-03-17")),
        done(4, ""),
        done(5, "X-1"),
        replace(done(6, "N-27"), status="dropped"),
    )
    assert changed(found, HERE) == ()


def test_a_struck_source_is_not_quoted() -> None:
    found = after(done(1, "N-27"))
    gone = replace(found.meetings[0], entries=(replace(OBJECTION, struck=True),))
    assert changed(replace(found, meetings=(gone, HERE)), HERE) == ()


def test_a_source_no_longer_held_leaves_its_number() -> None:
    (pair,) = changed(after(done(1, "N-3")), HERE)
    assert (pair.ref, pair.said, pair.on) == ("N-3", None, None)
