"""The five looks: contrast by computation, and no colour at all where none is wanted."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from screens import stage

from workshop.cli.root import THEMES
from workshop.tui import Looks
from workshop.tui.themes import NAMES, contrast, themes

INKS = ("ink", "quiet", "shown", "amber", "red", "green")
GROUNDS = ("ground", "raised")
LEAST = {"dark": 4.5, "light": 4.5, "hc-dark": 7.0, "hc-light": 7.0}
ACCENTS = ("#1f5f8b", "#ffcc00", "#101010", "#f4f4f4")


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize(("name", "accent"), list(product(LEAST, ACCENTS)))
def test_every_ink_can_be_read_on_every_ground(name: str, accent: str) -> None:
    theme = next(theme for theme in themes(accent) if theme.name == name)
    for ink, ground in product(INKS, GROUNDS):
        assert contrast(theme.variables[ink], theme.variables[ground]) >= LEAST[name], (ink, ground)
    assert contrast(theme.variables["on-shown"], theme.variables["shown"]) >= LEAST[name]


def test_the_command_line_names_the_same_looks() -> None:
    assert THEMES == NAMES


@pytest.mark.parametrize("name", NAMES)
async def test_the_room_comes_up_in_every_look(tmp_path: Path, name: str) -> None:
    async with stage(tmp_path, opens="room", looks=Looks(name, calm=True)) as shown:
        assert "Sync" in shown.text()


async def test_plain_signs_are_all_ascii(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room", looks=Looks(ascii=True, calm=True)) as shown:
        for key in ("f1", "escape", "ctrl+p", "escape", "escape", "C", "enter"):
            assert shown.text().isascii(), {sign for sign in shown.text() if not sign.isascii()}
            await shown.press(key)
