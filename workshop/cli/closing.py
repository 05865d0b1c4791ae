"""`workshop close`, `approve`, `reopen`: the life of minutes outside a running line mode."""

from __future__ import annotations

import click

from workshop.cli.options import Options, number
from workshop.cli.output import say
from workshop.cli.patience import STILL, patient
from workshop.errors import Refused
from workshop.line.session import Session
from workshop.model.commands import Approve, Close, Command, Reopen
from workshop.workspace import Workspace


def _do(workspace: Workspace, command: Command) -> None:
    with patient(STILL):
        for line in Session(workspace).perform(command):
            say(line)


@click.command("close")
@click.argument("meeting", required=False)
@click.option("--early", metavar="WHY", default="", help="Close with points open; they are recorded.")
@click.pass_obj
def close_command(options: Options, meeting: str | None, early: str) -> None:
    """Close the running meeting; the draft minutes are made at once.

    \b
    workshop close
    workshop close M-1 --early "fire alarm"
    """
    workspace = options.open()
    running = workspace.state.running
    if running is None or (meeting and running.number != number(meeting, "M")):
        raise Refused(
            f"{meeting or 'No meeting'} is {'not ' if meeting else ''}running.",
            fix="workshop list shows what is.",
        )
    with workspace.running_lock(running.number):
        _do(workspace, Close(early))


@click.command("approve")
@click.argument("meeting")
@click.option("--by", required=True, metavar="NAME", help="Who says that the minutes are right.")
@click.option(
    "--in", "where", required=True, metavar="WHERE", help="How it was said: 'by mail', 'on the telephone'."
)
@click.pass_obj
def approve_command(options: Options, meeting: str, by: str, where: str) -> None:
    """Approve minutes outside a meeting. In a meeting: /approve M-1.

    \b
    workshop approve M-1 --by "Marta Keller" --in "by mail"
    """
    workspace = options.open()
    by = by.strip()
    known = next((person.id for person in workspace.people if person.name.casefold() == by.casefold()), by)
    _do(workspace, Approve(number(meeting, "M"), known, where.strip()))


@click.command("reopen")
@click.argument("meeting")
@click.option("--by", required=True, metavar="NAME", help="Who opens it again.")
@click.option("--why", required=True, metavar="WHY", help="What for; it stands in the minutes.")
@click.pass_obj
def reopen_command(options: Options, meeting: str, by: str, why: str) -> None:
    """Open a closed meeting again. Approved minutes stay as they are.

    \b
    workshop reopen M-1 --by "Ingrid Solberg" --why "one decision is missing"
    """
    workspace = options.open()
    known = next((person.id for person in workspace.people if person.name.casefold() == by.casefold()), by)
    _do(workspace, Reopen(number(meeting, "M"), known, why))
