"""The way from the command line to the screens: only on a terminal that can show them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from workshop.cli.options import Options
from workshop.workspace import Workspace
from workshop.workspace.ahead import Ahead


def can_show() -> bool:
    """Whether somebody sits at a terminal that can be drawn on; a dumb one gets the line mode."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def show(
    options: Options,
    workspace: Workspace | None = None,
    meeting: int = 0,
    *,
    mark: str = "",
    greeting: str = "",
) -> int:
    """Opens the screens; with a meeting its room, begun where it is only planned. Returns the exit code.

    `mark` stands in every title; `greeting` is the first thing said.
    """
    workspace = workspace or options.open()
    from workshop.tui import Looks, open_program  # brings Textual, 0.2 s

    planned = workspace.state.meeting(meeting)
    start = meeting if planned is not None and planned.status == "planned" else 0
    looks = Looks(_theme(options), ascii=options.ascii, calm=options.calm, mark=mark, greeting=greeting)
    with Ahead(workspace):
        return open_program(workspace, opens="room" if meeting else "home", start=start, looks=looks)


def tour(options: Options, directory: Path) -> int:
    """Opens the room of a meeting that runs, with a tour of five keys. Returns the exit code."""
    from workshop.tui import Looks
    from workshop.tui.tour import open_tour  # brings Textual, 0.2 s

    looks = Looks(_theme(options), ascii=options.ascii, calm=options.calm)
    return open_tour(Workspace(directory), looks)


def _theme(options: Options) -> str:
    """As asked for; without colours where the environment wants none."""
    return options.theme or ("mono" if os.environ.get("NO_COLOR") else "dark")
