"""One value of a field, checked against its type and spelt the one way it is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from workshop.errors import NotUnderstood
from workshop.grammar.characters import check_length
from workshop.grammar.context import Context
from workshop.grammar.dates import read_day
from workshop.grammar.folding import pick
from workshop.grammar.numbers import read_number, read_parts
from workshop.grammar.people import find_people, find_person, is_full_name
from workshop.grammar.references import find_record
from workshop.grammar.rows import read_tally
from workshop.model.kinds import Field, FieldType
from workshop.model.teams import TEAMS
from workshop.model.words import did_you_mean

UNKNOWN = "?"
PLACEHOLDERS = ("...", "…")
"""How lines that are shown leave room for a value."""


def read_value(field: Field, typed: str, context: Context) -> str:
    """The value as it is stored: dates as ISO, people as ids, a tally as `5x2 4x1`, `?` for unknown.

    Raises NotUnderstood, NotFound or Ambiguous with a sentence that begins with the field.
    """
    check_length(typed, f"{field.name}: the value")
    if typed in PLACEHOLDERS:
        raise NotUnderstood(
            f"{field.name}: '{typed}' stands for what is to be typed.",
            fix=f"Type it, or leave {field.name} out.",
        )
    if typed == UNKNOWN:
        return _unknown(field)
    extra = pick(typed, field.options) if field.type not in ("one", "many") else None
    return extra or _READERS[field.type](field, typed, context)


def _unknown(field: Field) -> str:
    """`?`, or the word that the field's list has for it."""
    if (word := "unknown") in field.options:
        return word
    if not field.unknown:
        raise NotUnderstood(
            f"{field.name}: '?' is kept only where 'not known' is an answer, and here it is not one.",
            fix=f"Leave {field.name} out; it can be told later.",
        )
    return UNKNOWN


def _text(_field: Field, typed: str, _context: Context) -> str:
    return typed


def _one(field: Field, typed: str, _context: Context) -> str:
    if not field.options:
        return typed
    found = pick(typed, field.options)
    if found is None:
        raise NotUnderstood(
            f"{field.name}: '{typed}' is not one of the words here{did_you_mean(typed, field.options)}",
            fix=f"Type one of: {', '.join(field.options)}.",
        )
    return found


def _many(field: Field, typed: str, context: Context) -> str:
    words = [_one(field, word.strip(), context) for word in typed.split(",") if word.strip()]
    if field.most and len(words) > field.most:
        raise NotUnderstood(
            f"{field.name}: {len(words)} words, {field.most} fit.", fix="Keep the weightiest."
        )
    return ", ".join(dict.fromkeys(words))


def _number(field: Field, typed: str, _context: Context) -> str:
    return _in_range(field, read_number(typed))


def _share(field: Field, typed: str, _context: Context) -> str:
    return _in_range(field, read_number(typed.removesuffix("%")))


def _in_range(field: Field, number: str) -> str:
    """The number. Raises NotUnderstood for less or more than there can be."""
    value = Fraction(number)
    if field.least is not None and value < field.least:
        raise NotUnderstood(f"{field.name}: {number} is less than there can be.", fix=_from_to(field))
    if field.most and value > field.most:
        raise NotUnderstood(f"{field.name}: {number} is more than there can be.", fix=_from_to(field))
    return number


def _from_to(field: Field) -> str:
    least = f" from {field.least}" if field.least is not None else ""
    return f"Type a number{least}{f' to {field.most}' if field.most else ''}."


def _whole(field: Field, typed: str, _context: Context) -> str:
    number = read_number(typed)
    if "." in number:
        raise NotUnderstood(
            f"{field.name}: '{typed}' is not a whole number.", fix="Type it without a fraction."
        )
    return _in_range(field, number)


def _scale(low: int, high: int) -> Callable[[Field, str, Context], str]:
    def read(field: Field, typed: str, _context: Context) -> str:
        if typed not in [str(value) for value in range(low, high + 1)]:
            raise NotUnderstood(
                f"{field.name}: '{typed}' is not between {low} and {high}.",
                fix=f"Type a number from {low} to {high}.",
            )
        return typed

    return read


def _day(field: Field, typed: str, context: Context) -> str:
    return read_day(typed, context, past=field.past).isoformat()


def _yes_or_no(field: Field, typed: str, context: Context) -> str:
    return _one(Field(field.name, options=("yes", "no")), typed, context)


def _team(field: Field, typed: str, context: Context) -> str:
    return _one(Field(field.name, options=TEAMS), typed, context)


def _person(_field: Field, typed: str, context: Context) -> str:
    if "," in typed and not is_full_name(typed, context.people):
        raise NotUnderstood(f"one person is meant, and '{typed}' are several.", fix="Keep one name.")
    return find_person(typed, context.people, context.present).id


def _people(_field: Field, typed: str, context: Context) -> str:
    return ",".join(person.id for person in find_people(typed, context.people, context.present))


def _ref(_field: Field, typed: str, context: Context) -> str:
    return find_record(typed, context)


def _tally(_field: Field, typed: str, _context: Context) -> str:
    return read_tally(typed)


def _parts(_field: Field, typed: str, _context: Context) -> str:
    return read_parts(typed)


_READERS: Mapping[FieldType, Callable[[Field, str, Context], str]] = {
    "short": _text,
    "long": _text,
    "int": _whole,
    "dec": _number,
    "money": _number,
    "pct": _share,
    "date": _day,
    "bool": _yes_or_no,
    "one": _one,
    "many": _many,
    "scale5": _scale(1, 5),
    "scale10": _scale(0, 10),
    "person": _person,
    "people": _people,
    "team": _team,
    "ref": _ref,
    "tally": _tally,
    "parts": _parts,
}
