"""Slash commands about people: who is here, who is new, who has which duty."""

from __future__ import annotations

from datetime import time

from workshop.errors import NotUnderstood
from workshop.grammar.commands.reading import Read, first_word, last_word, read_time
from workshop.grammar.context import Context
from workshop.grammar.naming import check_name, check_other
from workshop.grammar.people import find_people, find_person, is_called
from workshop.grammar.references import read_number_of
from workshop.grammar.words import split_remark
from workshop.model.asks import NamePerson
from workshop.model.commands import Attend, GiveDuty
from workshop.model.meeting import Presence
from workshop.model.state import Duty
from workshop.model.teams import TEAMS, Person
from workshop.model.words import did_you_mean


def here(rest: str, context: Context) -> Attend | None:
    """Names with commas between, or `all`, which leaves out who sent apologies."""
    names, meeting, remark = _of(rest)
    if names.lower() == "all":
        known = tuple(person.id for person in context.people)
        return Attend(known, "present", remark=remark, meeting=meeting, everybody=True)
    return _attend(rest, context, "present")


def apologies(rest: str, context: Context) -> Attend | None:
    """Names with commas between."""
    return _attend(rest, context, "apologies")


def late(rest: str, context: Context) -> Attend | None:
    """Names, then the time they came."""
    before, meeting, remark = _of(rest)
    names, at = _timed(before)
    return Attend(_ids(names, context), "late", at, remark=remark, meeting=meeting) if at and names else None


def leaves(rest: str, context: Context) -> Attend | None:
    """Names, then the time they go."""
    before, meeting, remark = _of(rest)
    names, at = _timed(before)
    return Attend(_ids(names, context), left=at, remark=remark, meeting=meeting) if at and names else None


def person(rest: str, context: Context) -> NamePerson | None:
    """`Name; team; role; e-mail`, the last two optional; with an id for the name, somebody known changes.

    Raises NotUnderstood where a name that is taken is told differently (it may be somebody else), and for one that
    could not be typed later.
    """
    words = [" ".join(word.split()) for word in rest.split(";")]
    if not 2 <= len(words) <= 4 or not words[0]:
        return None
    team = next((team for team in TEAMS if team == words[1].lower()), None)
    if team is None:
        raise NotUnderstood(
            f"'{words[1]}' is not a team{did_you_mean(words[1], TEAMS)}",
            fix=f"Type one of: {', '.join(TEAMS)}.",
        )
    told = Person("", words[0], team, *words[2:])
    return NamePerson(_named(told, context), team, *words[2:])


def _named(told: Person, context: Context) -> str:
    if read_number_of(told.name, "P"):
        return find_person(told.name, context.people).name
    check_other(told, context)
    if not any(is_called(person, told.name) for person in context.people):
        check_name(told.name)
    return told.name


def duty(name: Duty) -> Read:
    """A command that gives somebody this duty."""

    def read(rest: str, context: Context) -> GiveDuty | None:
        return GiveDuty(name, find_person(rest, context.people, context.present).id) if rest else None

    return read


def _attend(rest: str, context: Context, presence: Presence) -> Attend | None:
    names, meeting, remark = _of(rest)
    return Attend(_ids(names, context), presence, remark=remark, meeting=meeting) if names else None


def _of(rest: str) -> tuple[str, int, str]:
    """What stands before the remark, the meeting in front of it (0 for the one at hand), and the remark."""
    told, remark = split_remark(rest)
    typed, behind = first_word(told)
    meeting = read_number_of(typed, "M")
    return (behind, meeting, remark) if meeting else (told, 0, remark)


def _timed(before: str) -> tuple[str, time | None]:
    names, at = last_word(before)
    return names, read_time(at)


def _ids(names: str, context: Context) -> tuple[str, ...]:
    return tuple(person.id for person in find_people(names, context.people, context.present))
