"""Slash commands that end a meeting and what comes after: next date, close, approve, reopen."""

from __future__ import annotations

import re

from workshop.errors import NotUnderstood
from workshop.grammar.commands.reading import first_word, read_time
from workshop.grammar.context import Context
from workshop.grammar.cutting import cut
from workshop.grammar.dates import read_day
from workshop.grammar.fields import only, read_pairs, value_of
from workshop.grammar.folding import pick
from workshop.grammar.marks import people_of
from workshop.grammar.references import read_number_of
from workshop.model.commands import Approve, Close, Reopen, SetNextDate
from workshop.model.kinds import Field
from workshop.model.words import did_you_mean

_BECAUSE = re.compile(r"because\b[\s:,]*", re.IGNORECASE)
"""Said again in front of a reason it would stand there twice."""
_APPROVAL = (Field("by", "person"), Field("in"))


def nextdate(rest: str, context: Context) -> SetNextDate | None:
    """`17mar sync-30 09:00`, the time optional; or `none why`."""
    day, behind = first_word(rest)
    if day.lower() == "none":
        why = _BECAUSE.sub("", behind, count=1) if _BECAUSE.match(behind) else behind
        return SetNextDate(why_none=why) if why else None
    template, typed = first_word(behind)
    start = read_time(typed)
    if not day or (typed and start is None):
        return None
    return SetNextDate(read_day(day, context), read_template(template, context) if template else "", start)


def read_template(typed: str, context: Context) -> str:
    """The slug of a template, or the only one that begins so. Raises NotUnderstood."""
    if not context.templates:
        return typed
    found = pick(typed, context.templates)
    if found is None:
        raise NotUnderstood(
            f"'{typed}' is not a template here{did_you_mean(typed, context.templates)}",
            fix=f"Templates are: {', '.join(context.templates)}.",
        )
    return found


def close(rest: str, _context: Context) -> Close | None:
    """Nothing for a full close, or `early why`."""
    word, why = first_word(rest)
    if not rest:
        return Close()
    return Close(why) if word == "early" and why else None


def approve(rest: str, context: Context) -> Approve | None:
    """`M-1`, and where it happened outside a meeting `by=NAME; in=WORDS`."""
    pieces = cut(rest, keys=[field.name for field in _APPROVAL], names=())
    meeting = read_number_of(pieces.text, "M")
    if meeting is None or pieces.detail:
        return None
    pairs = read_pairs(pieces.parts, _APPROVAL, "/approve")
    by, where = only(pairs, "by"), only(pairs, "in")
    return Approve(meeting, value_of(by, context) if by else "", value_of(where, context) if where else "")


def reopen(rest: str, context: Context) -> Reopen | None:
    """`M-1 why @who`; without an id the meeting that was closed last."""
    typed, behind = first_word(rest)
    meeting = read_number_of(typed, "M")
    pieces = cut(behind if meeting else rest, context.people, names=("who",))
    people = people_of(pieces, context)
    if len(people) != 1 or not pieces.text or pieces.detail:
        return None
    return Reopen(meeting or 0, people[0].id, pieces.text)
