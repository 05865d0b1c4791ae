"""Lists for people: the register's documents with what is live laid over, and names in place of ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop.workspace.core import Workspace
from workshop.workspace.readings import struck, tables


def rows(workspace: Workspace, table: str) -> list[dict[str, Any]]:
    """Every document of a table, the newest state of each, in the order they came; persons by name."""
    found = {row["id"]: row for row in workspace.documents(table)}
    live = {row["id"]: dict(row) for row in tables(workspace.state).get(table, ())}
    gone = set(struck(workspace.state).get(table, ()))
    names = {person.id: person.name for person in workspace.people}
    return [_named(row, names) for key, row in {**found, **live}.items() if key not in gone]


def _named(row: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    people = ("owner", "speaker", "arbiter", "decider")
    shown = {key: names.get(value, value) if key in people and value else value for key, value in row.items()}
    if "helpers" in shown:
        shown["helpers"] = [names.get(person, person) for person in shown["helpers"]]
    return shown
