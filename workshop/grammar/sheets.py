"""Answers as they are called out: sheets, values for one item, dots, each with a team or a name in front."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workshop.errors import Ambiguous, NotFound, NotUnderstood
from workshop.grammar.context import Asked, Context
from workshop.grammar.people import find_person
from workshop.grammar.rows import (
    NO_ANSWER,
    Labelled,
    check_count,
    read_digits,
    read_dots,
    split_rows,
    values_of,
)
from workshop.model.commands import Sheet
from workshop.model.exercises import Input
from workshop.model.teams import GROUPS
from workshop.model.values import dataclass

_DIGITS = re.compile(r"[0-9-][0-9x×-]*")
_DOTS = re.compile(r"[0-9]{1,3}=[0-9]{1,4}")
_LONG = 5
"""From so many values on, a line with a name that nobody has is a sheet with a slip in the name, not a remark."""


def are_sheets(asked: Asked, text: str, context: Context, *, item: bool = False) -> bool:
    """Whether a line without a word in front can only be answers to this input: teams or names, and values behind.

    `item`: the answers are about one item. Raises NotFound for a whole sheet behind a name that nobody has.
    """
    value = _value(asked.input)
    words = text.replace(",", " ").split()
    told = [bool(value.fullmatch(word)) for word in words]
    if len(words) < 2 or told[0] or not told[-1]:
        return False
    unknown = ""
    for label in _labels(words, told):
        if not _is_known(label, context):
            unknown = unknown or label
    if unknown and _is_whole(asked, words, told, item=item):
        find_person(unknown, context.people, context.present)
    return not unknown


def looks_like_answers(line: str, context: Context) -> bool:
    """Whether a line, finished or not, may hold somebody's answers to the exercise on screen: no draft and no history
    keeps such a line."""
    room = context.exercise
    if room is None or all(asked.input.shape not in ("rating", "dots") for asked in room.inputs):
        return False
    words = [word.rstrip(":") for word in line.replace(",", " ").split()]
    asked = room.called(words[0]) if words else None
    if asked is not None and asked.input.shape in ("rating", "dots"):
        return True
    if words and words[0].isdecimal():
        words = words[1:]
    values = [at for at, word in enumerate(words) if at and re.fullmatch(r"[0-9=x×-]+|[A-Z?+-]{2,}", word)]
    return bool(values) and _is_known(" ".join(words[: values[0]]), context)


@dataclass(frozen=True, slots=True)
class Begun:
    """Answers while they are being typed."""

    asked: Asked
    label: str
    """The team or name in front of the last values."""
    values: tuple[str, ...]
    """What stands behind it so far; nobody's answer is `-`."""
    wanted: int
    """Values of a whole sheet; 0 where there may be any number."""


def begun(line: str, context: Context) -> Begun | None:
    """The answers that a line begins, however few there are yet; None for a line that is something else."""
    words = line.replace(",", " ").split()
    room = context.exercise
    named = room.called(words[0].rstrip(":")) if room and words and words[0].endswith(":") else None
    words = words[1:] if named else words
    for asked in () if room is None or not words else (named,) if named else room.inputs:
        if asked.input.shape not in ("rating", "dots"):
            continue
        told = [bool(_value(asked.input).fullmatch(word)) for word in words]
        labels = _labels(words, told)
        if told[0] or not labels or not all(_is_known(label, context) for label in labels):
            continue
        behind = len(told) - 1 - max(at for at, is_value in enumerate(told) if not is_value)
        values = tuple(value for word in words[len(words) - behind :] for value in _spread(asked.input, word))
        return Begun(asked, labels[-1], values, _wanted(asked))
    return None


def _spread(given: Input, word: str) -> tuple[str, ...]:
    """The values in one word: `5x2` are two, dots are one for each option, else each sign is one."""
    counted = re.fullmatch(r"(.+)[x×]([0-9]{1,3})", word)
    if given.shape == "dots" or (given.high > LAST_DIGIT and not given.choices):
        return (word,)
    return (counted[1],) * int(counted[2]) if counted else tuple(word)


LAST_DIGIT = 9


def _wanted(asked: Asked) -> int:
    if asked.input.shape == "dots" or (len(asked.items) == 1 and not asked.input.dims):
        return 0
    return len(asked.items) * max(1, len(asked.input.dims))


def with_group(line: str, group: str, context: Context, *, begun: bool = False) -> str:
    """The line with a team in front where it holds values alone, for something that is rated in this step.

    `begun`: the last value may be half typed.
    """
    room, words = context.exercise, line.replace(",", " ").split()
    if room is None or not group or not words:
        return line
    rated = (asked.input for asked in room.inputs if asked.slug in room.in_step)
    fits = any(
        given.shape in ("rating", "dots") and _are_values(given, words, begun=begun) for given in rated
    )
    return f"{group} {line.strip()}" if fits else line


def _are_values(given: Input, words: Sequence[str], *, begun: bool) -> bool:
    last = begun and given.shape == "dots" and re.fullmatch(r"[0-9]{1,3}=?", words[-1])
    return all(_value(given).fullmatch(word) for word in (words[:-1] if last else words))


def _value(given: Input) -> re.Pattern[str]:
    if given.shape == "dots":
        return _DOTS
    if not given.choices:
        return _DIGITS
    letters = "".join(re.escape(choice.letter) for choice in given.choices)
    return re.compile(f"[{letters}-]+|[{letters}][x×][0-9]{{1,4}}")


def _labels(words: Sequence[str], told: Sequence[bool]) -> list[str]:
    labels: list[list[str]] = []
    for place, word in enumerate(words):
        if told[place]:
            continue
        if not labels or told[place - 1]:
            labels.append([])
        labels[-1].append(word.rstrip(":"))
    return [" ".join(label) for label in labels]


def _is_known(label: str, context: Context) -> bool:
    if label.casefold() in GROUPS:
        return True
    try:
        find_person(label, context.people, context.present)
    except (NotFound, NotUnderstood):
        return False
    except Ambiguous:
        return True
    return True


def _is_whole(asked: Asked, words: Sequence[str], told: Sequence[bool], *, item: bool) -> bool:
    """Whether the values of a single row are as many as a sheet has."""
    wanted = _wanted(asked)
    given = sum(len(word) for word, is_value in zip(words, told, strict=True) if is_value)
    return not item and asked.input.shape == "rating" and wanted >= _LONG and given == wanted


def read_sheets(asked: Asked, text: str, context: Context) -> tuple[Sheet, ...]:
    """Sheets over all items; with one item the values of several people; dots of a team. Raises WorkshopError."""
    _check_items(asked)
    _check_letters(asked.input, text, context)
    rows = split_rows(text, context.people, context.present, value=_value(asked.input))
    if asked.input.shape == "dots":
        return tuple(_dots(asked, row) for row in rows)
    if len(asked.items) == 1 and not asked.input.dims:
        return _about(asked, asked.items[0][0], rows)
    count = _wanted(asked)
    return tuple(Sheet(row.group, _whole(asked.input, row, count), person=row.person) for row in rows)


def read_item(asked: Asked, number: int, text: str, context: Context) -> tuple[Sheet, ...]:
    """Values about one item, one for each person, or one for each thing that is rated about it."""
    _check_items(asked)
    if asked.input.shape == "dots":
        raise NotUnderstood("Dots are typed for all options at once.", fix=asked.input.ask)
    numbers = [known for known, _ in asked.items]
    if number not in numbers:
        listed = f"They go from {min(numbers)} to {max(numbers)}."
        raise NotUnderstood(f"There is no number {number} to rate.", fix=listed)
    return _about(asked, number, split_rows(text, context.people, context.present, value=_value(asked.input)))


def _check_items(asked: Asked) -> None:
    if not asked.items:
        raise NotUnderstood(
            "There is nothing to rate yet.", fix=f"Type what is rated first ({asked.input.of})."
        )


def _check_letters(given: Input, text: str, context: Context) -> None:
    """Raises NotUnderstood for capitals that are nobody's name and hold a letter that is no choice, with their place."""
    if not given.choices:
        return
    letters = [choice.letter for choice in given.choices]
    label, before = "", 0
    for word in text.replace(",", " ").split():
        if _value(given).fullmatch(word):
            before += sum(len(value) for value in _spread(given, word))
        elif label and len(word) > 1 and word.isalpha() and word.isupper() and not _is_known(word, context):
            place, letter = next((at, one) for at, one in enumerate(word, 1) if one not in letters)
            raise NotUnderstood(
                f"{label}, value {before + place}: {letter} is not one of {' '.join(letters)}.",
                fix="Type the row once more.",
            )
        else:
            label, before = word.rstrip(":"), 0


def _about(asked: Asked, number: int, rows: Sequence[Labelled]) -> tuple[Sheet, ...]:
    return tuple(Sheet(row.group, _told(asked.input, row), number, row.person) for row in rows)


def _dots(asked: Asked, row: Labelled) -> Sheet:
    numbers = [number for number, _ in asked.items]
    dots = read_dots(row.text, len(numbers), label=row.label, numbers=numbers)
    return Sheet(row.group, tuple(str(told) for told in dots), person=row.person)


def _whole(given: Input, row: Labelled, count: int) -> tuple[str, ...]:
    if given.choices:
        told = _letters(row)
        check_count(len(told), count, row.label)
        return told
    return _plain(read_digits(row.text, given.low, given.high, count, label=row.label))


def _told(given: Input, row: Labelled) -> tuple[str, ...]:
    """The values of several people; nobody's answer is left out."""
    told = _letters(row) if given.choices else _plain(values_of(row.text, given.low, given.high, row.label))
    return told if given.dims else tuple(value for value in told if value != NO_ANSWER)


def _plain(values: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(NO_ANSWER if value is None else str(value) for value in values)


def _letters(row: Labelled) -> tuple[str, ...]:
    told: list[str] = []
    for word in row.text.split():
        counted = re.fullmatch(r"(.)[x×]([0-9]{1,4})", word)
        told += [counted[1]] * int(counted[2]) if counted else list(word)
    return tuple(told)
