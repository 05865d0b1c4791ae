"""`workshop verify` and `workshop doctor`: is the record whole, is the machine ready?"""

from __future__ import annotations

import platform

import click

from workshop import __version__
from workshop.cli.options import Options
from workshop.cli.output import say
from workshop.errors import MissingLibrary, WorkshopError
from workshop.workspace.checking import problems


@click.command("verify")
@click.pass_obj
def verify_command(options: Options) -> None:
    """Check the journal's chain, and that the register says what the journal says.

    \b
    workshop verify
    """
    workspace = options.open()
    found = list(problems(workspace))
    for problem in found:
        click.echo(f"! {problem}", err=True)
    if found:
        click.get_current_context().exit(1)
    click.echo(
        f"Good: {workspace.lines} lines, {workspace.state.counters.meeting} meetings, the chain holds."
    )


@click.command("doctor")
@click.pass_obj
def doctor_command(options: Options) -> None:
    """Check this machine and the workspace at hand, and say what to do about what is missing.

    \b
    workshop doctor
    """
    click.echo(f"workshop {__version__}, Python {platform.python_version()}, {platform.system()}")
    missing = _pdf()
    click.echo("PDF: ready" if missing is None else f"PDF: {missing}")
    try:
        workspace = options.open()
    except WorkshopError as none:
        click.echo(f"Workspace: {none}")
        click.get_current_context().exit(0 if missing is None else 1)
    settings = workspace.settings
    click.echo(f"Workspace: {settings.name} in {workspace.directory}, {settings.zone}, {settings.locale}")
    for note in workspace.library.notes:
        click.echo(f"! {note}")
    segments = (segment for agenda in workspace.library.agendas for segment in agenda.segments)
    exercises = ", ".join(workspace.library.missing_exercises(segments))
    if exercises:
        say(f"Exercises not on the shelf yet: {exercises}. The prompts and the clock are here.")
    found = list(problems(workspace))
    click.echo("Record: good" if not found else "Record: " + " ".join(found))
    click.get_current_context().exit(1 if found or missing is not None else 0)


def _pdf() -> MissingLibrary | None:
    from workshop.exporting.pdf import check

    try:
        check()
    except MissingLibrary as missing:
        return missing
    return None
