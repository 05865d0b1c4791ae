"""Commands about exercises."""

from __future__ import annotations

from typing import Literal

from workshop.model.entries import Value
from workshop.model.teams import Group
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class OpenExercise:
    """Bring an exercise up in the segment on screen."""

    exercise: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Go to a step: `to` from 1, or one on or back."""

    to: int = 0
    by: Literal[-1, 0, 1] = 0


@dataclass(frozen=True, slots=True)
class SetRow:
    """A typed row of the exercise on screen. A text that is there already, or a number, changes that row."""

    input: str
    text: str = ""
    number: int = 0
    """0 finds the row by its text, or adds one."""
    fields: tuple[Value, ...] = ()
    """Replace the fields of their names; a value `-` empties one."""
    team: str = ""
    person: str = ""
    preset: bool = False
    """Offered by the exercise and not touched by anybody yet: nothing is missing in it."""


@dataclass(frozen=True, slots=True)
class SetRows:
    """Several rows at once: a pasted list, `1-4 done`, the presets."""

    rows: tuple[SetRow, ...]


@dataclass(frozen=True, slots=True)
class StrikeRow:
    input: str
    number: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Answers of one group or person as typed."""

    group: Group
    values: tuple[str, ...]
    """Over all items in their order, or of several people about one item."""
    item: int = 0
    """Number of the item, as it is listed; 0 for a sheet over all items."""
    person: str = ""


@dataclass(frozen=True, slots=True)
class GiveAnswers:
    """Answers to an input of the exercise on screen; in confidence they go into the box, not into the journal."""

    input: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Confide:
    """Take a round in confidence where the exercise leaves it to the room, before the first answer."""

    input: str = ""
    """Empty means all such rounds of the exercise on screen that may still be taken so."""
    on: bool = True
    """False: openly after all."""


@dataclass(frozen=True, slots=True)
class ClearAnswers:
    """Take all answers of an input away, to collect anew."""

    input: str = ""
    """Empty means the input on screen that has answers."""


@dataclass(frozen=True, slots=True)
class RevealInput:
    """Show what was given in confidence or hidden; empty means the input on screen."""

    input: str = ""
    early: bool = False
    """Without waiting for everybody who is here."""


@dataclass(frozen=True, slots=True)
class TakeDraft:
    """Make a suggestion real, with owner and date where it is an action."""

    number: int
    who: tuple[str, ...] = ()
    due: str = ""
    """ISO date; empty for the next meeting."""
    text: str = ""
    """Other words than the draft's."""
