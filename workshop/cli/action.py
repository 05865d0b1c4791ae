"""`workshop action`: who does what by when."""

from __future__ import annotations

from typing import Any

import click

from workshop.cli.options import Options, listing, number
from workshop.cli.output import emit, emit_one
from workshop.errors import NotFound
from workshop.workspace.rows import rows

COLUMNS = ("id", "owner", "text", "due", "status", "carried", "source")


@click.group("action")
def action_command() -> None:
    """Who does what by when.

    \b
    workshop action list
    workshop action list --person "Marta Keller"
    workshop action done A-3 --on 2026-03-12
    """


@action_command.command("list")
@click.option("--person", "--owner", metavar="NAME", help="Only one person's.")
@click.option("--all", "everything", is_flag=True, help="Done and dropped ones too.")
@click.option("--meeting", metavar="M-1", help="Only those made in one meeting.")
@listing
@click.pass_obj
def list_actions(
    options: Options, person: str | None, everything: bool, meeting: str | None, as_json: bool, as_csv: bool
) -> None:
    """Open actions, the earliest date first.

    \b
    workshop action list --person marta --json
    """
    found = rows(options.open(), "actions")
    if not everything:
        found = [row for row in found if row["status"] in ("open", "blocked")]
    if meeting:
        found = [row for row in found if row["meeting"] == f"M-{number(meeting, 'M')}"]
    if person:
        found = [row for row in found if person.casefold() in str(row["owner"] or "").casefold()]
    found.sort(key=lambda row: (row["due"] or "9999", int(row["id"][2:])))
    if not as_json:
        found = [
            {**row, "due": row["due"] or ("next meeting" if row["due_next_meeting"] else None)}
            for row in found
        ]
    emit(found, COLUMNS, as_json=as_json, as_csv=as_csv, empty="No action is open.")


@action_command.command("show")
@click.argument("action")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def show(options: Options, action: str, as_json: bool) -> None:
    """One action with its history.

    \b
    workshop action show A-3
    """
    chosen = f"A-{number(action, 'A')}"
    row: dict[str, Any] | None = next(
        (row for row in rows(options.open(), "actions") if row["id"] == chosen), None
    )
    if row is None:
        raise NotFound(f"There is no action {chosen}.", fix="workshop action list --all shows every one.")
    if as_json:
        emit_one(row)
        return
    for key, value in row.items():
        if key != "history" and value not in (None, [], False, 0):
            click.echo(
                f"{key.replace('_', ' '):<14} {', '.join(value) if isinstance(value, list) else value}"
            )
    for step in row["history"]:
        remark = f" · {step['remark']}" if step["remark"] else ""
        click.echo(f"{step['on']}     {step['what']}{remark}")


def _feed(options: Options, line: str) -> None:
    from workshop.line.session import Session  # brings the grammar; a list does without

    for said in Session(options.open(), outside=True).feed(line):
        click.echo(said)


def _line(command: str, action: str, day: str | None, remark: str) -> str:
    when = f" >{day}" if day else ""
    return f"/{command} A-{number(action, 'A')}{when}" + (f" // {remark}" if remark else "")


@action_command.command("done")
@click.argument("actions", nargs=-1, required=True)
@click.option("--on", "day", help="The day it was done. [default: today]")
@click.option("--remark", default="", help="A word for the history.")
@click.pass_obj
def done(options: Options, actions: tuple[str, ...], day: str | None, remark: str) -> None:
    """Done, today or on an earlier day.

    \b
    workshop action done A-3
    workshop action done A-3 A-4 --on 2026-03-12 --remark "sent by mail"
    """
    for action in actions:
        _feed(options, _line("done", action, day, remark))


@action_command.command("due")
@click.argument("action")
@click.argument("day")
@click.option("--remark", default="", help="A word for the history.")
@click.pass_obj
def due(options: Options, action: str, day: str, remark: str) -> None:
    """A new date; the first one stays visible.

    \b
    workshop action due A-3 fri --remark "waiting for photos"
    """
    _feed(options, _line("due", action, day, remark))


@action_command.command("block")
@click.argument("action")
@click.option("--until", "day", help="A new date.")
@click.option("--remark", default="", help="What it waits for.")
@click.pass_obj
def block(options: Options, action: str, day: str | None, remark: str) -> None:
    """It waits for something.

    \b
    workshop action block A-9 --until fri --remark "the lab answers in week 13"
    """
    _feed(options, _line("block", action, day, remark))


@action_command.command("drop")
@click.argument("action")
@click.option("--why", required=True, help="It stays in the history.")
@click.pass_obj
def drop(options: Options, action: str, why: str) -> None:
    """It will not be done, because.

    \b
    workshop action drop A-9 --why "the customer withdrew"
    """
    _feed(options, _line("drop", action, None, why))


@action_command.command("reopen")
@click.argument("action")
@click.option("--remark", default="", help="A word for the history.")
@click.pass_obj
def reopen(options: Options, action: str, remark: str) -> None:
    """Open again.

    \b
    workshop action reopen A-3 --remark "the sheet came back"
    """
    _feed(options, _line("open", action, None, remark))
