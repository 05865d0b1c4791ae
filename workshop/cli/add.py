"""`workshop add`: quick capture between meetings, and while somebody else runs one."""

from __future__ import annotations

import click

from workshop.cli.options import Options
from workshop.cli.typed import typed
from workshop.errors import WorkshopError
from workshop.line.session import Session


@click.command("add")
@click.argument("lines", nargs=-1, required=True)
@click.pass_obj
def add_command(options: Options, lines: tuple[str, ...]) -> None:
    """Capture what was heard; it waits in the inbox of the next meeting. An action is tracked at once.

    \b
    workshop add 'o: ten weeks is too long @jonas #food'
    workshop add 'a: call the lab who:hugo due:fri'
    workshop add - < heard.txt
    """
    session = Session(options.open(), outside=True)
    refused: WorkshopError | None = None
    for text in typed(lines):
        try:
            for said in session.feed(text):
                click.echo(said)
        except WorkshopError as error:
            refused = error
            click.echo(f"? {text}\n  {error}", err=True)
    if refused:
        click.get_current_context().exit(refused.exit_code)
