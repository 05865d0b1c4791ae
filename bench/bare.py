"""A bare Textual program with one line to type in and a list: what the room is compared with.

Run: `bare.py ROWS`, or `bare.py ROWS DIRECTORY` to open that workspace first, as every program of ours has to.
"""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import OptionList, TextArea


class Bare(App[None]):
    """Nothing but the two widgets; the line has the focus, as in the room."""

    CSS = "OptionList { height: 1fr; } TextArea { height: 3; }"
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """List and line."""
        rows = int(sys.argv[1])
        yield OptionList(*(f"N-{row}  note  What customer {row} said" for row in range(1, rows + 1)))
        yield TextArea("ready", soft_wrap=False, show_line_numbers=False)

    def on_mount(self) -> None:
        """Letters go into the line."""
        self.query_one(TextArea).focus()


def _opened(directory: str) -> None:
    """What lies below every front end: the rules, the record and the command line."""
    from workshop.cli.run import run_command
    from workshop.workspace import Workspace

    if run_command.name:
        Workspace(Path(directory))


if __name__ == "__main__":
    if sys.argv[2:]:
        _opened(sys.argv[2])
    Bare().run()
