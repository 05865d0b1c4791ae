"""Slash commands that prepare a workspace, in a script or before a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import get_args

from workshop.errors import NotUnderstood
from workshop.grammar.commands.closing import read_template
from workshop.grammar.commands.reading import first_word, last_word, read_time, read_whole
from workshop.grammar.context import Context
from workshop.grammar.cutting import cut
from workshop.grammar.dates import read_day
from workshop.grammar.fields import Pair, only, read_pairs, value_of
from workshop.grammar.references import read_number_of
from workshop.model.asks import MoveClock, Plan, PlanChange, Setting
from workshop.model.commands import CancelMeeting, ChangeMeeting, PlanMeeting
from workshop.model.kinds import Field
from workshop.model.meeting import Mode

_MODES: tuple[Mode, ...] = get_args(Mode)
_PLAN = (Field("title"), Field("place"), Field("mode", "one", options=_MODES), Field("end"))
_CHANGE = (*_PLAN, Field("date", "date"), Field("start"))


def at(rest: str, context: Context) -> MoveClock | None:
    """`2026-03-03 09:05`, or `09:05` for the same day."""
    day, typed = last_word(rest)
    clock = read_time(typed)
    if clock is None:
        return None
    return MoveClock(datetime.combine(read_day(day, context) if day else context.today, clock))


def meeting(rest: str, context: Context) -> PlanMeeting | None:
    """`kickoff-120 2026-03-03 09:00 title=...; place=...; mode=...; end=11:00`"""
    pieces = cut(rest, keys=[field.name for field in _PLAN], names=())
    words = pieces.text.split()
    start = read_time(words[2]) if len(words) == 3 else None
    if start is None or pieces.detail:
        return None
    pairs = read_pairs(pieces.parts, _PLAN, "/meeting")
    return PlanMeeting(
        read_template(words[0], context), read_day(words[1], context), start,
        title=_text(pairs, "title") or "", place=_text(pairs, "place") or "",
        mode=_mode(pairs, context) or "in person", hard_end=_time(pairs, "end"),
    )  # fmt: skip


def plan(rest: str, _context: Context) -> Plan | None:
    """`M-2`, `M-2 3 +5`, `3 8`, `3 lock`, `3 before 5`, or nothing for the next plan."""
    words = rest.lower().split()
    meeting = read_number_of(words[0], "M") if words else None
    words = words[1:] if meeting else words
    if not words:
        return Plan(meeting or 0)
    segment = read_whole(words[0])
    change = _plan_change(words[1:]) if segment else None
    return Plan(meeting or 0, segment, *change) if segment and change else None


def _plan_change(words: Sequence[str]) -> tuple[PlanChange, int] | None:
    """What becomes of a segment: minutes, a word, or a place."""
    word, *others = (*words, "")
    if re.fullmatch(r"[+-]?[0-9]{1,3}", word) and len(words) == 1 and int(word):
        return ("longer" if word[0] in "+-" else "minutes"), int(word)
    change = next((known for known in get_args(PlanChange)[3:] if known == word), None)
    beside = read_whole(others[0]) if change in ("before", "after") and len(words) == 2 else None
    if change in ("before", "after"):
        return (change, beside) if beside else None
    return (change, 0) if change and len(words) == 1 else None


def cancel(rest: str, _context: Context) -> CancelMeeting | None:
    """`M-2 the fair moved`"""
    typed, why = first_word(rest)
    number = read_number_of(typed, "M")
    return CancelMeeting(number, why) if number and why else None


def change(rest: str, context: Context) -> ChangeMeeting | None:
    """`M-1 place=Room Fjord; start=09:30`"""
    typed, behind = first_word(rest)
    number = read_number_of(typed, "M")
    pieces = cut(behind, keys=[field.name for field in _CHANGE], names=())
    if number is None or pieces.text or pieces.detail or not pieces.parts:
        return None
    pairs = read_pairs(pieces.parts, _CHANGE, "/change")
    return ChangeMeeting(
        number, _text(pairs, "title"), _day(pairs, context), _time(pairs, "start"), _text(pairs, "place"),
        _mode(pairs, context), _time(pairs, "end"), any(pair.name == "end" and pair.empty for pair in pairs),
    )  # fmt: skip


def setting(rest: str, _context: Context) -> Setting | None:
    """`currency=EUR`"""
    key, equals, value = rest.partition("=")
    return Setting(key.strip(), value.strip()) if equals and re.fullmatch(r"[a-z_]+", key.strip()) else None


def _text(pairs: Sequence[Pair], name: str) -> str | None:
    pair = next((pair for pair in pairs if pair.name == name), None)
    return None if pair is None else "" if pair.empty else pair.typed


def _day(pairs: Sequence[Pair], context: Context) -> date | None:
    pair = only(pairs, "date")
    return read_day(pair.typed, context) if pair else None


def _time(pairs: Sequence[Pair], name: str) -> time | None:
    pair = only(pairs, name)
    clock = read_time(pair.typed) if pair else None
    if pair and clock is None:
        raise NotUnderstood(f"{name}: '{pair.typed}' is not a time.", fix=f"Type {name}=11:00, say.")
    return clock


def _mode(pairs: Sequence[Pair], context: Context) -> Mode | None:
    pair = only(pairs, "mode")
    told = value_of(pair, context) if pair else ""
    return next((mode for mode in _MODES if mode == told), None)
