"""Minutes show no seconds: a meeting ends for them when the minute began in which it was closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from workshop.exporting.digest.source import Source

SECOND = 1000
"""ms"""


def on_the_minute(source: Source) -> Source:
    """The source of a closed meeting with its close at the full minute, but not before its opening.

    So the minutes of a close can be made a moment before it: whatever second it comes in, they are the same.
    """
    meeting = source.meeting
    if (
        meeting.opened is None
        or meeting.opened_at is None
        or meeting.closed is None
        or meeting.closed_at is None
    ):
        return source
    minute = meeting.closed_at.replace(second=0, microsecond=0)
    # Wall clock and running clock are read one after the other: between them lie milliseconds that mean nothing.
    past = round((meeting.closed_at - minute) / timedelta(milliseconds=1))
    closed = round((meeting.closed - past) / SECOND) * SECOND
    ended = replace(meeting, closed=max(closed, meeting.opened), closed_at=max(minute, meeting.opened_at))
    return replace(source, meeting=ended)
