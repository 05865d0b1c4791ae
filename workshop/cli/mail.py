"""`workshop mail`: the mails to send, as drafts. The program never sends."""

from __future__ import annotations

from pathlib import Path

import click

from workshop.cli.filing import pressed
from workshop.cli.options import Options, number


@click.command("mail")
@click.argument("meeting")
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), default=None, help="Where the drafts go. [default: minutes/mail of the workspace]")  # fmt: skip
@click.pass_obj
def mail_command(options: Options, meeting: str, folder: Path | None) -> None:
    """Write the mail with the minutes as a draft, and one with a slip for each person who has an address.

    \b
    workshop mail M-1                    open the .eml files in a mail program, look, send
    """
    from workshop.workspace.mailing import drafts

    workspace = options.open()
    with pressed():
        for line in drafts(workspace, number(meeting, "M"), folder):
            click.echo(line)
