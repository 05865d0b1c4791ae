"""The page on file formats tells the truth."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.store import FileJournal, verify

PAGE = (Path(__file__).parents[3] / "docs" / "file-formats.md").read_text(encoding="utf-8")
EXAMPLE, RECIPE = re.findall(r"```(?:json|python)\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with the journal of the page, and the witness that the page quotes."""
    (tmp_path / "journal.jsonl").write_text(EXAMPLE, encoding="utf-8")
    witness = re.search(r"in 44 bytes: `(.{43})`", PAGE)
    assert witness is not None
    (tmp_path / "journal.head").write_text(witness[1] + "\n", encoding="utf-8")
    return tmp_path


def checked_by_hand(folder: Path) -> subprocess.CompletedProcess[bytes]:
    """The page's own lines of Python, run over a journal."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", RECIPE], cwd=folder, capture_output=True, check=False
    )


def test_the_example_is_a_sound_journal(folder: Path) -> None:
    assert verify(folder) == ()
    assert [line.command for line in FileJournal(folder).read()] == ["Start", "Add"]


def test_the_recipe_agrees_with_the_program(folder: Path) -> None:
    assert checked_by_hand(folder).returncode == 0
    path = folder / "journal.jsonl"
    path.write_text(EXAMPLE.replace("Ten weeks", "Six weeks"), encoding="utf-8")
    assert checked_by_hand(folder).returncode == 1
    assert verify(folder)[0] == "Line 2 is not as it was written (its hash does not fit)."


@pytest.mark.parametrize(
    "name",
    ["journal.jsonl", "journal.head", "journal.torn-", "journal.v", "people.json", "boxes/", "register.json"],
)
def test_every_file_of_the_store_is_on_the_page(name: str) -> None:
    assert f"    {name}" in PAGE
