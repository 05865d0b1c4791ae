"""The action list as a table for spreadsheets and for the imports of trackers."""

from __future__ import annotations

import csv
import io
from datetime import date

from workshop.exporting.actions.chosen import everything, name
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import ActionRow
from workshop.exporting.text import guarded

COLUMNS = (
    "id", "text", "owner", "helpers", "due", "status", "done_when", "closed_on", "original_due", "carried", "source",
    "meeting", "team", "priority",
)  # fmt: skip


def csv_file(minutes: Minutes) -> bytes:
    """One line an action, UTF-8 with byte order mark, the columns always the same."""
    target = io.StringIO(newline="")
    table = csv.writer(target)
    table.writerow(COLUMNS)
    for row in everything(minutes):
        table.writerow([guarded(cell) for cell in _cells(row)])
    return target.getvalue().encode("utf-8-sig", "replace")


def _cells(row: ActionRow) -> tuple[str, ...]:
    return (
        row.id, row.text, name(row.owner), ", ".join(map(name, row.helpers)), _iso(row.due), row.status, row.done_when,
        _iso(row.closed_on), _iso(row.original_due), str(row.carried), row.source,
        f"M-{row.meeting}" if row.meeting else "", row.owner.team if row.owner else "", row.priority,
    )  # fmt: skip


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
