"""Several programs on one workspace."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.errors import Locked, NotStored
from workshop.store import FileJournal, Journal, Line, RunningLock, verify
from workshop.store.register import Register

ROOT = Path(__file__).parents[3]
Fill = Callable[..., tuple[Line, ...]]

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from workshop.model.moments import Reading
from workshop.store import START, FileJournal
journal, name, place = FileJournal(Path(sys.argv[1])), sys.argv[2], START
for number in range(200):
    with journal.locked() as writer:
        for line in writer.catch_up(place):
            place = line.place
        reading = Reading(datetime(2026, 3, 3, tzinfo=UTC), number, name)
        place = writer.append(None, reading, "capture", [{"by": name, "number": number}]).place
"""

REFRESHER = """
import sys
from pathlib import Path
from workshop.store.lines import Place
from workshop.store.register import Register
register = Register(Path(sys.argv[1]))
for number in range(1, 60):
    actions = [{"id": f"A-{index}", "round": number, "text": "x" * 200} for index in range(60)]
    register.refresh(Place(number * 100, number, "ab" * 16), {"actions": actions})
"""

HOLDER = """
import sys
from pathlib import Path
from workshop.store import RunningLock
with RunningLock(Path(sys.argv[1]), 3):
    print("held", flush=True)
    sys.stdin.readline()
"""


def started(program: str, *arguments: str) -> subprocess.Popen[str]:
    """Another Python that runs a program of ours."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def finished(program: subprocess.Popen[str]) -> None:
    """Waits for it and says what it complained about."""
    _, complaint = program.communicate(timeout=60)
    assert program.returncode == 0, complaint


def test_two_programs_append_without_losing_or_mixing_lines(on_disk: FileJournal, tmp_path: Path) -> None:
    programs = [started(WRITER, str(tmp_path), name) for name in ("left", "right")]
    while any(program.poll() is None for program in programs):
        numbers = [line.n for line in FileJournal(tmp_path).read()]
        assert numbers == list(range(1, len(numbers) + 1))
    for program in programs:
        finished(program)
    lines = list(on_disk.read())
    assert len(lines) == 400
    for name in ("left", "right"):
        assert [line.facts[0]["number"] for line in lines if line.facts[0]["by"] == name] == list(range(200))
    assert verify(tmp_path) == ()


def test_a_register_that_is_being_written_always_reads_whole(tmp_path: Path) -> None:
    program = started(REFRESHER, str(tmp_path))
    register, last = Register(tmp_path), -1
    while program.poll() is None:
        place, actions = register.watermark(), register.table("actions")
        assert place.n >= last
        assert len(actions) in {0, 60}
        assert len({action["round"] for action in actions}) <= 1
        last = place.n
    finished(program)
    assert register.watermark().n == 59


def test_two_programs_refresh_the_register_and_the_further_one_stays(tmp_path: Path) -> None:
    for program in [started(REFRESHER, str(tmp_path)) for _ in range(2)]:
        finished(program)
    register = Register(tmp_path)
    assert {action["round"] for action in register.table("actions")} == {59}


def test_a_meeting_is_run_in_one_terminal_at_a_time(tmp_path: Path) -> None:
    program = started(HOLDER, str(tmp_path))
    assert program.stdout is not None
    assert program.stdout.readline() == "held\n"
    with pytest.raises(
        Locked, match=r"M-3 is being run in another terminal.*workshop show M-3.*workshop add"
    ):
        RunningLock(tmp_path, 3).__enter__()
    with RunningLock(tmp_path, 4):
        pass
    finished(program)
    with RunningLock(tmp_path, 3):
        pass


def test_a_program_that_dies_gives_the_meeting_free(tmp_path: Path) -> None:
    program = started(HOLDER, str(tmp_path))
    assert program.stdout is not None
    assert program.stdout.readline() == "held\n"
    program.kill()
    program.communicate(timeout=60)
    with RunningLock(tmp_path, 3):
        pass


def test_a_journal_held_too_long_is_said(
    journal: Journal, tmp_path: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.store.locks.PATIENCE", 0)
    other = FileJournal(tmp_path) if isinstance(journal, FileJournal) else journal
    with journal.locked(), pytest.raises(Locked, match="has been writing"):
        fill(other, "a")
    assert fill(other, "a")[0].n == 1


def test_a_folder_that_takes_no_locks_stores_nothing(
    on_disk: FileJournal, tmp_path: Path, fill: Fill
) -> None:
    (tmp_path / "locks" / "journal.lock").unlink()
    (tmp_path / "locks").rmdir()
    (tmp_path / "locks").touch()
    with pytest.raises(NotStored, match="cannot be written"):
        fill(on_disk, "a")
    assert list(on_disk.read()) == []
