"""`workshop add`: quick capture between meetings, and while somebody else runs one."""

from __future__ import annotations

import sys

import click

from workshop.cli.options import Options
from workshop.errors import WorkshopError
from workshop.line import Session


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
    texts = [text for given in lines for text in (sys.stdin.read().splitlines() if given == "-" else [given])]
    refused: WorkshopError | None = None
    for text in texts:
        try:
            for said in session.feed(text):
                click.echo(said)
        except WorkshopError as error:
            refused = error
            click.echo(f"? {text}\n  {error}", err=True)
    if refused:
        sys.exit(refused.exit_code)
