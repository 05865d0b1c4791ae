"""`workshop signals`: what the record asks for, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator

import click

from workshop.cli.options import Options, listing
from workshop.cli.output import emit, say
from workshop.model.signals import Suggestion


@click.command("signals")
@listing
@click.pass_obj
def signals_command(options: Options, as_json: bool, as_csv: bool) -> None:
    """What to do next: what the last results lead to, what the record asks for, whose turn it is.

    \b
    workshop signals
    workshop signals --json
    """
    from workshop.workspace.suggesting import suggestions

    found = suggestions(options.open())
    if not (as_json or as_csv):
        for one in found:
            for line in _told(one):
                say(line)
        return
    rows = [
        {key: getattr(one, key) or None for key in ("because", "agenda", "exercise", "sales", "marketing")}
        for one in found
    ]
    emit(rows, ("because", "agenda", "exercise"), as_json=as_json, as_csv=as_csv, empty="")


def _told(one: Suggestion) -> Iterator[str]:
    yield " · ".join(part for part in (one.exercise or one.agenda, one.because) if part)
    if one.agenda:
        yield f"  workshop new {one.agenda}"
    if one.sales:
        yield f"  sales brings: {one.sales}"
    if one.marketing:
        yield f"  marketing brings: {one.marketing}"
