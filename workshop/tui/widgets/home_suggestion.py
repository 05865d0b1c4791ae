"""The one suggestion on Home: what may be done next, why, and what each side brings."""

from __future__ import annotations

from textual.content import Content

from workshop.model.signals import Suggestion
from workshop.model.values import dataclass
from workshop.tui.widgets.hanging import filled, hanging
from workshop.workspace import Workspace
from workshop.workspace.suggesting import agenda_for, suggestions

BRINGS = 3
"""Lines for each part from which there is room for what each side brings."""


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
    """What and why, and from three lines on what each side brings, each in at most so many lines; with 0 only what."""
    lines = [_what(told, key, width, whole=most > 0)]
    parts = (
        ("because", told.one.because if most else ""),
        ("sales brings", told.one.sales if most >= BRINGS else ""),
        ("marketing brings", told.one.marketing if most >= BRINGS else ""),
    )
    for head, words in parts:
        if words:
            sentence = Content.assemble((f"{head}  ", "$quiet"), (words, "$ink"))
            lines.append(hanging(Content("  "), sentence, width, most))
    return Content("\n").join(lines)


def _what(told: Suggested, key: str, width: int, *, whole: bool) -> Content:
    """Its title with the agenda and the key that plans it, none of them broken; on one line where it is not `whole`."""
    title = Content.assemble(("Suggested  ", "$quiet"), (told.title, "$shown bold"))
    if not told.agenda:
        return title
    agenda = Content.styled(f"({told.agenda})", "$quiet")
    plan = Content.assemble((key, "$shown bold"), " plans it")
    line = filled([title, agenda, plan], width)
    return line if whole or "\n" not in line.plain else filled([title, plan], width)
