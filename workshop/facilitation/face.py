"""What the clock's face shows: the item and the meeting side by side, ahead or behind, and when it ends.

Three ends of a running meeting, all in ms on the timeline:

- planned: the opening plus the minutes planned then, plus every pause of the whole meeting so far. Minutes
  asked for since (`to 45 minutes`) take the place of those planned.
- hard: the local time that was set. No pause and no later jump of the wall clock moves it.
- projected: now plus the rest of the item on screen plus the minutes of all that lies ahead.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from workshop.errors import Refused
from workshop.facilitation.clock import MINUTE, item_time, meeting_time, until, whole_minutes
from workshop.model.meeting import Item, Meeting, Scope
from workshop.model.values import dataclass

Signal = Literal["calm", "soon", "over"]


@dataclass(frozen=True, slots=True)
class Dial:
    """One of the two clocks."""

    planned: int
    """ms it may take; not above zero where a meeting opened after its hard end."""
    gone: int
    """ms"""

    @property
    def minutes(self) -> int:
        """Minutes it may take."""
        return whole_minutes(self.planned)

    @property
    def left(self) -> int:
        """ms; negative once it is over."""
        return self.planned - self.gone

    @property
    def share(self) -> float:
        """Part of its time that is gone: 1.0 is all of it, more is over."""
        return self.gone / self.planned if self.planned > 0 else 1.0

    @property
    def signal(self) -> Signal:
        """Calm below 80 per cent, soon from there, over from 100."""
        if self.gone >= self.planned:
            return "over"
        return "soon" if self.gone * 5 >= self.planned * 4 else "calm"


@dataclass(frozen=True, slots=True)
class Face:
    """The clocks of an opened meeting at one moment."""

    item: Dial | None
    """The item on screen; None where no item's clock runs."""
    meeting: Dial
    """From the opening to the promised end: the planned one, or the hard one where that is earlier."""
    behind_ms: int
    """Projected end less promised end: positive is behind, negative ahead.

    As long as nothing is re-timed or skipped, this is the time gone less what the finished items were given
    and what the item on screen has used of its own minutes. After a re-timing that holds the end it is zero again,
    or ahead by less than a minute.
    """
    ends: int
    """Projected end, ms; of a closed meeting its close."""
    ends_at: datetime
    """The same as local time of the meeting's zone."""
    paused: Scope | None
    """What is paused at this moment."""


def face(meeting: Meeting, now: int) -> Face:
    """The face at `now`, ms. Raises Refused where the meeting has not begun."""
    now, current = until(meeting, now), meeting.current
    gone, ends, promised = meeting_time(meeting, now), projected_end(meeting, now), promised_end(meeting, now)
    return Face(
        item=Dial(current.minutes * MINUTE, item_time(meeting, current, now)) if current else None,
        meeting=Dial(promised - now + gone, gone),
        behind_ms=ends - promised,
        ends=ends,
        ends_at=local(meeting, ends),
        paused=_paused(meeting),
    )


def _paused(meeting: Meeting) -> Scope | None:
    if any(span.end is None for span in meeting.pauses):
        return "meeting"
    current = meeting.current
    return "item" if current and any(span.end is None for span in current.pauses) else None


def coming(meeting: Meeting) -> tuple[Item, ...]:
    """The items that still take time: the one on screen, those ahead, and after going back those left behind it.

    A segment that was left by going back is marked as done, but `next` leads through it once more.
    """
    if meeting.closed is not None:
        return ()
    current = meeting.current
    place = len(meeting.items) if current is None else meeting.items.index(current)
    return tuple(
        item
        for index, item in enumerate(meeting.items)
        if item.state in ("ahead", "running") or (item.state == "done" and index > place)
    )


def rest(meeting: Meeting, item: Item, now: int) -> int:
    """Milliseconds that an item has left of its minutes; nothing once they are used up."""
    return max(item.minutes * MINUTE - item_time(meeting, item, now), 0)


def projected_end(meeting: Meeting, now: int) -> int:
    """The end if everything from here on takes its minutes, ms."""
    return until(meeting, now) + sum(rest(meeting, item, now) for item in coming(meeting))


def asked_total(meeting: Meeting) -> int | None:
    """Minutes that the whole meeting was last given by `to 45 minutes`; None where that was not asked."""
    totals = (retiming.total for retiming in reversed(meeting.retimings))
    return next((total for total in totals if total is not None), None)


def end_after(meeting: Meeting, minutes: int, now: int) -> int:
    """The end of a meeting of so many minutes, ms: its pauses so far come on top."""
    opened, _ = _opening(meeting)
    now = until(meeting, now)
    return minutes * MINUTE + max(now, opened) - meeting_time(meeting, now)


def planned_end(meeting: Meeting, now: int) -> int:
    """The end by the minutes planned at the opening, or asked for since, ms."""
    asked = asked_total(meeting)
    planned = sum(item.segment.minutes for item in meeting.items) if asked is None else asked
    return end_after(meeting, planned, now)


def hard_end(meeting: Meeting) -> int | None:
    """The hard end of an opened meeting, ms; None where none was set."""
    opened, opened_at = _opening(meeting)
    at = _hard_end_near(meeting, opened_at)
    return None if at is None else opened + (at - opened_at) // timedelta(milliseconds=1)


def promised_end(meeting: Meeting, now: int) -> int:
    """What people were told, ms: the planned end, or the hard end where that is earlier."""
    planned, hard = planned_end(meeting, now), hard_end(meeting)
    return planned if hard is None else min(planned, hard)


def end_of(meeting: Meeting, now: int) -> int | None:
    """The end that a re-timing holds, ms: the hard one if it was set, else the planned one; None before the start.

    A total asked for in the meeting is held even where the hard end would leave more time.
    """
    if meeting.opened is None:
        return None
    hard = hard_end(meeting) if asked_total(meeting) is None else None
    return promised_end(meeting, now) if hard is None else hard


def room_before_start(meeting: Meeting) -> int | None:
    """Minutes from the planned start to the hard end; None where none was set."""
    start = _utc(meeting.on, meeting.start, ZoneInfo(meeting.zone))
    at = _hard_end_near(meeting, start)
    return None if at is None else (at - start) // timedelta(minutes=1)


def local(meeting: Meeting, moment: int) -> datetime:
    """A moment of the timeline as local time, counted from the opening. Raises Refused before the start."""
    opened, opened_at = _opening(meeting)
    passed = timedelta(milliseconds=moment - opened)
    return (opened_at.astimezone(UTC) + passed).astimezone(ZoneInfo(meeting.zone))


def not_begun(meeting: Meeting) -> Refused:
    """The sentence for a clock that does not run yet."""
    return Refused(f"{meeting.title} has not begun, so its clock does not run.", fix="Start it first.")


def _opening(meeting: Meeting) -> tuple[int, datetime]:
    if meeting.opened is None or meeting.opened_at is None:
        raise not_begun(meeting)
    return meeting.opened, meeting.opened_at


def _hard_end_near(meeting: Meeting, opening: datetime) -> datetime | None:
    """The hard end that follows the planned start nearest to the opening.

    So it holds for a meeting over midnight and for one that is held on another day than planned.
    """
    if meeting.hard_end is None:
        return None
    zone = ZoneInfo(meeting.zone)
    today = opening.astimezone(zone).date()
    days = (today + timedelta(days=n) for n in (-1, 0, 1))
    day = min(days, key=lambda day: abs(_utc(day, meeting.start, zone) - opening))
    over_midnight = meeting.hard_end <= meeting.start
    return _utc(day + timedelta(days=over_midnight), meeting.hard_end, zone)


def _utc(day: date, at: time, zone: ZoneInfo) -> datetime:
    # Two local times of one zone would be subtracted by the hands of the clock, not by what passed.
    return datetime.combine(day, at, zone).astimezone(UTC)
