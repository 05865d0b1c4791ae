"""A row of an exercise in words, and as it would be typed to change it."""

from __future__ import annotations

from typing import Literal

from workshop.line.wording import Wording
from workshop.model.entries import Value
from workshop.model.exercises import Input
from workshop.model.runs import RunRow
from workshop.model.values import dataclass

YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class RowWords:
    """A row as it is listed."""

    text: str
    """Its words; of a form its title."""
    letters: str
    """What a pair of letters says, as it is typed: `GP`."""
    told: str
    """Who said it and the other fields, as `channel web; reason no project`."""
    lacks: tuple[str, ...]
    """Labels of required fields that nobody filled; none while it is only offered."""
    tick: Literal["", "open", "under way", "done"]
    """How far it is, where the rows are ticked off: whatever is not pending settles a row."""


def row_words(given: Input, row: RunRow, say: Wording, *, hides: bool = False) -> RowWords:
    """`hides`: fields that wait for the reveal are veiled."""
    letters = "" if hides and any(name in given.hidden for name in given.pair) else _letters(given, row)
    told = _told(given, row, say, hides=hides, without=given.pair if letters else ())
    lacks = () if row.preset else tuple(f.name for f in given.fields if f.required and not row.get(f.name))
    text = row.text if given.shape == "rows" else given.title or given.prefix
    return RowWords(text, letters, told, lacks, _tick(given, row))


def row_line(given: Input, row: RunRow, say: Wording, *, hides: bool = False) -> str:
    """`lead 3 ChemPro · sales M; marketing G; channel webinar`"""
    name = f"{given.prefix} {row.number} {row.text}" if given.shape == "rows" else given.title or given.prefix
    return " · ".join(part for part in (name, _told(given, row, say, hides=hides)) if part)


def _told(given: Input, row: RunRow, say: Wording, *, hides: bool, without: tuple[str, ...] = ()) -> str:
    names = dict.fromkeys(value.name for value in row.fields if value.name not in without)
    fields = "; ".join(_value(given, name, row, say, hides=hides) for name in names)
    who = say.name(row.person) if row.person else ""
    return " · ".join(part for part in (who, fields) if part)


def field_words(given: Input, name: str, row: RunRow, say: Wording, *, hides: bool = False) -> str:
    """The values of a field, veiled where they wait for the reveal."""
    field = given.field(name)
    values = [value.value for value in row.fields if value.name == name]
    if hides and values and name in given.hidden:
        return "hidden"
    return ", ".join(say.field(field, value) for value in values)


def _value(given: Input, name: str, row: RunRow, say: Wording, *, hides: bool) -> str:
    told = field_words(given, name, row, say, hides=hides)
    return f"{label(given, name)} {'(hidden)' if told == 'hidden' else told}"


def label(given: Input, name: str) -> str:
    """What people read for a field."""
    field = given.field(name)
    return (field.label or field.name) if field else name


def words_to_tick(given: Input) -> tuple[str, ...]:
    """What a row may be ticked off with, done first; nothing where rows are not ticked off."""
    field = given.field(given.quick) if given.quick else None
    return (YES_NO if field.type == "bool" else field.options) if field else ()


def _tick(given: Input, row: RunRow) -> Literal["", "open", "under way", "done"]:
    words = words_to_tick(given)
    told = row.get(given.quick) if words else ""
    if not words:
        return ""
    if not told or (words == YES_NO and told != words[0]):
        return "open"
    return "under way" if told in given.pending else "done"


def as_typed(given: Input, row: RunRow, *, only: str = "") -> str:
    """The line that would change a row, with what it holds: `lead: 3 GP channel=web`; `only`: with that field alone."""
    letters = "" if only else _letters(given, row)
    told = [value for value in row.fields if not (letters and value.name in given.pair)]
    fields = "; ".join(_pair(value) for value in told if only in ("", value.name)) or (
        f"{only}=" if only else ""
    )
    number = str(row.number) if given.shape == "rows" else ""
    return " ".join(part for part in (f"{given.prefix}:", number, letters, fields) if part) + (
        "" if letters or fields else " "
    )


def _letters(given: Input, row: RunRow) -> str:
    """The letters of a pair; a side that said nothing is `-`."""
    told = [row.get(name) for name in given.pair]
    return "".join(value or "-" for value in told) if any(told) else ""


def _pair(value: Value) -> str:
    told = f'"{value.value}"' if _needs_quotes(value.value) else value.value
    return f"{value.name}={told}"


def _needs_quotes(value: str) -> bool:
    return ";" in value or "//" in value or "=" in value
