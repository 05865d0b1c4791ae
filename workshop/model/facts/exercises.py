"""Facts about exercises: opened, stepped through, rows, answers, what was revealed."""

from __future__ import annotations

from workshop.model.runs import Answer, Asked, RunRow, Totals
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class RunOpened:
    """An exercise begins in a segment, or is taken up again there."""

    exercise: str
    segment: int
    rows: tuple[RunRow, ...] = ()
    """Rows to begin with: presets, and what lives on from the last run."""
    part: str = ""
    """The part that is meant there; empty for all of it."""


@dataclass(frozen=True, slots=True)
class RunStepped:
    exercise: str
    step: int


@dataclass(frozen=True, slots=True)
class RowSet:
    """A row as it is from now on; a number that is there already is replaced."""

    exercise: str
    row: RunRow


@dataclass(frozen=True, slots=True)
class RowStruck:
    exercise: str
    input: str
    number: int


@dataclass(frozen=True, slots=True)
class AnswersGiven:
    """Open answers; `asked` are the items as they stood when the first were given."""

    exercise: str
    answers: tuple[Answer, ...]
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class AnswersCleared:
    """The open answers of an input do not count any more."""

    exercise: str
    input: str


@dataclass(frozen=True, slots=True)
class InputRevealed:
    """What was hidden until now is shown: fields, or open answers."""

    exercise: str
    input: str


@dataclass(frozen=True, slots=True)
class ConfidenceChosen:
    """What the room chose for a round that may be asked either way: in confidence, or openly as it began."""

    exercise: str
    input: str
    confided: bool = True


@dataclass(frozen=True, slots=True)
class TotalsRevealed:
    """Totals of what was given in confidence; undo does not reach behind it."""

    exercise: str
    totals: Totals
    asked: Asked


@dataclass(frozen=True, slots=True)
class VersionMade:
    """What lives on was changed for the first time in this run; counted over all runs of the exercise."""

    exercise: str
    version: int
