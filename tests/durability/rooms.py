"""Workspaces with a meeting that runs, and what their files hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workshop.line.session import Session
from workshop.settings import Settings
from workshop.store import read_clock
from workshop.workspace import Workspace
from workshop.workspace.core import Clock

PEOPLE = (
    "Ana Ruiz; sales",
    "Bo Lind; sales",
    "Cem Acar; sales",
    "Finn Moe; marketing",
    "Gita Rao; marketing",
)
TODAY = "/meeting sync-30 today 09:00"


def planned(directory: Path, clock: Clock = read_clock) -> Session:
    """A workspace with people and one meeting planned for today."""
    Workspace.create(directory, Settings(name="Norvik", zone="Europe/Berlin"))
    session = Session(Workspace(directory, clock), issue=False)
    feed(session, *(f"/person {person}" for person in PEOPLE), TODAY, "/here all")
    return session


def running(directory: Path, clock: Clock = read_clock) -> Session:
    """The same with the meeting begun."""
    session = planned(directory, clock)
    feed(session, "/start")
    return session


def feed(session: Session, *lines: str) -> list[str]:
    """Types lines; everything that was said."""
    return [said for line in lines for said in session.feed(line)]


def journal(directory: Path) -> list[dict[str, Any]]:
    """The lines of the journal as plain JSON, header left out; a torn last line is left out too."""
    data = (directory / "journal.jsonl").read_bytes()
    whole = data[: data.rfind(b"\n")] if b"\n" in data else b""
    return [json.loads(line) for line in _readable(whole.split(b"\n")[1:])]


def _readable(lines: Iterable[bytes]) -> Iterable[bytes]:
    return (line for line in lines if line.endswith(b'"}'))


def texts(directory: Path) -> list[str]:
    """Every typed text in the order in which it was stored."""
    return [fact["said"]["text"] for line in journal(directory) for fact in line["facts"] if "said" in fact]


def everything(directory: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }
