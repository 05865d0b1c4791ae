"""Who is meant by a typed name: those who are here first, then everybody known; never a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workshop.errors import Ambiguous, NotFound, NotUnderstood
from workshop.grammar.folding import fold
from workshop.model import ids
from workshop.model.teams import TEAMS, Person
from workshop.model.words import nearest

_SHOWN = 9
"""Of several people that fit, so many are listed."""


def find_person(name: str, people: Sequence[Person], present: Sequence[str] = ()) -> Person:
    """The one person meant by `ana`, `ana.r`, `"Ana Ruiz"` or `P-3`.

    A whole name counts before a first name, and that before a beginning; within each, those present before all.
    Raises NotFound with near names, Ambiguous with the spelling that tells each apart.
    """
    typed = name.strip().removeprefix("@").strip('"').strip()
    fits = _fits(typed, people, present)
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise _several(typed, fits, people, present)
    raise _nobody(typed, people, present)


def find_people(names: str, people: Sequence[Person], present: Sequence[str] = ()) -> tuple[Person, ...]:
    """The people in a list of names with commas between; each counts once."""
    found = [find_person(name, people, present) for name in names.split(",") if name.strip()]
    if not found:
        raise NotUnderstood("There is no name in the list.", fix="Type names with commas between.")
    return tuple(dict.fromkeys(found))


def is_full_name(name: str, people: Sequence[Person]) -> bool:
    """Whether these words are somebody's whole name."""
    return any(fold(person.name) == fold(name) for person in people)


def is_called(person: Person, name: str) -> bool:
    """Whether this is somebody's whole name; nobody else may have it."""
    return person.name.casefold() == name.casefold()


def spelling(person: Person, people: Sequence[Person], present: Sequence[str] = ()) -> str:
    """The shortest thing to type behind `@` that means this person and nobody else."""
    spellings = _spellings(person)
    return next((typed for typed in spellings if _fits(typed, people, present) == [person]), person.id)


def _spellings(person: Person) -> Iterator[str]:
    words = fold(person.name).split()
    if words:
        yield from (words[0][:length] for length in range(1, len(words[0]) + 1))
        last = words[-1]
        yield from (f"{words[0]}.{last[:length]}" for length in range(1, len(last) + 1) if len(words) > 1)
    yield f'"{person.name}"'


def _fits(typed: str, people: Sequence[Person], present: Sequence[str]) -> list[Person]:
    typed = typed.strip('"')
    here = [person for person in people if person.id in present]
    for test in _TESTS:
        for among in (here, people):
            fits = [person for person in among if test(typed, person)]
            if fits:
                return fits
    return []


def _is_id(typed: str, person: Person) -> bool:
    return ids.tidy(typed) == person.id


def _is_whole(typed: str, person: Person) -> bool:
    return fold(person.name) == fold(typed)


def _is_first(typed: str, person: Person) -> bool:
    return fold(person.first) == fold(typed)


def _begins(typed: str, person: Person) -> bool:
    """`an`, or beginnings of names with dots between: `ana.r` is Ana Ruiz and Ana Maria Ruiz."""
    parts, words = fold(typed).split("."), fold(person.name).split()
    if not all(parts) or not words or not words[0].startswith(parts[0]):
        return False
    rest = iter(words[1:])
    return all(any(word.startswith(part) for word in rest) for part in parts[1:])


_TESTS: tuple[Callable[[str, Person], bool], ...] = (_is_id, _is_whole, _is_first, _begins)


def _several(typed: str, fits: list[Person], people: Sequence[Person], present: Sequence[str]) -> Ambiguous:
    listed = ", ".join(f"{person.name} (@{spelling(person, people, present)})" for person in fits[:_SHOWN])
    more = f" and {len(fits) - _SHOWN} more" if len(fits) > _SHOWN else ""
    return Ambiguous(
        f"'{typed}' fits several: {listed}{more}.", fix="Type the one in brackets that you mean."
    )


def _nobody(typed: str, people: Sequence[Person], present: Sequence[str]) -> NotFound | NotUnderstood:
    if typed.casefold() in (*TEAMS, "both", "others"):
        return NotUnderstood(
            f"'{typed}' is a team, and here one person is named.", fix="Type a person's name."
        )
    known = {fold(word): person for person in people for word in (person.name, *person.name.split())}
    near = known.get(nearest(fold(typed), known) or "")
    hint = f" Did you mean {near.name} (@{spelling(near, people, present)})?" if near else ""
    return NotFound(
        f"Nobody called '{typed}' is known here.{hint}",
        fix=f"To add somebody, type /person {typed if ' ' in typed else 'NAME'}; TEAM; ROLE.",
    )
