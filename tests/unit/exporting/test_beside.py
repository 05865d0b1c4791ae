"""A second process makes the same PDF, and may be gone at any moment."""

from __future__ import annotations

import io
import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workshop.exporting.pdf import Work, press
from workshop.exporting.pdf import beside as room
from workshop.exporting.pdf.beside import Beside, Pressed
from workshop.exporting.pdf.glyphs import tell, watched

WORK = Work("<h1>Łukasz</h1>", "", (("a.txt", "A", b"a"),), datetime(2026, 3, 3, 10, 2, tzinfo=UTC))
UNKNOWN = Work("<p>\U000130b8</p>", "", (), datetime(2026, 3, 3, 10, 2, tzinfo=UTC))


@pytest.fixture
def beside() -> Iterator[Beside]:
    with closing(Beside()) as beside:
        yield beside


def running(beside: Beside) -> subprocess.Popen[bytes]:
    process = beside._process
    assert process is not None
    return process


def test_it_makes_the_same_bytes_and_names_the_letters_it_lacks(beside: Beside) -> None:
    beside.start()
    assert beside.press(WORK) == Pressed(press(WORK))
    with watched() as undrawn:
        press(UNKNOWN)
    answer = beside.press(UNKNOWN)
    assert answer is not None
    assert answer.undrawn == tuple(undrawn.letters)
    running(beside).kill()
    assert beside.press(WORK) is None


def test_it_ends_when_the_program_that_began_it_is_gone(beside: Beside) -> None:
    beside.start()
    stdin = running(beside).stdin
    assert stdin is not None
    stdin.close()
    assert running(beside).wait(timeout=60) == 0


def test_without_a_process_nothing_is_made(beside: Beside) -> None:
    assert beside.press(WORK) is None


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "print('a banner, no PDF', flush=True)"])
def test_a_process_that_cannot_do_it_is_given_up(
    beside: Beside, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    real = subprocess.Popen

    def begun(_command: list[str], **more: object) -> subprocess.Popen[bytes]:
        return real([sys.executable, "-c", code], **more)  # type: ignore[call-overload, no-any-return]  # as it was called

    monkeypatch.setattr(room, "Popen", begun)
    beside.start()
    assert beside.press(WORK) is None


def test_work_that_nobody_wants_any_more_is_broken_off_and_the_next_is_done(
    beside: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = subprocess.Popen
    hangs = [[sys.executable, "-c", "import threading; threading.Event().wait()"]]

    def begun(command: list[str], **more: object) -> subprocess.Popen[bytes]:
        return real(hangs.pop() if hangs else command, **more)  # type: ignore[call-overload, no-any-return]  # as it was called

    monkeypatch.setattr(room, "Popen", begun)
    monkeypatch.setattr(room, "BEGIN", 0.0)
    beside.start()
    waits = running(beside)
    assert beside.press(WORK, lambda: False) is None
    assert waits.returncode is not None
    assert beside.press(WORK) == Pressed(press(WORK))


def test_what_a_process_laid_aside_goes_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code = "import tempfile; tempfile.mkdtemp(); print(flush=True); input()"
    real = subprocess.Popen

    def begun(_command: list[str], **more: object) -> subprocess.Popen[bytes]:
        return real([sys.executable, "-c", code], **more)  # type: ignore[call-overload, no-any-return]  # as it was called

    monkeypatch.setattr(room, "Popen", begun)
    with closing(Beside()) as beside:
        beside.start()
        output = running(beside).stdout
        assert output is not None
        output.readline()
        assert len(list(tmp_path.glob("workshop-*/*"))) == 1
    assert list(tmp_path.iterdir()) == []


def test_no_room_for_another_process_is_no_error(beside: Beside, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no memory")

    monkeypatch.setattr(room, "Popen", refuse)
    beside.start()
    assert beside.press(WORK) is None


def test_what_it_is_asked_comes_in_whole_and_goes_out_whole() -> None:
    inbox, outbox = io.BytesIO(), io.BytesIO()
    room._write(inbox, WORK)
    inbox.write((99).to_bytes(room.SIZE, "big") + b"cut off")
    inbox.seek(0)
    room.serve(inbox, outbox)
    outbox.seek(0)
    assert room._read(outbox, Pressed) == Pressed(press(WORK))
    assert room._read(outbox, Pressed) is None


def test_letters_that_the_process_lacked_are_heard_of_here(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), watched() as undrawn:
        tell(["Ж", "ж"])
    assert list(undrawn.letters) == ["Ж", "ж"]
    assert caplog.records == []
