"""New words or fields for a record: an entry, an action, a dispute of the meeting that runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workshop.errors import Refused
from workshop.facilitation.applying.records import with_fields
from workshop.facilitation.deciding import finding
from workshop.facilitation.deciding.actions import check_day
from workshop.facilitation.house import House
from workshop.model import ids
from workshop.model.commands import Edit
from workshop.model.entries import Said
from workshop.model.facts import ActionSet, DisputeEdited, EntryEdited, Fact
from workshop.model.state import State

APART = ("action", "decision", "dispute", "metric", "correction", "roti")
"""Kinds that are kept as something else than an entry."""


def edit(state: State, command: Edit, house: House) -> tuple[Fact, ...]:
    """New words or fields for a record."""
    letter, number = ids.read(command.ref) or ("", 0)
    new = command.said or Said("", "")
    match letter:
        case "A":
            return _edit_action(state, number, command, new, house)
        case "X":
            return _edit_dispute(state, number, command, new)
        case "N":
            return _edit_entry(state, number, command, new, house)
    raise Refused(f"{command.ref} is not edited here.", fix="/amend D-1 and the new words, for a decision.")


def _still_open(state: State, number: int, ref: str) -> None:
    """Refuses to change what stands in minutes that were handed out."""
    if finding.meeting(state, number).status != "running":
        raise Refused(
            f"{ref} stands in the minutes of M-{number}.", fix=f"/correct {ref} and the right words."
        )


def _merged(old: Said, new: Said, without: tuple[str, ...]) -> Said:
    """The old line with what was typed laid over it: given fields replace those of their name."""
    old = _less(old, without)
    return replace(
        with_fields(old, new.fields),
        text=new.text or old.text,
        detail=new.detail or old.detail,
        tags=tuple(dict.fromkeys(old.tags + new.tags)),
        priority=new.priority or old.priority,
        audience=new.audience or old.audience,
        source=new.source or old.source,
    )


def _less(said: Said, without: tuple[str, ...]) -> Said:
    """The line without the marks that go."""
    unknown = next((mark for mark in without if mark[:1] == "#" and mark[1:] not in ("", *said.tags)), None)
    if unknown:
        raise Refused(f"There is no tag {unknown} here.", fix="#- takes every tag away.")
    return replace(
        said,
        tags=() if "#" in without else tuple(tag for tag in said.tags if f"#{tag}" not in without),
        priority="" if "!" in without else said.priority,
        source="" if "from" in without else said.source,
        audience="" if "for" in without else said.audience,
        speaker="" if "@" in without else said.speaker,
        also=() if "@" in without else said.also,
    )


def _edit_entry(state: State, number: int, command: Edit, new: Said, house: House) -> tuple[Fact, ...]:
    old = finding.entry(state, number)
    if new.kind in APART:
        raise Refused(
            f"{command.ref} is an entry; of {new.kind} there is a record of its own.",
            fix=f"{new.kind}: ... from:{command.ref}, then /strike {command.ref}",
        )
    _still_open(state, old.meeting, command.ref)
    said = finding.led(
        state, replace(_merged(old.said, new, command.without), kind=new.kind or old.said.kind)
    )
    kind = house.kind(said.kind)
    if kind.as_group or "@" in command.without:
        said = replace(said, speaker="", team=kind.team, also=())
    if command.who and not kind.as_group:
        who = command.who[0]
        others = tuple(person for person in said.also if person != who)
        said = replace(said, speaker=who, team=state.team(who), also=others)
    return (EntryEdited(number, said),)


def _edit_dispute(state: State, number: int, command: Edit, new: Said) -> tuple[Fact, ...]:
    old = finding.dispute(state, number)
    _still_open(state, old.meeting, f"X-{number}")
    said = _merged(old.said, new, command.without)
    arbiter = said.get("arbiter") or old.arbiter
    level = said.get("level") or ("arbiter" if arbiter else "team leads")
    day = said.get("decide_by")
    return (
        DisputeEdited(
            number, said, "arbiter" if level == "arbiter" else "team leads", arbiter,
            date.fromisoformat(day) if day else old.decide_by,
        ),
    )  # fmt: skip


def _edit_action(state: State, number: int, command: Edit, new: Said, house: House) -> tuple[Fact, ...]:
    old = finding.action(state, number)
    _check_action_edit(number, command, new)
    if command.due is not None:
        check_day(command.due.on, state.running.on if state.running else house.today, "today")
    due, at_next = (command.due.on, command.due.at_next) if command.due else (old.due, old.at_next)
    owner, *helpers = command.who or (old.owner,)
    typed = new.get("done_when")
    done_when = "" if typed == "-" else typed or old.done_when
    return (
        ActionSet(
            number, house.today, "edited", new.text or old.said.text, owner,
            tuple(helpers) if command.who else old.helpers, due, at_next, done_when,
        ),
    )  # fmt: skip


def _check_action_edit(number: int, command: Edit, new: Said) -> None:
    """Refuses what an action cannot change, so that nothing typed is swallowed."""
    other = [field.name for field in new.fields if field.name != "done_when"]
    if command.without or other or new.tags or new.priority or new.source or new.audience or new.detail:
        raise Refused(
            "Of an action the words, owner, date and done_when can change.",
            fix=f"/strike A-{number}, and type it anew.",
        )
