"""`workshop demo`: a sample firm's kickoff and its sync two weeks later, played and minuted."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib.resources import as_file, files
from itertools import takewhile
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from workshop.cli.options import Options
from workshop.cli.screens import can_show, tour
from workshop.errors import Refused
from workshop.line.moved import moved
from workshop.line.script_workspace import script_session
from workshop.line.scripts import Step, play
from workshop.settings import FILE

SCRIPTS = ("kickoff.txt", "between.txt", "sync.txt")
ROOM = "room"
"""Folder of the workspace whose meeting runs, inside the sample's."""
HELD = datetime(2026, 3, 17, 9, 17)  # noqa: DTZ001 - the script's zone is the workspace's
UNTIL = "# 5 One problem"
"""Moment and line of the scripts at which somebody comes into the room."""


@click.command("demo")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="A folder for the sample workspace. [default: a new temporary one]",
)
@click.pass_obj
def demo_command(options: Options, into: Path | None) -> None:
    """Play a sample firm's two meetings; say what happened and where the minutes are.

    On a terminal the firm's room opens afterwards, in the middle of a meeting, with a tour of five keys.

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
    click.echo(f"Look around: workshop -w {shlex.quote(str(directory))} action list")
    if not any((directory / "minutes").glob("*.pdf")):
        click.get_current_context().exit(1)

    if can_show() and not options.no_input:
        _into_the_room(options, directory / ROOM, session.workspace.zone)


def _into_the_room(options: Options, directory: Path, zone: ZoneInfo) -> None:
    """The same firm two weeks after a kickoff, in the middle of its sync, right now."""
    click.echo(f"The room:  workshop -w {shlex.quote(str(directory))} run")
    session = script_session(directory, issue=False)
    now = datetime.now(zone).replace(second=0, microsecond=0, tzinfo=None)
    for line in moved(takewhile(lambda line: not line.startswith(UNTIL), _lines()), HELD, now):
        for _ in session.feed(line):
            pass
    click.get_current_context().exit(tour(options, directory))


def _lines() -> Iterator[str]:
    for name in SCRIPTS:
        yield from (files("workshop") / "sample" / name).read_text(encoding="utf-8").splitlines()


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
