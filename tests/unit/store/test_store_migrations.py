"""Journals of earlier schemas."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from workshop.errors import Damaged, NewerFile
from workshop.store import START, FileJournal, Line, MemoryJournal, migrate, verify
from workshop.store.chain import header, rows
from workshop.store.lines import encode, rechained

FILES = Path(__file__).parent / "files"
Fill = Callable[..., tuple[Line, ...]]
Rows = Iterable[dict[str, Any]]


def with_verbs(lines: Rows) -> Rows:
    """A step of the test's own: schema 2 calls the command `verb`."""
    for line in lines:
        yield {("verb" if key == "command" else key): value for key, value in line.items()}


def with_counted_facts(lines: Rows) -> Rows:
    """Another one: schema 3 counts the facts."""
    for line in lines:
        yield {**line, "count": len(line["facts"])}


def placed(folder: Path) -> Path:
    """A workspace with the journal that a program of schema 1 wrote."""
    shutil.copy(FILES / "journal-1.jsonl", folder / "journal.jsonl")
    return folder


def test_a_journal_of_schema_1_loads_byte_for_byte(tmp_path: Path) -> None:
    lines = list(FileJournal(placed(tmp_path)).read())
    content = (FILES / "journal-1.jsonl").read_bytes()
    written, place = header(1), START
    memory = MemoryJournal()
    memory.create()
    with memory.locked() as writer:
        place = writer.place
        for line in lines:
            written += encode(place, line.meeting, line.reading, line.command, line.facts) + b"\n"
            place = writer.append(line.meeting, line.reading, line.command, line.facts).place
    assert written == content
    assert rechained(rows(content)) == content
    assert place.offset == len(content)
    assert [line.n for line in lines] == [1, 2, 3, 4]
    assert lines[1].facts[0]["text"] == "Zehn Wochen sind zu lang – sagt Łukasz"
    assert verify(tmp_path) == ()


def test_steps_are_taken_one_after_the_other_and_the_old_journal_is_kept(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    sentence = migrate(folder, {1: with_verbs, 2: with_counted_facts}, 3)
    assert (
        sentence == "journal.jsonl was brought from form 1 to form 3; the old one lies in journal.v1.jsonl."
    )
    assert (folder / "journal.v1.jsonl").read_bytes() == (FILES / "journal-1.jsonl").read_bytes()
    head, *lines = rows((folder / "journal.jsonl").read_bytes())
    assert head["schema"] == 3
    assert [line["n"] for line in lines] == [1, 2, 3, 4]
    assert all("command" not in line and line["count"] == len(line["facts"]) for line in lines)


def test_a_journal_of_todays_schema_is_left_alone(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    assert migrate(folder) == ""
    assert [path.name for path in folder.iterdir()] == ["journal.jsonl"]


def test_an_older_journal_is_brought_up_when_it_is_opened(
    tmp_path: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = placed(tmp_path)
    content = (folder / "journal.jsonl").read_bytes()
    older = rechained({**row, **({"schema": 0} if row["n"] == 0 else {})} for row in rows(content))
    (folder / "journal.jsonl").write_bytes(older + b'{"n":5,"torn')
    monkeypatch.setattr("workshop.store.migrations.STEPS", {})
    monkeypatch.setattr(
        "workshop.store.disk.migrate", lambda where: migrate(where, {0: lambda lines: lines}, 1)
    )
    journal = FileJournal(folder)
    assert len(list(journal.read())) == 4
    assert (folder / "journal.jsonl").read_bytes() == content
    assert (folder / "journal.v0.jsonl").read_bytes() == older
    assert [notice.split(" ")[0:2] for notice in journal.notices] == [["Line", "5"], ["journal.jsonl", "was"]]
    assert fill(journal, "goes on")[0].n == 5
    assert verify(folder) == ()


def test_a_schema_that_no_program_wrote_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_bytes(header(0))
    with pytest.raises(Damaged, match="form 0"):
        FileJournal(tmp_path).read()
    assert (tmp_path / "journal.jsonl").read_bytes() == header(0)


def test_a_journal_beyond_the_target_is_refused(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_bytes(header(3))
    with pytest.raises(NewerFile):
        migrate(tmp_path, {}, 2)


def test_a_damaged_journal_is_not_migrated(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    changed = (folder / "journal.jsonl").read_bytes().replace(b"Zehn", b"Acht")
    (folder / "journal.jsonl").write_bytes(changed)
    with pytest.raises(Damaged, match="line 2"):
        migrate(folder, {1: with_verbs}, 2)
    assert (folder / "journal.jsonl").read_bytes() == changed


def test_an_older_copy_of_the_same_name_is_kept_too(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    (folder / "journal.v1.jsonl").write_bytes(b"from an earlier restore")
    assert "journal.v1-2.jsonl" in migrate(folder, {1: with_verbs}, 2)
    assert (folder / "journal.v1.jsonl").read_bytes() == b"from an earlier restore"
