"""Facts about what is said and decided: entries, captures, votes, disputes, numbers."""

from __future__ import annotations

from datetime import date
from typing import Literal

from workshop.model.entries import Ballot, DisputeStatus, Mode, Said
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class EntryAdded:
    number: int
    segment: int
    said: Said
    read_aloud: bool = False


@dataclass(frozen=True, slots=True)
class EntryEdited:
    number: int
    said: Said


@dataclass(frozen=True, slots=True)
class EntryMoved:
    """Under another segment, or to another place among the entries."""

    number: int
    segment: int
    before: int = 0
    """Number of the entry that follows it from now on; 0 where it keeps its place, or `after` is told."""
    after: int = 0
    """Number of the entry it follows from now on."""


@dataclass(frozen=True, slots=True)
class EntriesMerged:
    """Several entries made one; the others are struck, and what came from them comes from this one."""

    number: int
    gone: tuple[int, ...]
    said: Said
    """The words of all of them."""


@dataclass(frozen=True, slots=True)
class Struck:
    """A record taken out of the minutes; it stays in the journal."""

    ref: str


@dataclass(frozen=True, slots=True)
class Captured:
    number: int
    said: Said


@dataclass(frozen=True, slots=True)
class CaptureSettled:
    number: int
    how: Literal["placed", "parked", "dropped"]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Disposed:
    """What becomes of a parked topic."""

    ref: str
    disposition: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    number: int
    ref: str
    text: str
    target: int
    on: date
    after_approval: bool
    original: str = ""
    """The words as they stood; empty where the record is from long ago."""


@dataclass(frozen=True, slots=True)
class DecisionAdded:
    number: int
    segment: int
    said: Said
    mode: Mode | None = None
    decider: str = ""
    review: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionAmended:
    """New words; the next vote is a new round over them."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class VoteTaken:
    """A round over the text as it stands, on a decision, a dispute or a programme."""

    ref: str
    text: str
    ballots: tuple[Ballot, ...] = ()
    objection: str = ""


@dataclass(frozen=True, slots=True)
class DisputeOpened:
    number: int
    segment: int
    on: date
    said: Said
    level: Literal["team leads", "arbiter"] = "team leads"
    arbiter: str = ""
    decide_by: date | None = None
    status: DisputeStatus = "open"


@dataclass(frozen=True, slots=True)
class DisputeEdited:
    """Words and fields of a dispute as they are from now on."""

    number: int
    said: Said
    level: Literal["team leads", "arbiter"] = "team leads"
    arbiter: str = ""
    decide_by: date | None = None


@dataclass(frozen=True, slots=True)
class DisputeChanged:
    number: int
    on: date
    status: DisputeStatus
    outcome: str = ""
    arbiter: str = ""
    decide_by: date | None = None


@dataclass(frozen=True, slots=True)
class MetricRecorded:
    name: str
    said: Said
