"""The meeting's clock: the workspace's timeline, how long things really took, and how times are written.

All times are whole milliseconds on the workspace's timeline; nothing here asks what time it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from workshop.model.meeting import Item, Meeting, Span
from workshop.model.moments import Reading
from workshop.model.teams import TEAMS, Team

MINUTE = 60_000
"""ms"""
TOLERANCE = 5_000
"""ms by which the two clocks may differ between two lines before it is said."""


def advance(moment: int, last: Reading | None, new: Reading) -> tuple[int, str]:
    """The timeline after a new reading, ms, and a sentence where the two clocks disagree, else "".

    Within one boot the monotonic difference counts, over a reboot the wall clock's. It never goes backwards.
    """
    if last is None:
        return moment, ""
    wall = (new.at - last.at) // timedelta(milliseconds=1)
    # A running clock that stands lower than before was started anew, whatever the boot is called.
    if new.boot == last.boot and new.mono >= last.mono:
        passed = new.mono - last.mono
        return moment + passed, _disagreement(wall - passed, passed)
    if wall < 0:
        return moment, (
            f"After a restart the wall clock stands {_hours(-wall)} earlier than before; "
            "the meeting's clock goes on from where it was."
        )
    return moment + wall, ""


def _disagreement(drift: int, passed: int) -> str:
    if abs(drift) <= TOLERANCE:
        return ""
    sign = "-" if drift < 0 else "+"
    return (
        f"The wall clock moved by {sign}{_hours(abs(drift))} while {_hours(passed)} passed; "
        "the meeting's clock follows what passed."
    )


def covered(spans: Iterable[Span], now: int) -> int:
    """Milliseconds that lie in at least one of the spans; what still runs, and what lies later, ends now."""
    total = 0
    reached: int | None = None
    for start, end in sorted((span.start, now if span.end is None else min(span.end, now)) for span in spans):
        begin = start if reached is None else max(start, reached)
        if end > begin:
            total += end - begin
            reached = end
    return total


def item_time(meeting: Meeting, item: Item, now: int) -> int:
    """Milliseconds an item was really on screen: its visits without its pauses and those of the meeting."""
    return _running(item.visits, (*item.pauses, *meeting.pauses), until(meeting, now))


def meeting_time(meeting: Meeting, now: int) -> int:
    """Milliseconds the meeting really ran: from its opening to its close or now, without its pauses."""
    if meeting.opened is None:
        return 0
    return _running((Span(meeting.opened),), meeting.pauses, until(meeting, now))


def airtime(meeting: Meeting, now: int) -> tuple[tuple[Team, int], ...]:
    """Milliseconds each team held the floor, every pause left out, for teams that had it (U13)."""
    pauses = meeting.pauses + tuple(span for item in meeting.items for span in item.pauses)
    spans = {team: tuple(turn.span for turn in meeting.turns if turn.team == team) for team in TEAMS}
    return tuple((team, _running(own, pauses, until(meeting, now))) for team, own in spans.items() if own)


def until(meeting: Meeting, now: int) -> int:
    """The moment up to which a meeting's time counts: now, but not past its close."""
    return now if meeting.closed is None else min(now, meeting.closed)


def _running(spans: tuple[Span, ...], pauses: tuple[Span, ...], now: int) -> int:
    """Milliseconds in the spans and in no pause: what both cover together, less the pauses."""
    return covered((*spans, *pauses), now) - covered(pauses, now)


def whole_minutes(ms: int) -> int:
    """Milliseconds as minutes, rounded half away from zero; round a sum once, not its parts."""
    rounded = (abs(ms) + MINUTE // 2) // MINUTE
    return -rounded if ms < 0 else rounded


def clockwise(ms: int) -> str:
    """A length of time as `12:05`, from an hour on as `1:12:05`; begun seconds do not count."""
    hours, rest = divmod(abs(ms) // 1000, 3600)
    return _hours(ms) if hours else f"{rest // 60}:{rest % 60:02}"


def signed(ms: int) -> str:
    """A difference as `+0:42` or `-3:05`; less than a second either way is `0:00`."""
    if abs(ms) < 1000:
        return "0:00"
    return f"{'-' if ms < 0 else '+'}{clockwise(ms)}"


def _hours(ms: int) -> str:
    seconds = abs(ms) // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
