"""What is said in a meeting and what comes of it: entries, decisions, actions, disputes, numbers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from workshop.model.teams import Group
from workshop.model.values import dataclass

Audience = Literal["", "sales", "marketing", "internal", "me"]
"""Who may read it: everybody, one team, the two teams, only the facilitator."""
Priority = Literal["", "high", "low"]
Mode = Literal["five", "consent", "gradient", "decider"]
ActionStatus = Literal["open", "blocked", "done", "dropped"]
DisputeStatus = Literal["open", "talking", "settled", "escalated", "decided", "parked"]
LONGEST = 4000
"""Characters that one text, detail or value may have."""


@dataclass(frozen=True, slots=True)
class Value:
    """One field of an entry. A repeated field stands there several times."""

    name: str
    value: str
    """Dates as ISO, persons as ids (`P-3`), tallies as `5x2 4x1`, `?` for unknown, all else as typed."""


@dataclass(frozen=True, slots=True)
class Said:
    """One typed line, understood: what every kind of entry has in common."""

    kind: str
    text: str
    detail: str = ""
    speaker: str = ""
    """Person id; empty for a group, for both teams, or where nobody was named."""
    team: str = ""
    """Team of the speaker, or of the kind; `both` for the two together; empty where it cannot be told."""
    fields: tuple[Value, ...] = ()
    tags: tuple[str, ...] = ()
    priority: Priority = ""
    source: str = ""
    """Id of the record it came from (`N-12`)."""
    audience: Audience = ""
    also: tuple[str, ...] = ()
    """Ids of others whose words joined this line when entries were merged."""
    draft: str = ""
    """Of what an exercise suggested: its slug and the words of the draft, whatever the words are now."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody whose words these are, by id."""
        return (*((self.speaker,) if self.speaker else ()), *self.also)

    def get(self, name: str) -> str:
        """The first value of a field, or empty."""
        return next((field.value for field in self.fields if field.name == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field."""
        return tuple(field.value for field in self.fields if field.name == name)


@dataclass(frozen=True, slots=True)
class Ballot:
    """Open votes of one group: one value for each person who voted, in the order given."""

    group: Group
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """One numbered vote over one exact text."""

    text: str
    ballots: tuple[Ballot, ...] = ()
    objection: str = ""
    """In consent: the reasoned objection that was raised; empty where nobody objected."""

    def values(self, group: Group) -> tuple[int, ...]:
        """The votes of a group."""
        return tuple(value for ballot in self.ballots if ballot.group == group for value in ballot.values)


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered line of the record (`N-4`)."""

    number: int
    meeting: int
    segment: int
    at: datetime
    said: Said
    read_aloud: bool = False
    """Spoken for somebody who was not there; does not count towards a side."""
    struck: bool = False
    rounds: tuple[Round, ...] = ()
    """Buy-in votes on a programme."""
    merged: tuple[int, ...] = ()
    """Numbers of the struck entries whose words joined this one."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A line caught between meetings; waits in the inbox until the next one places, parks or drops it."""

    number: int
    at: datetime
    said: Said


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, in its exact words (`D-1`)."""

    number: int
    meeting: int
    segment: int
    said: Said
    mode: Mode | None = None
    """How; None where it was simply stated and nobody objected."""
    decider: str = ""
    review: date | None = None
    rounds: tuple[Round, ...] = ()
    struck: bool = False
    amended: bool = False
    """Its words were changed since it was typed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step in the life of an action or a dispute."""

    on: date
    what: str
    """`added`, `due 20 March`, `done`, `blocked`, ... as a word for the history."""
    remark: str = ""
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Who does what by when (`A-3`). Numbers go on over meetings."""

    number: int
    meeting: int | None
    """Meeting it was made in; None between meetings."""
    segment: int
    added: date
    said: Said
    owner: str = ""
    helpers: tuple[str, ...] = ()
    due: date | None = None
    at_next: bool = False
    """Due at the next meeting, whose date is not known yet."""
    original_due: date | None = None
    done_when: str = ""
    status: ActionStatus = "open"
    closed_on: date | None = None
    """Day it was done or dropped."""
    closed_at: int = 0
    """The same on the workspace's timeline, milliseconds."""
    carried: int = 0
    """Meetings at whose opening it was due and which left it unfinished."""
    cleared: str = ""
    """Why it may go on after the third time: `escalated`, or the reason of an override."""
    cleared_to: str = ""
    """Person it was escalated to."""
    struck: bool = False
    history: tuple[Change, ...] = ()

    @property
    def live(self) -> bool:
        """Neither done nor dropped nor struck."""
        return self.status in ("open", "blocked") and not self.struck


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute has a neutral question, a clock and an ending (`X-1`, E21)."""

    number: int
    meeting: int
    segment: int
    said: Said
    """Fields: root, sides, facts, missing, level."""
    opened: date
    level: Literal["team leads", "arbiter"] = "team leads"
    arbiter: str = ""
    decide_by: date | None = None
    status: DisputeStatus = "open"
    outcome: str = ""
    settled_on: date | None = None
    rounds: tuple[Round, ...] = ()
    struck: bool = False
    history: tuple[Change, ...] = ()

    @property
    def live(self) -> bool:
        """Still waiting for an ending."""
        return self.status not in ("settled", "decided") and not self.struck


@dataclass(frozen=True, slots=True)
class Metric:
    """One value of one number both teams look at (E10). Fields of `said`: parts, period, source, target ..."""

    name: str
    meeting: int
    said: Said

    @property
    def period(self) -> str:
        """The stretch of time the value is for, as typed."""
        return self.said.get("period")
