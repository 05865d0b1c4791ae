"""Re-timing: what is left is fitted before the end, on paper first, by the rule in `payers`.

It serves `+5`, an overrun, "to 45 minutes" and the plan before the start alike. The close and locked segments keep
their minutes; what is done, skipped, dropped or on screen is left alone. No segment gets more than its planned minutes
this way, and the floor is that of the planned ones. A dropped segment does not come back by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from workshop.errors import Refused
from workshop.facilitation.clock import MINUTE, item_time
from workshop.facilitation.face import (
    coming,
    end_after,
    end_of,
    hard_end,
    local,
    not_begun,
    projected_end,
    rest,
    room_before_start,
)
from workshop.facilitation.payers import Payer, settle
from workshop.model.agenda import Segment
from workshop.model.meeting import Item, Meeting, Retiming

SHORT_OF_TIME = "short of time"
"""Why a segment was dropped."""


def fit(meeting: Meeting, now: int, cause: str, end: int | None = None) -> Retiming:
    """What has to change so that all that is left ends before `end`, ms; without it, before `end_of`.

    Nothing is changed here. Raises Refused where the meeting has not begun.
    """
    return _retiming(meeting, meeting, now, cause, end)


def extend(meeting: Meeting, minutes: int, now: int) -> Retiming:
    """More minutes for the item on screen, or fewer; the others pay so that the end holds.

    Fewer never means less than a minute or less than it has used. Raises Refused where nothing is on screen.
    """
    current = meeting.current
    if current is None:
        raise Refused("No segment is on screen, so none can be extended.", fix="/goto 3 brings one up.")
    used = _minutes_up(item_time(meeting, current, now))
    given = max(current.minutes + minutes, min(current.minutes, max(used, 1)))
    extended = _with_item(meeting, replace(current, minutes=given))
    return _retiming(meeting, extended, now, f"{minutes:+d} {current.segment.title}", None)


def to_total(meeting: Meeting, minutes: int, now: int) -> Retiming:
    """Fit the whole meeting into so many minutes from its opening, pauses not counted, but not past a hard end.

    Every later re-timing, and the clock's face, go by the new end as well.
    """
    end, hard = end_after(meeting, minutes, now), hard_end(meeting)
    fitted = fit(meeting, now, f"to {minutes} minutes", end if hard is None else min(end, hard))
    return replace(fitted, total=minutes)


def _retiming(before: Meeting, meeting: Meeting, now: int, cause: str, end: int | None) -> Retiming:
    """The change from `before` that fits `meeting` before the end."""
    end = end_of(meeting, now) if end is None else end
    if end is None:
        raise not_begun(meeting)
    givers = tuple(item for item in coming(meeting) if item.state == "ahead" and _gives(item.segment))
    fixed = sum(rest(meeting, item, now) for item in coming(meeting) if item not in givers)
    plan = settle(tuple(_payer(item.segment) for item in givers), (end - now - fixed) // MINUTE)
    told = dict(plan.minutes)
    rows = (
        (old.number, old.minutes, told.get(old.number, new.minutes))
        for old, new in zip(before.items, meeting.items, strict=True)
    )
    return Retiming(cause, _changes(rows), plan.dropped, plan.short)


def _changes(rows: Iterable[tuple[int, int, int]]) -> tuple[tuple[int, int, int], ...]:
    """Number, minutes before and after, of those that change."""
    return tuple(row for row in rows if row[1] != row[2])


def _gives(segment: Segment) -> bool:
    return not segment.locked and segment.kind != "close"


def _payer(segment: Segment) -> Payer:
    return Payer(segment.number, segment.core, segment.minutes, segment.floor)


def compress(segments: tuple[Segment, ...], minutes: int) -> Retiming:
    """The same rule on a plan before the start: what has to change so that it takes so many minutes."""
    payers = tuple(_payer(segment) for segment in segments if _gives(segment))
    fixed = sum(segment.minutes for segment in segments if not _gives(segment))
    plan = settle(payers, minutes - fixed)
    told = dict(plan.minutes)
    rows = ((s.number, s.minutes, told.get(s.number, s.minutes)) for s in segments)
    return Retiming(f"to {minutes} minutes", _changes(rows), plan.dropped, plan.short, minutes)


def compressed(segments: tuple[Segment, ...], retiming: Retiming) -> tuple[Segment, ...]:
    """The plan after `compress`; segments keep their numbers, what dropped is left out."""
    told = {number: minutes for number, _, minutes in retiming.changes}
    return tuple(
        replace(segment, minutes=told.get(segment.number, segment.minutes))
        for segment in segments
        if segment.number not in retiming.dropped
    )


def apply_retiming(meeting: Meeting, retiming: Retiming) -> Meeting:
    """The meeting with the new minutes and without what dropped; nothing else changes."""
    told = {number: minutes for number, _, minutes in retiming.changes}

    def after(item: Item) -> Item:
        if item.number in retiming.dropped:
            return replace(item, state="dropped", why=SHORT_OF_TIME)
        return replace(item, minutes=told.get(item.number, item.minutes))

    return replace(meeting, items=tuple(after(item) for item in meeting.items))


def _with_item(meeting: Meeting, item: Item) -> Meeting:
    items = tuple(item if old.number == item.number else old for old in meeting.items)
    return replace(meeting, items=items)


def overfull(segments: tuple[Segment, ...], minutes_available: int) -> int:
    """Minutes by which a plan is over (positive) or has to spare (negative)."""
    return sum(segment.minutes for segment in segments) - minutes_available


def _minutes_up(ms: int) -> int:
    """Whole minutes that hold so many ms."""
    return -(-ms // MINUTE)


def fits(meeting: Meeting, now: int) -> int:
    """Minutes by which what is left passes the end (positive, begun ones count) or has to spare (negative).

    Before the start: planned minutes against the room up to the hard end; 0 where none was set.
    """
    end = end_of(meeting, now)
    if end is not None:
        return _minutes_up(projected_end(meeting, now) - end)
    room = room_before_start(meeting)
    return 0 if room is None else overfull(tuple(item.segment for item in meeting.items), room)


def in_words(meeting: Meeting, retiming: Retiming, now: int) -> str:
    """A re-timing of a running meeting in words. Where there is time to spare before the end it has to hold, it says
    when it is really over."""
    after = replace(apply_retiming(meeting, retiming), retimings=(*meeting.retimings, retiming))
    end, over = end_of(after, now), projected_end(after, now)
    if end is None or end - over < MINUTE:
        return say(meeting, retiming, None if end is None else local(meeting, end))
    return say(meeting, retiming, local(meeting, over), held=False)


def say(meeting: Meeting, retiming: Retiming, end: datetime | None, held: bool = True) -> str:
    """A re-timing in words: who pays, what drops, when it ends (`end`, local time), what is missing.

    `held` says that `end` is the one there was before, unless the re-timing asked for another.
    """
    parts = [f"{_title(meeting, number)} {before} -> {after}" for number, before, after in retiming.changes]
    parts += [_gone(meeting, number) for number in retiming.dropped]
    if retiming.short:
        minutes = "1 minute is" if retiming.short == 1 else f"{retiming.short} minutes are"
        missing = f"{minutes} still missing: close later, or skip something."
        return f"{', '.join(parts)}. {missing}" if parts else missing
    changed = ", ".join(parts) or "All that is left fits"
    if end is None:
        return f"{changed}."
    still = "still " if parts and held and retiming.total is None else ""
    return f"{changed}; {still}ends {end:%H:%M}."


def _gone(meeting: Meeting, number: int) -> str:
    item = meeting.item(number)
    away = " is left out" if item and item.segment.kind == "break" else ": next time"
    return f"{_title(meeting, number)}{away}"


def _title(meeting: Meeting, number: int) -> str:
    item = meeting.item(number)
    return item.segment.title if item else f"Segment {number}"
