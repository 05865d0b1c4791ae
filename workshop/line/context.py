"""What the grammar needs to know to read a line typed into this workspace now."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.grammar import Context
from workshop.model import ids
from workshop.model.entries import Entry
from workshop.model.meeting import Item, Meeting
from workshop.workspace import Workspace


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
        next_meeting=next_date.on if next_date else None,
        segments=tuple((item.number, item.segment.title) for item in meeting.items) if meeting else (),
        names=tuple(_names(workspace)),
        recorded=tuple(_kinds(workspace)),
        templates=tuple(agenda.slug for agenda in workspace.library.agendas),
        script=script,
    )


def plain_kind(workspace: Workspace, item: Item | None) -> str:
    """The kind a line without a prefix becomes: that of a report's only card, else a note."""
    if item is None:
        return "note"
    report = workspace.library.report(item.segment.exercise)
    cards = report.selected(item.segment.part) if report else ()
    return cards[0].plain if len(cards) == 1 and cards[0].plain else "note"


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
