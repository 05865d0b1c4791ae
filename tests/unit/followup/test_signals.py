"""What is proposed next: what results lead to, what the record signals, whose turn it is."""

from __future__ import annotations

from typing import Any

import pytest
from factories import day

from workshop.followup.hiding import met
from workshop.followup.signals import named, rotated, signalled
from workshop.model.exercises import Brings, Exercise
from workshop.model.profiles import Condition, Trigger
from workshop.model.results import Draft
from workshop.model.signals import Rotation, Signal, Suggestion, Watch

TODAY = day("2026-03-17")
CLINIC = Exercise("clinic", "Clinic", "Answers.", "both", 20, brings=Brings("the costliest three", "proof"))
NO_PULSE = Trigger("none", "no pulse", "runs", (), date="on", in_last_days=90, at_most=0)
LATE = Trigger(
    "late",
    "a dispute is past its date",
    "disputes",
    (Condition("status", ("open",)),),
    date="by",
    past_days=0,
)


def nothing_seen(_watch: Watch) -> str:
    """Numbers that are all where they should be."""
    return ""


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (None, True),
        ("2025-12-16", True),  # 91 days ago
        ("2025-12-17", False),  # 90
        ("2026-03-17", False),
        ("2026-03-18", True),  # not yet
    ],
)
def test_what_should_have_happened_in_the_last_days_and_did_not_is_a_reason(
    on: str | None, expected: bool
) -> None:
    rows = [{"on": on}] if on else []
    assert met(NO_PULSE, rows, TODAY) is expected


@pytest.mark.parametrize(("by", "expected"), [("2026-03-16", True), ("2026-03-17", False), ("", False)])
def test_a_date_that_lies_back_is_a_reason_only_once_the_day_is_over(by: str, expected: bool) -> None:
    assert met(LATE, [{"status": "open", "by": by}], TODAY) is expected


def test_signals_keep_the_order_of_the_file_and_say_what_each_side_brings() -> None:
    tables: dict[str, list[dict[str, Any]]] = {
        "runs": [],
        "disputes": [{"status": "open", "by": "2026-03-01"}],
    }
    found = signalled(
        [Signal(LATE, "dispute-40", "clinic"), Signal(NO_PULSE, "kickoff-120", "pulse")],
        tables.__getitem__, nothing_seen, TODAY, {"clinic": CLINIC}.get,
    )  # fmt: skip
    assert found == (
        Suggestion("a dispute is past its date", "dispute-40", "clinic", "the costliest three", "proof"),
        Suggestion("no pulse", "kickoff-120", "pulse"),
    )


def test_a_number_past_its_limit_is_a_reason_that_says_the_number() -> None:
    signals = [Signal(Watch("low", "few leads are accepted", "lead acceptance", below="60 %"), "workshop-90")]
    rows: dict[str, list[dict[str, Any]]] = {}
    found = signalled(signals, rows.__getitem__, lambda watch: f"{watch.metric} 45.0 %", TODAY, nowhere)
    assert found == (Suggestion("few leads are accepted: lead acceptance 45.0 %", "workshop-90"),)
    assert signalled(signals, rows.__getitem__, nothing_seen, TODAY, nowhere) == ()


def test_an_exercise_that_several_results_lead_to_is_named_once_with_its_first_reason() -> None:
    drafts = [
        Draft(1, "action", "Call them", "why"),
        Draft(2, "exercise", "Clinic", "line 6 differs by 1.70", exercise="clinic"),
        Draft(3, "exercise", "Clinic", "line 9 differs by 1.10", exercise="clinic"),
    ]
    assert named(drafts, {"clinic": CLINIC}.get) == (
        Suggestion("line 6 differs by 1.70", "", "clinic", "the costliest three", "proof"),
    )


def nowhere(_slug: str) -> None:
    """A shelf on which nothing lies."""


def test_without_a_signal_the_month_has_its_turn_and_every_third_belongs_to_another() -> None:
    year = Rotation(tuple("abcdefghijkl"), "pulse")
    turns = [rotated(year, day(f"2026-{month:02}-05"), nowhere)[0].exercise for month in range(1, 13)]
    assert turns == ["a", "b", "pulse", "d", "e", "pulse", "g", "h", "pulse", "j", "k", "pulse"]
    assert rotated(Rotation(), TODAY, nowhere) == ()
