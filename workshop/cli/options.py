"""What every command shares: finding the workspace, the day typed on the command line, JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from workshop.errors import NotFound, NotUnderstood
from workshop.model import ids
from workshop.model.values import dataclass
from workshop.settings import FILE
from workshop.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Options:
    """The global options."""

    workspace: str | None
    no_input: bool = False
    quiet: bool = False
    verbose: bool = False
    theme: str = ""
    """Look of the screens; empty for the usual one."""
    ascii: bool = False
    calm: bool = False

    def directory(self) -> Path:
        """The workspace's folder: as given, or this one, or the nearest above it."""
        if self.workspace is not None:
            given = Path(self.workspace).expanduser()
            if not (given / FILE).exists():
                raise NotFound(f"There is no workspace in {given}.", fix=f"Begin one: workshop init {given}")
            return given
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / FILE).exists():
                return folder
        raise NotFound(
            "There is no workspace in this folder or above it.",
            fix="Begin one: workshop init, or give --workspace DIR.",
        )

    def at_hand(self) -> Workspace | None:
        """The workspace, for what works without one too. Raises NotFound where one was named that is none."""
        try:
            return self.open()
        except NotFound:
            if self.workspace is not None:
                raise
            return None

    def open(self) -> Workspace:
        """The workspace, with what it found in its files said on stderr."""
        workspace = Workspace(self.directory())
        for notice in workspace.notices:
            click.echo(f"! {notice}", err=True)
        return workspace


def number(text: str, letter: str) -> int:
    """The number of an id such as `M-1`; the letter may be left out. Raises NotUnderstood."""
    found = ids.read(text if not text.isdigit() else f"{letter}{text}")
    if found is None or found[0] != letter:
        raise NotUnderstood(f"'{text}' is no {ids.LETTERS[letter]}.", fix=f"Type it as {letter}-1.")
    return found[1]


def listing(command: F) -> F:
    """Adds --json and --csv to a listing."""
    command = click.option("--csv", "as_csv", is_flag=True, help="Comma-separated values.")(command)
    return click.option("--json", "as_json", is_flag=True, help="One JSON document.")(command)
