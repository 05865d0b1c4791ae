"""The one suggestion on Home: what may be done next, why, and what each side brings."""

from __future__ import annotations

from textual.content import Content

from workshop.model.signals import Suggestion
from workshop.model.values import dataclass
from workshop.tui.widgets.hanging import hanging
from workshop.workspace import Workspace
from workshop.workspace.suggesting import agenda_for, suggestions


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion as it is shown."""

    one: Suggestion
    title: str
    agenda: str
    """The agenda with which it can be planned; empty where none on the shelf holds it."""


def suggested(workspace: Workspace) -> Suggested | None:
    """The weightiest; reads the register."""
    found = suggestions(workspace)
    if not found:
        return None
    one, agenda = found[0], agenda_for(workspace, found[0])
    exercise = workspace.exercise(one.exercise) if one.exercise else None
    title = exercise.title if exercise else agenda.title if agenda else one.exercise or one.agenda
    return Suggested(one, title, agenda.slug if agenda else "")


def as_words(told: Suggested, key: str, width: int, most: int) -> Content:
    """What, why, and what each side brings, each in at most so many lines; with 0 only what."""
    name = f" ({told.agenda})" if told.agenda else ""
    plan = ("  ", (key, "$shown bold"), " plans it") if told.agenda else ()
    lines = [
        Content.assemble(("Suggested  ", "$quiet"), (told.title, "$shown bold"), (name, "$quiet"), *plan)
    ]
    parts = (
        ("because", told.one.because),
        ("sales brings", told.one.sales),
        ("marketing brings", told.one.marketing),
    )
    for head, words in parts:
        if words and most:
            sentence = Content.assemble((f"{head}  ", "$quiet"), (words, "$ink"))
            lines.append(hanging(Content("  "), sentence, width, most))
    return Content("\n").join(lines)
