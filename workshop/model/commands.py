"""Commands: what somebody wants. `facilitation.decide` turns them into facts, or refuses with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal, TypeAlias

from workshop.model.agenda import Segment
from workshop.model.entries import Ballot, Said
from workshop.model.meeting import Mode, Presence, Scope
from workshop.model.state import Duty
from workshop.model.teams import Group, Team


@dataclass(frozen=True, slots=True)
class Due:
    """A day, or the next meeting, or no day at all."""

    on: date | None = None
    at_next: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Values of one group, in the order typed; for a tally the values repeated (`5x2` is 5, 5)."""

    group: Group
    values: tuple[int, ...]


# One typed line ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Add:
    """Any line that is not a slash command: an entry, action, decision, dispute, metric or parked topic."""

    said: Said
    who: tuple[str, ...] = ()
    """Person ids in the order typed: the speaker of an entry; of an action the owner, then the helpers."""
    due: Due | None = None
    """None where no date was typed."""


@dataclass(frozen=True, slots=True)
class GiveRoti:
    """Return on time: rows in confidence, and what to change and keep."""

    rows: tuple[Row, ...] = ()
    change: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


# The plan ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddPerson:
    """`person` is the id that people.json gave."""

    person: str
    team: Team


@dataclass(frozen=True, slots=True)
class GiveDuty:
    duty: Duty
    person: str


@dataclass(frozen=True, slots=True)
class PlanMeeting:
    template: str
    on: date
    start: time
    title: str = ""
    place: str = ""
    mode: Mode = "in person"
    hard_end: time | None = None


@dataclass(frozen=True, slots=True)
class ChangeMeeting:
    """None leaves a thing as it is."""

    meeting: int
    title: str | None = None
    on: date | None = None
    start: time | None = None
    place: str | None = None
    mode: Mode | None = None
    hard_end: time | None = None


@dataclass(frozen=True, slots=True)
class SetAgenda:
    meeting: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Prepare:
    """Hold the running meeting as a preparation of one team."""


@dataclass(frozen=True, slots=True)
class CancelMeeting:
    meeting: int
    why: str


@dataclass(frozen=True, slots=True)
class Attend:
    people: tuple[str, ...]
    presence: Presence | None = None
    """None: only `left` or the remark changes."""
    joined: time | None = None
    left: time | None = None
    remark: str = ""


# The clock ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Start:
    """Open the planned meeting; `meeting` 0 means the one at hand."""

    meeting: int = 0


@dataclass(frozen=True, slots=True)
class Next:
    pass


@dataclass(frozen=True, slots=True)
class Back:
    pass


@dataclass(frozen=True, slots=True)
class GoTo:
    segment: int


@dataclass(frozen=True, slots=True)
class Pause:
    """Pause, or go on if that clock is paused."""

    scope: Scope = "meeting"


@dataclass(frozen=True, slots=True)
class Extend:
    minutes: int


@dataclass(frozen=True, slots=True)
class Retime:
    """Fit what is left: into the planned end, or into `minutes` for the whole meeting."""

    minutes: int | None = None
    apply: bool = False
    """False shows what would change."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the segment on screen, or `segment`; it comes back at the next meeting."""

    why: str = ""
    segment: int | None = None


@dataclass(frozen=True, slots=True)
class StartedEarlier:
    minutes: int


@dataclass(frozen=True, slots=True)
class Floor:
    team: Team


# Records -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edit:
    """New words or fields for a record: what is None stays, a given field replaces the field of its name."""

    ref: str
    said: Said | None = None
    """text "" keeps the text; fields, tags, priority, audience, detail given here replace."""
    who: tuple[str, ...] = ()
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Strike:
    ref: str


@dataclass(frozen=True, slots=True)
class Move:
    ref: str
    segment: int


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


# Closing -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show what was given in confidence: totals only, from now on."""


@dataclass(frozen=True, slots=True)
class PassGate:
    """The room was read the decisions and actions, asked for anything unsaid, or for credits."""

    step: Literal["read-back", "unsaid", "credits"]


@dataclass(frozen=True, slots=True)
class SetNextDate:
    on: date | None = None
    template: str = ""
    start: time | None = None
    why_none: str = ""


@dataclass(frozen=True, slots=True)
class Close:
    early: str = ""
    """Why it closes with points open; empty asks for a full close."""


@dataclass(frozen=True, slots=True)
class Approve:
    """Approve minutes: in the meeting that runs, or elsewhere with `by` and where."""

    meeting: int
    by: str = ""
    made_in: str = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    meeting: int
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Undo:
    pass


@dataclass(frozen=True, slots=True)
class Redo:
    pass


Command: TypeAlias = (
    Add | GiveRoti
    | AddPerson | GiveDuty | PlanMeeting | ChangeMeeting | SetAgenda | Prepare | CancelMeeting | Attend
    | Start | Next | Back | GoTo | Pause | Extend | Retime | Skip | StartedEarlier | Floor
    | Edit | Strike | Move | Correct | Dispose | SettleCapture
    | Amend | Vote | Settle | Escalate | SetAction | SetStatus | Override
    | Reveal | PassGate | SetNextDate | Close | Approve | Reopen | Undo | Redo
)  # fmt: skip
