"""`workshop import`: minutes of elsewhere to read, or an edited file as a list of corrections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshop.cli.options import Options, number
from workshop.errors import NotFound, NotUnderstood

if TYPE_CHECKING:
    from workshop.workspace import Workspace


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--meeting",
    metavar="M-1",
    help="Which meeting an edited Markdown file is of. [default: as its head says]",
)
@click.option(
    "--apply", "applied", is_flag=True, help="Make the corrections; without it they are only listed."
)
@click.pass_obj
def import_command(options: Options, file: Path, meeting: str | None, applied: bool) -> None:
    """Take in minutes: a PDF or JSON file to read here, an edited Markdown file as corrections.

    \b
    workshop import minutes.pdf                    a meeting that can be read, exported and compared
    workshop import edited.md                      what it would correct
    workshop import edited.md --apply
    """
    if not file.is_file():
        raise NotFound(f"There is no file {file}.", fix="workshop import minutes.pdf")
    workspace = options.open()
    if file.suffix.casefold() in (".md", ".markdown"):
        _corrections(workspace, file, meeting, applied=applied)
        return
    from workshop.exporting.jsonfile import render
    from workshop.model.commands import ImportMinutes
    from workshop.workspace.versions import minutes_in_file

    found = minutes_in_file(file)
    workspace.do(
        ImportMinutes(found.number, found.title, found.template, found.when.on, render(found).decode()),
        outside=True,
    )  # fmt: skip
    click.echo(f"M-{found.number} {found.firm}: {found.title}, to be read. workshop show M-{found.number}")


def _corrections(workspace: Workspace, file: Path, meeting: str | None, *, applied: bool) -> None:
    from workshop.exporting.markdown.reading import corrections
    from workshop.line.session import Session
    from workshop.workspace.versions import minutes_of

    edited = file.read_text(encoding="utf-8", errors="replace")
    chosen = f"M-{number(meeting, 'M')}" if meeting else _named(edited, file)
    found = corrections(minutes_of(workspace, chosen), edited, workspace.directory / "exports")
    session = Session(workspace, outside=True)
    for proposal in found.proposals:
        line = f"/correct {proposal.ref} {proposal.after}"
        if applied:
            for told in session.feed(line):
                click.echo(told)
        else:
            click.echo(f"{line}\n   was: {proposal.before}")
    for line in found.unread:
        click.echo(f"! not taken: {line}", err=True)
    if not found.proposals:
        click.echo(f"Nothing to correct: {file} has the words of {chosen}.", err=True)
    elif not applied:
        click.echo("--apply makes these corrections.", err=True)


def _named(edited: str, file: Path) -> str:
    """The meeting that the head of the file names."""
    from workshop.model import ids

    line = next((line for line in edited.splitlines() if line.startswith("- **")), "")  # in any language
    word = line.partition(":**")[2].strip().partition(",")[0]
    if ids.read(word) is None:
        raise NotUnderstood(f"{file} does not say which meeting it is of.", fix="Name it: --meeting M-1")
    return word
