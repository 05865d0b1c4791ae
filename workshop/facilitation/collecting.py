"""How far the answers to one input have come: how many people gave one, and who is still missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workshop.facilitation.exercises import asked_groups, expected
from workshop.model.exercises import Input
from workshop.model.meeting import Meeting
from workshop.model.runs import Answer, Run
from workshop.model.teams import Group

NONE = "-"


def people_in(given: Input, answers: Iterable[Answer], group: Group, items: int) -> int:
    """People of a group who gave something: each name once, and of answers without a name as many as there are
    sheets, or answers about the item that has most of them."""
    mine = [answer for answer in answers if answer.group == group]
    nameless = [answer for answer in mine if not answer.person]
    sheets = sum(1 for answer in nameless if not answer.item)
    about = (_about(given, nameless, place) for place in range(1, items + 1))
    return len({answer.person for answer in mine if answer.person}) + max([sheets, *about])


def _about(given: Input, answers: Sequence[Answer], place: int) -> int:
    size = len(given.dims) or 1
    alone = sum(1 for a in answers if a.item == place for value in a.values if value != NONE)
    sheets = (a.values[(place - 1) * size : place * size] for a in answers if not a.item)
    return alone + sum(1 for values in sheets if any(value != NONE for value in values))


def collected_in(given: Input, answers: Sequence[Answer], items: int) -> str:
    """How many are in, by group: `sales 1, marketing 0`."""
    return ", ".join(f"{group} {people_in(given, answers, group, items)}" for group in asked_groups(given))


def still_out(given: Input, run: Run, answers: Sequence[Answer], meeting: Meeting, items: int) -> str:
    """What a reveal would not wait for: `sales 2 of 5, marketing 3 of 4 are in`; empty where everybody is in.

    Of fields that are hidden each row that has one is to have all; of dots each team that is here has put some.
    """
    mine = [answer for answer in answers if answer.input == given.slug]
    people = {group: expected(meeting, group, mine) for group in asked_groups(given)}
    asked = [group for group, many in people.items() if many]
    if given.shape == "dots":
        silent = [group for group in asked if not any(answer.group == group for answer in mine)]
        return f"no dots from {' and '.join(silent)} yet" if silent and mine else ""
    if given.shape == "rating" and mine:
        counts = {group: (people_in(given, mine, group, items), people[group]) for group in asked}
        told = ", ".join(f"{group} {came} of {of}" for group, (came, of) in counts.items())
        return f"{told} are in" if any(came < of for came, of in counts.values()) else ""
    return "; ".join(_half_told(given, run))


def _half_told(given: Input, run: Run) -> Iterator[str]:
    for row in run.of(given.slug):
        lacks = [name for name in given.hidden if not row.get(name)]
        if lacks and len(lacks) < len(given.hidden):
            yield f"{given.prefix} {row.number} has no {' and no '.join(lacks)} yet"
