"""`workshop init`: an empty workspace in a folder."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from workshop.cli.options import Options
from workshop.cli.output import say
from workshop.settings import Settings
from workshop.workspace import Workspace


@click.command("init")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--name", help="The firm. [default: the folder's name]")
@click.option("--zone", help="Time zone, such as Europe/Berlin. [default: this machine's]")
@click.option("--currency", default="EUR", show_default=True, help="Three letters.")
@click.pass_obj
def init_command(
    options: Options, folder: Path | None, name: str | None, zone: str | None, currency: str
) -> None:
    """Begin a workspace in a folder.

    \b
    workshop init norvik --name "Norvik Dosing Systems" --zone Europe/Berlin
    workshop init
    """
    directory = (folder or Path(options.workspace or ".")).expanduser()
    settings = Settings(name=name or directory.resolve().name, zone=zone or _local_zone(), currency=currency)
    Workspace.create(directory, settings)
    click.echo(f"{settings.name} begins in {directory} ({settings.zone}).")
    into = f" -w {shlex.quote(str(directory))}" if directory.resolve() != Path.cwd() else ""
    say(f'Next: workshop{into} person add "Name; sales; role", then workshop{into} new kickoff-120')


def _local_zone() -> str:
    from babel.localtime import get_localzone  # 40 ms; only a new workspace needs it

    zone = get_localzone()
    return getattr(zone, "key", None) or "UTC"
