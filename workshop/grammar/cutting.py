"""A typed text cut into its words, its marks (`@ana >fri #tag`), its fields and the detail behind `//`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from workshop.errors import NotUnderstood
from workshop.grammar.people import is_full_name
from workshop.grammar.words import Word, plain, split_fields, words_of
from workshop.model.teams import Person
from workshop.model.values import dataclass
from workshop.model.words import nearest

MarkName = Literal["who", "due", "tag", "priority", "source", "audience"]
ALL: tuple[MarkName, ...] = ("who", "due", "tag", "priority", "source", "audience")
_LETTER = r"[^\W\d_]"
_PATTERNS: tuple[tuple[MarkName, re.Pattern[str]], ...] = (
    ("who", re.compile(rf"(?:@(?={_LETTER}|\")|who:)(.+)")),
    ("due", re.compile(r"(?:>(?=[^\W_]|\+)|due:)(.+)")),
    ("tag", re.compile(rf"[#+]({_LETTER}[\w/&.+-]*)")),
    ("priority", re.compile(rf"!((?={_LETTER}).+)?|pri:(.+)")),
    ("source", re.compile(r"from:(.+)")),
    ("audience", re.compile(r"for:(.+)")),
)
_LONGEST_NAME = 5
"""Words of a name that may stand behind `@` without quotes."""
_SPELLED = 3
"""Shorter keys are not looked at for a slip: `n=5` is text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that means something: `@ana` is who, `ana`."""

    name: MarkName
    value: str
    typed: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A text and what was taken out of it."""

    text: str
    marks: tuple[Mark, ...] = ()
    parts: tuple[str, ...] = ()
    """Fields as typed, `key=value` each."""
    detail: str = ""


def cut(
    rest: str,
    people: Sequence[Person] = (),
    *,
    keys: Sequence[str] = (),
    names: Sequence[MarkName] = ALL,
    spelled: bool = True,
) -> Cut:
    """The pieces of a text. Fields begin at the first of `keys`; only the marks in `names` count.

    `spelled`: a key near a known one is a slip and raises NotUnderstood.
    """
    words = words_of(rest)
    kept: list[str] = []
    marks: list[Mark] = []
    place = 0
    while place < len(words):
        word = words[place]
        if word.text == "//":
            return Cut(_joined(kept), tuple(marks), detail=rest[word.end :].strip())
        if word.key in keys:
            _check_before(words[:place], keys)
            parts, detail = split_fields(rest[word.start :])
            return Cut(_joined(kept), tuple(marks), tuple(parts), detail)
        if spelled and not word.quoted:
            _check_key(word.key, keys)
        mark, took = _mark(words, place, rest, people, names)
        if mark:
            marks.append(mark)
        else:
            text = word.text if word.quoted else plain(word.text, place == 0)
            kept.append(text + rest[word.end : word.next])
        place += took
    return Cut(_joined(kept), tuple(marks))


def trailing_marks(value: str) -> tuple[Mark, ...]:
    """The words at the end of a field's value that would be marks in front of the fields; a bare `!` is none."""
    found: list[Mark] = []
    for word in reversed(words_of(value)):
        mark = None if word.quoted else _single(word.text, ALL)
        if mark is None or mark.typed == "!":
            break
        found.append(mark)
    return tuple(reversed(found))


def _joined(kept: list[str]) -> str:
    return "".join(kept).strip()


def _mark(
    words: Sequence[Word], place: int, rest: str, people: Sequence[Person], names: Sequence[MarkName]
) -> tuple[Mark | None, int]:
    """The mark at a place and how many words it takes."""
    word = words[place]
    mark = None if word.quoted else _single(word.text, names)
    longer = _full_name(words, place, rest, people, mark.value) if mark and mark.name == "who" else None
    return longer or (mark, 1)


def _single(text: str, names: Sequence[MarkName]) -> Mark | None:
    """The mark that one word is."""
    bare = text.rstrip(",.;:") if len(text) > 1 else text
    for name, pattern in _PATTERNS:
        found = pattern.fullmatch(bare) if name in names else None
        if found:
            return Mark(name, next((group for group in found.groups() if group), ""), bare)
    return None


def _full_name(
    words: Sequence[Word], place: int, rest: str, people: Sequence[Person], value: str
) -> tuple[Mark, int] | None:
    """`@Ana Ruiz` without quotes, where the words are somebody's whole name."""
    start = words[place].start + words[place].text.index(value)
    for took in range(min(_LONGEST_NAME, len(words) - place), 1, -1):
        name = rest[start : words[place + took - 1].end].rstrip(",.;:")
        if is_full_name(name, people):
            return Mark("who", name, f"@{name}"), took
    return None


def _check_before(words: Sequence[Word], keys: Sequence[str]) -> None:
    """`foo=1; worked=yes`: what ends with `;` right before the fields was meant to be one."""
    if words and words[-1].text.endswith(";"):
        key = next((word.key for word in words if word.key), "")
        if key:
            raise NotUnderstood(
                f"'{key}=' is not a field here.",
                fix=f"There are {', '.join(keys)}. For plain text type \\{key}=...",
            )


def _check_key(key: str, keys: Sequence[str]) -> None:
    if len(key) < _SPELLED or not keys:
        return
    near = nearest(key, keys)
    if near:
        raise NotUnderstood(
            f"'{key}=' is not a field here; did you mean '{near}='?",
            fix=f"Type {near}=..., or \\{key}= for plain text.",
        )
