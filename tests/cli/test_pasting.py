"""Lines that are pasted at the prompt come as one piece, and are taken one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.cli.prompt import converse
from workshop.line.session import Session
from workshop.workspace import Workspace


def test_pasted_lines_are_taken_one_by_one_and_a_refused_one_stops_none(
    planned: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    session = Session(Workspace(planned))
    list(session.feed("/start"))
    pieces = iter(["n: one\nn: two @nobody\n\nn: three", "/quit"])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(pieces))
    assert converse(session, ask=True) == 0
    running = session.workspace.state.running
    assert running is not None
    assert [entry.said.text for entry in running.entries] == ["one", "three"]
    assert "Nobody called 'nobody' is known here." in capfd.readouterr().err


@pytest.mark.parametrize("last", ["/close early the room is needed", "/quit"])
def test_lines_pasted_behind_the_end_are_shown_so_that_none_is_lost(
    planned: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], last: str
) -> None:
    session = Session(Workspace(planned), issue=False)
    list(session.feed("/start"))
    pieces = iter([f"n: one\n{last}\nn: two @ana\n\nn: three"])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(pieces))
    assert converse(session, ask=True) == 0
    assert [entry.said.text for entry in session.workspace.state.meetings[0].entries] == ["one"]
    told = capfd.readouterr().err
    assert f"? These 2 lines were not taken behind {last}. Between meetings: workshop add 'LINE'" in told
    assert "  n: two @ana\n  n: three\n" in told
