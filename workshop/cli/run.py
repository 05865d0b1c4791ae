"""`workshop run` and `workshop play`: the line mode for a person, a pipe and a script."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshop.cli.options import Options, number
from workshop.cli.output import say
from workshop.model.commands import Start
from workshop.workspace.preparing import next_planned

if TYPE_CHECKING:
    from workshop.line.session import Session


@click.command("run")
@click.argument("meeting", required=False)
@click.option(
    "--plain", is_flag=True, help="Line by line: one line in, one line out. [default: without a terminal]"
)
@click.pass_obj
def run_command(options: Options, meeting: str | None, plain: bool) -> None:
    """Run a meeting, or take it up again where it was left.

    \b
    workshop run                          the running meeting, or the next one planned
    workshop run M-2
    workshop run --plain < lines.txt
    """
    from workshop.cli.screens import can_show, show

    if not plain and can_show():
        workspace = options.open()
        sys.exit(show(options, workspace, number(meeting, "M") if meeting else next_planned(workspace)))
    from workshop.cli.prompt import converse
    from workshop.line.session import Session  # the screens open it after their first picture
    from workshop.workspace.ahead import Ahead

    workspace = options.open()
    chosen = number(meeting, "M") if meeting else next_planned(workspace)
    ask = not options.no_input and sys.stdin.isatty()
    with workspace.running_lock(chosen), Ahead(workspace) if ask else nullcontext():
        session = Session(workspace)
        _begin(session, chosen)
        code = converse(session, ask=ask)
    click.get_current_context().exit(code)


def _begin(session: Session, chosen: int) -> None:
    running = session.workspace.state.running
    if running is not None and running.number == chosen:
        from workshop.line.segments import segment_lines

        click.echo(f"M-{chosen} {running.title} goes on.")
        lines = segment_lines(session.workspace, running.current.number) if running.current else ()
    else:
        lines = session.perform(Start(chosen))
    for line in lines:
        say(line)


@click.command("play")
@click.argument(
    "scripts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="The workspace; begun if it is not there. [default: the one at hand]",
)
@click.option("--keep-going", is_flag=True, help="Collect lines that are refused and go on.")
@click.option("--speed", default="max", help="60: sixty times as fast as it happened; max: at once.")
@click.option("--no-minutes", is_flag=True, help="Make no files at closing.")
@click.pass_obj
def play_command(
    options: Options,
    scripts: tuple[Path, ...],
    into: Path | None,
    keep_going: bool,
    speed: str,
    no_minutes: bool,
) -> None:
    """Play scripts: the lines of a meeting in a file, with /at for its clock.

    \b
    workshop play kickoff.txt --into trial
    """
    from workshop.line.script_workspace import script_session
    from workshop.line.scripts import ScriptStopped, play

    session = script_session(into or options.directory(), speed=speed, issue=not no_minutes)
    refused = 0
    for script in scripts:
        for step in play(session, script, keep_going=keep_going):
            if isinstance(step, ScriptStopped):
                refused += 1
                click.echo(str(step), err=True)
            elif not options.quiet:
                for said in step.said:
                    click.echo(said)
    if refused:
        click.echo(f"{refused} line{'s were' if refused > 1 else ' was'} refused.", err=True)
        click.get_current_context().exit(1)
