"""What the tests of the store share: moments, facts, journals of both kinds."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from workshop.model.moments import Reading
from workshop.store import FileJournal, Journal, Line, MemoryJournal

Fill = Callable[..., tuple[Line, ...]]


def reading_after(milliseconds: int) -> Reading:
    """The two clocks some milliseconds into a Tuesday morning."""
    at = datetime(2026, 3, 3, 9, 0, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    return Reading(at, 5_000 + milliseconds, "boot-1")


def captured(text: str) -> dict[str, Any]:
    """A fact as the journal sees it: a plain object."""
    return {"fact": "captured", "kind": "objection", "text": text, "tags": ["price"]}


@pytest.fixture
def fill() -> Fill:
    """Appends texts, one line each, the way the program does: lock, append, let go."""

    def fill(journal: Journal, *texts: str) -> tuple[Line, ...]:
        lines = []
        for number, text in enumerate(texts):
            with journal.locked() as writer:
                lines.append(writer.append(1, reading_after(number * 1000), "capture", [captured(text)]))
        return tuple(lines)

    return fill


@pytest.fixture(params=["file", "memory"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Journal:
    """A journal with its header, in a file and in memory."""
    journal: Journal = FileJournal(tmp_path) if request.param == "file" else MemoryJournal()
    journal.create()
    return journal


@pytest.fixture
def on_disk(tmp_path: Path) -> FileJournal:
    """A journal file with its header, in `tmp_path`."""
    journal = FileJournal(tmp_path)
    journal.create()
    return journal


@pytest.fixture
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves the syncing out, where a test writes hundreds of files and looks at their content only."""
    monkeypatch.setattr(os, "fdatasync", lambda _: None, raising=False)
    monkeypatch.setattr(os, "fsync", lambda _: None)
