"""What the word under the cursor may become: names, kinds, tags, keys, known values, ids and commands."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.grammar import SLASHES, Context, spelling, split_prefix
from workshop.grammar.folding import fold
from workshop.model.kinds import Kind
from workshop.model.teams import SIDES, Person
from workshop.model.values import dataclass

MOST = 8
"""More are not offered: typing one more letter is quicker than reading them."""


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on."""

    start: int
    """Where in the line the word begins that is replaced up to the cursor."""
    text: str
    label: str
    """What people read in the list of choices."""


def completions(line: str, context: Context, tags: tuple[str, ...] = ()) -> tuple[Completion, ...]:
    """Ways to go on behind the cursor, which stands at the end of `line`; nothing where none is known."""
    start = max(line.rfind(" "), line.rfind(";"), line.rfind(","), line.rfind("\n")) + 1
    word = line[start:]
    found = [Completion(start, text, label) for text, label in _ways(line[:start], word, context, tags)]
    return tuple(way for way in found if way.text.rstrip() != word)[:MOST]


def _ways(before: str, word: str, context: Context, tags: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if word.startswith("/") and not before.strip():
        names = [
            slash for slash in SLASHES if slash.when != "script" and slash.name.startswith(word[1:].lower())
        ]
        yield from ((f"/{slash.name} ", slash.usage) for slash in names)
    elif word[:1] == "@" or word.startswith("who:"):
        sigil = "@" if word[0] == "@" else "who:"
        yield from ((f"{sigil}{typed} ", name) for typed, name in _people(word.removeprefix(sigil), context))
    elif word[:1] == "#" and len(word) > 1:
        yield from ((f"#{tag} ", f"#{tag}") for tag in tags if fold(tag).startswith(fold(word[1:])))
    elif word.startswith("from:"):
        yield from _refs(word, context)
    elif "=" in word:
        yield from _values(before, word, context)
    elif word:
        yield from _words(before, word, context)


def _people(typed: str, context: Context) -> Iterator[tuple[str, str]]:
    asked = fold(typed.strip('"'))
    here = [person for person in context.people if person.id in context.present]
    others = [person for person in context.people if person.id not in context.present]
    for person in (*here, *others):
        if _fits(asked, person):
            yield spelling(person, context.people, context.present), person.name


def _fits(asked: str, person: Person) -> bool:
    head, _, tail = asked.partition(".")
    words = fold(person.name).split()
    if tail or asked.endswith("."):
        return bool(words) and words[0].startswith(head) and any(word.startswith(tail) for word in words[1:])
    return any(word.startswith(asked) for word in words)


def _refs(word: str, context: Context) -> Iterator[tuple[str, str]]:
    asked = fold(word.removeprefix("from:"))
    for ref, name in reversed(context.names):
        if fold(ref).startswith(asked) or fold(name).startswith(asked):
            yield f"from:{ref} ", f"{ref} {name[:30]}"


def _kind(line: str, context: Context) -> Kind:
    kind, _ = split_prefix(line, context)
    return kind or context.kind(context.card)


def _values(before: str, word: str, context: Context) -> Iterator[tuple[str, str]]:
    key, _, value = word.partition("=")
    field = _kind(before, context).field(key)
    if field is None:
        return
    options = field.options or (
        ("yes", "no") if field.type == "bool" else SIDES if field.type == "team" else ()
    )
    if field.type in ("person", "people"):
        options = tuple(person.name for person in context.people)
    yield from ((f"{key}={option}", option) for option in options if fold(option).startswith(fold(value)))


def _words(before: str, word: str, context: Context) -> Iterator[tuple[str, str]]:
    """A kind at the beginning, a key behind some text."""
    if not before.strip():
        yield from (
            (f"{kind.name}: ", kind.label)
            for kind in context.kinds
            if kind.name.startswith(word) and len(word) > 1
        )
    elif before.rstrip().endswith(";") or len(word) > 1:
        fields = _kind(before, context).fields if before.strip() else ()
        yield from ((f"{field.name}=", f"{field.name}=") for field in fields if field.name.startswith(word))
