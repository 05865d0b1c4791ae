"""What was typed as answers, checked and laid over the items as they are asked, before anything is kept."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.errors import NotFound, Refused
from workshop.facilitation.deciding.exercises import an_input, screen
from workshop.facilitation.exercises import OnScreen, Rated, asked_groups, here, rated_in
from workshop.facilitation.house import House
from workshop.measures.rounds import MOST_ON_ONE, dots_each
from workshop.model.commands import GiveAnswers, Sheet
from workshop.model.exercises import Input
from workshop.model.meeting import Meeting
from workshop.model.runs import Answer, Asked, joined
from workshop.model.state import State
from workshop.model.teams import GROUPS
from workshop.model.values import dataclass

NONE = "-"
"""In place of a value: nobody's answer."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Answers that may be kept."""

    answers: tuple[Answer, ...]
    asked: Asked


@dataclass(frozen=True, slots=True)
class Round:
    """One input as it is asked now."""

    given: Input
    meeting: Meeting
    live: tuple[Rated, ...]
    asked: Asked

    @property
    def texts(self) -> tuple[str, ...]:
        """What the answers are counted along."""
        return self.asked.texts

    @property
    def dims(self) -> int:
        return max(1, len(self.given.dims))

    @property
    def dots(self) -> int:
        """Dots of each person."""
        return self.given.sum_to or dots_each(len(self.live))

    @property
    def most(self) -> int:
        """Dots that one person may put on one option."""
        return self.dots if self.given.sum_to else min(MOST_ON_ONE, self.dots)


def check_answers(
    state: State, command: GiveAnswers, house: House, held: tuple[Answer, ...], *, nameless: bool = False
) -> Checked:
    """What was typed as answers over the items as they are asked, beside those that are held already.

    `nameless`: in confidence no name may stand in front. Raises Refused, NotFound, before anything is kept.
    """
    found = screen(state, house)
    this = _round(state, found, an_input(found, command.input))
    if found.run.totals_of(this.given.slug):
        raise Refused(
            f"{this.given.title or this.given.slug}: the totals are shown already.",
            fix=f"/collect {this.given.slug} begins a new round.",
        )
    if not command.sheets or not this.live:
        why = "There is nothing to rate yet." if command.sheets else "There are no answers in that line."
        raise Refused(why, fix=this.given.ask)
    mine = tuple(answer for answer in held if answer.input == this.given.slug)
    fresh: tuple[Answer, ...] = ()
    for sheet in command.sheets:
        _check_who(this, sheet, nameless=nameless)
        fresh = joined(fresh, _answers(this, sheet, joined(mine, fresh)))
    _check_people(this, joined(mine, fresh))
    return Checked(fresh, this.asked)


def _round(state: State, found: OnScreen, given: Input) -> Round:
    meeting = state.running
    if meeting is None or given.shape not in ("rating", "dots"):
        raise Refused(f"{given.title or given.slug} is not rated.", fix=given.ask)
    return Round(given, meeting, *rated_in(found.exercise, given, found.run, meeting))


def _check_who(this: Round, sheet: Sheet, *, nameless: bool) -> None:
    groups = asked_groups(this.given)
    if sheet.group not in groups:
        who = f"only {groups[0]} answers" if len(groups) == 1 else f"{' and '.join(groups)} answer"
        raise Refused(f"{sheet.group} does not answer here: {who}.", fix=this.given.ask)
    if sheet.person and nameless:
        raise Refused("This is asked in confidence, so no name stands in front.", fix=this.given.ask)
    row = this.meeting.person(sheet.person) if sheet.person else None
    if sheet.person and this.meeting.here and (row is None or not row.here):
        raise Refused("Somebody named here is not noted as present.", fix="/here and the name first.")


# From what was typed to answers over the items ---------------------------------------------------


def _answers(this: Round, sheet: Sheet, held: Iterable[Answer]) -> list[Answer]:
    if not sheet.item:
        return [_whole(this, sheet)]
    place = next((thing.place for thing in this.live if thing.number == sheet.item), 0)
    if not place:
        last = max(thing.number for thing in this.live)
        raise NotFound(f"There is no number {sheet.item} to rate.", fix=f"They go from 1 to {last}.")
    if this.given.shape == "dots":
        raise Refused("Dots are typed for all options at once.", fix=this.given.ask)
    _check_values(this.given, sheet.values, sheet.group)
    if len(sheet.values) % this.dims or (sheet.person and len(sheet.values) != this.dims):
        raise Refused(
            f"{sheet.group}: {len(sheet.values)} values; each person gives {this.dims} here.",
            fix=this.given.ask,
        )
    if this.dims > 1:
        size = this.dims
        chunks = (sheet.values[at : at + size] for at in range(0, len(sheet.values), size))
        return [_partly(this, sheet, place, chunk, held) for chunk in chunks]
    if sheet.person and _sheet_of(sheet.person, held):
        return [_partly(this, sheet, place, sheet.values, held)]
    return [Answer(this.given.slug, sheet.group, sheet.values, place, sheet.person)]


def _whole(this: Round, sheet: Sheet) -> Answer:
    """A sheet over all items, at the places where they are counted."""
    wanted = len(this.live) * this.dims
    if len(sheet.values) != wanted:
        raise Refused(
            f"{sheet.group}: {len(sheet.values)} of {wanted} values.", fix=f"Type {NONE} for no answer."
        )
    if this.given.shape == "rating":
        _check_values(this.given, sheet.values, sheet.group)
        _check_sum(this.given, sheet)
    size = this.dims
    spread = ["0" if this.given.shape == "dots" else NONE] * (len(this.texts) * size)
    for order, thing in enumerate(this.live):
        told = sheet.values[order * size : (order + 1) * size]
        spread[(thing.place - 1) * size : thing.place * size] = told
    return Answer(this.given.slug, sheet.group, tuple(spread), 0, sheet.person)


def _partly(this: Round, sheet: Sheet, place: int, values: tuple[str, ...], held: Iterable[Answer]) -> Answer:
    """One person's answer about one item as a sheet; whoever gave one already keeps the rest of it."""
    known = _sheet_of(sheet.person, held) if sheet.person else None
    length = len(this.texts) * this.dims
    told = [*(known.values if known else ()), *[NONE] * length][:length]
    told[(place - 1) * this.dims : place * this.dims] = values
    return Answer(this.given.slug, sheet.group, tuple(told), 0, sheet.person)


def _sheet_of(person: str, held: Iterable[Answer]) -> Answer | None:
    return next((a for a in reversed(tuple(held)) if a.person == person and not a.item), None)


def _check_values(given: Input, values: Iterable[str], who: str) -> None:
    letters = [choice.letter for choice in given.choices]
    for value in values:
        if value == NONE:
            continue
        if letters and value not in letters:
            raise Refused(f"{who}: '{value}' is none of {' '.join(letters)}.", fix=given.ask)
        if not letters and not (value.isdecimal() and given.low <= int(value) <= given.high):
            raise Refused(f"{who}: {value} is not between {given.low} and {given.high}.", fix=given.ask)


def _check_sum(given: Input, sheet: Sheet) -> None:
    if given.sum_to and NONE not in sheet.values:
        total = sum(int(value) for value in sheet.values if value.isdecimal())
        if total != given.sum_to:
            raise Refused(
                f"{sheet.group}: the points come to {total}; each person spreads {given.sum_to}.",
                fix=given.ask,
            )


# How many people there are for it ----------------------------------------------------------------


def _check_people(this: Round, answers: tuple[Answer, ...]) -> None:
    if not this.meeting.here:
        return
    for group in GROUPS:
        mine = [answer for answer in answers if answer.group == group]
        people = here(this.meeting, group)
        if not mine:
            continue
        if this.given.shape == "dots":
            _check_dots(this, mine, people, group)
        else:
            _check_count(this, mine, people, group)


def _check_count(this: Round, mine: list[Answer], people: int, group: str) -> None:
    sheets = sum(1 for answer in mine if not answer.item) if this.dims == 1 else 0
    most = max([sheets, *(_count(this, mine, place) for place in range(1, len(this.texts) + 1))])
    if most > people:
        raise Refused(
            f"{group}: {most} answers, {_people(people)} here.",
            fix=f"Count again. /here NAME notes who joined; /collect {this.given.slug} begins anew.",
        )


def _count(this: Round, mine: list[Answer], place: int) -> int:
    """Answers of a group about one item."""
    apart = (len([value for value in a.values if value != NONE]) for a in mine if a.item == place)
    at = (place - 1) * this.dims
    sheets = (a.values[at : at + this.dims] for a in mine if not a.item)
    return sum(apart) + sum(1 for told in sheets if any(value != NONE for value in told))


def _check_dots(this: Round, mine: list[Answer], people: int, group: str) -> None:
    size = len(this.texts)
    dots = [sum(int(a.values[at]) for a in mine if at < len(a.values)) for at in range(size)]
    budget = people * this.dots
    each = f"{this.dots} dot{'s' if this.dots > 1 else ''} each"
    if sum(dots) > budget:
        raise Refused(
            f"{group}: {sum(dots)} dots, {budget} allowed: {_people(people)} here with {each}.",
            fix=f"Count again; /collect {this.given.slug} begins anew.",
        )
    for thing in this.live:
        if dots[thing.place - 1] > people * this.most:
            raise Refused(
                f"{group}: {dots[thing.place - 1]} dots on {thing.number}; {_people(people)} here, "
                f"so {people * this.most} are the most.",
                fix=f"Count again; /collect {this.given.slug} begins anew.",
            )


def _people(count: int) -> str:
    return "one person is" if count == 1 else f"{count or 'no'} people are"
