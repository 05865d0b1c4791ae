"""Slash commands that move the meeting along its agenda."""

from __future__ import annotations

import re
from typing import get_args

from workshop.grammar.commands.reading import read_segment, read_whole
from workshop.grammar.context import Context
from workshop.grammar.references import read_number_of
from workshop.grammar.words import split_remark
from workshop.model.asks import Usual
from workshop.model.commands import Extend, Floor, GoTo, Pause, Retime, Skip, Start, StartedEarlier
from workshop.model.meeting import Scope
from workshop.model.teams import Team

_FLOORS: tuple[Team, ...] = ("sales", "marketing", "guest")
_SCOPES: tuple[Scope, ...] = get_args(Scope)


def start(rest: str, _context: Context) -> Start | None:
    """`M-1`, or nothing for the meeting at hand."""
    meeting = read_number_of(rest, "M") if rest else 0
    return None if meeting is None else Start(meeting)


def goto(rest: str, context: Context) -> GoTo | None:
    """`5`"""
    segment = read_segment(rest, context)
    return GoTo(segment) if segment else None


def pause(rest: str, _context: Context) -> Pause | None:
    """Nothing for the meeting, or `item`."""
    return next((Pause(scope) for scope in _SCOPES if scope == (rest or "meeting")), None)


def extend(rest: str, _context: Context) -> Extend | None:
    """`5`, `+5` or `-3` minutes."""
    minutes = int(rest) if re.fullmatch(r"[+-]?[0-9]{1,3}", rest) else 0
    return Extend(minutes) if minutes else None


def retime(rest: str, _context: Context) -> Retime | None:
    """`45`, `go`, or both."""
    words = rest.split()
    go = words[-1:] == ["go"]
    numbers = words[:-1] if go else words
    minutes = read_whole(numbers[0]) if numbers else None
    return None if len(numbers) > 1 or (numbers and minutes is None) else Retime(minutes, go)


def learned(rest: str, _context: Context) -> Usual | None:
    """`M-2`, `go`, or both."""
    words = rest.split()
    go = words[-1:] == ["go"]
    named = words[:-1] if go else words
    meeting = read_number_of(named[0], "M") if named else 0
    return None if len(named) > 1 or meeting is None else Usual(meeting, go)


def skip(rest: str, context: Context) -> Skip | None:
    """`5 // why`, each optional."""
    typed, why = split_remark(rest)
    segment = read_segment(typed, context) if typed else None
    return None if typed and segment is None else Skip(why, segment)


def started(rest: str, _context: Context) -> StartedEarlier | None:
    """`6m` or `6` minutes ago."""
    found = re.fullmatch(r"([0-9]{1,3}) ?(?:m|min|minutes)?", rest)
    return StartedEarlier(int(found[1])) if found and int(found[1]) else None


def floor(rest: str, _context: Context) -> Floor | None:
    """`sales`, `marketing` or `guest`."""
    return next((Floor(team) for team in _FLOORS if team == rest.lower()), None)
