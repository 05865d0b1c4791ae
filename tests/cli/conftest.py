"""The command line called in this process, and small workspaces to call it on."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from cli.calling import MEETING, PEOPLE, Cli, Told

from workshop.cli.root import run
from workshop.line.session import Session
from workshop.settings import Settings
from workshop.workspace import Workspace


@pytest.fixture
def cli(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Calls a command in this process."""

    def call(*words: str, at: Path | None = None, typed: str = "") -> Told:
        capfd.readouterr()
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = run([*(["-w", str(at)] if at else []), *words])
        told = capfd.readouterr()
        return Told(code, told.out, told.err)

    return call


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a meeting that was held today and closed. To be copied."""
    directory = tmp_path_factory.mktemp("cli") / "firm"
    Workspace.create(directory, Settings(name="Norvik", zone="Europe/Berlin"))
    session = Session(Workspace(directory), issue=False)
    lines = [f"/person {person}" for person in PEOPLE]
    for line in (*lines, "/meeting sync-30 today 09:00", "/start", *MEETING.splitlines()):
        list(session.feed(line))
    return directory


@pytest.fixture
def firm(kept: Path, tmp_path: Path) -> Path:
    """A workspace with people, one closed meeting, two open actions and nothing planned."""
    shutil.copytree(kept, tmp_path / "firm")
    return tmp_path / "firm"


@pytest.fixture
def planned(tmp_path: Path, cli: Cli) -> Path:
    """A workspace with people and a meeting planned for today."""
    directory = tmp_path / "planned"
    cli("init", str(directory), "--name", "Norvik", "--zone", "Europe/Berlin")
    cli("person", "add", "-", at=directory, typed="\n".join(PEOPLE))
    assert cli("new", "sync-30", "--on", "today", "--at", "09:00", at=directory).code == 0
    return directory
