"""The facts: what the journal holds. One command writes one line with all of its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal, TypeAlias

from workshop.model.agenda import Segment
from workshop.model.entries import Ballot, DisputeStatus, Said
from workshop.model.entries import Mode as DecisionMode
from workshop.model.meeting import Mode, NextDate, Presence, Retiming, Scope, Tally
from workshop.model.state import Duty
from workshop.model.teams import Side, Team

# People ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PersonAdded:
    person: str
    team: Team


@dataclass(frozen=True, slots=True)
class TeamChanged:
    person: str
    team: Team


@dataclass(frozen=True, slots=True)
class DutyGiven:
    duty: Duty
    person: str


@dataclass(frozen=True, slots=True)
class PersonForgotten:
    """That somebody was forgotten; not who."""


# The plan ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MeetingPlanned:
    meeting: int
    title: str
    template: str
    on: date
    start: time
    zone: str
    segments: tuple[Segment, ...]
    place: str = ""
    mode: Mode = "in person"
    hard_end: time | None = None


@dataclass(frozen=True, slots=True)
class MeetingChanged:
    """Title, date, place and end as they are from now on."""

    title: str
    on: date
    start: time
    place: str = ""
    mode: Mode = "in person"
    hard_end: time | None = None


@dataclass(frozen=True, slots=True)
class AgendaSet:
    """The segments of a planned meeting as they are from now on."""

    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class HeldAsPreparation:
    """One team alone: no joint figures, no sign-off, not counted as an exchange."""


@dataclass(frozen=True, slots=True)
class MeetingCancelled:
    why: str


@dataclass(frozen=True, slots=True)
class AttendanceNoted:
    person: str
    team: Team
    presence: Presence
    joined: time | None = None
    left: time | None = None
    remark: str = ""


# The clock ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    lead: Side


@dataclass(frozen=True, slots=True)
class SegmentBegan:
    segment: int


@dataclass(frozen=True, slots=True)
class SegmentSkipped:
    segment: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClockPaused:
    scope: Scope


@dataclass(frozen=True, slots=True)
class ClockResumed:
    pass


@dataclass(frozen=True, slots=True)
class BeganEarlier:
    """The segment on screen began so many minutes before it was said."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Retimed:
    retiming: Retiming


@dataclass(frozen=True, slots=True)
class FloorGiven:
    team: Team


# What is said ------------------------------------------------------------------------------------


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


# Decisions and votes -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DecisionAdded:
    number: int
    segment: int
    said: Said
    mode: DecisionMode | None = None
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


# Actions -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ActionAdded:
    number: int
    segment: int
    on: date
    said: Said
    owner: str = ""
    helpers: tuple[str, ...] = ()
    due: date | None = None
    at_next: bool = False
    done_when: str = ""


@dataclass(frozen=True, slots=True)
class ActionSet:
    """Owner, date and wording of an action as they are from now on."""

    number: int
    on: date
    what: str
    """The word for the history."""
    text: str
    owner: str
    helpers: tuple[str, ...]
    due: date | None
    at_next: bool
    done_when: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ActionStatusSet:
    number: int
    on: date
    """The day it happened, which may lie before the day it was said."""
    status: Literal["open", "blocked", "done", "dropped"]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Cleared:
    """An action or topic that was due a third time may go on: escalated, or overridden with a reason."""

    ref: str
    why: str
    who: str = ""
    """Person it was escalated to."""


# Disputes and numbers ----------------------------------------------------------------------------


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


# Closing -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RotiNoted:
    """What would have added a point, and what to keep."""

    change: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RotiRevealed:
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class GateStepDone:
    """The room read back, was asked for anything unsaid, or for credits."""

    step: Literal["read-back", "unsaid", "credits"]


@dataclass(frozen=True, slots=True)
class NextDateSet:
    next: NextDate


@dataclass(frozen=True, slots=True)
class MeetingClosed:
    early: str = ""
    left_open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesApproved:
    meeting: int
    by: str
    made_in: int | None
    on: date
    where: str = ""


@dataclass(frozen=True, slots=True)
class MeetingReopened:
    who: str
    why: str


# Undo --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Undone:
    """The command on that line of the journal does not count."""

    line: int


@dataclass(frozen=True, slots=True)
class Redone:
    """The command on that line counts again."""

    line: int


Fact: TypeAlias = (
    PersonAdded | TeamChanged | DutyGiven | PersonForgotten
    | MeetingPlanned | MeetingChanged | AgendaSet | HeldAsPreparation | MeetingCancelled | AttendanceNoted
    | MeetingOpened | SegmentBegan | SegmentSkipped | ClockPaused | ClockResumed | BeganEarlier | Retimed | FloorGiven
    | EntryAdded | EntryEdited | EntryMoved | Struck | Captured | CaptureSettled | Disposed | Corrected
    | DecisionAdded | DecisionAmended | VoteTaken
    | ActionAdded | ActionSet | ActionStatusSet | Cleared
    | DisputeOpened | DisputeChanged | MetricRecorded
    | RotiNoted | RotiRevealed | GateStepDone | NextDateSet | MeetingClosed | MinutesApproved | MeetingReopened
    | Undone | Redone
)  # fmt: skip
