"""The report over the meetings of some months."""

from __future__ import annotations

from datetime import date

from workshop.model import ids
from workshop.workspace.core import Workspace
from workshop.workspace.issuing import source
from workshop.workspace.rows import rows


def render_quarter(workspace: Workspace, begin: date, end: date, form: str) -> bytes:
    """The report as `pdf` or `html`, from the minutes of every closed meeting. Raises NotFound, Refused."""
    from workshop.exporting.digest import digest
    from workshop.exporting.look import look_of
    from workshop.exporting.quarter import render

    held = [
        (ids.read(row["id"]) or ("M", 0))[1]
        for row in rows(workspace, "meetings")
        if row["status"] in ("closed", "approved") and begin.isoformat() <= row["date"] <= end.isoformat()
    ]
    minutes = [digest(source(workspace, number)) for number in held]
    return render(minutes, begin, end, look_of(workspace.settings, workspace.directory), form)
