"""Actions: one owner, a day, an observable end."""

from __future__ import annotations

from datetime import date

from workshop.errors import Refused
from workshop.facilitation.deciding import finding
from workshop.facilitation.house import House
from workshop.model.commands import Add, Due, SetAction, SetStatus
from workshop.model.entries import Action
from workshop.model.facts import ActionAdded, ActionSet, ActionStatusSet, Fact
from workshop.model.state import State


def add_action(state: State, command: Add, house: House) -> tuple[Fact, ...]:
    """An action; without a date it is due at the next meeting, without an owner it waits at the closing gate."""
    for who in command.who:
        finding.person(state, house, who)
    meeting = state.running
    due = command.due or Due(at_next=True)
    check_day(due.on, meeting.on if meeting else house.today, "this meeting" if meeting else "today")
    owner, *helpers = command.who or ("",)
    item = meeting.current if meeting else None
    return (
        ActionAdded(
            state.counters.action + 1, item.number if item else 0, house.today, command.said, owner,
            tuple(helpers), due.on, due.at_next, command.said.get("done_when"),
        ),
    )  # fmt: skip


def check_day(day: date | None, first: date, what: str) -> None:
    """Refuses a due date that lies before the meeting it is typed in."""
    if day is not None and day < first:
        raise Refused(
            f"Due {day.isoformat()} lies before {what} ({first.isoformat()}).",
            fix="Type a later day, such as >fri.",
        )


def set_action(state: State, command: SetAction, house: House) -> tuple[Fact, ...]:
    """A new owner or a new date; the original date stays visible."""
    old = finding.action(state, command.action)
    if not old.live:
        raise Refused(f"A-{old.number} is {old.status}.", fix=f"/open A-{old.number} opens it again.")
    for who in command.who:
        finding.person(state, house, who)
    return (_changed(state, old, command.who, command.due, command.remark, house),)


def _changed(
    state: State, old: Action, who: tuple[str, ...], due: Due | None, remark: str, house: House
) -> ActionSet:
    if due is not None:
        check_day(due.on, state.running.on if state.running else house.today, "today")
    owner, *helpers = who or (old.owner, *old.helpers)
    day, at_next = (due.on, due.at_next) if due else (old.due, old.at_next)
    what = f"due {day.isoformat()}" if due and day else "due next meeting" if due and at_next else "assigned"
    return ActionSet(
        old.number,
        house.today,
        what,
        old.said.text,
        owner,
        tuple(helpers),
        day,
        at_next,
        old.done_when,
        remark,
    )


def set_status(state: State, command: SetStatus, house: House) -> tuple[Fact, ...]:
    """Done, blocked, dropped, or open again; the day may lie in the past, never ahead."""
    old = finding.action(state, command.action)
    day = command.on or house.today
    if day > house.today:
        raise Refused(f"{day.isoformat()} lies ahead; done on which day?", fix=f"/done A-{old.number} >today")
    if command.status in ("done", "dropped") and old.status == command.status:
        raise Refused(f"A-{old.number} is {old.status} already.")
    if command.status == "dropped" and not command.remark:
        raise Refused("Why is it dropped?", fix=f"/drop A-{old.number} // and the reason")
    status = ActionStatusSet(old.number, day, command.status, command.remark)
    if command.due is None:
        return (status,)
    return (status, _changed(state, old, (), command.due, "", house))
