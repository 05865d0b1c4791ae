"""A tiny firm with two meetings: the second one holds something for every section of the minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from factories import (
    action,
    day,
    decision,
    dispute,
    entry,
    exchange,
    meeting,
    parked,
    roti,
    said,
    vote,
)
from outcomes import every_sort

from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.digest.exercises import headlines, in_order
from workshop.library import load
from workshop.model.agenda import Segment
from workshop.model.entries import Change, Dispute, Entry, Metric
from workshop.model.meeting import (
    Approval,
    Attendance,
    Closing,
    Correction,
    Item,
    Meeting,
    NextDate,
    Retiming,
    Span,
    Turn,
)
from workshop.model.results import Outcome
from workshop.model.state import Member, State
from workshop.model.teams import Person
from workshop.settings import Settings

MINUTE = 60_000
FILES = Path(__file__).parent / "files"
LIBRARY = load()
PEOPLE = (
    Person("P-1", "Łukasz Żuk", "sales", "Sales"),
    Person("P-2", "Inés Ñuñez", "sales", "Sales"),
    Person("P-3", "Siobhán O'Brien", "marketing", "Marketing"),
    Person("P-4", "Ayşe Şahin", "marketing", "Marketing"),
    Person("P-5", "Ελένη Παππά", "guest", "Service"),
    Person("P-6", "Ольга Ткач", "sponsor", "Director"),
)
SETTINGS = Settings(name="Pumps & Co", zone="Europe/Berlin")


def _first() -> Meeting:
    """Closed on 3 March, corrected and approved in the second."""
    goal = entry(1, said("goal", "Revenue 52 M EUR", who="P-1", team="sales"))
    tool = entry(2, said("objection", "Too dear", who="P-1", team="sales", heard="2026-03-01"))
    need = entry(3, said("need", "Know programmes before customers do", who="P-2", team="sales"))
    correction = Correction(1, "N-2", "Too dear by 15 percent", 1, 2, day("2026-03-17"), original="Too dear")
    return replace(
        meeting(1, opened=1000, closed=61 * MINUTE, entries=(goal, tool, need)),
        status="approved",
        opened_at=datetime(2026, 3, 3, 8, tzinfo=UTC),
        closed_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        corrections=(correction,),
        approval=Approval("", 2, day("2026-03-17")),
        roti=replace(roti(sales="4x3", marketing="5x3"), change=("shorter",), keep=("ten real leads",)),
    )


def _entries() -> tuple[Entry, ...]:
    return (
        entry(10, said("check-in", "Marketing is here to help", who="P-1", team="sales", question="here-to"), meeting=2),
        entry(
            11,
            said("objection", "Ten weeks is | too long", who="P-2", team="sales", tags=("food",), heard="2026-03-10",
                 tactic="loan unit", worked="yes", type="time"),
            meeting=2, segment=2,
        ),
        entry(12, said("tool", "Nobody finds the table", team="sales", tool="catalogue", usability="3x1 2x3 1x1"), meeting=2, segment=2),
        entry(13, said("quote", "Somebody who answers on Friday", who="P-1", team="sales", source="N-2"), meeting=2, segment=2),
        entry(14, said("need", "A reason on every lead", who="P-3", team="marketing", purpose="fix the filter", by="2026-03-20", answer="yes", owner="P-2"), meeting=2, segment=2),
        entry(15, said("win", "AquaNova", who="P-2", team="sales", value="27000", main="service", evidence="customer told us"), meeting=2, segment=2),
        entry(
            16,
            said("programme", "Spring webinars", who="P-3", team="marketing", message="Comply calmly", cta="?", start="2026-03-30",
                 end="2026-05-01", owner="P-4", channel="e-mail,web", gate="draft"),
            meeting=2, segment=2, rounds=(vote(sales=(4, 1)),),
        ),
        entry(17, said("question", "Who tells service?", who="P-5", team="guest"), meeting=2, segment=3),
        entry(18, said("parking", "Names of sizes", who="P-5", team="guest", disposition="next agenda", date="2026-04-07"), meeting=2, segment=3),
        entry(19, said("credit", "Your webinar filled my diary", who="P-1", team="sales", to="marketing"), meeting=2, segment=3),
        entry(20, said("note", "Only for us", audience="me"), meeting=2, segment=3),
        entry(21, said("risk", "The certificate may slip", who="P-5", team="guest", effect="announced too early"), meeting=2, segment=3),
    )  # fmt: skip


def _items() -> tuple[Item, ...]:
    def segment(number: int, title: str, minutes: int) -> Segment:
        return Segment(number, title, "discuss", ("both",), minutes)

    return (
        Item(segment(1, "Opening", 5), 5, (Span(100 * MINUTE, 106 * MINUTE),), state="done"),
        Item(segment(2, "What the field says", 10), 12, (Span(106 * MINUTE, 118 * MINUTE),), state="done"),
        Item(segment(3, "Close", 5), 5, (Span(118 * MINUTE, 123 * MINUTE),), state="done"),
        Item(segment(4, "If time allows", 10), 10, state="dropped", why="no time left"),
    )


def _second() -> Meeting:
    """Closed on 17 March, a draft."""
    attending = (
        Attendance("P-1", "sales"),
        Attendance("P-2", "sales", "late", joined=time(9, 3)),
        Attendance("P-3", "marketing", left=time(9, 20)),
        Attendance("P-4", "marketing", "apologies", remark="holiday"),
        Attendance("P-5", "guest"),
    )
    corrected = Correction(
        2,
        "N-21",
        "The certificate slips to June",
        2,
        3,
        day("2026-03-31"),
        original="The certificate may slip",
    )
    return replace(
        meeting(2, "2026-03-17", opened=100 * MINUTE, closed=123 * MINUTE, attending=attending, entries=_entries()),
        title="Sync", place="Room Fjord", items=_items(),
        opened_at=datetime(2026, 3, 17, 8, 0, tzinfo=UTC), closed_at=datetime(2026, 3, 17, 8, 23, tzinfo=UTC),
        due_at_opening=((1, day("2026-03-06")), (2, day("2026-03-10")), (3, day("2026-03-27"))),
        roti=replace(roti(sales="5x2 4x1", marketing="4x3"), change=("numbers sent before",), keep=("real leads",)),
        retimings=(Retiming("+2 What the field says", ((2, 10, 12),), (4,)),),
        turns=(Turn("sales", Span(100 * MINUTE, 110 * MINUTE)), Turn("marketing", Span(110 * MINUTE, 123 * MINUTE))),
        closing=Closing(True, True, True, NextDate(day("2026-04-07"), "monthly-90", time(9))),
        corrections=(corrected,),
    )  # fmt: skip


def _dispute() -> Dispute:
    plain = dispute(
        1,
        text="How do we set prices?",
        rounds=(vote(sales=(5, 4), marketing=(2, 0)),),
        meeting=2,
        opened="2026-03-17",
    )
    told = said(
        "dispute", "How do we set prices?", root="price", sides=("ours is right", "no, ours"),
        facts="cost rise is real", missing="orders lost",
    )  # fmt: skip
    return replace(
        plain, said=told, level="arbiter", arbiter="P-6", decide_by=day("2026-03-30"), status="escalated"
    )


def _state() -> State:
    amended = decision(
        1, text="Leads carry a reason code", meeting=2,
        rounds=(
            vote(sales=(4, 2), marketing=(4,), text="Leads carry a code"),
            vote(sales=(4, 3), marketing=(5,), text="Leads carry a reason code"),
        ),
    )  # fmt: skip
    done = action(1, "P-3", "2026-03-06", text="Send the calendar", source="N-3", status="done", closed_on="2026-03-05",
                  closed_at=70 * MINUTE)  # fmt: skip
    late = replace(
        action(2, "P-1", "2026-03-10", text="Update the leads", carried=1),
        due=day("2026-03-20"), helpers=("P-2",), done_when="all updated",
        history=(Change(day("2026-03-17"), "due 2026-03-20", "6 of 9", 2),),
    )  # fmt: skip
    fresh = replace(
        action(4, "P-2", "2026-03-24", text="Put the sheet into the library", meeting=2, added="2026-03-17", source="N-11"),
        done_when="sheet linked",
    )  # fmt: skip
    entries = _entries()
    return State(
        members=tuple(Member(person.id, person.team) for person in PEOPLE),
        meetings=(_first(), _second()),
        actions=(done, late, action(3, "P-4", "2026-03-27", text="Count lost orders"), fresh),
        decisions=(amended,),
        disputes=(_dispute(),),
        metrics=(
            Metric("win rate", 1, said("metric", "win rate", parts="6/20", period="2025 Q4")),
            Metric("win rate", 2, said("metric", "win rate", parts="2/3", period="March")),
        ),
        parked=(parked("N-18", text="Names of sizes", disposition="next agenda", date="2026-04-07", since=120 * MINUTE),),
        agreements=(entry(4, said("agreement", "Problem first, then a fix", team="both")),),
        terms=(entry(5, said("term", "Accepted lead", team="both", meaning="read, and contact promised")),),
        programmes=(entries[6],),
        exchanges=(exchange(1, "2026-03-03", closed=61 * MINUTE), exchange(2, "2026-03-17", closed=123 * MINUTE)),
        moment=123 * MINUTE,
    )  # fmt: skip


@pytest.fixture
def source() -> Source:
    """The second meeting after its close."""
    state = _state()
    state = replace(state, parked=tuple(replace(topic, meeting=2) for topic in state.parked))
    return Source(state, state.meetings[1], PEOPLE, SETTINGS, LIBRARY)


@pytest.fixture
def minutes(source: Source) -> Minutes:
    return digest(source)


@pytest.fixture
def holding(source: Source, minutes: Minutes) -> Callable[..., Minutes]:
    """The same minutes with what these exercises came to."""

    def made(*outcomes: Outcome) -> Minutes:
        rows = in_order(source.meeting, outcomes)
        return replace(minutes, exercises=rows, headlines=headlines(rows))

    return made


@pytest.fixture
def results(holding: Callable[..., Minutes]) -> Minutes:
    """Minutes with a result of every sort."""
    return holding(*every_sort())


@pytest.fixture
def saying(source: Source) -> Callable[..., Source]:
    """The same meeting with these entries in place of its own."""

    def made(*entries: Entry) -> Source:
        changed = replace(source.meeting, entries=entries)
        first = source.state.meetings[0]
        return replace(source, meeting=changed, state=replace(source.state, meetings=(first, changed)))

    return made


@pytest.fixture
def bare() -> Source:
    """A meeting that one team opened and closed without a word."""
    quiet = replace(
        meeting(1, closed=2000, attending=(Attendance("P-1", "sales"),)),
        items=(),
        opened_at=datetime(2026, 3, 3, 8, tzinfo=UTC),
        closed_at=datetime(2026, 3, 3, 8, tzinfo=UTC),
    )
    return Source(State(meetings=(quiet,)), quiet, PEOPLE, SETTINGS, LIBRARY)


@pytest.fixture
def agrees_with(tmp_path: Path) -> Callable[[str, str], None]:
    """Compares with a file of `files/`; where the change is meant, copy the written file over it."""

    def compared(name: str, text: str) -> None:
        written = tmp_path / name
        written.write_text(text, encoding="utf-8", newline="\n")
        golden = FILES / name
        assert golden.is_file(), f"nothing to compare with: {written}"
        assert text == golden.read_text(encoding="utf-8"), f"compare {written} with {golden}"

    return compared
