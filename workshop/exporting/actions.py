"""The action list for other programs: a table for spreadsheets, tasks for calendars."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

from workshop.exporting.digest import Minutes
from workshop.exporting.digest.readings import Matters
from workshop.exporting.digest.rows import ActionRow, Who
from workshop.exporting.text import guarded

COLUMNS = (
    "id", "text", "owner", "helpers", "due", "status", "done_when", "closed_on", "original_due", "carried", "source",
    "meeting", "team", "priority",
)  # fmt: skip
STATUS = {"open": "NEEDS-ACTION", "blocked": "NEEDS-ACTION", "done": "COMPLETED", "dropped": "CANCELLED"}
LONGEST_LINE = 75
"""Octets of a content line, without its end (RFC 5545, section 3.1)."""


def everything(minutes: Minutes) -> tuple[ActionRow, ...]:
    """Old actions as the meeting left them and new ones, by number."""
    old = minutes.matters.rows if minutes.matters else ()
    return tuple(sorted((*old, *minutes.actions), key=lambda row: int(row.id.partition("-")[2])))


def only(minutes: Minutes, person: str) -> Minutes:
    """The minutes with the actions of one person (by id): those owned and those helped with."""

    def mine(rows: tuple[ActionRow, ...]) -> tuple[ActionRow, ...]:
        return tuple(row for row in rows if person in {who.id for who in (row.owner, *row.helpers) if who})

    old = Matters(mine(minutes.matters.rows)) if minutes.matters else None
    return replace(minutes, actions=mine(minutes.actions), matters=old if old and old.rows else None)


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
        row.id, row.text, _name(row.owner), ", ".join(map(_name, row.helpers)), _iso(row.due), row.status, row.done_when,
        _iso(row.closed_on), _iso(row.original_due), str(row.carried), row.source,
        f"M-{row.meeting}" if row.meeting else "", row.owner.team if row.owner else "", row.priority,
    )  # fmt: skip


def _name(who: Who | None) -> str:
    return who.name if who else ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def calendar(minutes: Minutes) -> bytes:
    """One VTODO an action (RFC 5545). The same action has the same UID in every file of a workspace."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Workshop//Actions//EN"]
    for row in everything(minutes):
        lines += _todo(row, minutes)
    return "".join(_folded(line) for line in (*lines, "END:VCALENDAR")).encode("utf-8", "replace")


def _todo(row: ActionRow, minutes: Minutes) -> tuple[str, ...]:
    firm = re.sub(r"[^a-z0-9]+", "-", minutes.firm.casefold()).strip("-") or "workshop"
    notes = "\n".join(
        part
        for part in (
            f"Owner: {_name(row.owner)}" if row.owner else "",
            f"Helps: {', '.join(map(_name, row.helpers))}" if row.helpers else "",
            f"Done when: {row.done_when}" if row.done_when else "",
            f"From: {row.source}" if row.source else "",
            row.detail,
            row.remark,
        )
        if part
    )
    found = (
        "BEGIN:VTODO",
        f"UID:{row.id.lower()}@{firm}.workshop",
        f"DTSTAMP:{minutes.when.stamp:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{max(0, row.changes - 1)}",
        f"SUMMARY:{_escaped(f'{row.id} {row.text}')}",
        f"DUE;VALUE=DATE:{row.due:%Y%m%d}" if row.due else "",
        f"STATUS:{STATUS[row.status]}",
        f"COMPLETED:{row.closed_on:%Y%m%d}T000000Z" if row.status == "done" and row.closed_on else "",
        "PERCENT-COMPLETE:100" if row.status == "done" else "",
        {"high": "PRIORITY:1", "low": "PRIORITY:9"}.get(row.priority, ""),
        f"DESCRIPTION:{_escaped(notes)}" if notes else "",
        "END:VTODO",
    )
    return tuple(line for line in found if line)


def _escaped(text: str) -> str:
    """A text value (RFC 5545, section 3.3.11); control characters have no place in it."""
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text.replace("\r\n", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no character cut in two."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    return "\r\n".join((*pieces, piece)) + "\r\n"
