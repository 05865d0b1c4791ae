"""`workshop rehearse`: the meeting of tomorrow, tonight, in a tenth of the time; nothing of it stays."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workshop.cli.options import Options
from workshop.cli.output import say
from workshop.cli.patience import patient
from workshop.errors import MissingLibrary
from workshop.workspace.rehearsing import FAREWELL, SPEEDS, Rehearsal, rehearse


@click.command("rehearse")
@click.argument("what", metavar="MEETING", required=False, default="")
@click.option(
    "--speed",
    type=click.Choice([str(speed) for speed in SPEEDS]),
    default=str(SPEEDS[0]),
    show_default=True,
    help="How many times as fast the clock runs.",
)
@click.option("--plain", is_flag=True, help="Line by line. [default: without a terminal]")
@click.option(
    "--keep",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep the minutes in a folder.",
)
@click.pass_obj
def rehearse_command(options: Options, what: str, speed: str, plain: bool, keep: Path | None) -> None:
    """Run a planned meeting, or a template, in a copy that is thrown away at the end.

    The minutes it would produce are made, so that they can be looked at before they go.

    \b
    workshop rehearse                     the next meeting, ten times as fast
    workshop rehearse M-2 --speed 60
    workshop rehearse kickoff-120 --plain --keep trial
    """
    from workshop.cli.screens import can_show

    with rehearse(options.open(), what, int(speed)) as rehearsal:
        say(rehearsal.greeting)
        on_screens = not plain and can_show()
        code = _on_screens(options, rehearsal) if on_screens else _line_by_line(options, rehearsal)
        _look(rehearsal, keep, wait=not on_screens and sys.stdin.isatty() and not options.no_input)
    say(FAREWELL)
    sys.exit(code)


def _on_screens(options: Options, rehearsal: Rehearsal) -> int:
    from workshop.cli.screens import show

    return show(
        options, rehearsal.workspace, rehearsal.meeting, mark=rehearsal.mark, greeting=rehearsal.greeting
    )


def _line_by_line(options: Options, rehearsal: Rehearsal) -> int:
    from workshop.cli.prompt import converse
    from workshop.line.session import Session
    from workshop.model.commands import Start

    session = Session(rehearsal.workspace)
    for line in session.perform(Start(rehearsal.meeting)):
        say(line)
    ask = not options.no_input and sys.stdin.isatty()
    return converse(session, ask=ask, speed=rehearsal.speed, stays=False)


def _look(rehearsal: Rehearsal, keep: Path | None, *, wait: bool) -> None:
    """The minutes, before they go: where they are, and time to open them. On the screens that was in Close."""
    if keep is None and not wait:
        return
    try:
        with patient("The minutes are being made; long ones take a while."):
            for line in rehearsal.papers():
                say(line)
    except MissingLibrary as missing:
        say(f"! {missing}", err=True)
    if keep is not None:
        for path in rehearsal.keep(keep):
            say(f"Kept: {path}")
    else:
        click.prompt("Enter throws it away", default="", show_default=False, prompt_suffix=" ")
