"""The kinds of entry and their fields, as content describes them."""

from __future__ import annotations

from typing import Literal, get_args

from workshop.model.values import dataclass

FieldType = Literal[
    "short", "long", "int", "dec", "money", "pct", "date", "bool", "one", "many", "scale5", "scale10",
    "person", "people", "team", "ref", "tally", "parts",
]  # fmt: skip
FIELD_TYPES: tuple[FieldType, ...] = get_args(FieldType)
Voice = Literal["anybody", "sales", "marketing", "both", "marketing-or-guest", "sales-or-marketing"]
VOICES: tuple[Voice, ...] = get_args(Voice)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind."""

    name: str
    type: FieldType = "short"
    required: bool = False
    """Asked for by the complete-later tray; never blocks storing."""
    options: tuple[str, ...] = ()
    """For `one` and `many`: the words allowed; empty means free words. For other types: words allowed
    besides a value of the type (`none` for a date)."""
    unknown: bool = False
    """`?` counts as an answer (it stands in the minutes as an open point)."""
    past: bool = False
    """Of a date: the day has come already, so `tue` is the last Tuesday."""
    repeat: bool = False
    """May be given more than once."""
    most: int = 0
    """For `many`: how many words at most, for a number the largest; 0 for any number."""
    least: int | None = None
    """For a number: the smallest; None for any."""
    label: str = ""
    """What people read in place of the name; empty where the name reads as words."""
    letters: str = ""
    """Of `short`: the letters that it may hold; any text where it is empty."""
    of: str = ""
    """Of `short` with letters, in an exercise: one letter for each row of that input, in their order."""
    at_most: str = ""
    """In an exercise: another field of the row that holds as many people or more; the smaller count is part of it."""
    option_labels: tuple[str, ...] = ()
    """What people read in place of each of the options, in their order; empty where the options are words."""

    def reads(self, word: str) -> str:
        """One of the options as people read it; any other word as it is."""
        return dict(zip(self.options, self.option_labels, strict=False)).get(word, word)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry."""

    name: str
    """What is typed before the colon, stored and exported."""
    label: str
    """What people read."""
    voice: Voice = "anybody"
    letter: str = ""
    """One-letter prefix (`o` for objection), if any."""
    as_group: bool = False
    """Said by the team as a group: no speaker is stored."""
    fields: tuple[Field, ...] = ()
    asks: bool = False
    """Wants an answer: its field `answer`, or something that came from it; asked for at closing."""
    section: str = ""
    """The section of the minutes it stands in: `field`, `market`, `needs`, ... free word of the content."""

    def field(self, name: str) -> Field | None:
        """The field of that name, if the kind has it."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def team(self) -> str:
        """The team an entry without speaker belongs to; empty where it cannot be told."""
        return self.voice if self.voice in ("sales", "marketing", "both") else ""
