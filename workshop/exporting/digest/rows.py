"""The rows of the minutes: what one line of each section shows, with the ids it came from."""

from __future__ import annotations

from datetime import date

from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Who:
    """A person as the papers name them."""

    id: str
    name: str
    team: str


@dataclass(frozen=True, slots=True)
class Here:
    """One line of the attendance."""

    who: Who
    role: str = ""
    """Of a guest, the department they speak for."""
    note: str = ""
    """`from 09:03`, `until 11:00`, a remark."""


@dataclass(frozen=True, slots=True)
class TeamHere:
    """Those of one team who took part."""

    team: str
    label: str
    people: tuple[Here, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One field of a record, ready to read."""

    name: str
    label: str
    text: str
    raw: str
    """As stored: ISO dates, ids of persons."""


@dataclass(frozen=True, slots=True)
class GroupVote:
    """Open votes of one group."""

    group: str
    values: tuple[int, ...]
    mean: str
    """Two places, rounded for reading."""


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One round over one exact text."""

    number: int
    text: str
    groups: tuple[GroupVote, ...]
    joint: str
    """Mean of the team means; empty where one team did not vote."""
    verdict: str
    objection: str = ""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry (`N-4`)."""

    id: str
    kind: str
    label: str
    """What people call the kind."""
    text: str
    """Corrections made before approval are worked in."""
    segment: int
    who: Who | None = None
    team: str = ""
    by: str = ""
    """Who said it, in words: a name, `everybody`, `sales, as a group`."""
    pairs: tuple[Pair, ...] = ()
    tags: tuple[str, ...] = ()
    detail: str = ""
    priority: str = ""
    source: str = ""
    audience: str = ""
    correction: int | None = None
    """Number of the correction that is worked into the text."""
    rounds: tuple[VoteRow, ...] = ()
    merged: tuple[str, ...] = ()
    """Ids of the entries whose words joined this one."""

    def get(self, name: str) -> str:
        """A field as it reads, or empty."""
        return next((pair.text for pair in self.pairs if pair.name == name), "")


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The entries of one kind."""

    kind: str
    label: str
    rows: tuple[EntryRow, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A section that gathers entries by kind, whatever segment they were said in."""

    slug: str
    title: str
    groups: tuple[KindGroup, ...]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was decided, in its exact words (`D-1`)."""

    id: str
    text: str
    how: str
    """How it was decided, in words: `by five fingers`, `by Clara Vogt`."""
    segment: int
    verdict: str = ""
    """Of the last round, or `decided`; empty where it was simply stated."""
    rounds: tuple[VoteRow, ...] = ()
    decider: Who | None = None
    review: date | None = None
    detail: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    audience: str = ""
    correction: int | None = None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Who does what by when (`A-3`)."""

    id: str
    text: str
    status: str
    """`open`, `blocked`, `done`, `dropped`."""
    standing: str
    """On the day of the meeting: `new`, `overdue`, `due`, `not yet due`, `done late`, `done`, `dropped`."""
    added: date
    meeting: int | None
    """Meeting it was made in; null between meetings."""
    owner: Who | None = None
    helpers: tuple[Who, ...] = ()
    due: date | None = None
    at_next: bool = False
    original_due: date | None = None
    """Only where the date was moved."""
    done_when: str = ""
    closed_on: date | None = None
    days: int = 0
    """Days overdue, or days late."""
    carried: int = 0
    cleared: str = ""
    source: str = ""
    remark: str = ""
    """The last thing said about it."""
    detail: str = ""
    priority: str = ""
    tags: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    audience: str = ""
    changes: int = 0
    """Steps in its history, for programs that keep a copy."""
    correction: int | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One line of the programme calendar."""

    id: str
    name: str
    start: date | None
    end: date | None
    owner: str
    gate: str
    buy_in: VoteRow | None
    warnings: tuple[str, ...]
    pairs: tuple[Pair, ...]
    by: str = ""
    detail: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    correction: int | None = None
    audience: str = ""


@dataclass(frozen=True, slots=True)
class NeedRow:
    """What one team asked of the other, and the answer."""

    id: str
    text: str
    team: str
    by: str
    purpose: str = ""
    wanted: date | None = None
    answer: str = ""
    instead: str = ""
    note: str = ""
    owner: str = ""
    effort: str = ""
    pairs: tuple[Pair, ...] = ()
    detail: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    correction: int | None = None
    audience: str = ""


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A neutral question and where it stands (`X-1`)."""

    id: str
    question: str
    status: str
    overdue: bool
    root: str = ""
    facts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    """Only with the consent of both."""
    level: str = ""
    arbiter: Who | None = None
    decide_by: date | None = None
    outcome: str = ""
    opened: date | None = None
    settled_on: date | None = None
    days: int = 0
    """From opening to its ending, or to the day of the meeting."""
    rounds: tuple[VoteRow, ...] = ()
    pairs: tuple[Pair, ...] = ()
    detail: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    correction: int | None = None
    audience: str = ""
