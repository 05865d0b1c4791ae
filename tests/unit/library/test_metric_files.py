"""Definitions of numbers from tables."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from workshop.errors import ShelfError
from workshop.library import load
from workshop.library.metrics import made_metrics
from workshop.model.metrics import Definition


def made(text: str) -> tuple[Definition, ...]:
    return made_metrics(tomllib.loads(text), "agendas/metrics.toml")


def test_a_number_has_its_form_its_direction_and_its_formula() -> None:
    (found,) = made(
        '["hit rate"]\nform = "percent"\nbetter = "up"\nformula = "hits/calls"\nalso = ["hits"]\n'
    )
    assert found == Definition("hit rate", "percent", "up", "hits/calls", also=("hits",))
    assert found.called("Hit Rate")
    assert found.called("HITS")
    assert not found.called("misses")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[a]\nform = "per cent"\n', "a.form"),
        ('[a]\nformula = "won/(won+lost"\n', "a.formula"),
        ('[a]\nformula = "won; lost"\n', "a.formula"),
        ('[a]\nsecond = "won/lost"\n', "second_label"),
        ('[a]\ntarget = "soon"\n', "a.target"),
        ('[a]\nformular = "won/lost"\n', "did you mean formula"),
        ("a = 1\n", "expected a table"),
    ],
)
def test_what_is_off_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ShelfError, match=r"agendas/metrics\.toml: ") as caught:
        made(text)
    assert said in str(caught.value)


def test_a_team_adds_a_number_and_changes_a_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "agendas" / "metrics.toml"
    own.parent.mkdir()
    own.write_text('["hit rate"]\nformula = "hits/calls"\n["win rate"]\nbetter = "down"\n', encoding="utf-8")
    library = load(tmp_path)
    rate = library.metric("closing ratio")
    assert library.notes == ()
    assert library.metric("hit rate") is not None
    assert rate is not None
    assert (rate.better, rate.formula) == ("down", "won/(won+lost)")


def test_a_file_that_is_off_is_left_aside_with_a_note(tmp_path: Path) -> None:
    own = tmp_path / "agendas" / "metrics.toml"
    own.parent.mkdir()
    own.write_text('["win rate"]\nformula = "won/"\n', encoding="utf-8")
    library = load(tmp_path)
    assert library.metrics == load().metrics
    assert len(library.notes) == 1
    assert "agendas/metrics.toml" in library.notes[0]


def test_the_shelf_knows_the_numbers_that_teams_look_at() -> None:
    library = load()
    for name in ("win rate", "velocity", "cost per opportunity", "average basket", "POS compliance"):
        assert library.metric(name) is not None, name
    assert library.metric("smiles") is None
