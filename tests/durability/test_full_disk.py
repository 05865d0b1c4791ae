"""A full disk: the line is refused with a sentence, the text stays in hand, and the journal is as it was."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from durability.programs import LineMode
from durability.rooms import feed, running, texts

from workshop.errors import NotStored
from workshop.line.session import Session
from workshop.workspace import Workspace
from workshop.workspace.checking import problems
from workshop.workspace.rows import rows

LONG = "n: " + "the text that somebody does not want to type again " * 78
"""With all that is stored with it, longer than the rest of any block."""


class Disk:
    """A folder on a disk that can be filled and emptied."""

    def __init__(self, folder: Path, filling: Callable[[Path], Iterator[None]]) -> None:
        self.folder = folder
        self.full = contextmanager(lambda: filling(folder))


def _filled(folder: Path) -> Iterator[None]:
    """Really full: no block is left, only the rest of the journal's last one."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            with suppress(OSError):
                while file.write(b"\0" * size) == size:
                    pass
    yield
    filler.unlink()


def _acting(_folder: Path) -> Iterator[None]:
    """As a full disk answers: the beginning is taken, then nothing more."""
    written: list[int] = []

    def write(descriptor: int, content: bytes) -> int:
        written.append(descriptor)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, content[:100])

    real = os.write
    with patch("os.write", write):
        yield


@pytest.fixture(params=["real", "acted"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """One that only acts as if it were full; and a small one, where this machine lets us mount it."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "workshop-test", str(tmp_path)]
    really = request.param == "real" and shutil.which("mount") is not None
    if really and subprocess.run(mount, check=False, capture_output=True).returncode == 0:
        yield Disk(tmp_path, _filled)
        subprocess.run(["umount", str(tmp_path)], check=True)
    else:
        yield Disk(tmp_path, _acting)


def check_refused(session: Session, line: str) -> None:
    with pytest.raises(NotStored) as refused:
        feed(session, line)
    assert "Your text is still in hand" in str(refused.value)
    assert "journal.jsonl is as it was before." in str(refused.value)
    assert "Make room on the disk" in refused.value.fix


def test_a_line_the_disk_does_not_take_is_refused_and_goes_in_once_there_is_room(disk: Disk) -> None:
    session = running(disk.folder / "firm")
    feed(session, "o: ten weeks is too long @ana")
    before = (disk.folder / "firm" / "journal.jsonl").read_bytes()
    with disk.full():
        check_refused(session, LONG)
        assert (disk.folder / "firm" / "journal.jsonl").read_bytes() == before
        assert list(problems(Workspace(disk.folder / "firm"))) == []
    feed(session, LONG)
    assert texts(disk.folder / "firm") == ["ten weeks is too long", LONG.removeprefix("n: ").strip()]
    assert list(problems(session.workspace)) == []
    assert session.workspace.notices == ()


def test_the_meeting_can_be_left_and_taken_up_again_while_the_disk_is_full(disk: Disk) -> None:
    session = running(disk.folder / "firm")
    feed(session, "o: ten weeks is too long @ana")
    with disk.full():
        check_refused(session, LONG)
        again = Session(Workspace(disk.folder / "firm"), issue=False)
        assert "1 objection · Ana Ruiz: ten weeks is too long" in "\n".join(feed(again, "/record"))


def test_a_close_stands_although_the_register_cannot_follow(tmp_path: Path) -> None:
    session = running(tmp_path / "firm")
    feed(session, "o: ten weeks is too long @ana", "a: call the lab @bo >tomorrow")
    with patch("workshop.store.register.replace_file", side_effect=NotStored("register.json: no room.")):
        told = "\n".join(feed(session, "/close early fire alarm"))
        assert "is closed" in told
        assert "! Lists are slower until this is put right: register.json: no room." in told
        assert [row["status"] for row in rows(Workspace(tmp_path / "firm"), "meetings")] == ["closed"]
    assert [row["text"] for row in rows(Workspace(tmp_path / "firm"), "actions")] == ["call the lab"]
    assert list(problems(Workspace(tmp_path / "firm"))) == []


def test_the_line_mode_says_it_and_goes_on(tmp_path: Path) -> None:
    directory = tmp_path / "firm"
    running(directory)
    with LineMode(directory) as program:
        program.until("goes on.")
        program.limit_files((directory / "journal.jsonl").stat().st_size + 100)
        program.send(LONG)
        program.send("/time")
        program.until("Meeting: ")
        program.limit_files(None)
        program.send("n: there is room again")
        program.until("there is room again")
        code, told = program.leave()
    assert code == 1
    assert "? Not stored: the disk did not take the line" in told
    assert texts(directory) == ["there is room again"]
