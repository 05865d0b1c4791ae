"""Who does an action and by when, told by marks (`@ana >fri`) or by fields (`owner=ana; due=fri`)."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.errors import NotUnderstood
from workshop.grammar.context import Context
from workshop.grammar.cutting import Mark
from workshop.grammar.dates import read_due
from workshop.grammar.fields import Pair, only, value_of
from workshop.grammar.folding import fold
from workshop.model.commands import Due
from workshop.model.teams import TEAMS, Person


def refuse_team(marks: Sequence[Mark], pairs: Sequence[Pair], people: Sequence[Person]) -> None:
    """Raises NotUnderstood where a team stands for the owner of an action."""
    named = [mark.value for mark in marks if mark.name == "who"]
    named += [pair.typed.removeprefix("@") for pair in pairs if pair.name == "owner"]
    firsts = [fold(person.first) for person in people]
    team = next((name for name in named if fold(name) in (*TEAMS, "both") and fold(name) not in firsts), None)
    if team:
        raise NotUnderstood(
            f"An action has one person as owner; {team} is a team.", fix="Name somebody, others help."
        )


def who_of(marked: Sequence[Person], pairs: Sequence[Pair], context: Context) -> tuple[str, ...]:
    """Ids: the owner, then the helpers. Raises NotUnderstood for two owners, or helpers without one."""
    ids = [person.id for person in marked]
    owner = _ids(only(pairs, "owner"), context)
    helpers = _ids(only(pairs, "helpers"), context)
    if ids and owner and ids[0] != owner[0]:
        raise NotUnderstood("There are two owners: one behind '@' and one in owner=.", fix="Keep one.")
    if helpers and not ids and not owner:
        raise NotUnderstood("Helpers need an owner beside them.", fix="Type owner=NAME; helpers=NAME, NAME.")
    return tuple(dict.fromkeys([*owner, *ids, *helpers]))


def due_of(marked: Due | None, pairs: Sequence[Pair], context: Context) -> Due | None:
    """The day typed, or None. Raises NotUnderstood for two days."""
    typed = only(pairs, "due")
    if typed is None:
        return marked
    if marked is not None:
        raise NotUnderstood("The day stands there twice: behind '>' and in due=.", fix="Keep one.")
    return read_due(typed.typed, context)


def _ids(pair: Pair | None, context: Context) -> list[str]:
    return value_of(pair, context).split(",") if pair else []
