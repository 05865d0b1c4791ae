"""Papers of a meeting: rendered on demand, and issued into minutes/ at the close and at approval."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workshop.errors import MissingLibrary
from workshop.exporting.digest.source import Copy, Source
from workshop.exporting.formats import format_for
from workshop.store import replace_file
from workshop.workspace.core import Workspace
from workshop.workspace.history import standing

FOLDER = "minutes"


def source(workspace: Workspace, number: int, audience: Copy = "internal") -> Source:
    """What the papers of one meeting are made from. Raises NotFound."""
    found = standing(workspace, number)
    return Source(
        found.state, found.meeting, workspace.people, workspace.settings, workspace.library, audience
    )


def render(
    workspace: Workspace, number: int, name: str, audience: Copy = "internal", person: str = ""
) -> bytes:
    """One paper in the format of that name. Raises NotFound, MissingLibrary."""
    return format_for(name).render(source(workspace, number, audience), workspace.directory, person)


def issue(workspace: Workspace, number: int) -> Iterator[str]:
    """Writes the minutes into the folder of the workspace and says where; earlier versions stay."""
    found = source(workspace, number)
    folder = workspace.directory / FOLDER
    folder.mkdir(exist_ok=True)
    stem = f"M-{number} {found.meeting.on.isoformat()} {'approved' if found.meeting.status == 'approved' else 'draft'}"
    try:
        yield _written(folder / f"{stem}.pdf", format_for("pdf").render(found, workspace.directory, ""))
    except MissingLibrary as missing:
        yield f"! {missing}"
        for name in ("md", "json"):
            yield _written(folder / f"{stem}.{name}", format_for(name).render(found, workspace.directory, ""))


def _written(path: Path, content: bytes) -> str:
    replace_file(path, content)
    return f"Minutes: {path}"
