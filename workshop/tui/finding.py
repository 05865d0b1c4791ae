"""What the palette can find and what F1 tells: read off the registry of keys and the state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from workshop.grammar import SLASHES
from workshop.model import ids
from workshop.model.commands import OpenExercise
from workshop.tui.dialogs.palette import Find
from workshop.tui.dialogs.reading import Reading, room_of
from workshop.tui.keys import Action, at
from workshop.tui.requests import Wanted
from workshop.tui.screens.page import Page
from workshop.tui.widgets.hanging import hanging

if TYPE_CHECKING:
    from workshop.tui.app import WorkshopApp

NAMES = {
    "everywhere": "On every screen", "home": "Home", "plan": "Plan", "room": "Room", "close": "Close",
    "actions": "Actions", "record": "Record", "result": "Results",
}  # fmt: skip


def finds(program: WorkshopApp, page: Page) -> Iterator[Find]:
    """Actions of this screen and of every screen, then exercises, meetings, people, action items."""
    for known in (*at(page.where), *at("everywhere")):
        if known.id == f"go-{page.where}":
            continue  # we are there
        owner = program if known.where == "everywhere" else page
        run: Callable[[], object] = getattr(owner, f"action_{known.method}")
        if known.id != "commands":
            yield Find(known.label, known.help, program.keys.shown(known.id, typing=page.typing), run)
    state, say = program.state, program.wording
    if state.running is not None:
        for exercise in program.workspace.library.exercises:
            told = f"{exercise.minutes} min · {exercise.purpose}"
            bring = partial(_bring_up, program, exercise.slug)
            yield Find(f"Exercise: {exercise.title}", told, "", bring)
    for meeting in reversed(state.meetings):
        ref = ids.show("M", meeting.number)
        told = f"{ref} · {say.day(meeting.on)} · {meeting.status}"
        where = "room" if meeting.status == "running" else "plan" if meeting.status == "planned" else "record"
        yield Find(meeting.title, told, "", partial(program.go, where, ref))
    for person in program.workspace.people:
        role = f" · {person.role}" if person.role else ""
        yield Find(person.name, f"{person.team}{role}", "", partial(program.go, "actions", person.id))
    for action in state.actions:
        if not action.struck:
            ref = ids.show("A", action.number)
            doer = say.name(action.owner) if action.owner else "nobody yet"
            due = "next meeting" if action.at_next else say.day(action.due)
            told = f"{ref} · {doer} · {due} · {action.status}"
            yield Find(action.said.text, told, "", partial(program.go, "actions", ref))


def _bring_up(program: WorkshopApp, slug: str) -> None:
    """An exercise in the segment on screen, with its room around it."""
    program.go("room")
    program.post_message(Wanted(OpenExercise(slug)))


def possible(program: WorkshopApp, page: Page, width: int) -> Content:
    """Everything that is possible here: keys of this screen, keys everywhere, and in the room what can be typed."""
    groups = {
        where: [each for each in at(where) if program.keys.of(each.id)]
        for where in (page.where, "everywhere")
    }
    wide = max(len(_keys(each, program)) for known in groups.values() for each in known)
    parts = [_group(NAMES[where], known, program, wide, width) for where, known in groups.items()]
    if page.where == "room":
        parts.insert(1, _typed(program, width))
    return Content("\n\n").join(part for part in parts if part.plain)


def _group(title: str, known: Sequence[Action], program: WorkshopApp, wide: int, width: int) -> Content:
    """`wide`: cells for the longest keys of all groups."""
    lines = [
        hanging(
            Content.assemble((f"{_keys(each, program):<{wide}}  ", "$shown bold"), f"{each.label:<12} "),
            Content.styled(each.help, "$quiet"),
            width,
        )
        for each in known
    ]
    return Content("\n").join([Content.styled(title, "bold"), *lines]) if lines else Content("")


def _keys(known: Action, program: WorkshopApp) -> str:
    both = (program.keys.shown(known.id, typing=True), program.keys.shown(known.id))
    return " ".join(dict.fromkeys(both))


def _typed(program: WorkshopApp, width: int) -> Content:
    running = program.state.running is not None
    usable = [slash for slash in SLASHES if slash.when != "script" and (running or slash.when == "any")]
    head = [
        Content.styled("In the line", "bold"),
        Content("kind: text @who >when #tag !high from:N-3 key=value; key=value // detail"),
        Content.styled("tab completes, up brings back earlier lines, ctrl+z takes typing back", "$quiet"),
        Content.styled("1 to 9 in the list go to that segment", "$quiet"),
    ]
    indent = Content(" " * 4)
    lines = [
        line
        for slash in usable
        for line in (
            hanging(Content(""), Content.styled(slash.usage, "$shown"), width),
            hanging(indent, Content.styled(slash.help, "$quiet"), width),
        )
    ]
    return Content("\n").join([*head, Content(""), *lines])


def help_sheet(program: WorkshopApp, page: Page) -> Reading:
    """The help of a screen."""
    told = possible(program, page, room_of(program.size.width))
    return Reading("What is possible here", told)
