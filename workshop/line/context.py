"""What the grammar needs to know to read a line typed into this workspace now."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.facilitation.exercises import OnScreen, rated, seeds
from workshop.grammar import Asked, Context, Exercising
from workshop.model import ids
from workshop.model.entries import Entry
from workshop.model.exercises import Input
from workshop.model.meeting import Item, Meeting
from workshop.workspace import Workspace
from workshop.workspace.exercises import current


def context(workspace: Workspace, *, script: bool = False) -> Context:
    """The context of the next line."""
    meeting = workspace.state.running
    next_date = meeting.closing.next_date if meeting else None
    return Context(
        kinds=workspace.library.kinds,
        people=workspace.people,
        present=tuple(row.person for row in meeting.here) if meeting else (),
        today=workspace.house().today,
        card=plain_kind(workspace, meeting.current if meeting else None),
        cards=tuple(_carded(workspace, meeting.current if meeting else None)),
        next_meeting=next_date.on if next_date else None,
        segments=tuple((item.number, item.segment.title) for item in meeting.items) if meeting else (),
        names=tuple(_names(workspace)),
        recorded=tuple(_kinds(workspace)),
        templates=tuple(agenda.slug for agenda in workspace.library.agendas),
        exercises=workspace.library.shelf.slugs,
        left_out=workspace.library.notes,
        exercise=exercising(workspace),
        script=script,
    )


def exercising(workspace: Workspace) -> Exercising | None:
    """What may be typed for the exercise on screen; None where there is none."""
    found, meeting = current(workspace), workspace.state.running
    if found is None or meeting is None:
        return None
    own = tuple(given for given in found.exercise.inputs if given.typed)
    named = found.step.inputs if found.step else ()
    inputs = dict.fromkeys((*found.inputs, *own))
    return Exercising(
        found.exercise.slug,
        tuple(_asked(found, given, meeting) for given in inputs),
        tuple(given.slug for given in found.inputs if given.slug in named) if _begins(found) else (),
    )


def _begins(found: OnScreen) -> bool:
    """Whether the step begins with an input of its own, so that its lines need no word in front."""
    first = found.exercise.input(found.step.inputs[0]) if found.step and found.step.inputs else None
    return first is not None and first.typed


def _asked(found: OnScreen, given: Input, meeting: Meeting) -> Asked:
    things = rated(found.exercise, given, found.run, meeting)[0] if given.shape in ("rating", "dots") else ()
    return Asked(
        given,
        tuple((thing.number, thing.text) for thing in things),
        tuple((row.number, row.text) for row in found.run.of(given.slug)),
        seeds(given, meeting),
        revealed=bool(found.run.totals_of(given.slug)),
    )


def plain_kind(workspace: Workspace, item: Item | None) -> str:
    """The kind a line without a prefix becomes: that of a report's only card, or of the entries that a step of the
    exercise on screen begins with; else a note."""
    if item is None:
        return "note"
    found = current(workspace)
    first = found.exercise.input(found.step.inputs[0]) if found and found.step and found.step.inputs else None
    if first is not None and len(first.kinds) == 1:
        return first.kinds[0]
    report = workspace.library.report(item.segment.exercise)
    cards = report.selected(item.segment.part) if report else ()
    return cards[0].plain if len(cards) == 1 and cards[0].plain else "note"


def _carded(workspace: Workspace, item: Item | None) -> Iterator[tuple[str, str]]:
    """Kinds of the cards on screen with the slug of their card."""
    report = workspace.library.report(item.segment.exercise) if item else None
    for card in report.selected(item.segment.part) if report and item else ():
        yield from ((kind, card.slug) for kind in card.kinds)


def _names(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Ids of the records at hand with their words, so that `ref=` may use either."""
    state = workspace.state
    held = {entry.number: entry for entry in (*state.programmes, *state.agreements, *state.terms)}
    held |= {entry.number: entry for meeting in state.meetings for entry in _shown(meeting)}
    for number, entry in sorted(held.items()):
        yield ids.show("N", number), entry.said.text
    for decision in state.decisions:
        yield ids.show("D", decision.number), decision.said.text
    for dispute in state.disputes:
        yield ids.show("X", dispute.number), dispute.said.text
    for action in state.actions:
        yield ids.show("A", action.number), action.said.text


def _kinds(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Ids of the entries at hand with their kinds, so that `/edit` knows their fields."""
    for meeting in workspace.state.meetings:
        for entry in _shown(meeting):
            yield from ((ids.show("N", number), entry.said.kind) for number in (entry.number, *entry.merged))


def _shown(meeting: Meeting) -> Iterator[Entry]:
    return (entry for entry in meeting.entries if not entry.struck)
