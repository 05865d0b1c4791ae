"""The twelve agendas on the shelf."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workshop.library import load
from workshop.model.agenda import Agenda
from workshop.shelves import shelf

LIBRARY = load()
BY_SLUG = {agenda.slug: agenda for agenda in LIBRARY.agendas}
SEGMENTS = {
    "kickoff-120": 11, "monthly-90": 10, "sync-30": 6, "launch-60": 7, "lead-workshop-90": 9, "winloss-60": 7,
    "quarter-180": 12, "debrief-45": 7, "draft-45": 5, "collateral-60": 4, "dispute-40": 5, "store-huddle-20": 5,
}  # fmt: skip
OPTIONAL = {"kickoff-120": {6, 8}, "monthly-90": {8}, "launch-60": {4}, "quarter-180": {6, 8, 10}}
DEMANDS = {f"R{number}" for number in range(1, 108)}
EXERCISES = {
    "alignment-pulse", "needs-exchange", "saboteur", "marketing-brief", "field-report", "lead-definition",
    "lead-sample-review", "funnel-map", "two-way-sla", "scoreboard", "objection-clinic", "win-loss",
    "choice-criteria", "message-test", "draft-review", "collateral-audit", "touch-map", "role-clarity",
    "launch-gate", "campaign-debrief", "dispute-desk", "ride-along", "targets-forecast", "joint-sequence",
    "skill-swap",
}  # fmt: skip


@pytest.fixture(params=sorted(SEGMENTS))
def agenda(request: pytest.FixtureRequest) -> Agenda:
    return BY_SLUG[request.param]


def test_the_shelf_holds_the_twelve_and_no_note() -> None:
    assert {slug: len(agenda.segments) for slug, agenda in BY_SLUG.items()} == SEGMENTS
    assert LIBRARY.notes == ()


def test_the_minutes_add_up_to_the_number_in_the_name(agenda: Agenda) -> None:
    assert agenda.minutes == int(agenda.slug.rpartition("-")[2])


def test_segments_that_may_be_cut_are_those_of_the_template(agenda: Agenda) -> None:
    assert {segment.number for segment in agenda.segments if not segment.core} == OPTIONAL.get(
        agenda.slug, set()
    )


def test_it_opens_and_closes_once(agenda: Agenda) -> None:
    kinds = [segment.kind for segment in agenda.segments]
    assert kinds[0] == "open"
    assert kinds[-1] == "close"
    assert kinds.count("close") == 1


def test_every_segment_but_the_break_has_somebody_who_leads(agenda: Agenda) -> None:
    assert all(bool(segment.leads) == (segment.kind != "break") for segment in agenda.segments)


def test_it_has_a_title_a_purpose_and_rows_of_the_list(agenda: Agenda) -> None:
    assert agenda.title
    assert agenda.purpose
    assert set(agenda.seeds) <= DEMANDS
    assert agenda.seeds


def test_the_exercises_it_names_are_in_the_list(agenda: Agenda) -> None:
    named = {slug for segment in agenda.segments for slug in (segment.exercise, *segment.alternatives)} - {""}
    assert named <= EXERCISES
    assert LIBRARY.missing_exercises(agenda.segments) == ()


def test_meetings_of_the_routine_alternate_and_those_with_a_fixed_order_do_not() -> None:
    assert {agenda.slug for agenda in LIBRARY.agendas if not agenda.alternates} == {"launch-60", "debrief-45"}


def test_open_actions_are_reviewed_in_every_regular_meeting() -> None:
    assert {a.slug for a in LIBRARY.agendas if a.has_block("actions-review")} == {
        "monthly-90",
        "sync-30",
        "quarter-180",
    }


def test_return_on_time_is_asked_everywhere_but_in_the_store() -> None:
    assert {agenda.slug for agenda in LIBRARY.agendas if not agenda.has_block("roti")} == {"store-huddle-20"}


def test_the_sync_asks_for_the_headlines_of_both_reports() -> None:
    assert [(s.number, s.exercise, s.part) for s in BY_SLUG["sync-30"].segments if s.exercise] == [
        (3, "marketing-brief", "headlines"),
        (4, "field-report", "headlines"),
    ]


def test_prompts_are_kept_word_for_word() -> None:
    monthly = BY_SLUG["monthly-90"].segments
    assert monthly[1].prompts[0] == "Done / late / stuck - and who helps?"
    assert monthly[6].prompts == ("What does each team do? 0-5: will you carry it?",)
    assert BY_SLUG["kickoff-120"].segments[10].prompts == (
        "Credit to the other team? Worth your time? See you on ...",
    )


def test_nothing_is_shouted_or_blamed(agenda: Agenda) -> None:
    said = " ".join(prompt for segment in agenda.segments for prompt in segment.prompts)
    assert not re.search(r"!|\b(failure|blame|guilty|ignore|wrong|rejected)\b", said)


def test_the_documents_number_every_demand_and_list_every_exercise() -> None:
    docs = Path(shelf("agendas")).parent / "docs"
    demands = re.findall(
        r"^- \*\*(R\d+)\*\*", (docs / "demands.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert demands == [f"R{number}" for number in range(1, 108)]
    rows = re.findall(
        r"^\| E\d\d \| `([\w-]+)`", (docs / "exercises.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(rows) == 25
    assert set(rows) == EXERCISES


def test_an_exercise_that_fills_several_segments_goes_on_in_each(agenda: Agenda) -> None:
    """Each of them shows steps that none before it showed, or the end of them once more."""
    shown: dict[str, set[str]] = {}
    for segment in agenda.segments:
        exercise = LIBRARY.exercise(segment.exercise) if segment.exercise else None
        if exercise is None or not exercise.steps:
            continue
        says = {step.say for step in exercise.script(segment.part or exercise.usual)}
        before = shown.setdefault(exercise.slug, set())
        assert not says & before or segment.part == "conditions", segment.title
        before |= says
