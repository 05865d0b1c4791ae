"""What the READMEs of the shelves show works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workshop.exercising import Here, Surroundings, outcome
from workshop.library import load
from workshop.model.entries import Value
from workshop.model.results import Bars, Line, Table
from workshop.model.runs import Answer, Run, RunRow
from workshop.shelves import shelf

BLOCK = re.compile(r"^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)
AGENDA, KINDS, PROFILES, SIGNALS, METRICS = BLOCK.findall(
    (shelf("agendas") / "README.md").read_text(encoding="utf-8")
)
EXERCISE, REPORT = BLOCK.findall((shelf("exercises") / "README.md").read_text(encoding="utf-8"))

COMPLAINTS = Run(
    "complaints", 1, 1, "2026-03-03",
    rows=(
        RunRow("complaints", 1, "Manual in English", (Value("source", "service"), Value("days", "6"))),
        RunRow("complaints", 2, "Nobody calls back", (Value("source", "service"), Value("days", "2"))),
    ),
    answers=(
        Answer("cost", "sales", ("3", "4")), Answer("cost", "sales", ("3", "5")), Answer("cost", "marketing", ("1", "5")),
    ),
)  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for name, text in {
        "agendas/stand-up-10.toml": AGENDA,
        "agendas/kinds.toml": KINDS,
        "agendas/profiles.toml": PROFILES,
        "agendas/metrics.toml": METRICS,
        "agendas/signals.toml": SIGNALS,
        "exercises/what-service-hears.toml": REPORT,
        "exercises/complaints.toml": EXERCISE,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_example_loads_without_a_note(own: Path) -> None:
    assert load(own).notes == ()


def test_the_number_of_the_readme_stands_beside_the_shipped_ones(own: Path) -> None:
    library = load(own)
    assert library.metric("repeat rate") is not None
    assert len(library.metrics) == len(load().metrics) + 1


def test_the_agenda_of_the_readme_lasts_ten_minutes(own: Path) -> None:
    library = load(own)
    agenda = library.agenda("stand-up-10")
    assert agenda.minutes == 10
    assert library.missing_exercises(agenda.segments) == ()
    assert not agenda.segments[2].core


def test_the_kinds_of_the_readme_add_one_and_extend_one(own: Path) -> None:
    library = load(own)
    assert library.kind("s").label == "Sample sent"
    assert library.kind("objection").field("product") is not None


def test_the_report_of_the_readme_has_its_part(own: Path) -> None:
    report = load(own).report("what-service-hears")
    assert report is not None
    assert [card.slug for card in report.selected("headlines")] == ["questions"]


def test_the_exercise_of_the_readme_is_worked_out_from_end_to_end(own: Path) -> None:
    exercise = load(own).exercise("complaints")
    assert exercise is not None
    told = outcome(exercise, COMPLAINTS, Surroundings(here=(Here(1, 2, 1),)))
    assert told.notes == ()
    assert [figure.reads for figure in told.figures] == ["4.0 days", "Nobody calls back"]
    summary, bars, sources = told.results
    assert isinstance(summary, Line)
    assert summary.text == "Dearest: Nobody calls back. Answered after 4.0 days (n=2)."
    assert isinstance(bars, Bars)
    assert [(row.label, row.note) for row in bars.rows] == [
        ("Nobody calls back", "gap -0.50, n=3"), ("Manual in English", "gap 2.00, n=3"),
    ]  # fmt: skip
    assert isinstance(sources, Table)
    assert [row.cells for row in sources.rows] == [("service", "2", "3.38")]
    (draft,) = told.drafts
    assert (draft.text, draft.why, draft.due) == (
        "Stop this: Nobody calls back",
        "Costs us 4.75 of 5.",
        "2026-04-02",
    )


def test_the_profile_of_the_readme_hides_two_agendas_and_its_words_are_said(own: Path) -> None:
    library = load(own, "stores", "opticians")
    assert library.notes == ()
    assert library.profile.hides[0].agendas == ("quarter-180", "winloss-60")
    assert library.vocabulary.say("Best and worst lead") == "Best and worst eye test"
    assert library.kind("lead-quality").label == "How eye tests went"


def test_the_signals_of_the_readme_stand_behind_the_shipped_ones(own: Path) -> None:
    signals = load(own).prompting.signals
    assert [signal.trigger.name for signal in signals[-2:]] == ["quiet-stores", "thin-baskets"]
    assert len(signals) == len(load().prompting.signals) + 2


def test_a_shelf_holds_no_program() -> None:
    assert not [path for name in ("agendas", "exercises") for path in shelf(name).rglob("*.py")]
