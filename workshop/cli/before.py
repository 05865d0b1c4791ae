"""`workshop brief`, `runsheet`, `bring-list`: what people need before the next meeting."""

from __future__ import annotations

import click

from workshop.cli.filing import check, pressed, put
from workshop.cli.options import Options, number
from workshop.model.teams import SIDES
from workshop.workspace import Workspace, preparing

TO = click.option(
    "--to", "target", metavar="FILE", default="", help="As .pdf or .html. [default: lines, here]"
)
MEETING = click.option("--meeting", metavar="M-2", default="", help="[default: the next one planned]")


@click.command("brief")
@click.argument("side", type=click.Choice(SIDES))
@MEETING
@TO
@click.pass_obj
def brief_command(options: Options, side: str, meeting: str, target: str) -> None:
    """What one side brings, leads, promised and is asked for.

    \b
    workshop brief sales
    workshop brief marketing --to marketing.pdf
    """
    workspace = options.open()
    chosen = _chosen(workspace, meeting)
    if target:
        _paper(options, workspace, chosen, "brief", target, side)
    else:
        _say(preparing.brief(workspace, chosen, side))


@click.command("runsheet")
@MEETING
@TO
@click.pass_obj
def runsheet_command(options: Options, meeting: str, target: str) -> None:
    """Clock times and words to say, for the one who leads.

    \b
    workshop runsheet
    workshop runsheet --to runsheet.pdf
    """
    workspace = options.open()
    chosen = _chosen(workspace, meeting)
    if target:
        _paper(options, workspace, chosen, "runsheet", target)
    else:
        _say(preparing.run_sheet(workspace, chosen))


@click.command("bring-list")
@MEETING
@TO
@click.pass_obj
def bring_list_command(options: Options, meeting: str, target: str) -> None:
    """What sales, marketing and guests bring; as a file it is the agenda with the list.

    \b
    workshop bring-list
    """
    workspace = options.open()
    chosen = _chosen(workspace, meeting)
    if target:
        _paper(options, workspace, chosen, "agenda", target)
    else:
        _say(preparing.bring_list(workspace, chosen))


def _chosen(workspace: Workspace, meeting: str) -> int:
    return number(meeting, "M") if meeting else preparing.next_planned(workspace)


def _say(lines: tuple[str, ...]) -> None:
    for line in lines:
        click.echo(line)


def _paper(
    options: Options, workspace: Workspace, chosen: int, paper: str, target: str, whose: str = ""
) -> None:
    from workshop.exporting.formats import format_for
    from workshop.workspace.issuing import render_paper

    check(target, f"{paper}.pdf")
    form = "html" if target == "-" else format_for(target).name
    with pressed():
        content = render_paper(workspace, chosen, paper, form, whose)
    put(target, content, quiet=options.quiet)
