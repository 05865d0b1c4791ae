"""`workshop verify` and `workshop doctor`: is the record whole, is a file what it says, is the machine ready?"""

from __future__ import annotations

import platform
from pathlib import Path

import click

from workshop import __version__
from workshop.cli.options import Options
from workshop.cli.output import say
from workshop.cli.patience import patient
from workshop.errors import MissingLibrary, WorkshopError
from workshop.workspace.checking import problems


@click.command("verify")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def verify_command(options: Options, file: Path | None) -> None:
    """Check the record: the journal's chain, and the register. With a file: is it what the record says?

    \b
    workshop verify
    workshop verify minutes.pdf           also .json, .md, .txt, .html, .docx and .eml
    """
    if file is not None:
        _check_file(options, file)
        return
    workspace = options.open()
    found = list(problems(workspace))
    for problem in found:
        click.echo(f"! {problem}", err=True)
    if found:
        click.get_current_context().exit(1)
    click.echo(
        f"Good: {workspace.lines} lines, {workspace.state.counters.meeting} meetings, the chain holds."
    )


def _check_file(options: Options, file: Path) -> None:
    from workshop.exporting.text import plain
    from workshop.workspace.verifying import examined

    off = False
    with patient("The minutes are made anew to compare them; long ones take a while."):
        for finding in examined(file, options.at_hand()):
            off |= not finding.good
            if finding.good:
                say(plain(finding.text))
            else:
                click.echo(f"! {plain(finding.text)}", err=True)
    click.get_current_context().exit(1 if off else 0)


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
