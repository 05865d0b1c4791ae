"""Whose answers come next, what waits for its reveal, and how a row is typed that changes another."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import Stage
from trial import trial

from workshop.facilitation.exercises import OnScreen
from workshop.grammar import parse
from workshop.line.answering import begun_chips, expected, given_chips, others, waiting
from workshop.line.context import context
from workshop.line.run_rows import as_typed, row_words, words_to_tick
from workshop.line.wording import Wording
from workshop.model.commands import GiveAnswers, SetRow
from workshop.workspace.exercises import current


@pytest.fixture
def room(tmp_path: Path) -> Stage:
    """Three of each team, on the step with the four statements."""
    stage = trial(tmp_path / "firm")
    stage.play("/step")
    return stage


def on(room: Stage) -> OnScreen:
    found = current(room.workspace)
    assert found is not None
    return found


def test_a_team_is_expected_until_all_of_it_is_in_then_the_other(room: Stage) -> None:
    assert expected(room.workspace, on(room), "") == "sales"
    room.play("marketing 3222")
    assert expected(room.workspace, on(room), "marketing") == "marketing"
    room.play("sales 3222", "sales 3222", "sales 3222")
    assert expected(room.workspace, on(room), "sales") == "marketing"
    room.play("marketing 3222", "marketing 3222")
    assert expected(room.workspace, on(room), "marketing") is None
    assert others(on(room), "sales") == ("marketing",)


def test_nobody_is_expected_where_nothing_is_rated(room: Stage) -> None:
    room.play("/step 1")
    assert expected(room.workspace, on(room), "sales") is None


def test_what_waits_says_who_is_missing_and_nothing_once_all_are_in(room: Stage) -> None:
    assert waiting(room.workspace, on(room)) is None
    room.play("sales 3222", "sales 3222", "sales 3222", "marketing 3222")
    told = waiting(room.workspace, on(room))
    assert told is not None
    assert (told.input.slug, told.missing) == ("pulse", "sales 3 of 3 sheets, marketing 1 of 3")
    room.play("marketing 3222", "marketing 3222")
    told = waiting(room.workspace, on(room))
    assert told is not None
    assert told.missing == ""
    room.play("/reveal")
    assert waiting(room.workspace, on(room)) is None


def test_hidden_fields_wait_without_anybody_missing(room: Stage) -> None:
    room.play("forecast: North mine=40; theirs=50")
    told = waiting(room.workspace, on(room))
    assert told is not None
    assert (told.input.slug, told.missing) == ("forecast", "")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sales 3", ("sales", "1 of 4", "next 2 We talk")),
        ("sales 3-2", ("sales", "3 of 4", "without 2", "next 4 We win")),
        ("sales 3222", ()),
        ("n: sales", ()),
    ],
)
def test_a_sheet_on_its_way(room: Stage, line: str, told: tuple[str, ...]) -> None:
    assert begun_chips(line, context(room.workspace)) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sales 3-22", ("sales 3 of 4", "without 2")),
        ("Ana Ruiz 3222", ("Ana Ruiz 4 of 4",)),
        ("2: sales 3 4", ("sales 2 answers on 2",)),
        ("sales 3222 marketing 4444", ("sales 4 of 4", "marketing 4 of 4")),
    ],
)
def test_a_sheet_that_is_whole(room: Stage, line: str, told: tuple[str, ...]) -> None:
    asked = parse(line, context(room.workspace))
    assert isinstance(asked, GiveAnswers)
    assert given_chips(line, asked, context(room.workspace)) == told


@pytest.mark.parametrize(
    "line",
    [
        "lead: BioFeed GP channel=web",
        'lead: BioFeed GP channel="web; and a fair"',
        'lead: BioFeed channel="a // b"',
        "lead: BioFeed G- channel=the x=1 plan",
        "lead: BioFeed",
    ],
)
def test_a_row_is_typed_again_as_it_stands(room: Stage, line: str) -> None:
    room.play("/step 1", line.replace("the x=1 plan", '"the x=1 plan"'))
    given = on(room).exercise.input("leads")
    row = on(room).run.of("leads")[0]
    assert given is not None
    again = as_typed(given, row)
    if not row.fields:
        assert again == "lead: 1 "
        return
    asked = parse(again, context(room.workspace))
    assert isinstance(asked, SetRow)
    assert (asked.number, {v.name: v.value for v in asked.fields}) == (
        1,
        {v.name: v.value for v in row.fields},
    )


def test_rows_say_letters_fields_what_is_missing_and_how_far_they_are(room: Stage) -> None:
    say = Wording(room.workspace)
    room.play(
        "/step 1", "lead: BioFeed GP", "lead: ChemPro channel=web", "1-2 done", "check: 2 status=under way"
    )
    leads, checks = on(room).exercise.input("leads"), on(room).exercise.input("checks")
    assert leads is not None
    assert checks is not None
    told = [row_words(leads, row, say) for row in on(room).run.of("leads")]
    assert [(words.text, words.letters, words.told, words.lacks) for words in told] == [
        ("BioFeed", "GP", "", ("channel",)),
        ("ChemPro", "", "channel web", ()),
    ]
    assert [row_words(checks, row, say).tick for row in on(room).run.of("checks")] == [
        "done",
        "under way",
        "open",
    ]
    assert words_to_tick(checks) == ("done", "under way")
    assert words_to_tick(leads) == ()
