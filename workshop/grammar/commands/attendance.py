"""Slash commands about people: who is here, who is new, who has which duty."""

from __future__ import annotations

from datetime import time

from workshop.errors import NotUnderstood
from workshop.grammar.commands.reading import Read, last_word, read_time
from workshop.grammar.context import Context
from workshop.grammar.people import find_people, find_person
from workshop.grammar.words import split_remark
from workshop.model.asks import NamePerson
from workshop.model.commands import Attend, GiveDuty
from workshop.model.meeting import Presence
from workshop.model.state import Duty
from workshop.model.teams import TEAMS
from workshop.model.words import did_you_mean


def here(rest: str, context: Context) -> Attend | None:
    """Names with commas between, or `all`."""
    if split_remark(rest)[0].lower() == "all":
        return Attend(tuple(person.id for person in context.people), "present", remark=split_remark(rest)[1])
    return _attend(rest, context, "present")


def apologies(rest: str, context: Context) -> Attend | None:
    """Names with commas between."""
    return _attend(rest, context, "apologies")


def late(rest: str, context: Context) -> Attend | None:
    """Names, then the time they came."""
    names, at, remark = _timed(rest)
    return Attend(_ids(names, context), "late", joined=at, remark=remark) if at and names else None


def leaves(rest: str, context: Context) -> Attend | None:
    """Names, then the time they go."""
    names, at, remark = _timed(rest)
    return Attend(_ids(names, context), left=at, remark=remark) if at and names else None


def person(rest: str, _context: Context) -> NamePerson | None:
    """`Name; team; role; e-mail`, the last two optional."""
    words = [" ".join(word.split()) for word in rest.split(";")]
    if not 2 <= len(words) <= 4 or not words[0]:
        return None
    team = next((team for team in TEAMS if team == words[1].lower()), None)
    if team is None:
        raise NotUnderstood(
            f"'{words[1]}' is not a team{did_you_mean(words[1], TEAMS)}",
            fix=f"Type one of: {', '.join(TEAMS)}.",
        )
    return NamePerson(words[0], team, *words[2:])


def duty(name: Duty) -> Read:
    """A command that gives somebody this duty."""

    def read(rest: str, context: Context) -> GiveDuty | None:
        return GiveDuty(name, find_person(rest, context.people, context.present).id) if rest else None

    return read


def _attend(rest: str, context: Context, presence: Presence) -> Attend | None:
    names, remark = split_remark(rest)
    return Attend(_ids(names, context), presence, remark=remark) if names else None


def _timed(rest: str) -> tuple[str, time | None, str]:
    before, remark = split_remark(rest)
    names, at = last_word(before)
    return names, read_time(at), remark


def _ids(names: str, context: Context) -> tuple[str, ...]:
    return tuple(person.id for person in find_people(names, context.people, context.present))
