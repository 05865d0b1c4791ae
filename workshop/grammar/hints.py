"""What somebody may want to know about a line that was stored as typed: a mark that stayed words, a name not kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workshop.errors import WorkshopError
from workshop.grammar.characters import clean
from workshop.grammar.commands.reading import first_word
from workshop.grammar.context import Context
from workshop.grammar.cutting import Cut, Mark, MarkName, trailing_marks
from workshop.grammar.edits import kind_of, taken_away
from workshop.grammar.entries import DAY_FIELDS, Typed, take_apart
from workshop.grammar.fields import Pair
from workshop.grammar.marks import read_marks
from workshop.grammar.prefixes import split_prefix
from workshop.grammar.references import read_ref
from workshop.model.kinds import Kind

_FOR: Mapping[MarkName, str] = {
    "who": "a name", "due": "a date", "tag": "a tag", "priority": "a priority", "source": "a source",
    "audience": "its readers",
}  # fmt: skip
"""What a mark would have given in front of the fields."""
_WORDS = ("short", "long")
_IN_CONFIDENCE = "roti"
"""Takes no mark at all."""


def hints(line: str, context: Context) -> tuple[str, ...]:
    """Sentences about a line that `parse` has read; empty for most. Raises what `parse` raises."""
    kind, rest = _told(clean(line), context)
    if kind is None or kind.name == _IN_CONFIDENCE:
        return ()
    typed = take_apart(kind, rest, context)
    group = kind.as_group and bool(typed.marks.people)
    unkept = ("Said by the team as a group: no name is kept.",) if group else ()
    return (*unkept, *(hint for pair in typed.pairs for hint in _inside(pair, typed, context)))


def _told(line: str, context: Context) -> tuple[Kind | None, str]:
    """The kind of a line that tells a record, and the words; None for every other line."""
    if not line.startswith("/") or line.startswith("//"):
        kind, rest = split_prefix(line, context)
        return kind or context.kind(context.card), rest
    word, rest = first_word(line)
    if word.lower() == "/park":
        return context.kind("parking"), rest
    ref, behind = first_word(rest)
    known = read_ref(ref, "NADX") if word.lower() == "/edit" else None
    if known is None:
        return None, ""
    kind, told = kind_of(known, behind, context)
    return kind, taken_away(told, kind)[1]


def _inside(pair: Pair, typed: Typed, context: Context) -> Iterator[str]:
    free = pair.field.type in _WORDS or (pair.field.type in ("one", "many") and not pair.field.options)
    if pair.quoted or not free:
        return
    for mark in trailing_marks(pair.typed):
        if _would_count(mark, typed, context):
            yield f"'{mark.typed}' stands inside {pair.name}; put it before the fields for {_FOR[mark.name]}."


def _would_count(mark: Mark, typed: Typed, context: Context) -> bool:
    """Whether the mark could be read in front of the fields, and says what the line does not say there yet."""
    kind, given = typed.kind, {pair.name for pair in typed.pairs}
    day = "due" if typed.is_action else DAY_FIELDS.get(kind.name, "")
    if mark.name in [other.name for other in typed.pieces.marks]:
        return False
    if mark.name == "due" and (kind.field(day) is None or day in given):
        return False
    if mark.name == "who" and (kind.as_group or (typed.is_action and "owner" in given)):
        return False
    try:
        read_marks(Cut("", (mark,)), context)
    except WorkshopError:  # nobody known, no day: only words
        return False
    return True
