"""Commands about records: edit, vote, settle, assign, tick off."""

from __future__ import annotations

from datetime import date
from typing import Literal

from workshop.model.commands.typed import Due
from workshop.model.entries import Ballot, Said
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """New words or fields for a record: what is None stays, a given field replaces the field of its name."""

    ref: str
    said: Said | None = None
    """text "" keeps the text; fields, tags, priority, audience, detail given here replace."""
    who: tuple[str, ...] = ()
    due: Due | None = None
    without: tuple[str, ...] = ()
    """Marks that go: `#food` one tag, `#` every tag, `!` priority, `@` speaker, `for` readers, `from` source."""


@dataclass(frozen=True, slots=True)
class Strike:
    ref: str


@dataclass(frozen=True, slots=True)
class Move:
    ref: str
    segment: int


@dataclass(frozen=True, slots=True)
class Place:
    """An entry next to another one."""

    ref: str
    side: Literal["before", "after"]
    beside: str


@dataclass(frozen=True, slots=True)
class Merge:
    """The words of the others join the first."""

    ref: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """One entry as several; the words of each."""

    ref: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correct:
    """Correct the minutes of an earlier meeting (or this one) at a record."""

    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class Dispose:
    ref: str
    disposition: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class SettleCapture:
    """`number` 0 means every capture that waits."""

    number: int
    how: Literal["placed", "parked", "dropped"]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Amend:
    decision: int
    text: str


@dataclass(frozen=True, slots=True)
class Vote:
    ref: str
    ballots: tuple[Ballot, ...] = ()
    objection: str | None = None
    """For consent: the objection raised; "" where the room was asked and nobody objected."""


@dataclass(frozen=True, slots=True)
class Settle:
    dispute: int
    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Escalate:
    """A dispute to its arbiter, or an action or topic that came up a third time."""

    ref: str
    who: str = ""
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class SetAction:
    """Owner and date; None leaves a thing as it is."""

    action: int
    who: tuple[str, ...] = ()
    due: Due | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SetStatus:
    action: int
    status: Literal["open", "blocked", "done", "dropped"]
    on: date | None = None
    due: Due | None = None
    """A new due date said in the same breath."""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    why: str
    ref: str = ""
    """Empty: everything that came up a third time."""
