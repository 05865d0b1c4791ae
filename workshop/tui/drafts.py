"""The draft: what stands in the line and is not stored yet; it outlives esc, a crash and a restart."""

from __future__ import annotations

import re
from pathlib import Path

from workshop.store import replace_file

NAME = "draft.txt"
_IN_CONFIDENCE = re.compile(r"^\s*roti:", re.MULTILINE)


def in_confidence(text: str) -> bool:
    """Whether a line holds answers that must lie nowhere but in their box."""
    return _IN_CONFIDENCE.search(text) is not None


def read_draft(directory: Path) -> str:
    """What was left in the line; empty where nothing was."""
    try:
        return (directory / NAME).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def keep_draft(directory: Path, text: str) -> None:
    """Keeps it quickly, for its owner's eyes only; answers in confidence are left out. Raises NotStored."""
    if text and not in_confidence(text):
        replace_file(directory / NAME, text.encode(), synced=False)
    else:
        (directory / NAME).unlink(missing_ok=True)
