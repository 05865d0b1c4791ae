"""What people give in an exercise: inputs of four shapes, and what is rated, ticked or chosen there."""

from __future__ import annotations

from typing import Literal, get_args

from workshop.model.kinds import Field
from workshop.model.values import dataclass

Shape = Literal["rows", "form", "rating", "dots"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
Who = Literal["both", "sales", "marketing", "everybody"]
"""Whose answers an input takes; `everybody` takes guests too, who stand apart."""
PERSON = "person"
Confidence = Literal["", "optional", "always"]
"""Whether answers are kept as totals only: never, where the room takes it so before the first answer, or always."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is rated, answered or ticked off: a statement, an option, a preset row."""

    text: str
    group: str = ""
    values: tuple[tuple[str, str], ...] = ()
    """Anything else the file says of it, by key: of a preset row its fields, of a statement what it leads to."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing that is rated about each item."""

    slug: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A letter that may be given in place of a digit."""

    letter: str
    word: str
    value: str = ""
    """What it counts as a number, exact: `0.5`; empty where it is a word only."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """What becomes of a row whose words change: it stays the same thing in a new version."""

    words: str
    """The field with the new words: where the next run begins, they take the place of the old ones."""
    family: str
    """The field that stays the same; the first words, where nobody typed it."""
    version: str
    """The field that counts, from 1."""
    anew: tuple[str, ...] = ()
    """Fields that speak of the old words, and are empty in a new version."""


@dataclass(frozen=True, slots=True)
class Input:
    """What people give, in one of four shapes."""

    slug: str
    shape: Shape
    title: str = ""
    ask: str = ""
    """One line that says what to type."""
    who: Who = "both"
    # rows and forms
    word: str = ""
    """What stands before the colon of a typed row (`lead: ...`); the slug where it is empty."""
    fields: tuple[Field, ...] = ()
    kinds: tuple[str, ...] = ()
    """Rows are the entries of these kinds in this meeting, typed as entries; then it has no fields of its own."""
    presets: tuple[Item, ...] = ()
    """Rows to begin with; the room keeps, changes, strikes and adds."""
    offered: bool = False
    """Presets come only when asked for (`/presets`)."""
    pair: tuple[str, ...] = ()
    """Fields that a last word of so many letters fills (`lead: Wasserwerk Ost GP`); their options are the letters."""
    quick: str = ""
    """The field that `1-4 done` fills."""
    pending: tuple[str, ...] = ()
    """Of what it may be: with these a row is still under way."""
    hidden: tuple[str, ...] = ()
    """Fields that nobody sees before the reveal."""
    carried: bool = False
    """Rows of the last run are there when the next begins; answers of a rating count until somebody answers anew."""
    order: str = ""
    """The field by which rows stand, the smallest first; a row without it stands by its number."""
    per: str = ""
    """The field that tells rows of the same words apart: `North` of one period is another row than `North` of the next;
    or `person`, whoever said them."""
    seeded: tuple[str, ...] = ()
    """Rows begin as the texts of this meeting's entries of these kinds, each once."""
    since: int = 0
    """Of `kinds`: entries of earlier meetings too, of the last so many days by their field `date`, else by the day on
    which they were typed."""
    ever: bool = False
    """Of `kinds`: entries of all meetings up to this one."""
    merged: bool = False
    """Of `kinds`: an entry that is about another of its kind (`ref=`) continues it; both are one row."""
    told_in: str = ""
    """Rows are those of an input of another exercise, `campaign-debrief.lessons`, in the runs of earlier meetings; of
    its fields those that this input names, else a form of that run has them."""
    counted: tuple[str, ...] = ()
    """Fields that count people, as a number or a tally: asked in confidence, fewer than three are refused (rule 3)."""
    reworded: Reworded | None = None
    # ratings and dots
    of: str = ""
    """Rows of that input are what is rated."""
    where: str = ""
    """With `of` or `quick`: a formula over the typed fields of a row and of the forms; only rows for which it holds are
    rated, or ticked off."""
    items: tuple[Item, ...] = ()
    """What is rated, where the file says it. Neither `of` nor `items`: one thing, one value a person."""
    low: int = 1
    high: int = 5
    choices: tuple[Choice, ...] = ()
    """Letters in place of digits."""
    dims: tuple[Dimension, ...] = ()
    """Several digits for each item; empty means one, called `mark`."""
    confidence: Confidence = ""
    """Kept as totals only, where at least three of each team answer (rule 3); else an open round."""
    until_reveal: bool = False
    """Open, but shown only after `/reveal`."""
    least: int = 0
    """Answers a sheet needs for its total to count; 0 means all."""
    sum_to: int = 0
    """Dots or points each person spreads; 0 means the usual number of dots, and for ratings no sum at all."""

    @property
    def prefix(self) -> str:
        """What is typed before the colon."""
        return self.word or self.slug

    @property
    def typed(self) -> bool:
        """Whether lines are typed for it; else it reads what stands elsewhere."""
        return not (self.kinds or self.told_in)

    def field(self, name: str) -> Field | None:
        """The field of that name."""
        return next((field for field in self.fields if field.name == name), None)
