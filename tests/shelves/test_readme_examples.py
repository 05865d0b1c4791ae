"""What the READMEs of the shelves show works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workshop.library import load
from workshop.shelves import shelf

BLOCK = re.compile(r"^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)
AGENDA, KINDS, PROFILES, SIGNALS, METRICS = BLOCK.findall(
    (shelf("agendas") / "README.md").read_text(encoding="utf-8")
)
(REPORT,) = BLOCK.findall((shelf("exercises") / "README.md").read_text(encoding="utf-8"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for name, text in {
        "agendas/stand-up-10.toml": AGENDA,
        "agendas/kinds.toml": KINDS,
        "agendas/profiles.toml": PROFILES,
        "agendas/metrics.toml": METRICS,
        "agendas/signals.toml": SIGNALS,
        "exercises/what-service-hears.toml": REPORT,
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


def test_the_profile_of_the_readme_hides_two_agendas_and_its_words_are_said(own: Path) -> None:
    library = load(own, "stores", "opticians")
    assert library.notes == ()
    assert library.profile.hides[0].agendas == ("quarter-180", "winloss-60")
    assert library.vocabulary.say("Best and worst lead") == "Best and worst eye test"
    assert library.kind("lead-quality").label == "How eye tests went"


def test_the_signal_of_the_readme_stands_behind_the_shipped_ones(own: Path) -> None:
    signals = load(own).prompting.signals
    assert signals[-1].trigger.name == "quiet-stores"
    assert len(signals) == len(load().prompting.signals) + 1


def test_a_shelf_holds_no_program() -> None:
    assert not [path for name in ("agendas", "exercises") for path in shelf(name).rglob("*.py")]
