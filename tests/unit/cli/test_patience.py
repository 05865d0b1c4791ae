"""Work that takes long says so on a terminal, and nowhere else."""

from __future__ import annotations

import io
from threading import Event

import pytest

from workshop.cli import patience
from workshop.cli.patience import patient


class Terminal(io.StringIO):
    """Tells when something was said."""

    def __init__(self) -> None:
        super().__init__()
        self.said = Event()

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        if self.getvalue():
            self.said.set()


def test_on_a_terminal_it_is_said_what_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(patience, "PATIENCE", 0.0)
    with patient("The paper is being made."):
        assert terminal.said.wait(60)
    assert terminal.getvalue() == "The paper is being made. Ctrl+C breaks it off.\n"


def test_what_is_quickly_done_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(patience, "PATIENCE", 3600.0)
    with patient("The paper is being made."):
        pass
    assert terminal.getvalue() == ""


def test_into_a_file_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr("sys.stderr", io.StringIO())
    monkeypatch.setattr(patience, "Timer", lambda *told: begun.append(told))
    with patient("The paper is being made."):
        pass
    assert begun == []
