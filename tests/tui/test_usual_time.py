"""Plan shows what a segment usually takes, and takes it over on one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import FIRM, stage

from workshop.followup.durations import Timed

HISTORY = tuple(
    Timed(f"M-{number}", "sync-30", "Marketing headlines", "marketing-brief", "headlines", minutes * 60_000)
    for number, minutes in ((7, 8), (8, 9), (9, 9), (10, 14))
)


async def test_the_usual_minutes_stand_beside_the_segment_and_are_taken_on_one_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.tui.screens.plan.history", lambda _workspace: HISTORY)
    async with stage(tmp_path, FIRM, opens="plan", size=(120, 36)) as shown:
        await shown.press("j", "j")
        assert "usually 9 (n=4)" in shown.text()
        await shown.press("m")
        (meeting,) = shown.app.state.meetings
        assert [item.minutes for item in meeting.items][2] == 9
        await shown.press("m")
        assert shown.sentence == "The plan has the usual minutes already."
        await shown.press("u")
        (meeting,) = shown.app.state.meetings
        assert [item.minutes for item in meeting.items][2] == 4


async def test_nothing_is_offered_before_three_meetings(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan", size=(120, 36)) as shown:
        assert "usually" not in shown.text()
        await shown.press("m")
        assert shown.sentence.startswith("Fewer than three recorded meetings")
