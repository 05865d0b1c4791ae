"""`workshop sheet`: results that live on, as papers of their own."""

from __future__ import annotations

from pathlib import Path

import click

from workshop.cli.filing import check, pressed, put
from workshop.cli.options import Options, listing
from workshop.cli.output import emit
from workshop.errors import NotUnderstood
from workshop.workspace import Workspace
from workshop.workspace.sheets import render_sheet, sheets


@click.command("sheet")
@click.argument("name", required=False)
@click.option("--to", "target", metavar="FILE", help="Where, as .pdf, .html or .md; - is Markdown on stdout.")
@listing
@click.pass_obj
def sheet_command(
    options: Options, name: str | None, target: str | None, as_json: bool, as_csv: bool
) -> None:
    """Print a result that lives on, such as the lead definition; without a name, list them.

    \b
    workshop sheet
    workshop sheet "lead definition" --to lead-definition.pdf
    """
    workspace = options.open()
    if name is None:
        _list(workspace, as_json=as_json, as_csv=as_csv)
        return
    if target is None:
        raise NotUnderstood("Which file?", fix=f'workshop sheet "{name}" --to sheet.pdf')
    check(target, "sheet.pdf")
    ending = ".md" if target == "-" else Path(target).suffix
    with pressed():
        content = render_sheet(workspace, name, ending)
    put(target, content, quiet=options.quiet)


def _list(workspace: Workspace, *, as_json: bool, as_csv: bool) -> None:
    rows = [
        {
            "name": found.name, "title": found.title, "version": found.version, "date": found.on.isoformat(),
            "meeting": f"M-{found.meeting}", "exercise": found.exercise,
        }
        for found in sheets(workspace)
    ]  # fmt: skip
    empty = "No result lives on yet. An exercise such as lead-definition makes the first."
    emit(rows, ("name", "title", "version", "date", "meeting"), as_json=as_json, as_csv=as_csv, empty=empty)
