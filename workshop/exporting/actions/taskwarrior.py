"""The action list for Taskwarrior: `task import actions.json`; importing it twice changes nothing."""

from __future__ import annotations

import json
from datetime import UTC, date
from pathlib import Path
from typing import Any

from workshop.exporting.actions.chosen import everything, morning, notes, stable_uuid
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import ActionRow
from workshop.exporting.language import speaking
from workshop.exporting.text import plain

STATUS = {"open": "pending", "blocked": "pending", "done": "completed", "dropped": "deleted"}
PRIORITY = {"high": "H", "low": "L"}


def taskwarrior(minutes: Minutes, own: Path | None = None) -> bytes:
    """A JSON list; the same action has the same uuid in every file of a firm."""
    with speaking(minutes.locale, own):
        tasks = [_task(row, minutes) for row in everything(minutes)]
    return (json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _task(row: ActionRow, minutes: Minutes) -> dict[str, Any]:
    zone = minutes.when.zone
    entered = _stamp(row.added, zone)
    task: dict[str, Any] = {
        "uuid": stable_uuid(minutes, row),
        "status": STATUS[row.status],
        "entry": entered,
        "modified": f"{minutes.when.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        "description": plain(f"{row.id} {row.text}"),
        "project": plain(minutes.firm),
    }
    if row.due:
        task["due"] = _stamp(row.due, zone)
    if row.status in ("done", "dropped"):
        task["end"] = _stamp(row.closed_on or row.added, zone)
    if row.priority in PRIORITY:
        task["priority"] = PRIORITY[row.priority]
    if tags := [tag.replace("-", "_") for tag in row.tags if tag] + ["blocked"] * (row.status == "blocked"):
        task["tags"] = tags
    if told := notes(row).split("\n"):
        # Two notes of one moment would be one: each has a second of its own.
        task["annotations"] = [
            {"entry": f"{entered[:-3]}{second:02d}Z", "description": plain(line)}
            for second, line in enumerate(told)
            if line
        ]
    return task


def _stamp(day: date, zone: str) -> str:
    """The beginning of a day as the time in UTC."""
    return f"{morning(day, zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"
