"""Results that live on, as sheets: which there are, and each as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.workspace.core import Workspace

if TYPE_CHECKING:  # the exporting room brings Babel and Jinja, 150 ms: only what makes a paper loads it
    from workshop.exporting.sheets import Holdings, Named


def sheets(workspace: Workspace) -> tuple[Named, ...]:
    """Every living result, by name."""
    from workshop.exporting.sheets import listed

    return listed(_held(workspace))


def render_sheet(workspace: Workspace, name: str, ending: str) -> bytes:
    """One of them in the format of that ending. Raises NotFound, MissingLibrary."""
    from workshop.exporting.sheet_files import render

    return render(_held(workspace), name, ending, workspace.directory)


def _held(workspace: Workspace) -> Holdings:
    from workshop.exporting.sheets import Holdings

    return Holdings(workspace.state, workspace.people, workspace.settings, workspace.library)
