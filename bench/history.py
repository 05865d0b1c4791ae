"""Workspaces to compare: an empty one, and others with the record of one year and of ten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from workshop.library import load
from workshop.model.agenda import Segment
from workshop.model.codec import write_fact
from workshop.model.entries import Ballot, Said, Value
from workshop.model.facts import (
    ActionAdded,
    ActionStatusSet,
    AttendanceNoted,
    DecisionAdded,
    EntryAdded,
    Fact,
    GateStepDone,
    MeetingClosed,
    MeetingOpened,
    MeetingPlanned,
    MetricRecorded,
    NextDateSet,
    PersonAdded,
    SegmentBegan,
    VoteTaken,
)
from workshop.model.meeting import NextDate
from workshop.model.moments import Reading
from workshop.model.teams import Team
from workshop.settings import Settings
from workshop.store import PeopleFile, Place, Profile, replace_file
from workshop.store.chain import JOURNAL, SCHEMA, header
from workshop.store.lines import encode, hash_of
from workshop.workspace import Workspace

ONE_YEAR, TEN_YEARS = 24, 240
"""Meetings: two a month."""
ENTRIES = 60
ACTIONS = 12
DECISIONS = 4
PEOPLE = 12
EVERY = timedelta(days=14)
KINDS = ("objection", "win", "loss", "need", "hot-button", "lead-quality", "quote", "note", "finding", "tool")
TEMPLATE = "monthly-90"


def empty(directory: Path) -> Path:
    """A workspace with people and nothing else."""
    return _written(directory, _lines(_people()))


def past(directory: Path, meetings: int, entries: int = ENTRIES) -> Path:
    """A workspace with so many closed meetings of so many entries each; its register is not built yet."""
    return _written(directory, _lines((*_people(), *_meetings(meetings, entries))))


def _written(directory: Path, journal: bytes) -> Path:
    Workspace.create(directory, Settings(name="Norvik Dosing Systems", zone="Europe/Berlin"))
    people = PeopleFile(directory)
    for number in range(1, PEOPLE + 1):
        people.put(Profile(f"P-{number}", f"Person Number{number}", "Field"))
    replace_file(directory / JOURNAL, journal)
    return directory


Told = tuple[int | None, str, datetime, tuple[Fact, ...]]
"""Meeting, command, wall clock, facts."""


def _lines(told: Iterable[Told]) -> bytes:
    """The journal, chained line by line as the program does it, without a sync for each."""
    start = header(SCHEMA)
    written, place = [start], Place(len(start), 0, hash_of(start.rstrip(b"\n")))
    for meeting, command, at, facts in told:
        reading = Reading(at, round(at.timestamp() * 1000), "history")
        raw = encode(place, meeting, reading, command, [write_fact(fact) for fact in facts])
        written.append(raw + b"\n")
        place = Place(place.offset + len(raw) + 1, place.n + 1, hash_of(raw))
    return b"".join(written)


def _first_day() -> date:
    return datetime.now(UTC).date() - EVERY * (TEN_YEARS + 1)


def _team(number: int) -> Team:
    return "sales" if number % 2 else "marketing"


def _people() -> Iterator[Told]:
    at = datetime.combine(_first_day() - EVERY, time(8), UTC)
    for number in range(1, PEOPLE + 1):
        yield None, "AddPerson", at, (PersonAdded(f"P-{number}", _team(number)),)


def _meetings(count: int, entries: int) -> Iterator[Told]:
    segments = load().agenda(TEMPLATE).segments
    for number in range(1, count + 1):
        yield from _meeting(number, _first_day() + EVERY * (number - 1), segments, entries)


def _meeting(number: int, on: date, segments: tuple[Segment, ...], entries: int) -> Iterator[Told]:
    """One meeting, a line every forty seconds; with more entries as much faster."""
    begin = datetime.combine(on, time(9), UTC)
    lines = (*_opening(number, on, segments), *_said(number, on, segments, entries), *_closing(on))
    for step, (command, facts) in enumerate(lines):
        yield number, command, begin + timedelta(seconds=40 * step * ENTRIES / entries), facts


Step = tuple[str, tuple[Fact, ...]]


def _opening(number: int, on: date, segments: tuple[Segment, ...]) -> Iterator[Step]:
    planned = MeetingPlanned(number, f"Monthly {number}", TEMPLATE, on, time(9), "Europe/Berlin", segments)
    yield "PlanMeeting", (planned,)
    for person in range(1, PEOPLE + 1):
        yield "Attend", (AttendanceNoted(f"P-{person}", _team(person), "present"),)
    yield "Start", (MeetingOpened("sales" if number % 2 else "marketing"), SegmentBegan(1))
    for action in range((number - 2) * ACTIONS + 1, (number - 1) * ACTIONS + 1):
        if action > 0:
            yield "SetStatus", (ActionStatusSet(action, on, "dropped" if action % 7 == 0 else "done"),)


def _said(number: int, on: date, segments: tuple[Segment, ...], entries: int) -> Iterator[Step]:
    per_segment = entries // (len(segments) - 1)
    for index in range(entries):
        segment = min(2 + index // per_segment, len(segments))
        if index % per_segment == 0 and 2 + index // per_segment <= len(segments):
            yield "Next", (SegmentBegan(segment),)
        yield "Add", (EntryAdded((number - 1) * entries + index + 1, segment, _entry(number, index)),)
    for decision in range((number - 1) * DECISIONS + 1, number * DECISIONS + 1):
        text = f"From now on every returned lead carries reason code {decision}"
        yield "Add", (DecisionAdded(decision, len(segments), Said("decision", text, team="both"), "five"),)
        ballots = (Ballot("sales", (4, 3, 4, 5, 4, 3)), Ballot("marketing", (4, 4, 5, 4, 4, 3)))
        yield "Vote", (VoteTaken(f"D-{decision}", text, ballots),)
    for action in range((number - 1) * ACTIONS + 1, number * ACTIONS + 1):
        said = Said("action", f"Send the list of reference plants, part {action}", source=f"D-{number}")
        owner = f"P-{action % PEOPLE + 1}"
        yield "Add", (ActionAdded(action, len(segments), on, said, owner, due=on + EVERY, done_when="sent"),)
    for name in ("lead acceptance", "win rate", "velocity"):
        fields = (Value("parts", f"{number}/{number * 3}"), Value("period", f"{on:%Y-%m}"))
        yield "Add", (MetricRecorded(name, Said("metric", name, fields=fields)),)


def _entry(number: int, index: int) -> Said:
    text = f"What customer {number}-{index} said about delivery time and the price of the spare parts"
    fields = (Value("segment", "utilities"), Value("heard", "2026-02-24"))
    person = index % PEOPLE + 1
    return Said(KINDS[index % len(KINDS)], text, "", f"P-{person}", _team(person), fields, ("food",))


def _closing(on: date) -> Iterator[Step]:
    yield "PassGate", (GateStepDone("read-back"),)
    yield "PassGate", (GateStepDone("unsaid"),)
    yield "SetNextDate", (NextDateSet(NextDate(on + EVERY, TEMPLATE, time(9))),)
    yield "Close", (MeetingClosed(),)
