"""What an exercise asks people to type is read back when its file is: nobody finds out in the meeting that it does not read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from workshop.errors import NotFound, ShelfError, WorkshopError
from workshop.model.commands import Add, GiveAnswers, SetRow, SetRows
from workshop.model.exercises import Exercise, Input
from workshop.model.kinds import Field, Kind

if TYPE_CHECKING:
    from workshop.grammar import Context

_ROOM = re.compile(r"([a-z][a-z0-9_-]*)=(?:\.\.\.|…)")
_MARK = re.compile(r"\s@\S+")
_PEOPLE = ("person", "people", "ref")
_ANY_DAY = date(2026, 1, 1)


def check_asks(exercise: Exercise, place: str, kinds: Sequence[Kind]) -> None:
    """A ShelfError for the first line to type that would not be understood as it stands there."""
    for number, given in enumerate(exercise.inputs, 1):
        if given.ask and not given.told_in:
            _check(exercise, given, f"{place}: inputs[{number}].ask", kinds)


def example(given: Input) -> str:
    """The line without the remark in brackets behind it."""
    return given.ask.partition(" (")[0]


def _check(exercise: Exercise, given: Input, where: str, kinds: Sequence[Kind]) -> None:
    from workshop.grammar import parse  # where nobody has an exercise of their own, lists do without

    line = example(given)
    left_open = tuple(_ROOM.findall(line))
    line = _MARK.sub("", _ROOM.sub(r"\1=words", line))
    try:
        command = parse(line, _context(exercise, _plain_input(given, left_open), kinds, left_open))
    except NotFound:
        return  # names of people; nobody is known yet where the file is read
    except WorkshopError as off:
        raise ShelfError(f"{where}: {off.sentence}", fix=off.fix) from off
    told = _input_of(command)
    if given.kinds:
        if not isinstance(command, Add) or command.said.kind not in given.kinds:
            raise ShelfError(
                f"{where}: this line would be no {_or(given.kinds)}.", fix=f"Begin it with {given.kinds[0]}:"
            )
    elif told != given.slug:
        raise ShelfError(
            f"{where}: this line would not be for {given.slug}.", fix=f"Begin it with {given.prefix}:"
        )


def _input_of(command: object) -> str:
    match command:
        case SetRow(input=slug) | GiveAnswers(input=slug):
            return slug
        case SetRows(rows=rows):
            return rows[0].input
    return ""


def _or(words: Sequence[str]) -> str:
    return " or ".join(words)


def _context(exercise: Exercise, given: Input, kinds: Sequence[Kind], left_open: Sequence[str]) -> Context:
    """A room in which as many things are rated as the line has values for."""
    from workshop.grammar import Asked, Context, Exercising

    items = tuple((number, str(number)) for number in range(1, _rated(given) + 1))
    rows = ((1, "One"), (2, "Two"), (3, "Three"))
    inputs = tuple(Asked(given if one.slug == given.slug else one, items, rows) for one in exercise.inputs)
    begins = any(step.inputs[:1] == (given.slug,) for step in exercise.steps)
    return Context(
        tuple(_plain_kind(kind, left_open) for kind in kinds), (), _ANY_DAY,
        exercise=Exercising(exercise.slug, inputs, (given.slug,) if begins else ()),
    )  # fmt: skip


def _plain_input(given: Input, left_open: Sequence[str]) -> Input:
    return replace(given, fields=tuple(_plain(field, left_open) for field in given.fields))


def _plain_kind(kind: Kind, left_open: Sequence[str]) -> Kind:
    return replace(kind, fields=tuple(_plain(field, left_open) for field in kind.fields))


def _plain(field: Field, left_open: Sequence[str]) -> Field:
    """Any words for people and records, and where the line leaves room for a value."""
    free = field.type in _PEOPLE or field.name in left_open
    return replace(field, type="short", options=(), letters="") if free else field


def _rated(given: Input) -> int:
    """How many things are rated in the line: in `4: sales 6 10 8` nine are known, and the fourth is meant."""
    if given.items:
        return len(given.items)
    before, _, behind = example(given).partition("sales ")
    if re.search(r"\d: $", before) or given.shape == "dots":
        return 9
    if not given.of and given.shape == "rating":
        return 1
    values = behind.split(" marketing ")[0]
    many = len(values.split()) if given.high > 9 else len(values.replace(" ", ""))
    return max(1, many // max(1, len(given.dims)))
