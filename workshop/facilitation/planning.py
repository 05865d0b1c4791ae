"""The plan before the start: longer, earlier, locked, left out, fitted. Pure on segments; `SetAgenda` stores them.

The close stays last and is never left out, as while the meeting runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from workshop.errors import NotFound, Refused
from workshop.facilitation import retiming
from workshop.model.agenda import Segment
from workshop.model.meeting import Meeting, Retiming

Segments = tuple[Segment, ...]
MOST = 240
"""Minutes that one segment may be given: more is a slip of the key."""


def check_minutes(segment: Segment, minutes: int, more: int) -> None:
    """Refuses so many more minutes, or fewer, as no segment takes."""
    if more > 0 and minutes + more > MOST:
        raise Refused(
            f"{segment.title} would have {minutes + more} minutes; a segment takes {MOST} at most.",
            fix="Give fewer, 5 say.",
        )
    if more < -MOST:
        raise Refused(f"{segment.title} has no {-more} minutes to give.", fix="Take fewer, 5 say.")


def lengthened(segments: Segments, number: int, minutes: int) -> Segments:
    """More minutes for a segment, or fewer, but at least one."""
    old = _segment(segments, number)
    if old.minutes + minutes < 1:
        raise Refused(
            f"{old.title} has {old.minutes} min; it needs at least one.", fix="Leave it out instead."
        )
    check_minutes(old, old.minutes, minutes)
    return _with(segments, replace(old, minutes=old.minutes + minutes))


def of_minutes(segments: Segments, number: int, minutes: int) -> Segments:
    """A segment with exactly so many minutes."""
    return lengthened(segments, number, minutes - _segment(segments, number).minutes)


def lock_turned(segments: Segments, number: int) -> Segments:
    """Locked against re-timing, or open to it again."""
    return locked(segments, number, on=not _segment(segments, number).locked)


def locked(segments: Segments, number: int, *, on: bool) -> Segments:
    """Locked against re-timing, or not."""
    return _with(segments, replace(_segment(segments, number), locked=on))


def core_turned(segments: Segments, number: int) -> Segments:
    """Core, or optional: what is optional pays first and may drop."""
    return core(segments, number, on=not _segment(segments, number).core)


def core(segments: Segments, number: int, *, on: bool) -> Segments:
    """Core, or optional."""
    old = _segment(segments, number)
    if old.kind == "close" and not on:
        raise Refused("The close is never optional.", fix="It keeps its minutes; the others pay.")
    return _with(segments, replace(old, core=on))


def moved(segments: Segments, number: int, places: int) -> Segments:
    """A segment so many places later, or earlier; it keeps its number."""
    chosen = _segment(segments, number)
    rest = [segment for segment in segments if segment is not chosen]
    place = segments.index(chosen) + places
    if not 0 <= place < len(segments):
        raise Refused(f"{chosen.title} is {'first' if places < 0 else 'last'} already.")
    after = (*rest[:place], chosen, *rest[place:])
    if segments[-1].kind == "close" and after[-1] is not segments[-1]:
        raise Refused("The close stays last.")
    return after


def beside(segments: Segments, number: int, other: int, *, after: bool) -> Segments:
    """A segment right before or behind another one."""
    chosen, place = _segment(segments, number), segments.index(_segment(segments, other))
    if chosen.number == other:
        raise Refused(f"{chosen.title} cannot stand beside itself.")
    own = segments.index(chosen)
    target = place + after - (own < place)
    if target == own:
        raise Refused(f"{chosen.title} stands there already.")
    return moved(segments, number, target - own)


def without(segments: Segments, number: int) -> Segments:
    """The plan without a segment."""
    gone = _segment(segments, number)
    if gone.kind == "close":
        raise Refused("The close is not left out.", fix="- gives it fewer minutes.")
    if len(segments) == 1:
        raise Refused(f"{gone.title} is all there is.", fix="Call the meeting off instead.")
    return tuple(segment for segment in segments if segment is not gone)


def left_out(segments: Segments, template: Sequence[Segment]) -> Segments:
    """What the template has and the plan has not."""
    numbers = {segment.number for segment in segments}
    return tuple(segment for segment in template if segment.number not in numbers)


def brought_back(segments: Segments, template: Sequence[Segment], number: int) -> Segments:
    """A segment of the template again, before the first one that follows it there."""
    back = next((segment for segment in left_out(segments, template) if segment.number == number), None)
    if back is None:
        raise NotFound(f"Segment {number} is not among those left out.")
    later = [segment.number for segment in template[template.index(back) + 1 :]]
    place = next((n for n, segment in enumerate(segments) if segment.number in later), len(segments))
    return (*segments[:place], back, *segments[place:])


def fitted(segments: Segments, template: Sequence[Segment], minutes: int) -> Retiming:
    """What has to change so that the plan takes so many minutes, always cut from the template's own minutes.

    So a plan that was cut to 30 minutes and then to 45 has its minutes back. What is locked keeps what it has.
    Raises Refused where every floor is reached.
    """
    whole = tuple(_whole(segment, template) for segment in segments)
    change = retiming.compress(whole, minutes)
    if change.short:
        gone = f"{change.short} minutes are" if change.short > 1 else "1 minute is"
        raise Refused(
            f"{gone} missing: every floor is reached.", fix="Leave something out, or take a later end."
        )
    after = retiming.compressed(whole, change)
    told = {segment.number: segment.minutes for segment in after}
    rows = ((old.number, old.minutes, told.get(old.number, old.minutes)) for old in segments)
    return replace(change, changes=tuple(row for row in rows if row[1] != row[2]))


def _whole(segment: Segment, template: Sequence[Segment]) -> Segment:
    own = next(
        (known for known in template if (known.number, known.title) == (segment.number, segment.title)), None
    )
    if own is None or segment.locked or own.minutes <= segment.minutes:
        return segment
    return replace(segment, minutes=own.minutes)


def starts(meeting: Meeting, segments: Segments) -> tuple[datetime, ...]:
    """When each segment begins by the plan, and when the last one ends, as local times."""
    zone = ZoneInfo(meeting.zone)
    # Added in UTC: two local times of one zone would be added by the hands of the clock, not by what passes.
    begin = datetime.combine(meeting.on, meeting.start, zone).astimezone(ZoneInfo("UTC"))
    gone = accumulate((segment.minutes for segment in segments), initial=0)
    return tuple((begin + timedelta(minutes=minutes)).astimezone(zone) for minutes in gone)


def _segment(segments: Segments, number: int) -> Segment:
    found = next((segment for segment in segments if segment.number == number), None)
    if found is None:
        raise NotFound(f"This agenda has no segment {number}.")
    return found


def _with(segments: Segments, changed: Segment) -> Segments:
    return tuple(changed if segment.number == changed.number else segment for segment in segments)
