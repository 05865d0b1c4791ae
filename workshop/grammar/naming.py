"""What a person may be called, so that the name can be typed wherever one is asked for, and means one person alone."""

from __future__ import annotations

import re

from workshop.errors import NotUnderstood
from workshop.grammar.context import Context
from workshop.grammar.folding import fold
from workshop.model import ids
from workshop.model.teams import GROUPS, TEAMS, Person

LONGEST_NAME = 100
"""Characters of a person's name."""
TAKEN = frozenset(
    (*TEAMS, *GROUPS, "all", "both", "everybody", "internal", "me", "next", "nobody", "none", "today")
)
"""Words that mean something else where names are typed."""
_SIGNS = re.compile(r'[,;"]|(?<!\S)//(?!\S)|^@')
"""Signs that stand between or in front of names, fields and remarks."""
_VALUE = re.compile(r"(?<!\S)[0-9-]\S*")
"""Read as a vote behind a name."""


def check_name(name: str) -> None:
    """Raises NotUnderstood for a name that could not be typed later."""
    if len(name) > LONGEST_NAME:
        raise NotUnderstood(f"The name has {len(name)} characters; {LONGEST_NAME} fit.", fix="Shorten it.")
    if fold(name) in TAKEN or ids.read(name):
        raise NotUnderstood(
            f"'{name}' means something else where names are typed.", fix="A second word tells who it is."
        )
    if not any(letter.isalpha() for letter in name):
        raise NotUnderstood(f"There is no letter in '{name}'.", fix="Type the name of a person.")
    sign = _SIGNS.search(name)
    if sign:
        raise NotUnderstood(
            f"A name holds no {sign[0]}: it means something where names are typed.", fix="Leave it out."
        )
    value = _VALUE.search(name)
    if value:
        raise NotUnderstood(
            f"'{value[0]}' in a name would be read as a vote.", fix="Use letters: Jo Berg II, say."
        )


def check_other(wanted: Person, context: Context) -> None:
    """Raises NotUnderstood where somebody has this name and is told differently: it may be somebody else.

    What was not known of somebody yet is added to them.
    """
    known = next((person for person in context.people if fold(person.name) == fold(wanted.name)), None)
    if known is None:
        return
    old = (known.name.casefold(), known.team, known.role, known.email)
    new = (wanted.name.casefold(), wanted.team, wanted.role or known.role, wanted.email or known.email)
    if all(before in ("", after) for before, after in zip(old, new, strict=True)):
        return
    told = ", ".join(part for part in (known.name, known.team, known.role) if part)
    fields = "; ".join((known.id, wanted.team, wanted.role, wanted.email)).rstrip("; ")
    raise NotUnderstood(
        f"Another {known.name}? Add a word, such as {wanted.name} {_word(known, wanted)}; {known.id} is {told}.",
        fix=f"To change {known.id}: /person {fields}",
    )


def _word(known: Person, wanted: Person) -> str:
    """A word that tells two people of one name apart."""
    role = wanted.role.split() if fold(wanted.role) != fold(known.role) else []
    return role[-1].strip('(),"') if role else wanted.team if wanted.team != known.team else "jr"
