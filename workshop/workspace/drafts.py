"""Drafts of the exercise on screen, made real by whoever confirms them."""

from __future__ import annotations

from datetime import date

from workshop.errors import NotFound, Refused
from workshop.model import ids
from workshop.model.commands import Add, Due, TakeDraft
from workshop.model.entries import Said, Value
from workshop.model.results import Draft
from workshop.workspace.core import Workspace
from workshop.workspace.done import Done
from workshop.workspace.exercises import current, outcome_of
from workshop.workspace.taken import mark


def draft(workspace: Workspace, number: int) -> Draft:
    """A draft of the exercise on screen. Raises NotFound, Refused."""
    found = current(workspace)
    if found is None:
        raise Refused("No exercise is on screen.", fix="Bring one up: /exercise and its name.")
    drafts = outcome_of(workspace, found.exercise.slug).drafts
    known = next((one for one in drafts if one.number == number), None)
    if known is None:
        listed = f"They go from 1 to {len(drafts)}: /result" if drafts else "There are none yet."
        raise NotFound(f"There is no draft {number}.", fix=listed)
    return known


def take(workspace: Workspace, command: TakeDraft) -> Done:
    """Makes a draft real: an action with its owner and date, a decision, a parked topic, a dispute."""
    known = draft(workspace, command.number)
    if known.taken:
        raise Refused(
            f"Draft {known.number} is taken already: {known.taken}.", fix=f"/edit {known.taken} changes it."
        )
    if known.kind == "line":
        raise Refused("This draft is a line to be typed.", fix=known.text)
    return workspace.do(_real(workspace, known, command))


def _real(workspace: Workspace, known: Draft, command: TakeDraft) -> Add:
    who = command.who or ((known.owner,) if workspace.state.team(known.owner) else ())
    text = command.text or known.text
    if known.kind == "action" and not who:
        raise Refused("Who does it?", fix=f"/take {known.number} @name >when")
    found = current(workspace)
    said = Said(
        "parking" if known.kind == "exercise" else known.kind, text, _why(known),
        fields=_fields(known), source=known.source if ids.read(known.source) else "",
        team="both" if known.kind in ("decision", "dispute") else "",
        draft=mark(found.exercise.slug, known) if found else "",
    )  # fmt: skip
    if known.kind != "action":
        return Add(said, who[:1])
    return Add(said, who, _due(command.due or known.due))


def _why(known: Draft) -> str:
    """The reason, with the row it came from where that is no record of its own."""
    row = "" if ids.read(known.source) else known.source
    return " · ".join(part for part in (known.why, row) if part)


def _due(day: str) -> Due:
    return Due(date.fromisoformat(day)) if day else Due(at_next=True)


def _fields(known: Draft) -> tuple[Value, ...]:
    """The fields that the kind of a draft has."""
    told = {
        "action": (("done_when", known.done_when),),
        "exercise": (("disposition", "next agenda"),),
        "dispute": (("decide_by", known.due),),
    }.get(known.kind, ())
    return tuple(Value(name, value) for name, value in told if value)
