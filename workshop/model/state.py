"""The state: what the record says at a moment, with all that a running meeting needs and no more."""

from __future__ import annotations

from typing import Literal

from workshop.model.entries import Action, Audience, Capture, Decision, Dispute, Entry, Metric
from workshop.model.meeting import Meeting
from workshop.model.moments import Reading
from workshop.model.runs import Run
from workshop.model.teams import Team
from workshop.model.values import dataclass

Duty = Literal["arbiter", "liaison"]


@dataclass(frozen=True, slots=True)
class Member:
    """A person as the journal knows them."""

    person: str
    team: Team
    forgotten: bool = False


@dataclass(frozen=True, slots=True)
class Counters:
    """The last number given of each kind; numbers are never given twice."""

    meeting: int = 0
    entry: int = 0
    action: int = 0
    decision: int = 0
    dispute: int = 0
    capture: int = 0
    correction: int = 0


@dataclass(frozen=True, slots=True)
class Exchange:
    """A meeting that was closed, as later ones need it (cadence, openings)."""

    meeting: int
    template: str
    closed: int
    """ms on the workspace's timeline"""
    on: str
    """ISO date of the meeting"""
    lead: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A meeting of another workspace whose minutes can be read here."""

    meeting: int
    title: str
    template: str
    on: str
    """ISO date"""


@dataclass(frozen=True, slots=True)
class Parked:
    """A parked topic, or a segment that was not reached, until something becomes of it."""

    ref: str
    """`N-56`, or `M-1/8` for a segment."""
    text: str
    by: str
    """Person id, or empty."""
    meeting: int
    disposition: str = ""
    """`next agenda`, `action`, `separate talk`, `drop`; empty while undecided."""
    date: str = ""
    """ISO date from which it is due again; empty for the next meeting."""
    carried: int = 0
    cleared: str = ""
    since: int = 0
    """ms; when it was parked"""
    settled: int = 0
    """ms; when it was dropped or handed on; 0 while it waits"""
    audience: Audience = ""
    """As of the entry it was parked in, which may be gone from the state before the topic is."""
    cleared_to: str = ""
    """Person it was escalated to."""


@dataclass(frozen=True, slots=True)
class State:
    """The fold of the journal. Old, settled things leave it at a checkpoint; the register still lists them."""

    members: tuple[Member, ...] = ()
    arbiter: str = ""
    liaison: str = ""
    meetings: tuple[Meeting, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    metrics: tuple[Metric, ...] = ()
    captures: tuple[Capture, ...] = ()
    parked: tuple[Parked, ...] = ()
    agreements: tuple[Entry, ...] = ()
    """Agreements in force."""
    terms: tuple[Entry, ...] = ()
    """The glossary."""
    programmes: tuple[Entry, ...] = ()
    """Programmes that are not over, as last told."""
    exchanges: tuple[Exchange, ...] = ()
    imported: tuple[Imported, ...] = ()
    runs: tuple[Run, ...] = ()
    """Runs of exercises: of the meetings at hand, and the last ones of each exercise. The one taken up last stands last."""
    counters: Counters = Counters()
    undoable: tuple[int, ...] = ()
    """Journal lines of the running meeting that undo can take back, oldest first."""
    redoable: tuple[int, ...] = ()
    """Lines just undone, the last one last."""
    moment: int = 0
    """Now, in ms on the timeline: time passed since the first line, by the monotonic clock within one boot."""
    reading: Reading | None = None
    """The two clocks at the last line."""

    def meeting(self, number: int) -> Meeting | None:
        """The meeting of that number, if it is still held here."""
        return next((meeting for meeting in self.meetings if meeting.number == number), None)

    @property
    def running(self) -> Meeting | None:
        """The meeting whose clock runs."""
        return next((meeting for meeting in self.meetings if meeting.status == "running"), None)

    def team(self, person: str) -> str:
        """The team somebody belongs to today; empty for a stranger."""
        return next((member.team for member in self.members if member.person == person), "")

    def action(self, number: int) -> Action | None:
        """The action of that number, if it is still held here."""
        return next((action for action in self.actions if action.number == number), None)

    def decision(self, number: int) -> Decision | None:
        """The decision of that number, if it is still held here."""
        return next((decision for decision in self.decisions if decision.number == number), None)

    def dispute(self, number: int) -> Dispute | None:
        """The dispute of that number, if it is still held here."""
        return next((dispute for dispute in self.disputes if dispute.number == number), None)

    def run(self, exercise: str, meeting: int) -> Run | None:
        """The run of an exercise in a meeting, if there is one."""
        return next((run for run in self.runs if run.exercise == exercise and run.meeting == meeting), None)

    def runs_before(self, exercise: str, meeting: int) -> tuple[Run, ...]:
        """Runs of an exercise that were taken up in meetings before that one, the newest first."""
        same = [run for run in self.runs if run.exercise == exercise]
        places = [place for place, run in enumerate(same) if run.meeting == meeting]
        earlier = same[: places[0]] if places else same
        return tuple(reversed(earlier))

    def entry(self, number: int) -> Entry | None:
        """The entry of that number, if its meeting is still held here."""
        return next(
            (entry for meeting in self.meetings for entry in meeting.entries if entry.number == number), None
        )
