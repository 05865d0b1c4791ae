"""Facts about what is said and decided: entries, captures, votes, disputes, numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from workshop.model.entries import Ballot, DisputeStatus, Mode, Said


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
    number: int
    segment: int


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
