"""Facts about actions: made, assigned, dated, done, blocked, dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workshop.facilitation.applying.stamp import Stamp, changed
from workshop.model import ids
from workshop.model.entries import Action, Change
from workshop.model.facts import ActionAdded, ActionSet, ActionStatusSet, Cleared
from workshop.model.state import State


def action_added(state: State, fact: ActionAdded, stamp: Stamp) -> State:
    action = Action(
        fact.number, stamp.meeting or None, fact.segment, fact.on, fact.said, fact.owner, fact.helpers,
        fact.due, fact.at_next, fact.due, fact.done_when,
        history=(Change(fact.on, "added", "", stamp.meeting or None),),
    )  # fmt: skip
    counters = replace(state.counters, action=max(state.counters.action, fact.number))
    return replace(state, actions=(*state.actions, action), counters=counters)


def action_set(state: State, fact: ActionSet, stamp: Stamp) -> State:
    def change(action: Action) -> Action:
        step = Change(fact.on, fact.what, fact.remark, stamp.meeting or None)
        return replace(
            action,
            said=replace(action.said, text=fact.text),
            owner=fact.owner,
            helpers=fact.helpers,
            due=fact.due,
            at_next=fact.at_next,
            original_due=action.original_due or fact.due,
            done_when=fact.done_when,
            history=(*action.history, step),
        )

    return _changed(state, fact.number, change)


def action_status_set(state: State, fact: ActionStatusSet, stamp: Stamp) -> State:
    over = fact.status in ("done", "dropped")

    def change(action: Action) -> Action:
        step = Change(fact.on, fact.status, fact.remark, stamp.meeting or None)
        return replace(
            action,
            status=fact.status,
            closed_on=fact.on if over else None,
            closed_at=stamp.t if over else 0,
            history=(*action.history, step),
        )

    return _changed(state, fact.number, change)


def _changed(state: State, number: int, change: Callable[[Action], Action]) -> State:
    return replace(state, actions=changed(state.actions, lambda action: action.number == number, change))


def cleared(state: State, fact: Cleared, stamp: Stamp) -> State:
    letter, number = ids.read(fact.ref) or ("", 0)
    if letter == "A":
        step = Change(stamp.at.date(), "cleared", fact.why, stamp.meeting or None)
        return _changed(
            state,
            number,
            lambda a: replace(a, cleared=fact.why, cleared_to=fact.who, history=(*a.history, step)),
        )
    parked = changed(
        state.parked, lambda p: p.ref == fact.ref, lambda p: replace(p, cleared=fact.why, cleared_to=fact.who)
    )
    return replace(state, parked=parked)
