"""Mails of a meeting, written as drafts into a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workshop.exporting.digest import digest
from workshop.exporting.look import look_of
from workshop.exporting.mail import letters, written
from workshop.store import replace_file
from workshop.store.durable import make_folder
from workshop.workspace.core import Workspace
from workshop.workspace.issuing import FOLDER, source


def drafts(workspace: Workspace, number: int, folder: Path | None = None) -> Iterator[str]:
    """Writes the drafts and says where. Raises NotFound, MissingLibrary, NotStored."""
    target = folder or workspace.directory / FOLDER / "mail"
    minutes, for_guests = digest(source(workspace, number)), digest(source(workspace, number, "guests"))
    apart = for_guests if for_guests.withheld > minutes.withheld else None
    look = look_of(workspace.settings, workspace.directory)
    make_folder(target)
    for letter in letters(minutes, workspace.people, look.own, apart):
        path = target / f"{letter.file}.eml"
        replace_file(path, written(letter, look), private=False)
        yield f"{path}  {_to(len(letter.to))}"


def _to(count: int) -> str:
    return (
        f"to {count} {'person' if count == 1 else 'people'}"
        if count
        else "nobody has an address yet: fill in who gets it"
    )
