"""Keys that come faster than the screen: each finds what the one before it brought up."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import RUNNING, Stage, stage
from textual import events

from workshop.tui.widgets.entry_line import EntryLine
from workshop.tui.widgets.home_line import OneLine

NAMES = {"/": "slash", " ": "space", ":": "colon"}


async def burst(shown: Stage, text: str) -> None:
    """All at once, as a terminal hands over what was typed while the program was busy."""
    for letter in text:
        shown.app.post_message(events.Key(NAMES.get(letter, letter), letter))
    await shown.settle()


@pytest.mark.parametrize("screen", ["room", "close"])
async def test_a_burst_behind_a_slash_is_a_command_and_no_keys_of_the_list(
    tmp_path: Path, screen: str
) -> None:
    async with stage(tmp_path, RUNNING + "n: sizes by number\n", opens=screen) as shown:
        await shown.press("escape") if screen == "room" else None
        before = shown.app.state.undoable
        await burst(shown, "/unsaid")
        assert shown.app.screen.query_one(EntryLine).text == "/unsaid"
        assert shown.app.state.undoable == before
        assert shown.app.state.redoable == ()


async def test_a_burst_behind_the_letter_of_a_kind_is_its_text(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING, opens="room") as shown:
        await shown.press("escape")
        await burst(shown, "osuch a long list")
        assert shown.app.screen.query_one(EntryLine).text == "o: such a long list"
        assert shown.app.state.running is not None
        assert shown.app.state.running.current is not None
        assert shown.app.state.running.current.number == 1


async def test_a_burst_behind_the_key_that_catches_something_stands_in_the_line(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING) as shown:
        await burst(shown, "iprices")
        assert shown.app.screen.query_one("#catch", OneLine).text == "prices"
