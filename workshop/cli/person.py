"""`workshop person`: who takes part, and how somebody is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workshop.cli.options import Options, listing
from workshop.cli.output import emit, say
from workshop.cli.typed import typed
from workshop.errors import Refused, WorkshopError

if TYPE_CHECKING:
    from workshop.line.session import Session


@click.group("person")
def person_command() -> None:
    """Who takes part.

    \b
    workshop person add "Marta Keller; sales; Head of sales"
    workshop person add - < people.txt
    workshop person list
    """


@person_command.command("add")
@click.argument("people", nargs=-1, required=True)
@click.pass_obj
def add(options: Options, people: tuple[str, ...]) -> None:
    """Add people as 'Name; team; role; e-mail'. Teams: sales, marketing, guest, facilitator, sponsor.

    \b
    workshop person add "Ana Ruiz; marketing; Campaigns" "Jo Berg; sales"
    workshop person add - < people.txt      one a line
    """
    from workshop.line.session import Session  # brings the grammar; a list does without

    session = Session(options.open(), outside=True)
    refused = [_add(session, line) for line in typed(people) if line.strip()]
    if any(refused):
        raise next(error for error in refused if error)


def _add(session: Session, line: str) -> WorkshopError | None:
    """Adds one; a line that is refused is said, and the others go on."""
    try:
        for said in session.feed(f"/person {line.strip()}"):
            click.echo(said)
    except WorkshopError as error:
        click.echo(f"Not added: {line.strip()}", err=True)
        return error
    return None


@person_command.command("list")
@listing
@click.pass_obj
def list_people(options: Options, as_json: bool, as_csv: bool) -> None:
    """Everybody, in the order they were added.

    \b
    workshop person list
    workshop person list --json
    """
    people = options.open().people
    rows = [
        {"id": p.id, "name": p.name, "team": p.team, "role": p.role or None, "email": p.email or None}
        for p in people
    ]
    emit(rows, ("id", "name", "team", "role", "email"), as_json=as_json, as_csv=as_csv, empty="Nobody yet.")


@person_command.command("forget")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.pass_obj
def forget_person(options: Options, name: str, yes: bool) -> None:
    """Put a stand-in for a name wherever it stands; what was said and decided stays.

    \b
    workshop person forget "Nils Aaberg"
    """
    from workshop.line.forgetting import forget

    workspace = options.open()
    if not yes:
        if options.no_input:
            raise Refused(f"Forgetting {name} cannot be undone, so it asks first.", fix="Add --yes.")
        click.confirm(f"Forget {name} for good? The name leaves people.json and every text.", abort=True)
    for line in forget(workspace, name):
        say(line)
