"""The clock: start, segments, pauses, extensions, re-timing, who holds the floor."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from workshop.errors import NotFound, Refused
from workshop.facilitation import planning, retiming
from workshop.facilitation.deciding import finding
from workshop.facilitation.house import House
from workshop.model.agenda import Segment
from workshop.model.commands import (
    Back,
    Extend,
    Floor,
    GoTo,
    Next,
    Pause,
    Retime,
    Skip,
    Start,
    StartedEarlier,
)
from workshop.model.facts import (
    AgendaSet,
    BeganEarlier,
    ClockPaused,
    ClockResumed,
    Fact,
    FloorGiven,
    MeetingChanged,
    MeetingOpened,
    Retimed,
    SegmentBegan,
    SegmentSkipped,
)
from workshop.model.meeting import Item, Meeting, Retiming
from workshop.model.state import State
from workshop.model.teams import Side


def start(state: State, command: Start, house: House) -> tuple[Fact, ...]:
    """Open a planned meeting on its first segment."""
    if state.running is not None:
        running = state.running
        raise Refused(
            f"M-{running.number} {running.title} is running.",
            fix="Close it first: /close, or /close early and why.",
        )
    meeting = _to_start(state, command.meeting)
    if not meeting.items:
        raise Refused(
            f"M-{meeting.number} has no agenda.", fix="Plan it from a template: workshop new kickoff-120."
        )
    moved: tuple[Fact, ...] = ()
    day = house.now.astimezone(ZoneInfo(meeting.zone)).date()
    if day != meeting.on:
        moved = (
            MeetingChanged(meeting.title, day, meeting.start, meeting.place, meeting.mode, meeting.hard_end),
        )
    lead = _lead(state, meeting, house)
    return (*moved, MeetingOpened(lead), SegmentBegan(meeting.items[0].number))


def _to_start(state: State, number: int) -> Meeting:
    if number:
        meeting = finding.meeting(state, number)
        if meeting.status != "planned":
            raise Refused(f"M-{number} is {meeting.status}.", fix=f"workshop show M-{number}")
        return meeting
    planned = sorted((m for m in state.meetings if m.status == "planned"), key=lambda m: (m.on, m.start))
    if not planned:
        raise Refused(
            "No meeting is planned.", fix="Plan one: /meeting kickoff-120 2026-03-03 09:00, or workshop new."
        )
    return planned[0]


def _lead(state: State, meeting: Meeting, house: House) -> Side:
    """The leading team alternates between meetings, marketing first; a template may fix it."""
    try:
        fixed = not house.agenda(meeting.template).alternates
    except NotFound:
        fixed = False
    last = state.exchanges[-1].lead if state.exchanges else ""
    return "sales" if last == "marketing" and not fixed else "marketing"


def next_segment(state: State, _command: Next, _house: House) -> tuple[Fact, ...]:
    """On to the next segment that is still ahead."""
    meeting, item = finding.current(state)
    after = _after(meeting, item)
    if after is None:
        raise Refused("This is the last segment.", fix="/gate shows what is open; /close ends the meeting.")
    return (SegmentBegan(after.number),)


def _after(meeting: Meeting, item: Item) -> Item | None:
    later = meeting.items[meeting.items.index(item) + 1 :]
    return next((other for other in later if other.state in ("ahead", "done")), None)


def back(state: State, _command: Back, _house: House) -> tuple[Fact, ...]:
    """Back to the segment before; its clock goes on from where it was, nothing is lost."""
    meeting, item = finding.current(state)
    earlier = [other for other in meeting.items[: meeting.items.index(item)] if other.state != "dropped"]
    if not earlier:
        raise Refused("This is the first segment.")
    return (SegmentBegan(earlier[-1].number),)


def go_to(state: State, command: GoTo, _house: House) -> tuple[Fact, ...]:
    """To a segment by number."""
    meeting = finding.running(state)
    item = meeting.item(command.segment)
    if item is None:
        raise NotFound(f"This agenda has no segment {command.segment}.", fix="/agenda shows them.")
    if item.state == "running":
        raise Refused(f"{item.segment.title} is on screen already.")
    return (SegmentBegan(command.segment),)


def pause(state: State, command: Pause, _house: House) -> tuple[Fact, ...]:
    """Stop a clock; said again, it goes on."""
    meeting, item = finding.current(state)
    if paused(meeting, item):
        return (ClockResumed(),)
    return (ClockPaused(command.scope),)


def paused(meeting: Meeting, item: Item) -> bool:
    """Whether the meeting or the item on screen stands still."""
    return any(span.end is None for span in (*meeting.pauses, *item.pauses))


def extend(state: State, command: Extend, house: House) -> tuple[Fact, ...]:
    """More (or fewer) minutes for the segment on screen; the others pay, so that the end holds."""
    meeting, item = finding.current(state)
    planning.check_minutes(item.segment, item.minutes, command.minutes)
    return (Retimed(retiming.extend(meeting, command.minutes, house.moment)),)


def retime(state: State, command: Retime, house: House) -> tuple[Fact, ...]:
    """Fit what is left before the end; before the start, the whole plan into so many minutes."""
    if state.running is None and command.minutes is not None:
        return (AgendaSet(compressed_plan(state, command.minutes, house)),)
    meeting = finding.running(state)
    preview = preview_retime(meeting, command, house)
    if not preview.changes and not preview.dropped:
        raise Refused(
            f"{preview.short} minutes do not fit, and nothing may give any more."
            if preview.short
            else "It fits as it is.",
            fix="/skip N, or close later." if preview.short else "",
        )
    return (Retimed(preview),)


def compressed_plan(state: State, minutes: int, house: House) -> tuple[Segment, ...]:
    """The segments of the next planned meeting in so many minutes, always cut from the template's own; what is locked
    keeps its minutes."""
    meeting = _to_start(state, 0)
    segments = tuple(item.segment for item in meeting.items)
    try:
        template = house.agenda(meeting.template).segments
    except NotFound:  # it was taken off the shelf since: the plan itself is all there is
        template = segments
    return retiming.compressed(segments, planning.fitted(segments, template, minutes))


def preview_retime(meeting: Meeting, command: Retime, house: House) -> Retiming:
    """What a re-timing would change; nothing is stored."""
    if command.minutes is not None:
        return retiming.to_total(meeting, command.minutes, house.moment)
    return retiming.fit(meeting, house.moment, "back to plan")


def skip(state: State, command: Skip, _house: House) -> tuple[Fact, ...]:
    """Leave a segment out; it comes back at the next meeting."""
    meeting, current = finding.current(state)
    number = command.segment or current.number
    item = meeting.item(number)
    if item is None:
        raise NotFound(f"This agenda has no segment {number}.", fix="/agenda shows them.")
    if item.segment.kind == "close":
        raise Refused("The close is not skipped.", fix="/close early and why ends the meeting at once.")
    if item.state in ("done", "skipped", "dropped"):
        raise Refused(f"{item.segment.title} is {item.state} already.")
    if number != current.number:
        return (SegmentSkipped(number, command.why),)
    after = _after(meeting, current)
    begin = (SegmentBegan(after.number),) if after else ()
    return (SegmentSkipped(number, command.why), *begin)


def started_earlier(state: State, command: StartedEarlier, _house: House) -> tuple[Fact, ...]:
    """The segment on screen began some minutes ago."""
    meeting, item = finding.current(state)
    if not 0 < command.minutes <= planning.MOST:
        raise Refused("How many minutes ago?", fix=f"/started 6m; {planning.MOST} at most.")
    began = item.visits[-1].start
    before = [visit.start for other in meeting.items if other is not item for visit in other.visits]
    earliest = max((start for start in before if start <= began), default=None)
    if earliest is not None and began - command.minutes * 60_000 < earliest:
        room = max(0, (began - earliest) // 60_000)
        raise Refused(f"The segment before began {room} minutes earlier; more than that it cannot give.")
    return (BeganEarlier(command.minutes),)


def floor(state: State, command: Floor, _house: House) -> tuple[Fact, ...]:
    """Who holds the floor from now on; said again, nobody's turn is counted twice."""
    meeting = finding.running(state)
    last = meeting.turns[-1] if meeting.turns else None
    if last is not None and last.team == command.team and last.span.end is None:
        raise Refused(f"{command.team} has the floor already.")
    return (FloorGiven(command.team),)
