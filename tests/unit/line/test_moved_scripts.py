"""A script moved in time: its meeting runs now, everything before it lies as many days back."""

from __future__ import annotations

from datetime import datetime

from workshop.line.moved import moved

HELD = datetime(2026, 3, 17, 9, 17)  # noqa: DTZ001 - the script's zone is the workspace's


def told(*lines: str) -> list[str]:
    return list(moved(lines, HELD, datetime(2026, 11, 22, 0, 5)))  # noqa: DTZ001


def test_the_day_of_the_meeting_moves_by_minutes_over_midnight_too() -> None:
    assert told("/at 2026-03-17 09:00", "/at 09:14") == ["/at 2026-11-21 23:48", "/at 2026-11-22 00:02"]
    assert told("/meeting sync-30 2026-03-17 09:00 title=Sync") == [
        "/meeting sync-30 2026-11-21 23:48 title=Sync"
    ]


def test_other_days_keep_their_time() -> None:
    assert told("/at 2026-03-03 09:00", "/at 09:05") == ["/at 2026-11-08 09:00", "/at 2026-11-08 09:05"]
    assert told("/done A-1 >2026-03-06 // from 14:00 on") == ["/done A-1 >2026-11-11 // from 14:00 on"]


def test_what_is_no_date_stays_as_it_is() -> None:
    lines = ["# 4 Field headlines", "", "quote: call me at 09:17 @dieter segment=food; period=2025Q4"]
    assert told(*lines) == lines
