"""A line that is not a slash command: from its kind and the rest of its words to what somebody wants stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop.errors import NotUnderstood
from workshop.grammar.actions import due_of, refuse_team, who_of
from workshop.grammar.characters import check_length
from workshop.grammar.context import Context
from workshop.grammar.cutting import Cut, cut
from workshop.grammar.dates import read_day
from workshop.grammar.fields import EMPTY, Pair, read_pairs, read_values, without
from workshop.grammar.marks import Marks, read_marks
from workshop.grammar.metrics import named_value
from workshop.grammar.rows import read_rows
from workshop.model.agenda import is_nothing_new
from workshop.model.commands import Add, Due, GiveRoti
from workshop.model.entries import Said, Value
from workshop.model.kinds import Kind
from workshop.model.teams import Person
from workshop.model.values import dataclass

DAY_FIELDS = {
    "parking": "date", "need": "by", "dispute": "decide_by", "press": "date", "exposure": "date", "decision": "review",
}  # fmt: skip
"""Of kinds that are no actions: the field that `>when` fills."""
_OF_ACTIONS = ("owner", "helpers", "due")
"""Fields of an action that say who and when, as the marks do."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A line taken apart."""

    kind: Kind
    pieces: Cut
    pairs: tuple[Pair, ...]
    marks: Marks

    @property
    def is_action(self) -> bool:
        """Who and when mean owner, helpers and due."""
        return self.kind.name == "action"


def read_entry(kind: Kind, rest: str, context: Context) -> Add | GiveRoti:
    """What a line of that kind asks to store. Raises WorkshopError where a part of it cannot be read."""
    if kind.name == "roti":
        return _roti(kind, rest)
    typed = take_apart(kind, rest, context)
    if kind.name == "metric":
        pieces, pairs = named_value(kind, typed.pieces, typed.pairs)
        typed = Typed(kind, pieces, pairs, typed.marks)
    if not typed.pieces.text:
        raise NotUnderstood(
            f"{kind.label}: there are no words yet.",
            fix="Type what was said in front of the marks and fields.",
        )
    card = dict(context.cards).get(kind.name)
    if card and not typed.pairs and is_nothing_new(typed.pieces.text):
        tagged = replace(typed.marks, tags=(*typed.marks.tags, card))
        typed = replace(typed, kind=context.kind("note"), marks=tagged)
    if typed.is_action:
        who = who_of(typed.marks.people, typed.pairs, context)
        return Add(said_of(typed, context), who, due_of(typed.marks.due, typed.pairs, context))
    return _spoken(typed, one_speaker(typed.marks.people), context)


def take_apart(kind: Kind, rest: str, context: Context) -> Typed:
    """Text, marks, fields and detail of a line, each checked. Raises WorkshopError."""
    keys = [field.name for field in kind.fields]
    pieces = cut(rest, context.people, keys=keys, spelled=kind.name != "metric")
    check_length(pieces.text, "The text")
    check_length(pieces.detail, "The detail")
    pairs = read_pairs(pieces.parts, kind.fields, kind.name)
    if kind.name == "action":
        refuse_team(pieces.marks, pairs, context.people)
    return Typed(kind, pieces, pairs, read_marks(pieces, context))


def _spoken(typed: Typed, people: Sequence[Person], context: Context) -> Add:
    """An entry with its speaker; what a team says as a group keeps none."""
    kind, said = typed.kind, said_of(typed, context)
    speaker = None if kind.as_group or not people else people[0]
    whole = replace(said, speaker=speaker.id if speaker else "", team=speaker.team if speaker else kind.team)
    return Add(whole, (speaker.id,) if speaker else ())


def one_speaker(people: Sequence[Person]) -> Sequence[Person]:
    """The people named, if they are one at most; raises NotUnderstood for several."""
    if len(people) > 1:
        raise NotUnderstood(
            f"A line has one speaker, and here are {' and '.join(person.name for person in people)}.",
            fix=f"Keep one, or type \\@{people[1].first} to leave the second name in the text.",
        )
    return people


def said_of(typed: Typed, context: Context, *, keep_empty: bool = False) -> Said:
    """The words of a line, without its speaker; `keep_empty` hands on `-` as the value of a field."""
    marks, pairs = typed.marks, typed.pairs
    if typed.is_action:
        fields = read_values(without(pairs, *_OF_ACTIONS), context, keep_empty=keep_empty)
    else:
        fields = read_values(pairs, context, keep_empty=keep_empty)
        fields += _dated(typed.kind, marks.due, pairs, context, keep_empty)
    return Said(
        typed.kind.name, typed.pieces.text, typed.pieces.detail,
        fields=fields, tags=marks.tags, priority=marks.priority, source=marks.source, audience=marks.audience,
    )  # fmt: skip


def _dated(
    kind: Kind, due: Due | None, pairs: Sequence[Pair], context: Context, keep_empty: bool
) -> tuple[Value, ...]:
    """The field that `>when` fills in a kind that is no action."""
    if due is None:
        return ()
    name = DAY_FIELDS.get(kind.name, "")
    if kind.field(name) is None:
        days = ", ".join(f"{field.name}=" for field in kind.fields if field.type == "date")
        told = f"Its days are fields: {days}. For plain text type" if days else "For plain text type"
        raise NotUnderstood(
            f"{kind.label} takes no day behind '>'.", fix=f"{told} a backslash before the '>'."
        )
    if any(pair.name == name for pair in pairs):
        raise NotUnderstood(f"The day stands there twice: behind '>' and in {name}=.", fix="Keep one.")
    if due == Due():
        return (Value(name, EMPTY),) if keep_empty else ()
    return (Value(name, (due.on or read_day("next", context)).isoformat()),)


def _roti(kind: Kind, rest: str) -> GiveRoti:
    """Rows in confidence, and what to change and keep; no name and no mark belongs here."""
    pieces = cut(rest, keys=[field.name for field in kind.fields])
    pairs = read_pairs(pieces.parts, kind.fields, kind.name)
    told = [pair for pair in pairs if not pair.empty]
    if pieces.marks or pieces.detail or not (pieces.text or told) or without(told, "change", "keep"):
        raise NotUnderstood(
            "Return on time takes rows, change= and keep=.",
            fix="Type roti: sales 5x1 4x3 marketing 5x2 others 4x1 change=...; keep=...",
        )
    return GiveRoti(
        rows=read_rows(pieces.text, 1, 5) if pieces.text else (),
        change=tuple(pair.typed for pair in told if pair.name == "change"),
        keep=tuple(pair.typed for pair in told if pair.name == "keep"),
    )
