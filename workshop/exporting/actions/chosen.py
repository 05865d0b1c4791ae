"""Which actions a list holds, and what names them in other programs."""

from __future__ import annotations

import hashlib
import re
import uuid
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from workshop.exporting.digest import Minutes
from workshop.exporting.digest.readings import Matters
from workshop.exporting.digest.rows import ActionRow, Who
from workshop.exporting.language import say

NAMES = uuid.uuid5(uuid.NAMESPACE_DNS, "actions.workshop.invalid")
"""The space in which actions have their uuid: the same firm and number, the same uuid in every file."""


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


def slug(firm: str) -> str:
    """The firm in small letters, digits and hyphens; one that is written in other letters by a mark of its own."""
    return (
        re.sub(r"[^a-z0-9]+", "-", firm.casefold()).strip("-")
        or hashlib.sha256(firm.encode()).hexdigest()[:12]
    )


def stable_uuid(minutes: Minutes, row: ActionRow) -> str:
    """The uuid of an action: importing it twice changes nothing."""
    return str(uuid.uuid5(NAMES, f"{slug(minutes.firm)}/{row.id}"))


def morning(day: date, zone: str) -> datetime:
    """The beginning of a day in the meeting's zone, aware."""
    return datetime.combine(day, time(), ZoneInfo(zone))


def name(who: Who | None) -> str:
    """Somebody's name, or nothing."""
    return who.name if who else ""


def notes(row: ActionRow) -> str:
    """Everything about an action besides its words and its date, a line each, in the language spoken now."""
    told = (
        f"{say('Owner')}: {name(row.owner)}" if row.owner else "",
        f"{say('Helps')}: {', '.join(map(name, row.helpers))}" if row.helpers else "",
        f"{say('Done when')}: {row.done_when}" if row.done_when else "",
        f"{say('source|From')}: {row.source}" if row.source else "",
        row.detail,
        row.remark,
    )
    return "\n".join(part for part in told if part)
