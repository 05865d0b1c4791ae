"""Facts about the clock: opening, segments, pauses, re-timings, who holds the floor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from workshop.facilitation.applying.stamp import Stamp, change_meeting, changed, close_last
from workshop.facilitation.retiming import apply_retiming
from workshop.model.entries import Action
from workshop.model.facts import (
    BeganEarlier,
    ClockPaused,
    ClockResumed,
    FloorGiven,
    MeetingOpened,
    Retimed,
    SegmentBegan,
    SegmentSkipped,
)
from workshop.model.meeting import Item, ItemState, Meeting, Span, Turn
from workshop.model.state import Parked, State


def ended(span: Span, t: int) -> Span:
    """The span, ended now if it still lasted."""
    return span if span.end is not None else replace(span, end=t)


def leave(item: Item, t: int, state: ItemState = "done") -> Item:
    """The item off the screen."""
    return replace(
        item,
        state=state,
        visits=close_last(item.visits, lambda span: ended(span, t)),
        pauses=close_last(item.pauses, lambda span: ended(span, t)),
    )


def _change_item(meeting: Meeting, number: int, item: Item) -> Meeting:
    return replace(meeting, items=changed(meeting.items, lambda old: old.number == number, lambda _: item))


def meeting_opened(state: State, fact: MeetingOpened, stamp: Stamp) -> State:
    meeting = state.meeting(stamp.meeting)
    if meeting is None:
        return state
    dated = tuple(_dated(action, meeting.on) for action in state.actions)
    parked = tuple(replace(topic, cleared="", cleared_to="") for topic in state.parked)
    due = tuple((action.number, action.due) for action in dated if action.live and action.due)
    topics = tuple(topic.ref for topic in parked if _comes_back(topic, meeting.on))
    opened = replace(
        meeting,
        status="running",
        lead=fact.lead,
        opened_at=stamp.at,
        opened=stamp.t,
        due_at_opening=due,
        topics_at_opening=topics,
    )
    return change_meeting(replace(state, actions=dated, parked=parked), stamp.meeting, lambda _: opened)


def _dated(action: Action, day: date) -> Action:
    """`next meeting` is today; why it might go on last time stands in those minutes, today it is asked anew."""
    action = replace(action, cleared="", cleared_to="")
    if not (action.live and action.at_next):
        return action
    return replace(action, due=day, at_next=False, original_due=action.original_due or day)


def _comes_back(topic: Parked, day: date) -> bool:
    return not topic.settled and (not topic.date or date.fromisoformat(topic.date) <= day)


def segment_began(state: State, fact: SegmentBegan, stamp: Stamp) -> State:
    def begin(meeting: Meeting) -> Meeting:
        current, target = meeting.current, meeting.item(fact.segment)
        if current is not None:
            meeting = _change_item(meeting, current.number, leave(current, stamp.t))
        if target is None:
            return meeting
        target = meeting.item(fact.segment) or target
        began = replace(target, state="running", why="", visits=(*target.visits, Span(stamp.t)))
        return _change_item(replace(meeting, turns=_ended_turns(meeting, stamp.t)), fact.segment, began)

    return change_meeting(state, stamp.meeting, begin)


def segment_skipped(state: State, fact: SegmentSkipped, stamp: Stamp) -> State:
    def skip(meeting: Meeting) -> Meeting:
        item = meeting.item(fact.segment)
        if item is None:
            return meeting
        return _change_item(meeting, fact.segment, replace(leave(item, stamp.t, "skipped"), why=fact.why))

    return change_meeting(state, stamp.meeting, skip)


def clock_paused(state: State, fact: ClockPaused, stamp: Stamp) -> State:
    def pause(meeting: Meeting) -> Meeting:
        current = meeting.current
        if fact.scope == "item" and current is not None:
            paused = replace(current, pauses=(*current.pauses, Span(stamp.t)))
            return _change_item(meeting, current.number, paused)
        return replace(meeting, pauses=(*meeting.pauses, Span(stamp.t)))

    return change_meeting(state, stamp.meeting, pause)


def clock_resumed(state: State, _fact: ClockResumed, stamp: Stamp) -> State:
    def resume(meeting: Meeting) -> Meeting:
        current = meeting.current
        if current is not None:
            resumed = replace(current, pauses=close_last(current.pauses, lambda span: ended(span, stamp.t)))
            meeting = _change_item(meeting, current.number, resumed)
        return replace(meeting, pauses=close_last(meeting.pauses, lambda span: ended(span, stamp.t)))

    return change_meeting(state, stamp.meeting, resume)


def began_earlier(state: State, fact: BeganEarlier, stamp: Stamp) -> State:
    back = fact.minutes * 60_000

    def shift(meeting: Meeting) -> Meeting:
        current = meeting.current
        if current is None or not current.visits or meeting.opened is None:
            return meeting
        began = current.visits[-1].start
        first = all(item.number == current.number or not item.visits for item in meeting.items)
        earlier = began - back
        items = tuple(
            replace(item, visits=tuple(replace(v, end=earlier) if v.end == began else v for v in item.visits))
            for item in meeting.items
        )
        moved = replace(current, visits=(*current.visits[:-1], replace(current.visits[-1], start=earlier)))
        meeting = _change_item(replace(meeting, items=items), current.number, moved)
        if not first or meeting.opened is None or meeting.opened_at is None:
            return meeting
        opened_at = meeting.opened_at - timedelta(minutes=fact.minutes)
        return replace(meeting, opened=meeting.opened - back, opened_at=opened_at)

    return change_meeting(state, stamp.meeting, shift)


def retimed(state: State, fact: Retimed, stamp: Stamp) -> State:
    return change_meeting(
        state,
        stamp.meeting,
        lambda meeting: replace(
            apply_retiming(meeting, fact.retiming), retimings=(*meeting.retimings, fact.retiming)
        ),
    )


def _ended_turns(meeting: Meeting, t: int) -> tuple[Turn, ...]:
    """Nobody holds the floor over a segment's end: the next one begins with the room."""
    return close_last(meeting.turns, lambda turn: replace(turn, span=ended(turn.span, t)))


def floor_given(state: State, fact: FloorGiven, stamp: Stamp) -> State:
    def give(meeting: Meeting) -> Meeting:
        turns = _ended_turns(meeting, stamp.t)
        return replace(meeting, turns=(*turns, Turn(fact.team, Span(stamp.t))))

    return change_meeting(state, stamp.meeting, give)
