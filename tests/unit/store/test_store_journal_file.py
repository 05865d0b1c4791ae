"""The journal file: what power cuts, full disks and editors do to it, and what is said then."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.errors import Damaged, NewerFile, NotStored, WorkshopError
from workshop.store import FileJournal, Line
from workshop.store.chain import header

Fill = Callable[..., tuple[Line, ...]]


class PowerCut(BaseException):
    """The machine stops here."""


def reopened(folder: Path) -> FileJournal:
    """A journal as the next run of the program finds it, opened for writing once."""
    journal = FileJournal(folder)
    with journal.locked():
        pass
    return journal


def cut_copy(source: Path, target: Path, size: int) -> Path:
    """A workspace whose journal ends after so many bytes; the witness is as it was."""
    shutil.copytree(source, target)
    os.truncate(target / "journal.jsonl", size)
    return target


@pytest.mark.usefixtures("quick_disk")
def test_a_cut_at_any_byte_of_the_last_two_lines_loses_only_what_was_cut(tmp_path: Path, fill: Fill) -> None:
    source = tmp_path / "source"
    journal = FileJournal(source)
    journal.create()
    stored = fill(journal, "a", "b", "ten weeks is too long", "Łukasz: no reference")
    whole = (source / "journal.jsonl").read_bytes()
    for size in range(stored[1].end, len(whole)):
        folder = cut_copy(source, tmp_path / str(size), size)
        # A line counts as there when at most its newline is gone.
        expected = tuple(line for line in stored if line.end - 1 <= size)
        assert tuple(FileJournal(folder).read()) == expected
        again = reopened(folder)
        assert tuple(again.read()) == expected
        assert again.notices
        whole_lines_gone = len(stored) - len(expected)
        assert ("missing" in " ".join(again.notices)) == (whole_lines_gone > 0)
        torn = whole[expected[-1].end : size]
        set_aside = [path.read_bytes() for path in folder.glob("journal.torn-*")]
        assert set_aside == ([torn] if torn else [])
        following = fill(again, "after the cut")[0]
        assert tuple(again.read()) == (*expected, following)
        shutil.rmtree(folder)


def test_a_torn_last_line_is_set_aside_and_named(on_disk: FileJournal, tmp_path: Path, fill: Fill) -> None:
    stored = fill(on_disk, "a", "ten weeks is too long")
    os.truncate(tmp_path / "journal.jsonl", stored[1].end - 60)
    (notice, missing) = reopened(tmp_path).notices
    assert "journal.torn-2.jsonl" in notice
    assert "ten weeks is too long" in notice
    assert "one line is missing" in missing
    assert b"ten weeks" in (tmp_path / "journal.torn-2.jsonl").read_bytes()


def test_a_second_torn_line_does_not_overwrite_the_first(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    fill(on_disk, "a")
    for text in (b'{"n":2,"first', b'{"n":2,"second'):
        with (tmp_path / "journal.jsonl").open("ab") as file:
            file.write(text)
        reopened(tmp_path)
    assert (tmp_path / "journal.torn-2.jsonl").read_bytes() == b'{"n":2,"first'
    assert (tmp_path / "journal.torn-2-2.jsonl").read_bytes() == b'{"n":2,"second'


def test_a_last_line_of_zeros_is_torn_even_with_a_newline(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    stored = fill(on_disk, "a")
    with (tmp_path / "journal.jsonl").open("ab") as file:
        file.write(b"\0" * 300 + b'"before":"x"}\n')
    assert tuple(FileJournal(tmp_path).read()) == stored
    assert "torn" in reopened(tmp_path).notices[0]
    assert tuple(FileJournal(tmp_path).read()) == stored


def test_a_whole_line_without_its_newline_is_kept_and_completed(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    stored = fill(on_disk, "a", "b")
    path = tmp_path / "journal.jsonl"
    whole = path.read_bytes()
    os.truncate(path, len(whole) - 1)
    early = tuple(FileJournal(tmp_path).read())
    assert early == stored
    assert FileJournal(tmp_path).holds(early[-1].place)
    assert list(FileJournal(tmp_path).read(early[-1].place)) == []
    assert reopened(tmp_path).notices == (
        "Line 2 of journal.jsonl lacked its end; it is whole and was kept.",
    )
    assert path.read_bytes() == whole


def test_a_program_stopped_in_the_middle_of_a_write_costs_that_line_only(
    on_disk: FileJournal, tmp_path: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = fill(on_disk, "a", "b")
    write = os.write

    def stops_half_way(descriptor: int, content: bytes) -> int:
        write(descriptor, content[: len(content) // 2])
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", stops_half_way)
        with pytest.raises(PowerCut):
            fill(on_disk, "c")
    assert tuple(FileJournal(tmp_path).read()) == stored
    journal = reopened(tmp_path)
    assert "journal.torn-3.jsonl" in journal.notices[0]
    assert fill(journal, "c again")[0].n == 3


def test_a_full_disk_stores_nothing_and_stops_no_later_line(
    on_disk: FileJournal, tmp_path: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = fill(on_disk, "a")
    before = (tmp_path / "journal.jsonl").read_bytes()

    def full(_descriptor: int, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(NotStored, match="Your text is still in hand"):
            fill(on_disk, "b")
    assert (tmp_path / "journal.jsonl").read_bytes() == before
    assert tuple(on_disk.read()) == stored
    assert fill(on_disk, "b")[0].n == 2


def test_a_disk_that_takes_half_a_line_gives_it_back(
    on_disk: FileJournal, tmp_path: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(on_disk, "a")
    before = (tmp_path / "journal.jsonl").read_bytes()
    write = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:40]))
        with pytest.raises(NotStored, match="No space left"):
            fill(on_disk, "b")
    assert (tmp_path / "journal.jsonl").read_bytes() == before
    assert on_disk.notices == ()
    assert fill(on_disk, "b")[0].n == 2


def test_a_line_that_was_not_synced_is_taken_out_again(
    on_disk: FileJournal, tmp_path: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(on_disk, "a")
    before = (tmp_path / "journal.jsonl").read_bytes()

    def broken(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr("workshop.store.appending.sync", broken)
        with pytest.raises(NotStored, match="half of it may stand"):
            fill(on_disk, "b")
    assert (tmp_path / "journal.jsonl").read_bytes() == before


def test_the_line_is_synced_after_it_is_written_and_before_append_returns(
    on_disk: FileJournal, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    write = os.write

    def written(descriptor: int, content: bytes) -> int:
        calls.append("write")
        return write(descriptor, content)

    monkeypatch.setattr(os, "write", written)
    monkeypatch.setattr(os, "fdatasync", lambda _: calls.append("sync"), raising=False)
    fill(on_disk, "a")
    assert calls == ["write", "sync", "write"]  # the last one is the witness, which is not synced


def test_a_witness_that_cannot_be_written_does_not_unstore_the_line(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    (tmp_path / "journal.head").mkdir()
    stored = fill(on_disk, "a")
    assert tuple(FileJournal(tmp_path).read()) == stored
    assert "the line itself is stored" in on_disk.notices[0]


def test_a_journal_cut_between_two_lines_is_noticed(on_disk: FileJournal, tmp_path: Path, fill: Fill) -> None:
    stored = fill(on_disk, "a", "b", "c", "d")
    os.truncate(tmp_path / "journal.jsonl", stored[0].end)
    journal = reopened(tmp_path)
    assert journal.notices == (
        (
            "journal.jsonl ends at line 1, but lines 2 to 4 had been stored: 3 lines are missing. "
            "Restore a backup, or go on: the next line becomes line 2."
        ),
    )
    fill(journal, "goes on")
    assert reopened(tmp_path).notices == ()


def test_a_notice_is_given_once_however_often_the_journal_is_locked(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    stored = fill(on_disk, "a", "b")
    os.truncate(tmp_path / "journal.jsonl", stored[0].end)
    journal = reopened(tmp_path)
    with journal.locked():
        pass
    assert len(journal.notices) == 1


def test_a_last_line_put_in_the_place_of_another_is_noticed(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    fill(on_disk, "a", "b")
    other = FileJournal(tmp_path / "other")
    other.create()
    fill(other, "a", "something else")
    shutil.copy(tmp_path / "other" / "journal.jsonl", tmp_path / "journal.jsonl")
    assert "Line 2" in reopened(tmp_path).notices[0]


@pytest.mark.parametrize("content", [b"", b"\0\0\0\0", b"12", b"no such thing"])
def test_a_witness_that_lags_or_is_broken_says_nothing(
    on_disk: FileJournal, tmp_path: Path, fill: Fill, content: bytes
) -> None:
    fill(on_disk, "a")
    early = (tmp_path / "journal.head").read_bytes()
    fill(on_disk, "b")
    for witness in (early, content):
        (tmp_path / "journal.head").write_bytes(witness)
        assert reopened(tmp_path).notices == ()


def test_a_changed_line_in_the_middle_is_said_and_left_alone(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    fill(on_disk, "a", "five per cent", "c")
    path = tmp_path / "journal.jsonl"
    path.write_bytes(path.read_bytes().replace(b"five per cent", b"nine per cent"))
    changed = path.read_bytes()
    with pytest.raises(Damaged, match=r"line 2 .*workshop verify.*backup"):
        list(FileJournal(tmp_path).read())
    assert path.read_bytes() == changed


@pytest.mark.parametrize("broken", [b"\0\0\0\n", b"{}\n", b"half a line\n", b"\n"])
def test_a_broken_line_in_the_middle_is_never_left_out(
    on_disk: FileJournal, tmp_path: Path, fill: Fill, broken: bytes
) -> None:
    first, *_ = fill(on_disk, "a", "b", "c")
    path = tmp_path / "journal.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[: first.end] + broken + whole[first.end :])
    lines = FileJournal(tmp_path).read()
    assert next(lines) == first
    with pytest.raises(Damaged, match="line 2"):
        next(lines)


def test_a_line_taken_out_of_the_middle_is_said(on_disk: FileJournal, tmp_path: Path, fill: Fill) -> None:
    first, second, _ = fill(on_disk, "a", "b", "c")
    path = tmp_path / "journal.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[: first.end] + whole[second.end :])
    with pytest.raises(Damaged, match=r"line 2 .*does not follow"):
        list(FileJournal(tmp_path).read())


def test_nothing_is_appended_to_a_last_line_that_was_changed(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    fill(on_disk, "a", "five per cent")
    path = tmp_path / "journal.jsonl"
    path.write_bytes(path.read_bytes().replace(b"five per cent", b"nine per cent"))
    changed = path.read_bytes()
    with pytest.raises(Damaged, match="last line"):
        fill(FileJournal(tmp_path), "c")
    assert path.read_bytes() == changed


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"{}\n", b"[1]\n", b'{"n":0,"workshop":"journal"}\n', b"\xff\n"]
)
def test_a_file_without_our_header_is_damaged_and_left_alone(
    tmp_path: Path, fill: Fill, content: bytes
) -> None:
    (tmp_path / "journal.jsonl").write_bytes(content)
    journal = FileJournal(tmp_path)
    with pytest.raises(Damaged, match="line 0"):
        journal.read()
    with pytest.raises(Damaged, match="line 0"):
        fill(journal, "a")
    assert (tmp_path / "journal.jsonl").read_bytes() == content


@pytest.mark.parametrize(
    "content", [header(2), b'{"n":0,"workshop":"journal","schema":7,"sealed":"otherwise"}\n{"x":1}']
)
def test_a_newer_journal_is_refused_and_left_alone(tmp_path: Path, fill: Fill, content: bytes) -> None:
    (tmp_path / "journal.jsonl").write_bytes(content)
    journal = FileJournal(tmp_path)
    with pytest.raises(NewerFile, match=r"newer Workshop.*Update") as refusal:
        journal.read()
    assert refusal.value.exit_code == 5
    with pytest.raises(NewerFile):
        fill(journal, "a")
    assert (tmp_path / "journal.jsonl").read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["journal.jsonl"]


def test_long_lines_do_not_hide_the_end(on_disk: FileJournal, tmp_path: Path, fill: Fill) -> None:
    stored = fill(on_disk, "short", "x" * 40_000, "y" * 20_000)
    assert tuple(FileJournal(tmp_path).read()) == stored
    assert fill(FileJournal(tmp_path), "z")[0].n == 4


def test_only_the_owner_reads_the_journal(on_disk: FileJournal, tmp_path: Path, fill: Fill) -> None:
    fill(on_disk, "a")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("journal.*")}
    assert modes == {"journal.jsonl": 0o600, "journal.head": 0o600}


def test_files_that_still_hold_a_forgotten_name_are_told(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    fill(on_disk, "Ana Ruiz said so")
    (tmp_path / "journal.torn-2.jsonl").write_text("Ana Ruiz", encoding="utf-8")
    on_disk.rewrite(lambda fact: {**fact, "text": "P-1 said so"})
    assert b"Ana Ruiz" not in (tmp_path / "journal.jsonl").read_bytes()
    assert on_disk.notices == (
        "journal.torn-2.jsonl still holds what was typed earlier: delete it when nobody needs it.",
    )
    assert reopened(tmp_path).notices == ()
    assert stat.S_IMODE((tmp_path / "journal.jsonl").stat().st_mode) == 0o600


def test_a_rewrite_that_the_disk_does_not_take_leaves_the_journal_as_it_was(
    on_disk: FileJournal, tmp_path: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = fill(on_disk, "Ana Ruiz said so")

    def broken(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr("workshop.store.durable.sync", broken)
        with pytest.raises(NotStored, match=r"journal\.jsonl could not be written"):
            on_disk.rewrite(lambda fact: {**fact, "text": ""})
    assert tuple(FileJournal(tmp_path).read()) == stored
    assert list(tmp_path.glob(".*")) == []


def test_a_journal_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").mkdir()
    with pytest.raises(WorkshopError, match="cannot be opened"):
        FileJournal(tmp_path).read()


def test_a_workspace_is_not_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(NotStored, match="could not be made"):
        FileJournal(tmp_path / "notes.txt" / "team").create()
