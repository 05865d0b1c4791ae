"""Objections of meetings long closed: the state lets go of them, the register keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from workshop.model import ids
from workshop.model.entries import Said, Value
from workshop.workspace.core import Workspace
from workshop.workspace.rows import rows

if TYPE_CHECKING:
    from workshop.exporting.digest import Source


def heard_before(workspace: Workspace, source: Source) -> tuple[Said, ...]:
    """Those told before this meeting in meetings that its state no longer holds, the oldest first."""
    at_hand = {meeting.number for meeting in source.state.meetings}
    return tuple(_before(rows(workspace, "objections"), source.meeting.number, at_hand))


def _before(found: Iterable[Mapping[str, Any]], number: int, at_hand: set[int]) -> Iterable[Said]:
    for row in found:
        told = (ids.read(row["meeting"]) or ("M", 0))[1]
        if told < number and told not in at_hand:
            fields = tuple(Value(name, value) for name, value in row["fields"].items())
            yield Said(
                row["kind"],
                row["text"],
                team=row["team"] or "",
                fields=fields,
                audience=row["audience"] or "",
            )
