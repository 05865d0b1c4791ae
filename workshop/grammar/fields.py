"""The fields of a line: `key=value; key=value`, each key known, each value checked."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.errors import NotUnderstood, WorkshopError
from workshop.grammar.context import Context
from workshop.grammar.cutting import trailing_marks
from workshop.grammar.values import read_value
from workshop.grammar.words import words_of
from workshop.model.entries import Value
from workshop.model.kinds import Field
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean

EMPTY = "-"


@dataclass(frozen=True, slots=True)
class Pair:
    """A field and what was typed for it."""

    field: Field
    typed: str
    quoted: bool = False
    """The value stood in double quotes."""

    @property
    def name(self) -> str:
        """The key."""
        return self.field.name

    @property
    def empty(self) -> bool:
        """`-` was typed: the field stays, or becomes, empty."""
        return self.typed == EMPTY


def read_pairs(parts: Sequence[str], fields: Sequence[Field], what: str) -> tuple[Pair, ...]:
    """The parts as known keys with what was typed; `what` is the kind or command in the sentences.

    Raises NotUnderstood for an unknown key, one that stands there twice, and a value left out.
    """
    pairs = tuple(_pair(part.strip(), fields, what) for part in parts if part.strip())
    names = [pair.name for pair in pairs]
    for pair in pairs:
        if names.count(pair.name) > 1 and not pair.field.repeat:
            raise NotUnderstood(f"{pair.name}= stands there twice.", fix=f"Keep one {pair.name}=.")
    return pairs


def read_values(pairs: Sequence[Pair], context: Context, *, keep_empty: bool = False) -> tuple[Value, ...]:
    """The values as they are stored; `-` drops a field, or with `keep_empty` is handed on as `-`."""
    return tuple(
        Value(pair.name, EMPTY if pair.empty else value_of(pair, context))
        for pair in pairs
        if keep_empty or not pair.empty
    )


def value_of(pair: Pair, context: Context) -> str:
    """The value as it is stored; an error's sentence begins with the field."""
    try:
        return read_value(pair.field, pair.typed, context)
    except WorkshopError as off:
        sentence = off.sentence.removeprefix(f"{pair.name}: ")
        marks = " ".join(mark.typed for mark in trailing_marks(pair.typed))
        fix = f"{off.fix} '{marks}' goes before the fields." if marks and marks != pair.typed else off.fix
        raise type(off)(f"{pair.name}: {sentence}", fix=fix) from off


def _pair(part: str, fields: Sequence[Field], what: str) -> Pair:
    key, equals, typed = part.partition("=")
    key, typed = key.strip(), typed.strip()
    if not equals or not key or " " in key:
        raise NotUnderstood(
            f"'{part}' has no key; behind a ';' stands key=value.",
            fix="If the ';' belongs to a value, put the whole value in double quotes.",
        )
    field = next((field for field in fields if field.name == key), None)
    if field is None:
        names = [field.name for field in fields]
        raise NotUnderstood(
            f"{what} has no field '{key}'{did_you_mean(key, names)}",
            fix=f"Its fields are: {', '.join(names)}.",
        )
    _check_value(field, typed, fields)
    value = _unquoted(typed)
    return Pair(field, value, quoted=value != typed)


def _check_value(field: Field, typed: str, fields: Sequence[Field]) -> None:
    if not _unquoted(typed):
        raise NotUnderstood(
            f"{field.name}= has no value.",
            fix=f"Type one, leave {field.name}= out, or type {field.name}=- for empty.",
        )
    keys = [other.name for other in fields]
    inside = next((word.key for word in words_of(typed) if not word.quoted and word.key in keys), None)
    if inside:
        raise NotUnderstood(
            f"'{inside}=' stands inside the value of {field.name}.",
            fix=f"Type '; {inside}=' to begin a field, or put the value in double quotes.",
        )


def _unquoted(typed: str) -> str:
    whole = len(typed) > 1 and typed.startswith('"') and typed.endswith('"') and typed.count('"') == 2
    return typed[1:-1].strip() if whole else typed


def without(pairs: Sequence[Pair], *names: str) -> tuple[Pair, ...]:
    """The pairs but those of the given names."""
    return tuple(pair for pair in pairs if pair.name not in names)


def only(pairs: Sequence[Pair], name: str) -> Pair | None:
    """The pair of that name, unless it is missing or `-`."""
    return next((pair for pair in pairs if pair.name == name and not pair.empty), None)
