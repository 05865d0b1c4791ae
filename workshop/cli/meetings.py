"""`workshop new`, `list`, `show`: the plan and the record of meetings."""

from __future__ import annotations

import click

from workshop.cli.options import Options, listing, number
from workshop.cli.output import emit, emit_one, say
from workshop.errors import NotUnderstood
from workshop.model.agenda import Agenda
from workshop.workspace import Workspace
from workshop.workspace.rows import rows


@click.command("new")
@click.argument("template", required=False)
@click.option(
    "--on",
    "day",
    default=None,
    help="The day: 2026-03-03, tomorrow, fri ... [default: as agreed at the last close]",
)
@click.option("--at", "start", default=None, help="The start: 09:00")
@click.option("--title", default=None, help="[default: the template's]")
@click.option("--place", default=None, help="Where it is held.")
@click.option(
    "--mode", type=click.Choice(["in person", "remote", "mixed"]), default=None, help="[default: in person]"
)
@click.option("--end", default=None, help="A hard end: 10:30")
@click.option("--learned", is_flag=True, help="Take the minutes that the segments usually took.")
@click.pass_obj
def new_command(
    options: Options, template: str | None, day: str | None, start: str | None,
    title: str | None, place: str | None, mode: str | None, end: str | None, learned: bool,
) -> None:  # fmt: skip
    """Plan a meeting from a template.

    \b
    workshop new kickoff-120 --on 2026-03-03 --at 09:00 --place "Room Fjord"
    workshop new                          the date and type agreed at the last close
    workshop list --templates             what there is to choose from
    """
    from workshop.line.session import Session  # brings the grammar; a list does without

    workspace = options.open()
    template, day, start = _agreed(workspace, template, day, start)
    extras = {"title": title, "place": place, "mode": mode, "end": end}
    told = "; ".join(f"{key}={_quoted(value)}" for key, value in extras.items() if value)
    session = Session(workspace, outside=True)
    for line in session.feed(f"/meeting {template} {day} {start} {told}".strip()):
        say(line)
    if learned:
        for line in session.feed(f"/learned M-{workspace.state.counters.meeting} go"):
            say(line)


def _quoted(value: str) -> str:
    return f'"{value}"' if ";" in value else value


def _agreed(
    workspace: Workspace, template: str | None, day: str | None, start: str | None
) -> tuple[str, str, str]:
    """What was not typed comes from the last close."""
    closed = [m for m in workspace.state.meetings if m.closed is not None]
    last = max(closed, key=lambda meeting: meeting.closed or 0) if closed else None
    agreed = last.closing.next_date if last else None
    template = template or (agreed.template if agreed else "")
    if not template:
        raise NotUnderstood(
            "Which template?", fix="workshop new kickoff-120; workshop list --templates shows all."
        )
    if day is None and agreed and agreed.on and agreed.on < workspace.house().today:
        raise NotUnderstood(
            f"{agreed.on.isoformat()}, the day agreed at the last close, has passed.",
            fix=f"workshop new {template} --on today, or give another day.",
        )
    day = day or (agreed.on.isoformat() if agreed and agreed.on else "today")
    at = (agreed.start if agreed and agreed.start else None) or (last.start if last else None)
    return template, day, start or (f"{at:%H:%M}" if at else "09:00")


@click.command("list")
@click.option("--templates", is_flag=True, help="The agenda templates instead.")
@click.option("--all", "everything", is_flag=True, help="Templates that the profile hides, too.")
@listing
@click.pass_obj
def list_command(
    options: Options, templates: bool, everything: bool, as_json: bool, as_csv: bool
) -> None:  # fmt: skip
    """Every meeting, the newest first; or the templates.

    \b
    workshop list
    workshop list --templates
    workshop list --templates --all
    workshop list --json
    """
    if templates:
        _templates(options, everything=everything, as_json=as_json, as_csv=as_csv)
        return
    found = list(reversed(rows(options.open(), "meetings")))
    columns = ("id", "date", "start", "title", "template", "status", "people", "entries")
    emit(
        found,
        columns,
        as_json=as_json,
        as_csv=as_csv,
        empty="No meeting yet. Plan one: workshop new kickoff-120",
    )


def _shelf(options: Options, *, everything: bool) -> tuple[tuple[Agenda, ...], str]:
    """The agendas that the workspace at hand offers, and what it hides; without one, everything on the shelf."""
    from workshop.library import load
    from workshop.workspace.offering import hidden, note

    workspace = options.at_hand()
    if workspace is None:
        return load().agendas, ""
    for off in workspace.library.notes:
        click.echo(f"! {off}", err=True)
    if everything:
        return workspace.library.agendas, ""
    found = hidden(workspace)
    return workspace.library.offered(found), note(found)


def _templates(options: Options, *, everything: bool, as_json: bool, as_csv: bool) -> None:
    agendas, note = _shelf(options, everything=everything)
    found = [
        {
            "template": a.slug,
            "minutes": a.minutes,
            "segments": len(a.segments),
            "title": a.title,
            "for": a.purpose,
        }
        for a in agendas
    ]
    emit(
        found,
        ("template", "minutes", "segments", "title"),
        as_json=as_json,
        as_csv=as_csv,
        empty="No template.",
    )
    if note and not options.quiet:
        click.echo(note, err=True)


@click.command("show")
@click.argument("meeting")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def show_command(options: Options, meeting: str, as_json: bool) -> None:
    """One meeting as text: its minutes as they stand now.

    \b
    workshop show M-1
    """
    from workshop.workspace.issuing import render

    workspace = options.open()
    chosen = number(meeting, "M")
    if as_json:
        import msgspec

        emit_one(msgspec.json.decode(render(workspace, chosen, "json")))
        return
    click.echo(render(workspace, chosen, "md").decode())
