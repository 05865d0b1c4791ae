"""What a line is read against: the kinds, the people, the day, the card on screen."""

from __future__ import annotations

from datetime import date

from workshop.errors import NotFound
from workshop.model.exercises import Input
from workshop.model.kinds import Kind
from workshop.model.teams import Person
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean


@dataclass(frozen=True, slots=True)
class Asked:
    """An input of the exercise on screen, with what a line for it may name."""

    input: Input
    items: tuple[tuple[int, str], ...] = ()
    """Number and text of what it rates."""
    rows: tuple[tuple[int, str], ...] = ()
    """Number and text of its rows."""
    seeds: tuple[str, ...] = ()
    """What the meeting said that may be a row of it."""
    revealed: bool = False
    """Its totals are shown, so no more answers are taken."""

    @property
    def slug(self) -> str:
        """Of the input."""
        return self.input.slug


@dataclass(frozen=True, slots=True)
class Exercising:
    """The exercise on screen."""

    slug: str
    inputs: tuple[Asked, ...]
    """All of its own; those of the step on screen first."""
    in_step: tuple[str, ...] = ()
    """Slugs of those that the step on screen names."""

    def called(self, word: str) -> Asked | None:
        """The input whose word or slug that is."""
        by_word = (asked for asked in self.inputs if asked.input.prefix == word)
        return next(by_word, None) or next((asked for asked in self.inputs if asked.slug == word), None)


@dataclass(frozen=True, slots=True)
class Context:
    """Everything the grammar knows about the room; it asks for nothing else."""

    kinds: tuple[Kind, ...]
    people: tuple[Person, ...]
    today: date
    """The local day."""
    present: tuple[str, ...] = ()
    """Ids of those who are here; their names are looked at first."""
    card: str = "note"
    """The kind that a plain line becomes."""
    cards: tuple[tuple[str, str], ...] = ()
    """Kinds of the cards of the report on screen, each with the slug of its card."""
    next_meeting: date | None = None
    segments: tuple[tuple[int, str], ...] = ()
    """Number and title of the segments of the running agenda."""
    names: tuple[tuple[str, str], ...] = ()
    """Record id and its short name or text, for `ref=`."""
    recorded: tuple[tuple[str, str], ...] = ()
    """Record id and the name of its kind, so that `/edit N-26 worked=yes` knows the fields."""
    templates: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    """Slugs of what `/exercise` may bring up."""
    left_out: tuple[str, ...] = ()
    """Sentences for files of the team's own that could not be used, each begun with the file."""
    exercise: Exercising | None = None
    """The one on screen, if it asks for anything of its own."""
    week_start: int = 0
    """First day of the week, Monday 0."""
    script: bool = False
    """A script is read: `/at` is allowed."""

    def kind(self, name: str) -> Kind:
        """The kind of that name or letter; raises NotFound."""
        for kind in self.kinds:
            if name and name in (kind.name, kind.letter):
                return kind
        near = did_you_mean(name, [kind.name for kind in self.kinds])
        raise NotFound(f"There is no kind of entry called '{name}'{near}")
