"""What the palette can find and what F1 tells: read off the registry of keys and the state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from workshop.grammar import SLASHES
from workshop.model import ids
from workshop.tui.dialogs.palette import Find
from workshop.tui.dialogs.reading import Reading, room_of
from workshop.tui.keys import Action, at
from workshop.tui.screens.page import Page
from workshop.tui.widgets.hanging import hanging

if TYPE_CHECKING:
    from workshop.tui.app import WorkshopApp

NAMES = {
    "everywhere": "On every screen", "home": "Home", "plan": "Plan", "room": "Room", "close": "Close",
    "actions": "Actions", "record": "Record",
}  # fmt: skip


def finds(program: WorkshopApp, page: Page) -> Iterator[Find]:
    """Actions of this screen and of every screen, then meetings, people, action items."""
    for known in (*at(page.where), *at("everywhere")):
        owner = program if known.where == "everywhere" else page
        run: Callable[[], object] = getattr(owner, f"action_{known.method}")
        if known.id != "commands":
            yield Find(known.label, known.help, program.keys.shown(known.id, typing=page.typing), run)
    state, say = program.state, program.wording
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
            yield Find(action.said.text, say.action(action), ref, partial(program.go, "actions", ref))


def possible(program: WorkshopApp, page: Page, width: int) -> Content:
    """Everything that is possible here: keys of this screen, keys everywhere, and in the room what can be typed."""
    parts = [
        _group(NAMES[page.where], at(page.where), program, width),
        _group(NAMES["everywhere"], at("everywhere"), program, width),
    ]
    if page.where == "room":
        parts.insert(1, _typed(program, width))
    return Content("\n\n").join(part for part in parts if part.plain)


def _group(title: str, known: tuple[Action, ...], program: WorkshopApp, width: int) -> Content:
    lines = [
        hanging(
            Content.assemble((f"{_keys(each, program):<9} ", "$shown bold"), f"{each.label:<12} "),
            Content.styled(each.help, "$quiet"),
            width,
        )
        for each in known
        if program.keys.of(each.id)
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
    return Reading(f"What is possible here: {NAMES[page.where]}", told)
