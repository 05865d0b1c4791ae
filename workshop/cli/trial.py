"""`workshop try`: the lead rule over a CSV file of past leads."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import click

from workshop.cli.options import Options


@click.command("try")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--won", metavar="COLUMN[=WORD]", default="", help="The column that says which leads became orders."
)
@click.option("--threshold", type=click.IntRange(0, 100), default=None, help="[default: the one agreed]")
@click.option("--keep", is_flag=True, help="Note the numbers with the rule's version in the record.")
@click.pass_obj
def try_command(options: Options, file: Path, won: str, threshold: int | None, keep: bool) -> None:
    """Score past leads with the definition that both teams signed: who would have passed, who would be missed.

    The file has a row a lead and a column for each criterion, named like it. It is read and not kept.

    \b
    workshop try leads.csv
    workshop try leads.csv --won outcome=won --threshold 70
    """
    from workshop.line.session import Session
    from workshop.workspace.trying import as_line, ready, told

    workspace = options.open()
    found = ready(workspace, file, won)
    at = found.threshold if threshold is None else Fraction(threshold)
    for line in told(found, at):
        click.echo(line)
    if keep:
        for line in Session(workspace, outside=True).feed(as_line(found, at)):
            click.echo(line)
