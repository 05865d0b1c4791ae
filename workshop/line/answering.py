"""Answers while they are typed and after: how far a sheet is, what comes next, whose sheet is expected."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.facilitation.exercises import OnScreen, asked_groups, waits
from workshop.grammar import Begun, Context, begun
from workshop.model.commands import GiveAnswers, Sheet
from workshop.model.exercises import Input
from workshop.model.teams import Group
from workshop.model.values import dataclass
from workshop.workspace import Workspace
from workshop.workspace.exercises import Collected, collected

NO_ANSWER = "-"


def rated_now(found: OnScreen) -> Input | None:
    """The input that is rated in the step on screen."""
    named = found.step.inputs if found.step else ()
    return next(
        (one for one in found.inputs if one.slug in named and one.shape in ("rating", "dots")),
        None,
    )


def expected(workspace: Workspace, found: OnScreen, last: str) -> Group | None:
    """The team whose answers come next: the last one until all of its are in, then the next that is not done."""
    given = rated_now(found)
    if given is None or workspace.state.running is None:
        return None
    now = collected(workspace, found, given)
    if now.over:
        return None
    open_ = [count.group for count in now.counts if not count.of or count.given < count.of]
    return next((group for group in open_ if group == last), None) or next(iter(open_), None)


def others(found: OnScreen, group: str) -> tuple[Group, ...]:
    """The other teams that are asked in this step, the one after that group first."""
    given = rated_now(found)
    groups = asked_groups(given) if given else ()
    at = groups.index(group) if group in groups else -1
    return tuple(one for one in (*groups[at + 1 :], *groups[: at + 1]) if one != group)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for its reveal."""

    input: Input
    missing: str
    """`sales 4 of 5 sheets, marketing 4 of 4` where some are not in yet; empty where nothing is missing."""


def waiting(workspace: Workspace, found: OnScreen) -> Waiting | None:
    """What `/reveal` would show: of the step on screen first, then of the whole exercise."""
    for given in dict.fromkeys((*found.inputs, *found.exercise.inputs)):
        if given.shape in ("rating", "dots"):
            now = collected(workspace, found, given)
            if not now.revealed and any(count.given for count in now.counts):
                some = any(count.given < count.of for count in now.counts)
                return Waiting(given, counted(now) if some else "")
        elif waits(given, found.run):
            return Waiting(given, "")
    return None


def counted(now: Collected) -> str:
    """`sales 3 of 5 sheets, marketing 2 of 4`"""
    things = (
        "dots" if now.input.shape == "dots" else "sheets" if now.items > 1 or now.input.dims else "answers"
    )
    told = [
        f"{count.group} {count.given}{f' of {count.of}' if count.of else ''}"
        for count in now.counts
        if count.given or not now.over
    ]
    return ", ".join((f"{told[0]} {things}", *told[1:])) if told else ""


def begun_chips(line: str, context: Context) -> tuple[str, ...]:
    """`sales · 7 of 20 · next 8 Nobody quietly does work ...` of a sheet that is not whole yet; empty for others."""
    told = begun(line, context)
    if told is None or not told.wanted or len(told.values) >= told.wanted:
        return ()
    return (told.label, f"{len(told.values)} of {told.wanted}", *_left_out(told), f"next {_next(told)}")


def _next(told: Begun) -> str:
    dims = told.asked.input.dims
    number, text = told.asked.items[len(told.values) // max(1, len(dims))]
    dim = dims[len(told.values) % len(dims)] if dims else None
    return f"{number} {text}" + (f": {dim.label or dim.slug}" if dim else "")


def _left_out(told: Begun) -> Iterator[str]:
    """Which were left out so far, by the number of the item."""
    many = max(1, len(told.asked.input.dims))
    places = [at // many for at, value in enumerate(told.values) if value == NO_ANSWER]
    if places:
        yield f"without {', '.join(str(told.asked.items[place][0]) for place in dict.fromkeys(places))}"


def given_chips(line: str, asked: GiveAnswers, context: Context) -> tuple[str, ...]:
    """`sales · 20 of 20`, `Ana · 19 of 20 · without 7`, `sales · 13 dots` of answers that are whole."""
    told = begun(line, context)
    chips = [_chip(sheet, told) for sheet in asked.sheets]
    return (*chips, *(_left_out(told) if told and told.wanted and len(chips) == 1 else ()))


def _chip(sheet: Sheet, told: Begun | None) -> str:
    given = told.asked.input if told else None
    who = told.label if told and sheet.person else sheet.group
    if given and given.shape == "dots":
        return f"{who} {sum(int(value) for value in sheet.values)} dots"
    count = sum(1 for value in sheet.values if value != NO_ANSWER)
    if sheet.item:
        return f"{who} {count} answer{'s' if count != 1 else ''} on {sheet.item}"
    return f"{who} {count} of {len(sheet.values)}"
