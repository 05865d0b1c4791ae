"""Minutes end when the minute began in which the meeting was closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from workshop.exporting import jsonfile
from workshop.exporting.digest import Source, digest


def closed_later(source: Source, seconds: float) -> Source:
    """The same meeting, closed so many seconds later."""
    meeting = source.meeting
    assert meeting.closed is not None
    assert meeting.closed_at is not None
    moment = meeting.closed + round(seconds * 1000)
    later = replace(
        meeting,
        closed=moment,
        closed_at=meeting.closed_at + timedelta(seconds=seconds),
    )
    return replace(source, meeting=later, state=replace(source.state, moment=moment))


@pytest.mark.parametrize("seconds", [0.001, 7, 59.9])
def test_the_second_of_the_close_changes_nothing(source: Source, seconds: float) -> None:
    assert jsonfile.render(digest(closed_later(source, seconds))) == jsonfile.render(digest(source))


def test_the_next_minute_does(source: Source) -> None:
    first, second = digest(source), digest(closed_later(source, 60))
    assert second.when.stamp - first.when.stamp == timedelta(minutes=1)
    assert second.when.real_ms - first.when.real_ms == 60_000


def test_clocks_that_were_read_a_millisecond_apart_tell_the_same(source: Source) -> None:
    meeting = source.meeting
    assert meeting.closed is not None
    apart = replace(source, meeting=replace(meeting, closed=meeting.closed + 1))
    apart = replace(apart, state=replace(source.state, moment=meeting.closed + 1))
    assert jsonfile.render(digest(apart)) == jsonfile.render(digest(source))


def test_no_meeting_ends_before_it_began(source: Source) -> None:
    meeting = source.meeting
    assert meeting.closed is not None
    assert meeting.closed_at is not None
    short = replace(
        meeting,
        opened=meeting.closed - 3000,
        opened_at=meeting.closed_at + timedelta(seconds=20),
        closed_at=meeting.closed_at + timedelta(seconds=23),
        items=(),
    )
    found = digest(replace(source, meeting=short)).when
    assert found.closed == found.opened == time(9, 23, 20)
    assert found.real_ms == 0


def test_a_meeting_that_runs_has_no_end(source: Source) -> None:
    runs = replace(source.meeting, status="running", closed=None, closed_at=None)
    assert digest(replace(source, meeting=runs)).when.closed is None
