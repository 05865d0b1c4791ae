"""Facts about the end of a meeting: gate, close, approval, reopening, and what is carried on."""

from __future__ import annotations

from dataclasses import replace

from workshop.facilitation.applying.clock import ended, leave
from workshop.facilitation.applying.stamp import Stamp, change_meeting, changed, close_last
from workshop.model.entries import Action, Change
from workshop.model.facts import (
    GateStepDone,
    MeetingClosed,
    MeetingReopened,
    MinutesApproved,
    NextDateSet,
    RotiNoted,
    RotiRevealed,
)
from workshop.model.meeting import Approval, Item, Meeting, Reopening, Span
from workshop.model.state import Exchange, Parked, State


def roti_noted(state: State, fact: RotiNoted, stamp: Stamp) -> State:
    def note(meeting: Meeting) -> Meeting:
        roti = meeting.roti
        more = replace(roti, change=roti.change + fact.change, keep=roti.keep + fact.keep)
        return replace(meeting, roti=more)

    return change_meeting(state, stamp.meeting, note)


def roti_revealed(state: State, fact: RotiRevealed, stamp: Stamp) -> State:
    return change_meeting(
        state,
        stamp.meeting,
        lambda meeting: replace(meeting, roti=replace(meeting.roti, counts=fact.counts, groups=fact.groups)),
    )


def gate_step_done(state: State, fact: GateStepDone, stamp: Stamp) -> State:
    def done(meeting: Meeting) -> Meeting:
        closing = meeting.closing
        match fact.step:
            case "read-back":
                closing = replace(closing, read_back=True)
            case "unsaid":
                closing = replace(closing, unsaid_asked=True)
            case "credits":
                closing = replace(closing, credits_asked=True)
        return replace(meeting, closing=closing)

    return change_meeting(state, stamp.meeting, done)


def not_read_back(state: State, stamp: Stamp) -> State:
    """New decisions and actions are to be read back once more."""
    return change_meeting(
        state,
        stamp.meeting,
        lambda meeting: replace(meeting, closing=replace(meeting.closing, read_back=False)),
    )


def next_date_set(state: State, fact: NextDateSet, stamp: Stamp) -> State:
    return change_meeting(
        state,
        stamp.meeting,
        lambda meeting: replace(meeting, closing=replace(meeting.closing, next_date=fact.next)),
    )


def meeting_closed(state: State, fact: MeetingClosed, stamp: Stamp) -> State:
    meeting = state.meeting(stamp.meeting)
    if meeting is None:
        return state
    state = replace(state, parked=_caught_up(state.parked, meeting, stamp.t))
    carried = _left_unfinished(state, meeting)
    closed = _closed(meeting, fact, stamp, carried)
    state = _carry(state, carried, +1)
    state = replace(state, parked=state.parked + _not_reached(state, closed, stamp.t))
    state = replace(state, actions=tuple(_dated(action, closed) for action in state.actions))
    if not closed.preparation:
        told = Exchange(closed.number, closed.template, stamp.t, closed.on.isoformat(), closed.lead or "")
        state = replace(state, exchanges=(*state.exchanges, told))
    return change_meeting(state, stamp.meeting, lambda _: closed)


def _closed(meeting: Meeting, fact: MeetingClosed, stamp: Stamp, carried: tuple[str, ...]) -> Meeting:
    items = tuple(leave(item, stamp.t) if item.state == "running" else item for item in meeting.items)
    return replace(
        meeting,
        status="closed",
        closed_at=stamp.at,
        closed=stamp.t,
        items=items,
        pauses=close_last(meeting.pauses, lambda span: ended(span, stamp.t)),
        turns=close_last(meeting.turns, lambda turn: replace(turn, span=ended(turn.span, stamp.t))),
        closing=replace(meeting.closing, early=fact.early, left_open=fact.left_open),
        carried=carried,
    )


def _caught_up(parked: tuple[Parked, ...], meeting: Meeting, t: int) -> tuple[Parked, ...]:
    """A segment that was missed once and held now does not come back."""
    held = {
        item.segment.title
        for item in meeting.items
        if item.visits and item.state not in ("skipped", "dropped")
    }
    return changed(
        parked,
        lambda topic: topic.ref.startswith("M-") and not topic.settled and topic.text in held,
        lambda topic: replace(topic, settled=t),
    )


def _left_unfinished(state: State, meeting: Meeting) -> tuple[str, ...]:
    """What was due when the meeting opened and still waits (rule of carry-over)."""
    due = {number for number, day in meeting.due_at_opening if day <= meeting.on}
    actions = tuple(f"A-{action.number}" for action in state.actions if action.number in due and action.live)
    topics = tuple(t.ref for t in state.parked if t.ref in meeting.topics_at_opening and not t.settled)
    return actions + topics


def _carry(state: State, refs: tuple[str, ...], step: int) -> State:
    def action(old: Action) -> Action:
        return replace(old, carried=old.carried + step)

    def topic(old: Parked) -> Parked:
        return replace(old, carried=old.carried + step)

    return replace(
        state,
        actions=changed(state.actions, lambda a: f"A-{a.number}" in refs, action),
        parked=changed(state.parked, lambda p: p.ref in refs, topic),
    )


def _not_reached(state: State, meeting: Meeting, t: int) -> tuple[Parked, ...]:
    """Segments that were skipped, dropped or not reached come back as topics (not breaks, not the close); one that
    waits already from an earlier meeting waits once."""
    waiting = {topic.text for topic in state.parked if topic.ref.startswith("M-") and not topic.settled}
    missed = (item for item in meeting.items if comes_back(item) and item.segment.title not in waiting)
    return tuple(
        Parked(f"M-{meeting.number}/{item.number}", item.segment.title, "", meeting.number, since=t)
        for item in missed
    )


def comes_back(item: Item) -> bool:
    """Whether a segment that was missed is a topic of the next meeting."""
    over = item.state in ("skipped", "dropped") or (item.state == "ahead" and not item.visits)
    return over and item.segment.kind not in ("break", "close", "open", "review")


def _dated(action: Action, meeting: Meeting) -> Action:
    """`next meeting` becomes a date once the next meeting has one."""
    planned = meeting.closing.next_date
    if not (action.live and action.at_next and planned and planned.on):
        return action
    step = Change(meeting.on, f"due {planned.on.isoformat()}", "", meeting.number)
    return replace(
        action, due=planned.on, at_next=False, original_due=action.original_due or planned.on,
        history=(*action.history, step),
    )  # fmt: skip


def minutes_approved(state: State, fact: MinutesApproved, _: Stamp) -> State:
    approval = Approval(fact.by, fact.made_in, fact.on, fact.where)
    return change_meeting(
        state, fact.meeting, lambda meeting: replace(meeting, status="approved", approval=approval)
    )


def meeting_reopened(state: State, fact: MeetingReopened, stamp: Stamp) -> State:
    meeting = state.meeting(stamp.meeting)
    if meeting is None:
        return state
    state = _carry(state, meeting.carried, -1)
    prefix = f"M-{meeting.number}/"
    state = replace(
        state,
        parked=tuple(topic for topic in state.parked if not topic.ref.startswith(prefix)),
        exchanges=tuple(told for told in state.exchanges if told.meeting != meeting.number),
    )
    last = max((item for item in meeting.items if item.visits), key=lambda item: item.visits[-1].start)
    items = changed(
        meeting.items,
        lambda item: item.number == last.number,
        lambda item: replace(item, state="running", visits=(*item.visits, Span(stamp.t))),
    )
    gap = Span(meeting.closed if meeting.closed is not None else stamp.t, stamp.t)
    reopened = replace(
        meeting, status="running", items=items, closed=None, closed_at=None, carried=(),
        pauses=(*meeting.pauses, gap),
        closing=replace(meeting.closing, read_back=False, early="", left_open=()),
        reopenings=(*meeting.reopenings, Reopening(fact.who, fact.why, stamp.at)),
    )  # fmt: skip
    return change_meeting(state, stamp.meeting, lambda _: reopened)
