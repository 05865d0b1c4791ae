"""`workshop present`: the second terminal, for the room to look at."""

from __future__ import annotations

import os

import click

from workshop.cli.options import Options
from workshop.cli.screens import can_show
from workshop.errors import Refused


@click.command("present")
@click.pass_context
def present_command(ctx: click.Context) -> None:
    """Show the room what it may see: prompt, clock, results, decisions, actions.

    \b
    workshop present                      b makes it black, q leaves

    It reads nothing but the file feed.json, which the running program writes.
    """
    options: Options = ctx.obj
    if not can_show():
        raise Refused(
            "There is no terminal here to present on.", fix="Open a second terminal and type it there."
        )
    directory = options.directory()
    from workshop.tui.present import PresentApp  # brings Textual, 0.2 s

    plain = "mono" if os.environ.pop("NO_COLOR", None) else "dark"
    ctx.exit(PresentApp(directory, theme=options.theme or plain, ascii=options.ascii).run() or 0)
