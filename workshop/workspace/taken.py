"""Which drafts of an exercise are taken: the record that each became, as long as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workshop.model import ids
from workshop.model.entries import Said
from workshop.model.results import Draft, Outcome
from workshop.model.state import State


def mark(slug: str, draft: Draft) -> str:
    """What a record keeps of the draft that it was: it holds when its own words are changed."""
    return f"{slug} {draft.kind}: {draft.text}"


def with_taken(told: Outcome, state: State) -> Outcome:
    """Every draft with the record that it became; undoing or striking that frees it."""
    if not told.drafts:
        return told
    known = {said.draft: ref for ref, said in _standing(state, told.meeting) if said.draft}
    drafts = tuple(replace(one, taken=known.get(mark(told.exercise, one), "")) for one in told.drafts)
    return replace(told, drafts=drafts)


def _standing(state: State, number: int) -> Iterator[tuple[str, Said]]:
    """Records of one meeting, and what is open of earlier ones."""
    meeting = state.meeting(number)
    for entry in meeting.entries if meeting else ():
        if not entry.struck:
            yield ids.show("N", entry.number), entry.said
    for action in state.actions:
        if action.live or (action.meeting == number and not action.struck):
            yield ids.show("A", action.number), action.said
    for decision in state.decisions:
        if decision.meeting == number and not decision.struck:
            yield ids.show("D", decision.number), decision.said
    for dispute in state.disputes:
        if dispute.live or (dispute.meeting == number and not dispute.struck):
            yield ids.show("X", dispute.number), dispute.said
