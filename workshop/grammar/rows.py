"""Rows of values as they are called out: digits, `5x2`, dots on options, for a team or for a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workshop.errors import NotUnderstood
from workshop.grammar.people import find_person
from workshop.model.commands import Row
from workshop.model.teams import GROUPS, Group, Person, group_of
from workshop.model.values import dataclass

NO_ANSWER = "-"
_COUNTED = re.compile(r"([0-9]{1,2})[x×]([0-9]{1,4})")
_DOTS = re.compile(r"([0-9]{1,3})=([0-9]{1,4})")
_VALUE = re.compile(r"[0-9-].*")
_MOST = 1000
"""More people than this in one group are a slip."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One row before its values are read."""

    label: str
    """`sales`, or a person's name."""
    group: Group
    text: str
    person: str = ""
    """Person id where the row is somebody's own."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many dots a group may give."""

    people: int
    dots: int
    """Dots for each person."""

    @property
    def total(self) -> int:
        """Dots of the whole group."""
        return self.people * self.dots


def split_rows(
    text: str,
    people: Sequence[Person] = (),
    present: Sequence[str] = (),
    *,
    value: re.Pattern[str] = _VALUE,
) -> tuple[Labelled, ...]:
    """The rows of a line, each begun by `sales`, `marketing`, `others`, or a name where `people` are given.

    `value` says which words are values. Raises NotUnderstood for values without a label, a label without values,
    and one that stands there twice.
    """
    rows: list[tuple[list[str], list[str]]] = []
    for word in text.replace(",", " ").split():
        if value.fullmatch(word):
            if not rows:
                raise NotUnderstood(f"'{word}' has nobody in front of it.", fix=_begins(people))
            rows[-1][1].append(word)
        elif not rows or rows[-1][1] or rows[-1][0][0].rstrip(":") in GROUPS:
            rows.append(([word], []))
        else:
            rows[-1][0].append(word)
    labelled = tuple(
        _labelled(" ".join(label).rstrip(":"), " ".join(values), people, present) for label, values in rows
    )
    if not labelled:
        raise NotUnderstood("There are no values in the row.", fix=_begins(people))
    return _once(labelled)


def read_rows(
    text: str, low: int, high: int, people: Sequence[Person] = (), present: Sequence[str] = ()
) -> tuple[Row, ...]:
    """Values of the groups, in the order typed; `5x2` is 5, 5; `-` is nobody's answer and left out.

    With `people`, a name may stand in place of a group and takes one value. Raises NotUnderstood.
    """
    values: dict[Group, tuple[int, ...]] = {}
    for row in split_rows(text, people, present):
        told = tuple(value for value in values_of(row.text, low, high, row.label) if value is not None)
        if row.person and len(told) > 1:
            raise NotUnderstood(
                f"{row.label}: {len(told)} values for one person.", fix=f"Type one behind {row.label}."
            )
        values[row.group] = values.get(row.group, ()) + told
    return tuple(Row(group, told) for group, told in values.items())


def read_digits(
    text: str, low: int, high: int, count: int, allow_missing: bool = True, *, label: str = ""
) -> tuple[int | None, ...]:
    """One sheet: exactly `count` values, None for `-`. Raises NotUnderstood naming the place."""
    values = values_of(text, low, high, label)
    before = f"{label}: " if label else ""
    check_count(len(values), count, label, allow_missing=allow_missing)
    if None in values and not allow_missing:
        place = values.index(None) + 1
        raise NotUnderstood(f"{before}value {place} of {count} is left out.", fix=f"Type {low} to {high}.")
    return values


def check_count(told: int, count: int, label: str = "", *, allow_missing: bool = True) -> None:
    """Raises NotUnderstood where a sheet has more or fewer values than are asked for."""
    off = count - told
    if not off:
        return
    many = {1: "one", 2: "two", 3: "three"}.get(abs(off), str(abs(off)))
    ending = f"{'is' if off == 1 else 'are'} missing" if off > 0 else "too many"
    sheets = off < 0 and count > 1 and told % count == 0
    fix = f"Type {NO_ANSWER} for no answer." if off > 0 and allow_missing else "Check the row."
    if sheets:
        fix = f"One sheet a line: {count} values behind {label or 'the name'}."
    before = f"{label}: " if label else ""
    raise NotUnderstood(f"{before}{told} of {count}: {many} {ending}.", fix=fix)


def read_dots(
    text: str,
    options: int,
    budget: Budget | None = None,
    *,
    label: str = "",
    numbers: Sequence[int] = (),
) -> tuple[int, ...]:
    """Dots of one group for each option, `1=3 3=5`; options not named have none. Raises NotUnderstood.

    `numbers`: what the options are called, where some of 1 to `options` are gone.
    """
    called = tuple(numbers) or tuple(range(1, options + 1))
    before = f"{label}: " if label else ""
    dots: dict[int, int] = {}
    for word in text.replace(",", " ").split():
        found = _DOTS.fullmatch(word)
        if not found:
            raise NotUnderstood(f"{before}'{word}' is not option=dots.", fix="Type 1=3 3=5 and so on.")
        option = int(found[1])
        if option not in called:
            whole = called == tuple(range(1, options + 1))
            listed = f"1 to {options}" if whole else ", ".join(str(number) for number in called)
            raise NotUnderstood(f"{before}there is no option {option}.", fix=f"Options are {listed}.")
        if option in dots:
            raise NotUnderstood(f"{before}option {option} stands there twice.", fix=f"Keep one {option}=.")
        dots[option] = int(found[2])
    given = sum(dots.values())
    if budget is not None and given > budget.total:
        raise NotUnderstood(
            f"{before}{given} dots, {budget.total} allowed for {budget.people} people with {budget.dots} dots each.",
            fix="Count again and type the row once more.",
        )
    return tuple(dots.get(option, 0) for option in called)


def read_tally(text: str) -> str:
    """Values 1 to 5 as `5x2 4x1`, highest first, without those nobody gave. Raises NotUnderstood."""
    values = [value for value in values_of(text, 1, 5, "") if value is not None]
    if not values:
        raise NotUnderstood("There are no values in the tally.", fix="Type 5x2 4x1, value x count.")
    return " ".join(f"{value}x{values.count(value)}" for value in range(5, 0, -1) if value in values)


def _begins(people: Sequence[Person]) -> str:
    return f"A row begins with sales, marketing or others{' or a name' if people else ''}: sales 4 3 5."


def _labelled(label: str, text: str, people: Sequence[Person], present: Sequence[str]) -> Labelled:
    if not text:
        raise NotUnderstood(f"'{label}' has no values behind it.", fix=_begins(people))
    group = next((group for group in GROUPS if group == label.casefold()), None)
    if group:
        return Labelled(group, group, text)
    if not people:
        raise NotUnderstood(f"'{label}' is not a group.", fix=_begins(people))
    person = find_person(label, people, present)
    return Labelled(person.name, group_of(person.team), text, person.id)


def _once(rows: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    for place, row in enumerate(rows):
        for other in rows[:place]:
            if row.label == other.label:
                raise NotUnderstood(f"{row.label} stands there twice.", fix=f"Keep one row for {row.label}.")
            if row.group == other.group and not (row.person and other.person):
                raise NotUnderstood(
                    f"{row.group} stands there as a group and by name.", fix="Type the group, or each name."
                )
    return rows


def values_of(text: str, low: int, high: int, label: str) -> tuple[int | None, ...]:
    """The values of one row, None for `-`; with values above 9 each word is one value. Raises NotUnderstood."""
    before = f"{label}, " if label else ""
    told: list[int | None] = []
    words = text.replace(",", " ").split()
    for word in words:
        told += _word(word, high, before)
        if len(told) > _MOST:
            raise NotUnderstood(f"{before}more than {_MOST} values.", fix="Check the counts.")
    for place, value in enumerate(told, start=1):
        if value is not None and not low <= value <= high:
            raise NotUnderstood(
                f"{before}value {place} of {len(told)}: {value} is not between {low} and {high}.",
                fix="Type the row once more.",
            )
    return tuple(told)


def _word(word: str, high: int, before: str) -> list[int | None]:
    counted = _COUNTED.fullmatch(word)
    if counted:
        return [int(counted[1])] * int(counted[2])
    if high > 9 and re.fullmatch(r"[0-9]{1,4}", word):
        return [int(word)]
    if not re.fullmatch(r"[0-9-]+", word) or (high > 9 and word != NO_ANSWER):
        raise NotUnderstood(
            f"{before}'{word}' is not a value.", fix="Type digits, 5x2 for two fives, - for no answer."
        )
    return [None if sign == NO_ANSWER else int(sign) for sign in word]
