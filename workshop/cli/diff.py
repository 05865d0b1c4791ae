"""`workshop diff`: what changed between two versions of minutes."""

from __future__ import annotations

import click

from workshop.cli.options import Options, number
from workshop.cli.output import emit


@click.command("diff")
@click.argument("old")
@click.argument("new", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def diff_command(options: Options, old: str, new: str | None, as_json: bool) -> None:
    """List what differs between two versions: a meeting as it stands, a PDF of minutes, or a JSON file.

    \b
    workshop diff M-1                              the first draft, and how it stands now
    workshop diff "minutes/M-1 2026-03-03 draft.pdf" "minutes/M-1 2026-03-17 approved.pdf"
    workshop diff received.pdf M-1
    """
    from workshop.exporting.compared import compared
    from workshop.workspace.versions import first_version, minutes_of

    workspace = options.open()
    if new is None:
        meeting = number(old, "M")
        before, after = first_version(workspace, meeting), minutes_of(workspace, f"M-{meeting}")
    else:
        before, after = minutes_of(workspace, old), minutes_of(workspace, new)
    found = compared(before, after)
    if as_json:
        rows = [
            {"where": one.where, "before": one.before or None, "after": one.after or None} for one in found
        ]
        emit(rows, (), as_json=True, as_csv=False, empty="")
        return
    for one in found:
        click.echo(one.words())
    if not found:
        click.echo("The two versions say the same.", err=True)
