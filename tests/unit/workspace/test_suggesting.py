"""What is suggested next asks the shelf only for the exercises it names."""

from __future__ import annotations

from pathlib import Path

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
