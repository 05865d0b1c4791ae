"""Small builders of records, meetings and states for the tests; dates are given as ISO text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from workshop.measures.roti import totals
from workshop.model.agenda import Segment, SegmentKind
from workshop.model.entries import (
    Action,
    ActionStatus,
    Audience,
    Ballot,
    Decision,
    Dispute,
    DisputeStatus,
    Entry,
    Mode,
    Round,
    Said,
    Value,
)
from workshop.model.meeting import Attendance, Item, ItemState, Meeting, NextDate, Roti
from workshop.model.state import Exchange, Member, Parked, State
from workshop.model.teams import GROUPS, Group, Side, Team

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def day(iso: str) -> date:
    """`day("2026-03-06")`."""
    return date.fromisoformat(iso)


def said(
    kind: str = "note",
    text: str = "Something was said",
    *,
    who: str = "",
    team: str = "",
    source: str = "",
    tags: tuple[str, ...] = (),
    audience: Audience = "",
    **fields: str | tuple[str, ...],
) -> Said:
    """A typed line; a field given as a tuple stands there several times."""
    values = tuple(
        Value(name, value)
        for name, given in fields.items()
        for value in ((given,) if isinstance(given, str) else given)
    )
    return Said(
        kind, text, speaker=who, team=team, fields=values, tags=tags, source=source, audience=audience
    )


def entry(
    number: int = 1,
    line: Said | None = None,
    *,
    meeting: int = 1,
    segment: int = 1,
    read_aloud: bool = False,
    struck: bool = False,
    rounds: tuple[Round, ...] = (),
) -> Entry:
    """A numbered line of the record."""
    return Entry(number, meeting, segment, NOON, line or said(), read_aloud, struck, rounds)


def vote(
    *,
    sales: Iterable[int] = (),
    marketing: Iterable[int] = (),
    others: Iterable[int] = (),
    text: str = "We do it",
    objection: str = "",
) -> Round:
    """A round; a group without votes has no ballot."""
    groups: tuple[tuple[Group, tuple[int, ...]], ...] = (
        ("sales", tuple(sales)),
        ("marketing", tuple(marketing)),
        ("others", tuple(others)),
    )
    return Round(text, tuple(Ballot(group, values) for group, values in groups if values), objection)


def decision(
    number: int = 1,
    *,
    text: str = "We do it",
    mode: Mode | None = "five",
    rounds: tuple[Round, ...] = (),
    decider: str = "",
    meeting: int = 1,
    source: str = "",
    struck: bool = False,
) -> Decision:
    """A decision; votes of `vote` are over its usual text."""
    line = said("decision", text, team="both", source=source)
    return Decision(number, meeting, 1, line, mode, decider, None, rounds, struck)


def dispute(
    number: int = 1,
    *,
    text: str = "How do we decide?",
    rounds: tuple[Round, ...] = (),
    meeting: int = 1,
    opened: str = "2026-03-03",
    status: DisputeStatus = "open",
    decide_by: str | None = None,
) -> Dispute:
    """A dispute."""
    line = said("dispute", text, team="both")
    by = day(decide_by) if decide_by else None
    return Dispute(number, meeting, 1, line, day(opened), decide_by=by, status=status, rounds=rounds)


def action(
    number: int = 1,
    owner: str = "",
    due: str = "",
    *,
    text: str = "Do it",
    meeting: int | None = 1,
    added: str = "2026-03-03",
    status: ActionStatus = "open",
    closed_on: str = "",
    closed_at: int = 0,
    at_next: bool = False,
    carried: int = 0,
    cleared: str = "",
    source: str = "",
    struck: bool = False,
) -> Action:
    """An action; its original date is its date."""
    on = day(due) if due else None
    return Action(
        number,
        meeting,
        1,
        day(added),
        said("action", text, source=source),
        owner,
        due=on,
        at_next=at_next,
        original_due=on,
        status=status,
        closed_on=day(closed_on) if closed_on else None,
        closed_at=closed_at,
        carried=carried,
        cleared=cleared,
        struck=struck,
    )


def segment(
    number: int = 1, *, title: str = "A segment", kind: SegmentKind = "discuss", minutes: int = 10
) -> Segment:
    """A stretch of an agenda, led by both."""
    return Segment(number, title, kind, ("both",), minutes)


def item(number: int = 1, *, minutes: int = 10, state: ItemState = "ahead") -> Item:
    """A segment on the clock."""
    return Item(segment(number, minutes=minutes), minutes, state=state)


def attendance(**teams: Team) -> tuple[Attendance, ...]:
    """`attendance(ana="sales", ben="marketing")`: who is there."""
    return tuple(Attendance(person, team) for person, team in teams.items())


def meeting(
    number: int = 1,
    on: str = "2026-03-03",
    *,
    opened: int | None = 1000,
    closed: int | None = None,
    lead: Side | None = "sales",
    template: str = "sync-30",
    attending: tuple[Attendance, ...] = (),
    entries: tuple[Entry, ...] = (),
    due_at_opening: tuple[tuple[int, date], ...] = (),
    return_on_time: Roti | None = None,
    preparation: bool = False,
) -> Meeting:
    """Running once it is opened, closed once it is closed, planned otherwise; `opened` and `closed` in ms."""
    return Meeting(
        number,
        "A meeting",
        template,
        day(on),
        time(9),
        "Europe/Berlin",
        (item(1),),
        status="planned" if opened is None else "running" if closed is None else "closed",
        lead=lead,
        opened=opened,
        closed=closed,
        attendance=attending,
        entries=entries,
        due_at_opening=due_at_opening,
        roti=return_on_time or Roti(),
        preparation=preparation,
    )


def next_date(on: str, template: str = "sync-30") -> NextDate:
    """The next meeting as it was agreed."""
    return NextDate(day(on), template)


def exchange(number: int = 1, on: str = "2026-03-03", *, closed: int = 2000) -> Exchange:
    """A meeting that was closed, at that ms of the timeline."""
    return Exchange(number, "sync-30", closed, on, "sales")


def parked(
    ref: str = "N-56",
    *,
    text: str = "A topic",
    date: str = "",
    disposition: str = "",
    carried: int = 0,
    cleared: str = "",
    since: int = 1500,
    settled: int = 0,
) -> Parked:
    """A topic, or a segment that was not reached (`M-1/8`)."""
    return Parked(ref, text, "", 1, disposition, date, carried, cleared, since, settled)


def roti(**rows: str) -> Roti:
    """`roti(sales="5x1 4x3", others="4x2")`, as it is kept after the reveal."""
    given = [
        (group, int(part[0]))
        for group in GROUPS
        for part in rows.get(group, "").split()
        for _ in range(int(part[2:]))
    ]
    counts, groups = totals(given)
    return Roti(counts, groups)


def members(**teams: Team) -> tuple[Member, ...]:
    """`members(ana="sales")`: the people of the workspace, by id."""
    return tuple(Member(person, team) for person, team in teams.items())


def state(
    *,
    people: tuple[Member, ...] = (),
    meetings: tuple[Meeting, ...] = (),
    actions: tuple[Action, ...] = (),
    decisions: tuple[Decision, ...] = (),
    exchanges: tuple[Exchange, ...] = (),
    topics: tuple[Parked, ...] = (),
) -> State:
    """A state that holds just this."""
    return State(
        members=people,
        meetings=meetings,
        actions=actions,
        decisions=decisions,
        exchanges=exchanges,
        parked=topics,
    )
