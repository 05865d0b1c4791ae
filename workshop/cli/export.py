"""`workshop export`: minutes and action lists as files."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from workshop.cli.filing import check, pressed, put
from workshop.cli.options import Options, number
from workshop.errors import NotFound, NotUnderstood
from workshop.exporting.digest.source import Copy
from workshop.exporting.formats import FORMATS, Format, format_for
from workshop.exporting.papers import PAPERS
from workshop.model.teams import SIDES
from workshop.workspace import Workspace
from workshop.workspace.issuing import render, render_paper

COPIES: tuple[Copy, ...] = get_args(Copy)


@click.command("export")
@click.argument("meeting")
@click.option("--to", "target", metavar="FILE", required=True, help="Where; - is stdout.")
@click.option(
    "-f",
    "--format",
    "name",
    type=click.Choice([form.name for form in FORMATS]),
    help="[default: by the file's ending]",
)
@click.option(
    "--for",
    "audience",
    type=click.Choice(COPIES),
    default="internal",
    help="Whose copy.",
)
@click.option("--person", metavar="NAME", default="", help="Action lists and slips: whose.")
@click.option("--side", type=click.Choice(SIDES), default=None, help="Briefs: for which side.")
@click.option(
    "--paper",
    type=click.Choice(["minutes", *(paper.name for paper in PAPERS)]),
    default="minutes",
    help="Another paper than the minutes, as PDF or page.",
)
@click.pass_obj
def export_command(
    options: Options, meeting: str, target: str, name: str | None, audience: str, person: str, side: str | None,
    paper: str,
) -> None:  # fmt: skip
    """Write the minutes of a meeting, its actions, or another paper, to a file.

    \b
    workshop export M-1 --to minutes.pdf
    workshop export M-1 --to actions.csv --person "Marta Keller"
    workshop export M-1 -f md --to -
    workshop export M-2 --paper agenda --to agenda.pdf
    workshop export M-2 --paper brief --side sales --to sales.pdf
    workshop export M-1 --paper slip --person "Marta Keller" --to marta.pdf
    """
    check(target, f"{paper}.{name or 'pdf'}")
    workspace = options.open()
    form = _form(target, name)
    copy = next(copy for copy in COPIES if copy == audience)
    chosen, whose = number(meeting, "M"), _person(workspace, person)
    with pressed():
        if paper == "minutes":
            content = render(workspace, chosen, form.name, copy, whose)
        else:
            content = render_paper(workspace, chosen, paper, form.name, whose or side or "")
    put(target, content, quiet=options.quiet)


def _form(target: str, name: str | None) -> Format:
    if name is None and not Path(target).suffix:
        file = "minutes" if target == "-" else target
        raise NotUnderstood(
            "Which format?", fix=f"Type -f md, or give a file with an ending: --to {file}.pdf"
        )
    return format_for(name or target)


def _person(workspace: Workspace, name: str) -> str:
    if not name:
        return ""
    found = [person for person in workspace.people if name.casefold() in person.name.casefold()]
    if len(found) != 1:
        listed = ", ".join(person.name for person in found) or "nobody"
        raise NotFound(f"'{name}' fits {listed}.", fix="Give the whole name; workshop person list shows all.")
    return found[0].id
