"""What the opening of a meeting says by itself: last minutes, what is late, what came back, the inbox."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.facilitation.deciding.plan import missing_sides
from workshop.followup.cadence import cadence
from workshop.followup.carry import carried
from workshop.line.wording import Wording
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.workspace import Done, Workspace


def opening(workspace: Workspace, done: Done) -> Iterator[str]:
    """Every line is a fact of the record; nothing here asks back."""
    meeting = done.after.running
    if meeting is None:
        return
    say = Wording(workspace)
    lead = "Sales" if meeting.lead == "sales" else "Marketing"
    yield f"M-{meeting.number} {meeting.title} · {say.day(meeting.on)} · {lead} speaks first today."
    yield from _people(meeting)
    yield from _last_minutes(done.before, meeting, say)
    yield from _carried(done.before, meeting, say)
    yield from _agreements(done.before)
    rhythm = cadence(done.after, meeting.on, workspace.settings.cadence, meeting)
    yield f"   Exchanges in 30 days, this one included: {rhythm.exchanges} of {rhythm.target}."
    for notice in workspace.library.notes:
        yield f"   ! {notice}"


def _people(meeting: Meeting) -> Iterator[str]:
    if not meeting.here:
        yield "   Who is here? /here all, or /here NAME, NAME; /apologies NAME."
        return
    for side in missing_sides(meeting):
        yield f"   Nobody from {side} is here: no joint figures. /prepare holds this as a preparation."


def _last_minutes(state: State, meeting: Meeting, say: Wording) -> Iterator[str]:
    closed = [m for m in state.meetings if m.closed is not None and m.number != meeting.number]
    if not closed:
        yield "   No earlier minutes on record."
        return
    last = max(closed, key=lambda old: old.closed or 0)
    if last.status == "approved":
        yield f"   Minutes of M-{last.number} ({say.day(last.on)}) are approved."
    else:
        yield (
            f"   Minutes of M-{last.number} ({say.day(last.on)}) are a draft. Corrections? "
            f"/correct N-3 words, then /approve M-{last.number}"
        )
    older = [f"M-{old.number}" for old in closed if old.status == "closed" and old is not last]
    if older:
        yield f"   Never approved: {', '.join(older)}. /approve {older[0]}"
    if last.roti.change:
        yield f"   Last time you asked to change: {'; '.join(last.roti.change)}."
    if last.roti.keep:
        yield f"   Last time you asked to keep: {'; '.join(last.roti.keep)}."


def _carried(state: State, meeting: Meeting, say: Wording) -> Iterator[str]:
    found = carried(state, meeting.on)
    if found.due:
        yield f"   Due by today ({len(found.due)}):"
        yield from (f"     {say.action(action)}{_again(action.carried)}" for action in found.due)
    if found.later:
        yield f"   Not due yet: {', '.join(f'A-{action.number}' for action in found.later)}."
    for dispute in state.disputes:
        if dispute.live:
            yield f"   Dispute {say.dispute(dispute)}"
    for topic in (*found.topics, *found.segments):
        yield f"   Back from M-{topic.meeting}: {topic.ref} {topic.text}{_again(topic.carried)}"
    if state.captures:
        yield f"   Inbox, {len(state.captures)} waiting: /inbox, then /inbox place, park or drop C-1 (or all)."
        yield from (
            f"     C-{capture.number} {capture.said.kind}: {capture.said.text}" for capture in state.captures
        )


def _again(carried_times: int) -> str:
    times = carried_times + 1
    return f" · here for the {_ordinal(times)} time" if carried_times else ""


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0, "th")
    return f"{number}{ending}"


def _agreements(state: State) -> Iterator[str]:
    rules = [entry.said.text for entry in state.agreements if not entry.struck]
    if rules:
        yield f"   We agreed: {'; '.join(rules)}."
