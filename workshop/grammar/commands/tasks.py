"""Slash commands about one action: done, assigned, due, blocked, dropped, open again."""

from __future__ import annotations

from typing import Literal

from workshop.grammar.commands.reading import Read, first_word
from workshop.grammar.context import Context
from workshop.grammar.cutting import Cut, cut
from workshop.grammar.dates import read_due
from workshop.grammar.marks import past_day_of, people_of, read_marks
from workshop.grammar.people import find_people
from workshop.grammar.references import read_number_of
from workshop.model.commands import SetAction, SetStatus


def done(rest: str, context: Context) -> SetStatus | None:
    """`A-3 >when // remark`; the day lies in the past."""
    action, pieces = _pieces(rest)
    if action is None or pieces.text:
        return None
    return SetStatus(action, "done", on=past_day_of(pieces, context), remark=pieces.detail)


def becomes(status: Literal["open", "blocked", "dropped"]) -> Read:
    """A command that sets this status; a new due date may stand beside it, but not for what is dropped."""

    def read(rest: str, context: Context) -> SetStatus | None:
        action, pieces = _pieces(rest)
        if action is None or pieces.text or (status == "dropped" and pieces.marks):
            return None
        return SetStatus(action, status, due=read_marks(pieces, context).due, remark=pieces.detail)

    return read


def assign(rest: str, context: Context) -> SetAction | None:
    """`A-3 @ana @ben`, or names with commas between: the owner, then the helpers."""
    typed, behind = first_word(rest)
    action = read_number_of(typed, "A")
    pieces = cut(behind, context.people, names=("who", "due"))
    people = people_of(pieces, context)
    if action is None or bool(pieces.text) == bool(people):
        return None
    people = people or find_people(pieces.text, context.people, context.present)
    due = read_marks(pieces, context).due
    return SetAction(action, tuple(person.id for person in people), due, remark=pieces.detail)


def due(rest: str, context: Context) -> SetAction | None:
    """`A-3 >fri`, or `A-3 fri`."""
    action, pieces = _pieces(rest)
    marked = read_marks(pieces, context).due
    if action is None or bool(pieces.text) == bool(marked):
        return None
    return SetAction(action, due=marked or read_due(pieces.text, context), remark=pieces.detail)


def _pieces(rest: str) -> tuple[int | None, Cut]:
    """The number of the action, and the rest with a day at most."""
    typed, behind = first_word(rest)
    return read_number_of(typed, "A"), cut(behind, names=("due",))
