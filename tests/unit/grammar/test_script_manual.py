"""The manual page tells what the grammar does: its lines are read, its commands are those of the table."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from workshop.grammar import SLASHES, Context, Slash, parse

PAGE = Path(__file__).parents[3] / "docs" / "script-grammar.md"
LINES = [
    line
    for block in re.findall(r"^```lines\n(.*?)^```", PAGE.read_text("utf-8"), re.S | re.M)
    for line in block.splitlines()
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_manual_is_read(here: Context, line: str) -> None:
    assert parse(line, replace(here, script=True)) is not None


@pytest.mark.parametrize("slash", SLASHES, ids=lambda slash: slash.name)
def test_the_manual_has_every_command_as_the_table_has_it(slash: Slash) -> None:
    assert f"- `{slash.usage}` {slash.help}\n" in PAGE.read_text("utf-8")


def test_the_manual_ends_with_the_complete_example() -> None:
    headings = re.findall(r"^## (.*)$", PAGE.read_text("utf-8"), re.M)
    assert headings[-1] == "A complete example"
