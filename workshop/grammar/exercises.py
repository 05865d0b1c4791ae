"""A line for the exercise on screen: a sheet, values for one item, dots, a row, a form, `1-4 done`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workshop.errors import NotUnderstood
from workshop.grammar.characters import check_length
from workshop.grammar.context import Asked, Context, Exercising
from workshop.grammar.cutting import Cut, cut
from workshop.grammar.fields import Pair, read_pairs, read_values
from workshop.grammar.folding import pick
from workshop.grammar.marks import people_of
from workshop.grammar.prefixes import split_prefix
from workshop.grammar.row_slips import check_colon, check_named, check_tick
from workshop.grammar.sheets import are_sheets, read_item, read_sheets
from workshop.grammar.words import words_of
from workshop.model.commands import Command, GiveAnswers, SetRow, SetRows
from workshop.model.entries import Value
from workshop.model.kinds import Field

_WORD = re.compile(r"([a-z][a-z0-9_-]*):\s*(.*)", re.DOTALL)
_ITEM = re.compile(r"([0-9]{1,3}):\s*(.+)", re.DOTALL)
_NUMBERS = re.compile(r"([0-9]{1,3}(?:\s*[-,]\s*[0-9]{1,3})*)\s+(\S.*)", re.DOTALL)
_SPAN = re.compile(r"([0-9]+)\s*-\s*([0-9]+)|([0-9]+)")
_MARKED = ("yes", "no")
"""What a quick field that is yes or no takes."""


def read_for_exercise(line: str, context: Context) -> Command | None:
    """What a line asks of the exercise on screen; None for a line that is an ordinary one. Raises WorkshopError."""
    room = context.exercise
    if room is None:
        return None
    word = _WORD.fullmatch(line)
    letters = [kind.letter for kind in context.kinds]
    named = room.called(word[1]) if word and word[1] not in letters else None
    if word and named:
        return _named(named, word[2].strip(), context)
    if split_prefix(line, context)[0] is not None:
        return None
    check_named(line, room, context)
    told = _sheet(line, room, context) or _quick(line, room)
    if told is None:
        check_colon(line, room)
    return told or _form_or_row(line, room, context)


def _named(asked: Asked, rest: str, context: Context) -> Command:
    """A line with the word of an input in front."""
    if not rest:
        raise NotUnderstood(f"{asked.input.prefix}: nothing stands behind it.", fix=asked.input.ask)
    match asked.input.shape:
        case "rating" | "dots":
            item = _ITEM.fullmatch(rest)
            if item:
                return GiveAnswers(asked.slug, read_item(asked, int(item[1]), item[2], context))
            return GiveAnswers(asked.slug, read_sheets(asked, rest, context))
        case "form":
            return _form(asked, rest, context)
    return _quick_for(asked, rest) or _new_row(asked, rest, context, named=True)


def _sheet(line: str, room: Exercising, context: Context) -> Command | None:
    """Answers without a word in front: for the rating or dots of the step; where it has none, the first that they fit.

    Raises NotUnderstood for answers that only fit an input of another step.
    """
    answered = [asked for asked in room.inputs if asked.input.shape in ("rating", "dots")]
    answered.sort(key=lambda asked: asked.revealed)  # what is still open goes first
    here = [asked for asked in answered if asked.slug in room.in_step]
    item = _ITEM.fullmatch(line)
    for asked in here or answered:
        if item and are_sheets(asked, item[2], context, item=True):
            return GiveAnswers(asked.slug, read_item(asked, int(item[1]), item[2], context))
        if are_sheets(asked, line, context):
            return GiveAnswers(asked.slug, read_sheets(asked, line, context))
    _check_elsewhere(item[2] if item else line, here, answered, context, item=bool(item))
    return None


def _check_elsewhere(
    text: str, here: Sequence[Asked], answered: Sequence[Asked], context: Context, *, item: bool
) -> None:
    for other in answered if here else ():
        if other not in here and are_sheets(other, text, context, item=item):
            asked = here[0].input
            raise NotUnderstood(
                f"This step asks for {asked.title or asked.slug}; that line would fit {other.input.prefix}.",
                fix=f"Type {asked.ask}; or {other.input.prefix}: in front of the line.",
            )


# Rows and forms ----------------------------------------------------------------------------------


def _quick(line: str, room: Exercising) -> Command | None:
    return next((told for asked in room.inputs if (told := _quick_for(asked, line))), None)


def _quick_for(asked: Asked, line: str) -> SetRows | None:
    """`1-4 done` or `2, 5 under way`: one field of several rows."""
    field, found = _quick_field(asked), _NUMBERS.fullmatch(line)
    if field is None or found is None:
        return None
    value = pick(found[2], _ticks(field))
    if value is None:
        return None
    numbers = _numbers(found[1], asked)
    return SetRows(tuple(SetRow(asked.slug, "", number, (Value(field.name, value),)) for number in numbers))


def _quick_field(asked: Asked) -> Field | None:
    return asked.input.field(asked.input.quick) if asked.input.quick else None


def _ticks(field: Field) -> tuple[str, ...]:
    return _MARKED if field.type == "bool" else field.options


def _new_row(asked: Asked, rest: str, context: Context, *, named: bool) -> SetRow:
    """A row, unless numbers of rows stand in front."""
    field, found = _quick_field(asked), _NUMBERS.fullmatch(rest)
    if field and found and _ticks(field):
        check_tick(asked, found[1], found[2], _ticks(field), named=named)
    return _row(asked, rest, context)


def _numbers(typed: str, asked: Asked) -> tuple[int, ...]:
    """The numbers meant; of a span those that are there, and both its ends have to lie among them."""
    there = {number for number, _ in asked.rows}
    told: list[int] = []
    for found in _SPAN.finditer(typed):
        if found[3]:
            told.append(int(found[3]))
        elif there and not min(there) <= int(found[1]) <= int(found[2]) <= max(there):
            raise NotUnderstood(
                f"'{found[0]}' goes past the rows: they have the numbers {min(there)} to {max(there)}.",
                fix=f"Type the numbers that you mean; /rows {asked.slug} lists them.",
            )
        else:
            told += [number for number in range(int(found[1]), int(found[2]) + 1) if number in there]
    if not told:
        raise NotUnderstood(f"'{typed}' names no row.", fix=f"/rows {asked.slug} lists them.")
    return tuple(dict.fromkeys(told))


def _form_or_row(line: str, room: Exercising, context: Context) -> Command | None:
    """`key=value; ...` for a form of the step; any other words are a row where the step begins with a list."""
    step = [asked for asked in room.inputs if asked.slug in room.in_step]
    first = next(iter(words_of(line)), None)
    key = first.key if first and not first.quoted else ""
    for asked in step:
        if key and asked.input.shape == "form" and asked.input.field(key):
            return _form(asked, line, context)
    if room.in_step and step and step[0].slug == room.in_step[0] and step[0].input.shape == "rows":
        return _new_row(step[0], line, context, named=False)
    return None


def _form(asked: Asked, rest: str, context: Context) -> SetRow:
    """The fields of a form; a form of one field takes its value alone."""
    fields = asked.input.fields
    pieces = _cut(asked, rest, context, who=False)
    if pieces.text and len(fields) == 1 and not pieces.parts:
        value = read_values((Pair(fields[0], pieces.text),), context)
        return SetRow(asked.slug, "", 1, value)
    if pieces.text or not pieces.parts:
        keys = "; ".join(f"{field.name}=..." for field in fields)
        off = f"'{pieces.text}' is not key=value." if pieces.text else "There is no field in that line."
        raise NotUnderstood(off, fix=asked.input.ask or keys)
    pairs = read_pairs(pieces.parts, fields, asked.input.prefix)
    return SetRow(asked.slug, "", 1, read_values(pairs, context, keep_empty=True))


def _row(asked: Asked, rest: str, context: Context) -> SetRow:
    """A row: words or a number, letters for the pair, fields, and who said it."""
    pieces = _cut(asked, rest, context, who=True)
    text, letters = _pair(pieces.text, asked)
    pairs = read_pairs(pieces.parts, asked.input.fields, asked.input.prefix)
    twice = next((pair.name for pair in pairs if pair.name in [value.name for value in letters]), "")
    if twice:
        raise NotUnderstood(f"{twice} stands there twice: as a letter and as a field.", fix="Keep one.")
    people = people_of(pieces, context)
    if len(people) > 1:
        raise NotUnderstood("A row belongs to one person at most.", fix="Keep one name.")
    fields = (*letters, *read_values(pairs, context, keep_empty=True))
    number = int(text) if re.fullmatch(r"[0-9]{1,3}", text) else 0
    if not text or (number and not fields and not people):
        off = (
            f"{asked.input.prefix} {number}: what about it?"
            if number
            else f"{asked.input.prefix}: no words yet."
        )
        raise NotUnderstood(off, fix=asked.input.ask)
    return SetRow(
        asked.slug, "" if number else text, number, fields,
        people[0].team if people else "", people[0].id if people else "",
    )  # fmt: skip


def _cut(asked: Asked, rest: str, context: Context, *, who: bool) -> Cut:
    keys = [field.name for field in asked.input.fields]
    pieces = cut(rest, context.people, keys=keys, names=("who",) if who else ())
    check_length(pieces.text, "The text")
    if pieces.detail:
        raise NotUnderstood(
            "What stands behind // has no place in a row.",
            fix=f"Its fields are: {', '.join(keys) or 'none'}.",
        )
    return pieces


def _pair(text: str, asked: Asked) -> tuple[str, tuple[Value, ...]]:
    """The text without the letters that end it, and what they say; behind a backslash they are text."""
    fields = [field for name in asked.input.pair if (field := asked.input.field(name))]
    before, _, last = text.rpartition(" ")
    if fields and len(last) == len(fields) + 1 and last[0] == "\\":
        return f"{before} {last[1:]}".strip(), ()
    if not fields or not before or len(last) != len(fields):
        return text, ()
    told = [_letter(field, letter) for field, letter in zip(fields, last, strict=True)]
    if any(value is None for value in told):
        return text, ()
    return before.strip(), tuple(value for value in told if value and value.value)


def _letter(field: Field, letter: str) -> Value | None:
    """What a letter says; empty for `-` where that is no option itself, None where it is none of the options."""
    fits = next((option for option in field.options if option.casefold() == letter.casefold()), None)
    if fits is None and letter == "-":
        return Value(field.name, "")
    return Value(field.name, fits) if fits else None
