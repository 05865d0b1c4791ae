"""Files that are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from workshop.errors import NotStored
from workshop.store import replace_file
from workshop.store.durable import free_name, make_folder, sync, sync_folder


def test_a_file_is_replaced_and_private(tmp_path: Path) -> None:
    path = tmp_path / "people.json"
    replace_file(path, b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["people.json"]


def test_whoever_has_the_old_file_open_reads_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "register.json"
    replace_file(path, b"old")
    with path.open("rb") as file:
        replace_file(path, b"new")
        assert file.read() == b"old"


def test_content_is_synced_then_renamed_then_the_folder_is_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    replace = Path.replace

    def renamed(path: Path, target: Path) -> Path:
        calls.append("rename")
        return replace(path, target)

    monkeypatch.setattr("workshop.store.durable.sync", lambda _: calls.append("sync"))
    monkeypatch.setattr(
        "workshop.store.durable.sync_folder", lambda folder: calls.append(f"folder {folder.name}")
    )
    monkeypatch.setattr(Path, "replace", renamed)
    replace_file(tmp_path / "a", b"x")
    assert calls == ["sync", "rename", f"folder {tmp_path.name}"]
    calls.clear()
    replace_file(tmp_path / "a", b"x", synced=False)
    assert calls == ["rename"]


def test_a_full_disk_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "people.json"
    replace_file(path, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("workshop.store.durable.sync", full)
    with pytest.raises(NotStored, match=r"people\.json could not be written \(No space left on device\)"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["people.json"]


def test_a_name_may_be_as_long_as_names_can_be_and_a_longer_one_is_said(tmp_path: Path) -> None:
    replace_file(tmp_path / ("x" * 255), b"fits")
    with pytest.raises(NotStored, match="File name too long"):
        replace_file(tmp_path / ("x" * 256), b"does not")
    with pytest.raises(NotStored, match="File name too long"):
        make_folder(tmp_path / ("y" * 256))
    assert [file.name for file in tmp_path.iterdir()] == ["x" * 255]


def test_where_fdatasync_is_missing_fsync_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.delattr(os, "fdatasync", raising=False)
    monkeypatch.setattr(os, "fsync", synced.append)
    with (tmp_path / "a").open("wb") as file:
        sync(file.fileno())
        assert synced == [file.fileno()]


def test_a_folder_that_is_not_there_cannot_be_synced(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "nowhere")


def test_a_free_name_counts_up(tmp_path: Path) -> None:
    path = tmp_path / "journal.torn-4.jsonl"
    assert free_name(path) == path
    path.touch()
    (tmp_path / "journal.torn-4-2.jsonl").touch()
    assert free_name(path).name == "journal.torn-4-3.jsonl"
