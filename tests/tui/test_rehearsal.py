"""A rehearsal on the screens: the same room, with a quiet mark."""

from __future__ import annotations

from pathlib import Path

from screens import FIRM, stage

from workshop.model.commands import Start
from workshop.tui import Looks

LOOKS = Looks(calm=True, mark="rehearsal x60", greeting="A rehearsal. Everything typed here is thrown away.")


async def test_every_title_carries_the_mark(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan", looks=LOOKS) as shown:
        assert "rehearsal x60" in shown.text().splitlines()[0]
        assert shown.sentence == LOOKS.greeting
        await shown.app.perform(Start())
        await shown.settle()
        first = shown.text().splitlines()[0]
        assert "rehearsal x60" in first
        assert "Sync" in first


async def test_a_meeting_in_earnest_has_none(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        assert "rehearsal" not in shown.text()
