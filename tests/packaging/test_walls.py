"""The guard of the floors holds, and it notices what it is there to notice."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the program and its contracts that a test may spoil."""
    shutil.copytree(ROOT / "workshop", tmp_path / "workshop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(house: Path) -> tuple[int, str]:
    linter = Path(sysconfig.get_path("scripts")) / "lint-imports"
    done = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )
    return done.returncode, " ".join(done.stdout.split())


def test_every_wall_stands(house: Path) -> None:
    code, said = lint(house)
    assert code == 0, said


def test_a_room_without_a_floor_is_noticed(house: Path) -> None:
    (house / "workshop" / "attic").mkdir()
    (house / "workshop" / "attic" / "__init__.py").touch()
    code, said = lint(house)
    assert (code, "- workshop.attic" in said) == (1, True)


@pytest.mark.parametrize(
    ("line", "place", "told"),
    [
        (
            "from workshop.store import lines",
            "grammar",
            "workshop.grammar is not allowed to import workshop.store",
        ),
        (
            "from workshop.grammar import words",
            "model",
            "workshop.model is not allowed to import workshop.grammar",
        ),
        ("from click import echo", "store", "workshop.store.leak -> click"),
        ("import tinydb.table", "followup", "workshop.followup.leak -> tinydb"),
        ("from jinja2 import Template", "line", "workshop.line.leak -> jinja2"),
        ("import weasyprint", "workspace", "workshop.workspace.leak -> weasyprint"),
        ("import rich", "cli", "workshop.cli.leak -> rich"),
    ],
)
def test_an_import_through_a_wall_is_noticed(house: Path, line: str, place: str, told: str) -> None:
    (house / "workshop" / place / "leak.py").write_text(line + "\n")
    code, said = lint(house)
    assert (code, told in said) == (1, True), said
