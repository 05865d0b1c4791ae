"""A record typed anew, in part: `/edit N-26 worked=yes`."""

from __future__ import annotations

import re

from workshop.errors import NotUnderstood
from workshop.grammar.actions import due_of, who_of
from workshop.grammar.context import Context
from workshop.grammar.entries import one_speaker, said_of, take_apart
from workshop.grammar.prefixes import split_prefix
from workshop.grammar.words import words_of
from workshop.model.commands import Edit
from workshop.model.entries import Said
from workshop.model.kinds import Kind

_AWAY = re.compile(r"(#)-(\S*)|(!)-|(@)-|(for|from|pri|who):-")
"""Of a mark: `-` in place of what it says takes it away."""
_SAME = {"pri": "!", "who": "@"}
_KINDS = {"A": "action", "D": "decision", "X": "dispute"}


def read_edit(ref: str, rest: str, context: Context) -> Edit | None:
    """What changes: what was not typed stays, `-` in a field takes it away, a kind in front makes it that kind.

    None where nothing was typed. Raises WorkshopError where a part cannot be read.
    """
    kind, rest = kind_of(ref, rest, context)
    without, rest = taken_away(rest, kind)
    typed = take_apart(kind, rest, context)
    told = said_of(typed, context, keep_empty=True)
    _check_text(told.text, rest, kind)
    if typed.is_action:
        who = who_of(typed.marks.people, typed.pairs, context)
        due = due_of(typed.marks.due, typed.pairs, context)
    else:
        speakers = one_speaker(typed.marks.people)
        who, due = () if kind.as_group else tuple(person.id for person in speakers), None
    said = None if told == Said(kind.name, "") else told
    return Edit(ref, said, who, due, without) if said or who or due or without else None


def taken_away(rest: str, kind: Kind) -> tuple[tuple[str, ...], str]:
    """The marks that go (`#-food`, `#-`, `!-`, `for:-`), and the line without them; in fields they are text."""
    keys = [field.name for field in kind.fields]
    gone: list[str] = []
    kept = ""
    for word in words_of(rest):
        if word.text == "//" or word.key in keys:
            return tuple(gone), kept + rest[word.start :]
        found = _AWAY.fullmatch(word.text)
        if found:
            sign = found[1] or found[3] or found[4] or found[5]
            gone.append(_SAME.get(sign, sign) + (found[2] or "").lower())
        else:
            kept += rest[word.start : word.next]
    return tuple(gone), kept.strip()


def _check_text(text: str, rest: str, kind: Kind) -> None:
    """`/edit N-3 worked=partly` on a note means a field it does not have, not new words."""
    first = next(iter(words_of(text)), None)
    if first and first.key and f"\\{first.key}=" not in rest:
        listed = ", ".join(field.name for field in kind.fields) or "none"
        raise NotUnderstood(
            f"{kind.label} has no field '{first.key}'; its fields are {listed}.",
            fix=f"For these very words type \\{first.key}=, or name another kind in front.",
        )


def kind_of(ref: str, rest: str, context: Context) -> tuple[Kind, str]:
    """The kind of a record and the words; of an entry the kind may be named in front, to know its fields."""
    if ref[0] in _KINDS:
        return context.kind(_KINDS[ref[0]]), rest
    kind, rest = split_prefix(rest, context)
    known = dict(context.recorded).get(ref)
    if kind or known:
        return kind or context.kind(known or ""), rest
    keys = {field.name for each in context.kinds for field in each.fields}
    key = next((word.key for word in words_of(rest) if word.key in keys), None)
    if key:
        raise NotUnderstood(
            f"Which fields {ref} has is not known here.",
            fix=f"Name its kind: /edit {ref} objection: {key}=...",
        )
    return Kind("", "The record"), rest
