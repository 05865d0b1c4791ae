"""Who speaks, what a day means outside actions, actions, metrics and return on time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from workshop.grammar import Context, parse
from workshop.model.asks import Ask
from workshop.model.commands import Add, Command, Due, GiveRoti, Row
from workshop.model.entries import Said, Value

Parse = Callable[[str], Command | Ask]
AddOf = Callable[[str], Add]
Off = Callable[[str], str]


@pytest.mark.parametrize(
    ("line", "speaker", "team"),
    [
        ("o: x", "", "sales"), ("o: x @priya", "P-5", "sales"), ("insight: x", "", "both"), ("insight: x @ravi", "P-10", "marketing"),
        ("n: x", "", ""), ("condition: x", "", ""), ("condition: x @hugo", "P-11", "guest"), ("n: x @erik", "P-13", "sponsor"),
    ],
)  # fmt: skip
def test_the_team_follows_from_the_person_or_from_the_kind(
    add: AddOf, line: str, speaker: str, team: str
) -> None:
    command = add(line)
    assert (command.said.speaker, command.said.team) == (speaker, team)
    assert command.who == ((speaker,) if speaker else ())


def test_what_a_team_says_as_a_group_keeps_no_speaker(add: AddOf) -> None:
    assert add("tool: Too long @tomasz tool=catalogue") == add("tool: Too long tool=catalogue")


@pytest.mark.parametrize(
    ("line", "field"),
    [("p: x", "date"), ("need: x", "by"), ("dispute: x", "decide_by"), ("press: x", "date"), ("exposure: x", "date"), ("d: x", "review")],
)  # fmt: skip
def test_a_day_outside_actions_fills_its_field(add: AddOf, line: str, field: str) -> None:
    command = add(f"{line} >fri")
    assert command.due is None
    assert command.said.fields == (Value(field, "2026-03-06"),)
    assert add(f"{line} >none").said.fields == ()


def test_the_next_meeting_fills_a_day_once_it_is_known(here: Context, off: Off) -> None:
    known = parse("p: x >next", replace(here, next_meeting=date(2026, 3, 17)))
    assert known == Add(Said("parking", "x", fields=(Value("date", "2026-03-17"),)))
    assert "has no date yet" in off("p: x >next")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("o: x >fri", "Objection takes no day behind '>'"),
        ("need: x >fri by=mon", "The day stands there twice"),
    ],
)
def test_a_day_that_has_no_place_is_refused(off: Off, line: str, told: str) -> None:
    assert told in off(line)


def test_an_action_has_an_owner_helpers_and_a_day(add: AddOf) -> None:
    command = add("a: Draft the case @lena @ben >fri from:n43 done_when=sent to all; effect=proof")
    fields = (Value("done_when", "sent to all"), Value("effect", "proof"))
    assert command == Add(
        Said("action", "Draft the case", source="N-43", fields=fields),
        ("P-9", "P-8"),
        Due(on=date(2026, 3, 6)),
    )


def test_fields_of_an_action_mean_what_its_marks_mean(add: AddOf) -> None:
    assert add("a: x owner=lena; helpers=ben, clara; due=fri") == add("a: x @lena @ben @clara >fri")
    assert add("a: x @lena owner=lena; helpers=lena, ben").who == ("P-9", "P-8")
    assert add("a: x due=next").due == Due(at_next=True)
    assert add("a: x owner=-; due=-") == Add(Said("action", "x"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "a: x @marketing",
            "An action has one person as owner; marketing is a team. Name somebody, others help.",
        ),
        ("a: x owner=Sales", "Sales is a team"),
        ("a: x @lena owner=ben", "There are two owners"),
        ("a: x helpers=ben", "Helpers need an owner"),
        ("a: x >fri due=mon", "The day stands there twice"),
        ("a: x owner=nobody", "owner: Nobody called 'nobody'"),
    ],
)
def test_an_action_that_cannot_be_read_says_why(off: Off, line: str, told: str) -> None:
    assert told in off(line)


@pytest.mark.parametrize(
    ("line", "name", "parts"),
    [
        ("metric: win rate=6/20 period=2025Q4", "win rate", "6/20"),
        ("metric: Win  Rate = won=6 lost=14 none=5 period=2025Q4", "Win Rate", "won=6 lost=14 none=5"),
        ("metric: win rate parts=6/20; period=2025Q4", "win rate", "6/20"),
        ("metric: lead->opportunity=18/120 period=2025Q4", "lead->opportunity", "18/120"),
        ("metric: velocity=42*0.30*38000/96 period=2025Q4", "velocity", "42*0.30*38000/96"),
        ("metric: untouched leads=4 period=2025Q4", "untouched leads", "4"),
    ],
)
def test_a_metric_has_a_name_and_a_value(add: AddOf, line: str, name: str, parts: str) -> None:
    said = add(f"{line} // from the CRM").said
    assert (said.text, said.get("parts"), said.get("period")) == (name, parts, "2025Q4")
    assert (said.team, said.detail) == ("both", "from the CRM")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("metric: win rate", "needs a name and a value"),
        ("metric: win rate=", "needs a name and a value"),
        ("metric: =6/20", "needs a name and a value"),
        ("metric: win rate=6/20 parts=6/20", "has two values"),
        ("metric: win rate=6/20 peroid=2025Q4", "did you mean 'period='?"),
        ("metric: win rate=six", "parts: 'six' is not a number or a sum"),
    ],
)
def test_a_metric_that_cannot_be_read_says_why(off: Off, line: str, told: str) -> None:
    assert told in off(line)


def test_return_on_time_is_rows_and_words(read: Parse) -> None:
    line = "roti: sales 5x1 4x3 3x1 marketing 5 5 4 4 others 4x1 change=shorter report; change=numbers before; keep=ten leads"
    assert read(line) == GiveRoti(
        (Row("sales", (5, 4, 4, 4, 3)), Row("marketing", (5, 5, 4, 4)), Row("others", (4,))),
        ("shorter report", "numbers before"),
        ("ten leads",),
    )
    assert read("roti: keep=ten leads") == GiveRoti(keep=("ten leads",))


@pytest.mark.parametrize(
    "line",
    [
        "roti:",
        "roti: sales 6x1",
        "roti: marta 5",
        "roti: sales 5 @marta",
        "roti: sales 5 // why",
        "roti: sales 5 heard=mon",
    ],
)
def test_return_on_time_takes_no_name_and_no_mark(off: Off, line: str) -> None:
    assert off(line)
