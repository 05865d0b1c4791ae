"""What one person takes home."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop.errors import NotFound
from workshop.exporting.actions import everything
from workshop.exporting.digest import Minutes, Source
from workshop.exporting.digest.rows import Who


def slip(_source: Source, minutes: Minutes, person: str) -> Mapping[str, Any]:
    """What one person owns and helps with."""
    return own_actions(minutes, person)


def own_actions(minutes: Minutes, person: str) -> Mapping[str, Any]:
    """`person`, `own` and `helping`: open actions only. NotFound for somebody who was not invited."""
    rows = [row for row in everything(minutes) if row.status in ("open", "blocked")]
    return {
        "person": _who(minutes, person),
        "own": tuple(row for row in rows if row.owner is not None and row.owner.id == person),
        "helping": tuple(row for row in rows if person in {who.id for who in row.helpers}),
    }


def _who(minutes: Minutes, person: str) -> Who:
    found = next((who for who in minutes.distribution if who.id == person), None)
    if found is None:
        raise NotFound(
            "That person was not invited to this meeting.", fix="Name somebody of its distribution list."
        )
    return found
