"""How much of the shelf a team is shown, and in whose words: profiles, what ends their silence, vocabularies."""

from __future__ import annotations

import re

from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that has to be true of a row of the register."""

    key: str
    """A column, or a field of an entry as `fields.start`."""
    words: tuple[str, ...]
    """Any of these; `""` stands for nothing told."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A reason to show something, as the register can tell it."""

    name: str
    because: str
    """In words: `two disputes about roles`."""
    table: str
    """A table of the register: `disputes`, `actions`, `programmes`, ..."""
    where: tuple[Condition, ...] = ()
    at_least: int = 1
    """Rows that have to fit."""
    at_most: int | None = None
    """Instead: no more rows than this may fit."""
    date: str = ""
    """A key whose date counts; empty where none does."""
    within_days: int | None = None
    """The date lies ahead, today included, by at most so many days."""
    in_last_days: int | None = None
    """The date lies back, today included, by at most so many days."""
    past_days: int | None = None
    """The date lies back by more than so many days."""


@dataclass(frozen=True, slots=True)
class Hides:
    """Agendas and exercises that are not offered until one of the triggers is met."""

    agendas: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    """Names of triggers; none means always."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a team wants to see of the shelf."""

    name: str
    title: str
    purpose: str
    hides: tuple[Hides, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is hidden now, and until when."""

    profile: str = ""
    agendas: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    """Reasons that would end it, in words, each once."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a trade. They change what is shown; what is typed and stored stays as it is."""

    name: str = ""
    title: str = ""
    words: tuple[tuple[str, str], ...] = ()
    """A word or a phrase in small letters, and what stands in its place."""
    kinds: tuple[tuple[str, str], ...] = ()
    """Labels of kinds of entry, by the kind's name; others follow the words."""

    def say(self, text: str) -> str:
        """The text in these words: whole words, the longest first, each place once; a capital stays a capital."""
        if not self.words:
            return text
        known = dict(self.words)
        longest = sorted(known, key=len, reverse=True)
        pattern = rf"(?<![\w-])({'|'.join(map(re.escape, longest))})(?![\w-])"
        return re.sub(
            pattern, lambda found: _like(found[0], known[found[0].casefold()]), text, flags=re.IGNORECASE
        )

    def label(self, kind: str, label: str) -> str:
        """What people read for a kind."""
        return dict(self.kinds).get(kind) or self.say(label)


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
