"""Versions of minutes: a meeting as it stands now, or a file that left the program earlier."""

from __future__ import annotations

from pathlib import Path

from workshop.errors import NotFound
from workshop.exporting.digest import Minutes, digest
from workshop.exporting.jsonfile import read
from workshop.exporting.pdf.attached import minutes_in
from workshop.model import ids
from workshop.workspace.core import Workspace
from workshop.workspace.issuing import FOLDER, imported, source


def minutes_of(workspace: Workspace, what: str) -> Minutes:
    """The minutes of `M-1` as they stand, or those in a PDF or JSON file. Raises NotFound, Damaged, NewerFile."""
    named = ids.read(what)
    if named is not None and named[0] == "M":
        document = imported(workspace, named[1])
        return read(document.encode(), what) if document is not None else digest(source(workspace, named[1]))
    return minutes_in_file(Path(what))


def minutes_in_file(path: Path) -> Minutes:
    """The minutes in a PDF or a JSON file. Raises NotFound, Damaged, NewerFile."""
    try:
        content = path.read_bytes()
    except OSError as off:
        raise NotFound(
            f"{path} cannot be read ({off.strerror}).", fix="Name a meeting (M-1) or a file."
        ) from off
    if content.startswith(b"%PDF"):
        return minutes_in(content, str(path))
    return read(content, str(path))


def first_issued(workspace: Workspace, number: int) -> Path:
    """The first version of a meeting's minutes in the folder of the workspace. Raises NotFound."""
    found = sorted(
        (workspace.directory / FOLDER).glob(f"M-{number} *"), key=lambda path: path.stat().st_mtime
    )
    issued = [path for path in found if path.suffix in (".pdf", ".json")]
    if not issued:
        raise NotFound(
            f"No version of M-{number} was issued yet.", fix="workshop export M-1 --to minutes.pdf makes one."
        )
    return issued[0]
