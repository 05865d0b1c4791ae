"""Help and palette: everything can be found, in the words that people know it by."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import RUNNING, stage

from workshop.tui.dialogs.palette import Palette
from workshop.tui.finding import finds
from workshop.tui.keys import at
from workshop.tui.screens.page import Page


@pytest.mark.parametrize("typed", ["sync", "cleo", "call the lab", "next segment", "a-1"])
async def test_the_palette_finds_meetings_people_items_and_actions(tmp_path: Path, typed: str) -> None:
    async with stage(tmp_path, RUNNING + "a: call the lab\n", opens="room") as shown:
        await shown.press("ctrl+p")
        await shown.type(typed)
        assert "Nothing is called so" not in shown.text()
        assert "▸" in shown.text()


async def test_what_is_chosen_in_the_palette_is_done(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.press("escape", ":")
        await shown.type("next seg")
        await shown.press("enter")
        meeting = shown.app.state.running
        assert meeting is not None
        assert meeting.current is not None
        assert meeting.current.number == 2


async def test_help_names_every_action_of_the_screen(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room", size=(120, 90)) as shown:
        await shown.press("f1")
        text = shown.text()
        assert all(known.label in text for known in at("room"))
        await shown.press("escape")
        assert shown.app.screen is not None


async def test_names_in_the_palette_are_never_markup(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "a: [@click=app.quit]x[/]\n", opens="room", size=(120, 36)) as shown:
        await shown.press("ctrl+p")
        await shown.type("click")
        assert "[@click=app.quit]x[/]" in shown.text()


async def test_esc_leaves_the_palette_whatever_was_typed(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.press("ctrl+p")
        await shown.type("sync")
        assert "Sync" in shown.text()
        await shown.press("escape")
        assert not isinstance(shown.app.screen, Palette)


async def test_help_that_is_longer_than_the_screen_is_read_to_its_end(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="plan", size=(60, 16)) as shown:
        await shown.press("f1")
        assert "there is more" in shown.text()
        assert "a running meeting goes on" not in shown.text()
        await shown.press("end")
        assert "goes on." in shown.text()


async def test_what_fits_on_one_sheet_says_nothing_of_more(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="home", size=(120, 36)) as shown:
        await shown.press("f1")
        assert "esc closes" in shown.text()
        assert "there is more" not in shown.text()


async def test_the_palette_leads_to_every_screen_but_the_one_at_hand(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="plan") as shown:
        page = shown.app.screen
        assert isinstance(page, Page)
        names = [find.name for find in finds(shown.app, page)]
        assert {"Home", "Room", "Close", "Actions", "Record"} <= set(names)
        assert "Plan" not in names
