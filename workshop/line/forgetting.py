"""Forgetting a person: the name leaves people.json and every typed text; what was said and decided stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshop.errors import NotFound, Refused
from workshop.model.words import did_you_mean
from workshop.workspace import Workspace


def forget(workspace: Workspace, name: str) -> Iterator[str]:
    """Puts a stand-in for the name wherever it stands in full, chains the journal anew, and says what is left."""
    if workspace.state.running is not None:
        raise Refused(f"M-{workspace.state.running.number} is running.", fix="Close it first.")
    person = next((known for known in workspace.people if known.name.casefold() == name.casefold()), None)
    if person is None:
        names = [known.name for known in workspace.people]
        raise NotFound(f"There is nobody called '{name}'{did_you_mean(name, names)}")
    stand_in = f"somebody ({person.team})"
    pattern = re.compile(rf"(?<!\w){re.escape(person.name)}(?!\w)", re.IGNORECASE)
    workspace.forget(person.id, stand_in, lambda text: pattern.sub(stand_in, text))
    yield f"Forgotten. In every text stands '{stand_in}' now."
    yield from (f"! {notice}" for notice in workspace.notices)
    parts = [part for part in person.name.split() if len(part) > 1]
    left = sum(_mentions(workspace.journal_texts(), part) for part in parts)
    if left:
        yield f"   {left} texts still hold a part of the name ({', '.join(parts)}); workshop show M-1 shows them."
    files = sorted(path.name for path in (workspace.directory / "minutes").glob("*") if path.is_file())
    if files:
        yield f"   Files made earlier may hold the name: minutes/{', minutes/'.join(files)}. Make them anew with workshop export."


def _mentions(texts: Iterator[str], part: str) -> int:
    pattern = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)", re.IGNORECASE)
    return sum(1 for text in texts if pattern.search(text))
