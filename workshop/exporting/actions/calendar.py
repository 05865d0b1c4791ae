"""The next meeting and the actions for calendars (RFC 5545): tasks, or whole days for calendars that know no tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workshop.exporting.actions.chosen import everything, morning, notes, slug
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import ActionRow
from workshop.exporting.language import say, speaking
from workshop.exporting.text import plain

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Todo

STATUS = {"open": "NEEDS-ACTION", "blocked": "NEEDS-ACTION", "done": "COMPLETED", "dropped": "CANCELLED"}
PRIORITY = {"high": 1, "low": 9}
USUAL_LENGTH = timedelta(hours=1)
"""Of a next meeting whose agenda is not known."""


def calendar(minutes: Minutes, own: Path | None = None) -> bytes:
    """The next meeting as an event, each action as a task; the same thing has the same UID in every file."""
    with speaking(minutes.locale, own):
        return _file(minutes, _todo)


def calendar_of_days(minutes: Minutes, own: Path | None = None) -> bytes:
    """The same with each open action as an event of its due day."""
    with speaking(minutes.locale, own):
        return _file(minutes, _day)


def _file(minutes: Minutes, write: Callable[[ActionRow, Minutes], Event | Todo | None]) -> bytes:
    from icalendar import Calendar  # 80 ms, and only a calendar file needs it

    found = Calendar()
    found.add("version", "2.0")
    found.add("prodid", "-//Workshop//Actions//EN")
    _add_meeting(found, minutes)
    for row in everything(minutes):
        if (made := write(row, minutes)) is not None:
            found.add_component(made)
    year = minutes.when.on.year
    found.add_missing_timezones(date(year - 1, 1, 1), date(year + 2, 1, 1))
    written: bytes = found.to_ical()
    return written


def _add_meeting(found: Calendar, minutes: Minutes) -> None:
    from icalendar import Event

    told = minutes.next
    if told is None or told.on is None:
        return
    event = Event()
    event.add("uid", f"after-m-{minutes.number}@{slug(minutes.firm)}.workshop")
    event.add("dtstamp", minutes.when.stamp)
    event.add("summary", _text(f"{minutes.firm}: {told.title or say('next meeting')}"))
    if told.start is None:
        event.add("dtstart", told.on)
    else:
        start = datetime.combine(told.on, told.start, ZoneInfo(minutes.when.zone))
        event.add("dtstart", start)
        event.add("dtend", start + USUAL_LENGTH)
    found.add_component(event)


def _todo(row: ActionRow, minutes: Minutes) -> Todo:
    from icalendar import Todo

    todo = Todo()
    _add_common(todo, row, minutes)
    if row.due:
        todo.add("due", row.due)
    todo.add("status", STATUS[row.status])
    if row.status == "done":
        todo.add("percent-complete", 100)
        if row.closed_on:
            todo.add("completed", morning(row.closed_on, "UTC"))
    if row.priority in PRIORITY:
        todo.add("priority", PRIORITY[row.priority])
    return todo


def _day(row: ActionRow, minutes: Minutes) -> Event | None:
    """An event of one day; None for what is over or has no day."""
    from icalendar import Event

    if row.due is None or row.status not in ("open", "blocked"):
        return None
    event = Event()
    _add_common(event, row, minutes)
    event.add("dtstart", row.due)
    event.add("dtend", row.due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _add_common(made: Event | Todo, row: ActionRow, minutes: Minutes) -> None:
    made.add("uid", f"{row.id.lower()}@{slug(minutes.firm)}.workshop")
    made.add("dtstamp", minutes.when.stamp)
    made.add("sequence", max(0, row.changes - 1))
    made.add("summary", _text(f"{row.id} {row.text}"))
    if more := notes(row):
        made.add("description", _text(more))


def _text(words: str) -> str:
    """Control characters have no place in a calendar; line ends stay."""
    return "\n".join(plain(line) for line in words.replace("\r\n", "\n").split("\n"))
