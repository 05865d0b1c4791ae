"""`workshop quarter`: a report over the meetings of some months."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from workshop.cli.filing import check, pressed, put
from workshop.cli.options import Options

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("quarter")
@click.option("--from", "begin", type=DAY, required=True, help="The first day: 2026-01-01")
@click.option("--until", "end", type=DAY, required=True, help="The last day: 2026-03-31")
@click.option(
    "--to", "target", metavar="FILE", required=True, help="Where, as .pdf or .html; - is the page on stdout."
)
@click.pass_obj
def quarter_command(options: Options, begin: datetime, end: datetime, target: str) -> None:
    """Meetings, promises, numbers and what moved, over some months.

    \b
    workshop quarter --from 2026-01-01 --until 2026-03-31 --to quarter.pdf
    """
    from workshop.workspace.quarter import render_quarter

    check(target, "quarter.pdf")
    form = "html" if target == "-" else Path(target).suffix.casefold().removeprefix(".")
    with pressed():
        content = render_quarter(options.open(), begin.date(), end.date(), "html" if form == "htm" else form)
    put(target, content, quiet=options.quiet)
