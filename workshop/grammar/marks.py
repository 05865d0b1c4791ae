"""What the marks of a line mean: people, a day, tags, priority, where it came from, who may read it."""

from __future__ import annotations

from datetime import date
from typing import TypeVar, get_args

from workshop.errors import NotFound, NotUnderstood
from workshop.grammar.context import Context
from workshop.grammar.cutting import Cut, Mark, MarkName
from workshop.grammar.dates import read_day, read_due
from workshop.grammar.people import find_person
from workshop.model import ids
from workshop.model.commands import Due
from workshop.model.entries import Audience, Priority
from workshop.model.teams import Person
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean

_AUDIENCES: tuple[Audience, ...] = tuple(word for word in get_args(Audience) if word)
_Known = TypeVar("_Known", bound=str)
_PRIORITIES: tuple[Priority, ...] = tuple(word for word in get_args(Priority) if word)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one line, understood."""

    people: tuple[Person, ...] = ()
    """In the order typed, each once."""
    due: Due | None = None
    tags: tuple[str, ...] = ()
    """Small letters, each once."""
    priority: Priority = ""
    source: str = ""
    audience: Audience = ""


def read_marks(pieces: Cut, context: Context) -> Marks:
    """The marks of a line; raises WorkshopError where one cannot be read or stands there twice."""
    due = _single(pieces, "due")
    priority = _single(pieces, "priority")
    audience = _single(pieces, "audience")
    return Marks(
        people=people_of(pieces, context),
        due=_due(due, context) if due else None,
        tags=tuple(dict.fromkeys(mark.value.lower() for mark in pieces.marks if mark.name == "tag")),
        priority=_chosen(priority, _PRIORITIES, "high") if priority else "",
        source=_source(_single(pieces, "source")),
        audience=_chosen(audience, _AUDIENCES, "") if audience else "",
    )


def people_of(pieces: Cut, context: Context) -> tuple[Person, ...]:
    """The people named with `@`, in the order typed."""
    return tuple(dict.fromkeys(_person(mark, context) for mark in pieces.marks if mark.name == "who"))


def past_day_of(pieces: Cut, context: Context) -> date | None:
    """The day a `>` names, looking back; raises NotUnderstood for one that has not come."""
    mark = _single(pieces, "due")
    return read_day(mark.value, context, past=True) if mark else None


def _single(pieces: Cut, name: MarkName) -> Mark | None:
    found = [mark for mark in pieces.marks if mark.name == name]
    if len(found) > 1:
        raise NotUnderstood(
            f"{found[0].typed} and {found[1].typed} stand in one line.",
            fix=f"Keep one, or type \\{found[1].typed} for plain text.",
        )
    return found[0] if found else None


def _person(mark: Mark, context: Context) -> Person:
    try:
        return find_person(mark.value, context.people, context.present)
    except (NotFound, NotUnderstood) as off:
        raise type(off)(off.sentence, fix=f"{off.fix} For plain text type \\{mark.typed}") from off


def _due(mark: Mark, context: Context) -> Due:
    try:
        return read_due(mark.value, context)
    except NotUnderstood as off:
        raise NotUnderstood(off.sentence, fix=f"{off.fix} For plain text type \\{mark.typed}") from off


def _chosen(mark: Mark, words: tuple[_Known, ...], bare: str) -> _Known:
    asked = mark.value or bare
    for word in words:
        if word == asked:
            return word
    near = did_you_mean(asked, words)
    listed = ", ".join(words)
    raise NotUnderstood(
        f"'{mark.typed}' is not known here{near}",
        fix=f"Type one of: {listed}. For plain text type \\{mark.typed}",
    )


def _source(mark: Mark | None) -> str:
    if mark is None:
        return ""
    if ids.read(mark.value) is None:
        raise NotUnderstood(
            f"'{mark.typed}' names no record.",
            fix=f"Type an id, such as from:D-1. For plain text type \\{mark.typed}",
        )
    return ids.tidy(mark.value)
