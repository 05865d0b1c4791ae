"""One set of numbers (E10): green, amber and red, targets without a goal, the series."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import entry
from runs import CLARA, LIBRARY, MARTA, Found, Typed, around, come_to, exercise, row, run, work
from runs import told as line

from workshop.exercising import Surroundings
from workshop.model.entries import Metric

SLUG = "scoreboard"


def metric(name: str, parts: str, meeting: int = 1, **fields: str) -> Metric:
    return Metric(name, meeting, line("metric", name, parts=parts, period="2025Q4", **fields))


def world(*metrics: Metric) -> Surroundings:
    return replace(around(), metrics=metrics, definitions=LIBRARY.metrics)


def board(*metrics: Metric, typed: tuple[Typed, ...] = ()) -> Found:
    return come_to(run(SLUG, *typed), world(*metrics))


def status(*metrics: Metric, typed: tuple[Typed, ...] = ()) -> dict[str, int]:
    told = board(*metrics, typed=typed)
    return {name: int(str(told[name])) for name in ("green", "amber", "red")}


@pytest.mark.parametrize(
    ("name", "parts", "target", "light"),
    [
        # up: 54/120 = 45 %
        ("lead acceptance", "54/120", "45 %", "green"),
        ("lead acceptance", "54/120", "50 %", "amber"),  # 5 points short of 50, a tenth
        ("lead acceptance", "54/120", "51 %", "red"),  # 6 points short, 5.1 would be a tenth
        # down: 15/5 = 3 hours
        ("DIY hours per seller", "15/5", "3", "green"),
        ("DIY hours per seller", "15/5", "2.8", "amber"),  # 0.2 over, 0.28 is a tenth
        ("DIY hours per seller", "15/5", "2.7", "red"),  # 0.3 over, 0.27 is a tenth
    ],
)
def test_a_light_follows_the_direction_in_which_better_lies(
    name: str, parts: str, target: str, light: str
) -> None:
    assert status(metric(name, parts, target=target)) == {"green": 0, "amber": 0, "red": 0} | {light: 1}


def test_a_target_that_was_set_counts_where_the_value_tells_none() -> None:
    setting = row("targets", "lead acceptance", target="60 %", goal="revenue", owner=CLARA)
    assert status(metric("lead acceptance", "54/120"), typed=(setting,))["red"] == 1
    assert status(metric("lead acceptance", "54/120", target="40 %"), typed=(setting,))["green"] == 1


def test_a_number_without_target_has_no_light() -> None:
    assert status(metric("lead acceptance", "54/120"), metric("untouched leads", "20")) == {
        "green": 0, "amber": 0, "red": 0,
    }  # fmt: skip


def test_each_red_number_asks_for_an_action_of_its_owner() -> None:
    told = board(
        metric("lead acceptance", "54/120", target="60 %", owner=MARTA),
        metric("win rate", "won=6 lost=14", target="25 %"),
    )
    draft, unowned = told.drafts("action")
    assert (draft.text, draft.owner) == ("Bring back to target: lead acceptance", MARTA)
    assert draft.why == "lead acceptance 45.0 %, target 60 %."
    assert unowned.text == "Name an owner for the number: win rate"


TARGETS: tuple[Typed, ...] = (
    row(
        "targets",
        "new accounts",
        goal="3 M from new customers",
        together="yes",
        target="24",
        owner=CLARA,
        source="CRM",
    ),
    row("targets", "win rate", target="35 %", together="no"),
    row("levers", "Call every demo request the same day", side="sales", target="new accounts"),
)


def test_a_number_whose_target_has_an_owner_asks_for_none() -> None:
    told = board(metric("new accounts", "7", target="7"), typed=TARGETS[:1])
    assert [draft.text for draft in told.drafts("action")] == []


def test_a_target_without_a_goal_or_an_owner_is_named() -> None:
    told = work(SLUG, *TARGETS)
    assert (told["loose_targets"], told["shared_targets"]) == (1, 1)
    assert told.rows("loose") == [("win rate", "company goal, owner, source")]
    assert [draft.text for draft in told.drafts("action")] == ["Name an owner for the number: win rate"]
    assert [draft.text for draft in told.drafts("parking")] == [
        "Which company goal does this target serve: win rate?"
    ]
    assert told.drafts("decision")[0].text == "These are our shared targets: new accounts, win rate"


def test_the_last_value_stands_beside_the_new_one() -> None:
    metrics = (metric("lead acceptance", "54/120", 1), metric("lead acceptance", "13/21", 2))
    first = run(SLUG, *TARGETS)
    told = come_to(run(SLUG, meeting=2, on="2026-03-17", before=(first,)), world(*metrics), (first,))
    moved = told.moved("lead acceptance: value")
    assert (moved.old, moved.new) == ("45.0 %", "61.9 %")
    # targets live on; where they are as they were, minutes and drafts leave them alone
    assert (
        told["told"]
        == "new accounts, 24, 3 M from new customers, win rate, 35 %, Call every demo request the same day"
    )
    assert told.rows("targets") == []
    assert told.drafts("decision") == []


def test_a_target_that_changes_is_printed_and_offered_again() -> None:
    first = run(SLUG, *TARGETS)
    raised = row("targets", "win rate", target="40 %")
    told = come_to(run(SLUG, raised, meeting=2, on="2026-06-02", before=(first,)), world(), (first,))
    assert told.column("targets", 1) == ["24", "40 %"]
    assert (told.moved("win rate: target").old, told.moved("win rate: target").new) == ("35 %", "40 %")
    assert told.drafts("decision") != []


def test_nothing_on_the_board() -> None:
    told = board()
    assert (told["green"], told["amber"], told["red"]) == (0, 0, 0)
    assert told.drafts() == []


def test_a_hundred_numbers_are_counted() -> None:
    many = tuple(metric(f"number {n}", str(n), target="50", better="up") for n in range(1, 101))
    # 50 to 100 meet it; 45 to 49 are within a tenth (5); 1 to 44 are not
    assert status(*many) == {"green": 51, "amber": 5, "red": 44}


def test_what_is_preset_is_known_to_the_numbers_of_the_shelf() -> None:
    names = {item.text for item in exercise(SLUG).input("targets").presets}  # type: ignore[union-attr]  # it is on the shelf
    assert {name for name in names if LIBRARY.metric(name) is None} == set()


def test_reading_and_setting_are_two_ways() -> None:
    shape = exercise(SLUG)
    assert len(shape.script("reading")) == 3
    assert len(shape.script("setting")) == 5
    assert shape.script("setting")[0].say == "Which company goal do both teams serve?"


def test_goals_are_those_of_the_meeting() -> None:
    goal = entry(1, line("goal", "Revenue 52 M EUR"))
    told = come_to(run(SLUG), replace(world(), entries=(goal,)))
    assert told.drafts() == []
