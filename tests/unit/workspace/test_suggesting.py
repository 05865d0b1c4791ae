"""What is suggested next asks the shelf only for the exercises it names."""

from __future__ import annotations

from pathlib import Path

from trial import trial

from workshop.settings import Settings
from workshop.workspace import Workspace
from workshop.workspace.suggesting import suggestions


def test_only_exercises_that_are_named_are_read(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "firm", Settings(name="Norvik", zone="Europe/Berlin"))
    workspace = Workspace(tmp_path / "firm")
    found = suggestions(workspace)
    named = {one.exercise for one in found if one.exercise}
    assert named
    assert set(workspace.library.shelf.read) <= named
    assert any(one.sales for one in found)


def test_numbers_of_the_scoreboard_that_fell_behind_are_named_with_their_values(tmp_path: Path) -> None:
    room = trial(tmp_path / "firm")
    room.play("""
        metric: lead acceptance=11/20 period=2026Q1
        metric: unused share=unused=12 assets=20
        """)
    reasons = {one.because for one in suggestions(room.workspace)}
    assert "fewer than six in ten leads are accepted: lead acceptance 55.0 % (n=20, 2026Q1)" in reasons
    assert "more than half of the material lies unused: unused share 60.0 % (n=20)" in reasons


def test_a_figure_of_the_last_audit_is_named_once_it_is_past_its_limit(tmp_path: Path) -> None:
    room = trial(tmp_path / "firm")
    room.type("/exercise collateral-audit")
    calls = "more than half of the pieces were unused when we counted: unused share 66.7 % (n=3, M-1)"
    for used, named in (("5", False), ("0", True)):
        room.play(f"""
            asset: Catalogue stage=evaluation; asked=9; used=0
            asset: Film stage=evaluation; asked=9; used=4
            asset: Sheet stage=evaluation; asked=9; used={used}
            """)
        assert (calls in {one.because for one in suggestions(room.workspace)}) is named
