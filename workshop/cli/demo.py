"""`workshop demo`: a sample firm's kickoff and its sync two weeks later, played and minuted."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path

import click

from workshop.cli.options import Options
from workshop.errors import Refused
from workshop.line.script_workspace import script_session
from workshop.line.scripts import Step, play
from workshop.settings import FILE

SCRIPTS = ("kickoff.txt", "between.txt", "sync.txt")


@click.command("demo")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="A folder for the sample workspace. [default: a new temporary one]",
)
@click.pass_obj
def demo_command(options: Options, into: Path | None) -> None:
    """Play a sample firm's two meetings; say what happened and where the minutes are.

    \b
    workshop demo
    workshop demo --into sample
    """
    directory = into or Path(tempfile.mkdtemp(prefix="workshop-demo-"))
    if (directory / FILE).exists():
        raise Refused(f"There is a workspace in {directory} already.", fix="Give another folder with --into.")
    session = script_session(directory)
    for name in SCRIPTS:
        with as_file(files("workshop") / "sample" / name) as path:
            _tell(name, play(session, path), options)
    state = session.workspace.state
    counters = state.counters
    open_actions = sum(1 for action in state.actions if action.live)
    click.echo(
        f"\n{counters.meeting} meetings, {counters.entry} entries, {counters.decision} decisions, "
        f"{counters.action} actions ({open_actions} open), {counters.dispute} disputes."
    )
    click.echo(f"Workspace: {directory}")
    for pdf in sorted((directory / "minutes").glob("*.pdf")):
        click.echo(f"Minutes:   {pdf}")
    click.echo(f"Look around: workshop -w {directory} action list")
    if not any((directory / "minutes").glob("*.pdf")):
        click.get_current_context().exit(1)


def _tell(name: str, steps: Iterable[object], options: Options) -> None:
    """The headings of a script and what was said at the turning points; everything with -v."""
    click.echo(f"\n{name}")
    for step in steps:
        if not isinstance(step, Step) or options.quiet:
            continue
        for said in step.said:
            if (
                options.verbose
                or said.startswith(("==", "M-", "Return on time", "!"))
                or step.line in ("/close",)
            ):
                click.echo(f"  {said}")
