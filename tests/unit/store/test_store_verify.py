"""What `verify` says of a journal."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.store import FileJournal, Line, verify
from workshop.store.chain import header

Fill = Callable[..., tuple[Line, ...]]
MISSING = (
    "journal.jsonl ends at line 3, but line 4 had been stored: one line is missing. "
    "Restore a backup, or go on: the next line becomes line 4."
)


@pytest.fixture
def path(on_disk: FileJournal, tmp_path: Path, fill: Fill) -> Path:
    """A sound journal of four lines."""
    fill(on_disk, "one", "two", "three", "four")
    return tmp_path / "journal.jsonl"


def test_a_sound_journal_has_no_problems(path: Path) -> None:
    assert verify(path.parent) == ()


def test_every_changed_line_is_said(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"two", b"TWO").replace(b"four", b"FOUR"))
    assert verify(path.parent) == (
        "Line 2 is not as it was written (its hash does not fit).",
        "Line 4 is not as it was written (its hash does not fit).",
    )


def test_a_missing_line_is_said(path: Path) -> None:
    rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(rows[:2] + rows[3:]))
    assert verify(path.parent) == ("Line 1 is followed by line 3.",)


def test_a_line_from_another_journal_is_said(path: Path, tmp_path: Path, fill: Fill) -> None:
    other = FileJournal(tmp_path / "other")
    other.create()
    fill(other, "one", "something else", "three", "four")
    rows = path.read_bytes().splitlines(keepends=True)
    rows[2] = (tmp_path / "other" / "journal.jsonl").read_bytes().splitlines(keepends=True)[2]
    path.write_bytes(b"".join(rows))
    assert verify(path.parent) == ("Line 3 does not follow line 2: one of them was changed or replaced.",)


def test_a_torn_end_and_the_witness_are_said(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 50)
    assert verify(path.parent) == (
        "Line 4, the last, is torn; that is put right when something is next stored.",
        MISSING,
    )


def test_a_lacking_newline_is_said(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)
    assert verify(path.parent) == (
        "Line 4, the last, lacks its end; that is put right when something is next stored.",
    )


def test_a_cut_between_two_lines_is_said(path: Path) -> None:
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:3]))
    assert "lines 3 to 4 had been stored" in verify(path.parent)[0]


@pytest.mark.parametrize(("content", "word"), [(b"", "header"), (b"hello\n", "header"), (header(9), "newer")])
def test_a_header_that_is_none_of_ours_is_said(tmp_path: Path, content: bytes, word: str) -> None:
    (tmp_path / "journal.jsonl").write_bytes(content)
    (problem,) = verify(tmp_path)
    assert word in problem


def test_a_folder_without_a_journal_is_said(tmp_path: Path) -> None:
    (problem,) = verify(tmp_path)
    assert "cannot be read" in problem


def test_verifying_changes_nothing(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 50)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    verify(path.parent)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
