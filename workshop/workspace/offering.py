"""What the profile of a workspace offers today: the shelf without what is hidden, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workshop.followup.hiding import hidden as hidden_today
from workshop.model.agenda import Agenda
from workshop.model.profiles import Hidden
from workshop.workspace.core import Workspace
from workshop.workspace.rows import rows


def hidden(workspace: Workspace) -> Hidden:
    """What is not offered; reads the register only where the profile hides something."""
    library = workspace.library

    def found(table: str) -> Sequence[dict[str, Any]]:
        return rows(workspace, table)

    return hidden_today(library.profile, library.choices.triggers, found, workspace.house().today)


def offered(workspace: Workspace) -> tuple[Agenda, ...]:
    """The agendas to choose from."""
    return workspace.library.offered(hidden(workspace))


def note(found: Hidden) -> str:
    """How many agendas are hidden, until when, and how to see them; empty where none is."""
    count = len(found.agendas)
    if not count:
        return ""
    hides = f"The profile {found.profile} hides {count} agenda{'s' if count > 1 else ''}"
    until = f" until there is one of these: {'; '.join(found.until)}" if found.until else ""
    return f"{hides}{until}. workshop list --templates --all shows everything."
