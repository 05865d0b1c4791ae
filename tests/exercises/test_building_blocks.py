"""The ten building blocks: words for each, and what is gathered from what is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import entry
from runs import CLARA, DIETER, MARTA, Found, around, come_to, exercise, run
from runs import told as line

from workshop.model.entries import Entry, Said

SHIPPED = (
    "check-in", "agreements", "write-first", "dot-vote", "decision-check", "parking", "fifteen-percent",
    "credit-round", "roti", "actions-review",
)  # fmt: skip


def block(slug: str, *lines: Said) -> Found:
    return come_to(run(slug), around(*(entry(number, one) for number, one in enumerate(lines, 1))))


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_block_is_on_the_shelf_as_a_block_with_words_to_say(slug: str) -> None:
    shape = exercise(slug)
    assert shape.block
    assert shape.steps
    assert all(step.say for step in shape.steps[:1])
    assert shape.steps[-1].minute < shape.minutes


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_block_over_nothing_is_quiet(slug: str) -> None:
    told = come_to(run(slug), around())
    assert [draft for draft in told.drafts() if draft.kind != "line"] == []
    assert told.outcome.moved == ()


def test_the_same_word_of_several_people_is_counted() -> None:
    told = block(
        "check-in",
        line("check-in", "curious", MARTA),
        line("check-in", "tired", CLARA),
        line("check-in", "curious", DIETER),
    )
    assert told.rows("words") == [("curious", "2"), ("tired", "1")]


def test_answers_to_a_question_are_not_counted_as_words() -> None:
    told = block(
        "check-in", line("check-in", "Marketing is here to bring enquiries", MARTA, question="here-to")
    )
    assert told.rows("words") == []


def test_five_rules_are_offered_until_the_room_has_them() -> None:
    offered = [draft.text for draft in block("agreements").drafts()]
    assert len(offered) == 5
    assert all(text.startswith("agreement: ") for text in offered)
    taken = block("agreements", line("agreement", "Bring an example or a number"))
    assert "agreement: Bring an example or a number" not in [draft.text for draft in taken.drafts()]
    assert len(taken.drafts()) == 4


def test_many_ideas_lead_to_dots() -> None:
    ideas = [line("idea", f"Idea {n}") for n in range(4)]
    assert block("write-first", *ideas).next_ones() == ["dot-vote"]
    assert block("write-first", *ideas[:3]).next_ones() == []


def credit(who: str, team: str, to: str) -> Said:
    return replace(line("credit", "Helped", who, to=to), team=team)


def test_credits_across_the_table_are_counted() -> None:
    lines: tuple[Entry, ...] = tuple(
        entry(number, one)
        for number, one in enumerate(
            (
                credit(DIETER, "sales", "marketing"),
                credit(CLARA, "marketing", "sales"),
                credit(MARTA, "sales", "Sofia Marin"),
            ),
            1,
        )
    )
    told = come_to(run("credit-round"), around(*lines))
    assert told["across"] == 2
    assert told.text("credits") == "Credits across teams: 2 of 3."
