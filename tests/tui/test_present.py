"""Present: the room sees what it may see, and the file between the two terminals holds nothing else."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import factories as make
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from screens import FIRM, stage
from textual.pilot import Pilot
from textual.widgets import Digits, Static

from workshop.errors import Damaged
from workshop.line.feed import (
    FILE,
    Decided,
    Feed,
    Now,
    Promise,
    Result,
    Watch,
    Words,
    feed,
    read_feed,
    write_feed,
)
from workshop.model.entries import Audience
from workshop.model.moments import Reading
from workshop.model.state import State
from workshop.store import ManualClock
from workshop.tui.present import PresentApp

AT = Reading(datetime(2026, 3, 3, 9, tzinfo=UTC), 1_000, "boot")
WORDS = Words("Norvik", lambda person: f"name of {person}", lambda day: day.isoformat() if day else "no date")
HIDDEN = "secret"
MARKS: tuple[Audience, ...] = ("", "sales", "marketing", "internal", "me")
HOSTILE = (
    "[@click=app.quit]x[/]",
    "[/b] closes nothing",
    "[20%] less",
    "[red]red[/red]",
    "$ink {x} \\[ :smile:",
)


def opened(**changes: Any) -> Any:
    """A meeting on its first segment."""
    return replace(make.meeting(), opened=0, opened_at=AT.at, status="running", **changes)


def told(state: State, meeting: Any = None) -> Feed:
    return feed(state, meeting or state.meetings[0], AT, 60_000, WORDS)


@st.composite
def records(draw: st.DrawFn) -> tuple[State, list[str]]:
    """A state with records of every kind, and the words that the room may see."""
    entries, decisions, actions, seen = [], [], [], []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        mark, struck = draw(st.sampled_from(MARKS)), draw(st.booleans())
        home = draw(st.sampled_from((1, 1, 1, 2)))
        fits = not mark and not struck and home == 1
        words = f"{'open' if fits else HIDDEN} {number} end"
        kind = draw(st.sampled_from(("entry", "decision", "action")))
        if kind == "entry":
            line = make.said(
                draw(st.sampled_from(("note", "private", "objection"))), f"{HIDDEN} {number}", audience=mark
            )
            entries.append(make.entry(number, line, struck=struck))
            continue
        seen += [words] if fits else []
        line = replace(make.said(kind, words, audience=mark, source="N-1"), detail=HIDDEN, tags=(HIDDEN,))
        if kind == "decision":
            decisions.append(
                replace(make.decision(number, meeting=home, struck=struck, mode=None), said=line)
            )
        else:
            actions.append(
                replace(make.action(number, "P-1", meeting=home, struck=struck), said=line, done_when=HIDDEN)
            )
    roti = replace(make.meeting().roti, change=(HIDDEN,), keep=(HIDDEN,))
    meeting = opened(entries=tuple(entries), roti=roti)
    return State(meetings=(meeting,), decisions=tuple(decisions), actions=tuple(actions)), seen


@given(records())
def test_nothing_private_marked_struck_or_from_elsewhere_is_in_the_feed(
    made: tuple[State, list[str]],
) -> None:
    state, seen = made
    text = msgspec.json.encode(told(state)).decode()
    assert HIDDEN not in text
    assert all(words in text for words in seen)


def test_return_on_time_is_in_the_feed_only_when_it_is_revealed_and_without_names() -> None:
    meeting = opened()
    assert told(State(meetings=(meeting,))).results == ()
    roti = replace(make.roti(sales="5x1 4x1", marketing="4x1"), change=("start on time",))
    shown = told(State(meetings=(replace(meeting, roti=roti),))).results
    assert [result.title for result in shown] == ["Return on time"]
    assert "split not shown" in shown[0].words
    text = msgspec.json.encode(shown).decode()
    assert "name of" not in text
    assert "start on time" not in text


def test_a_vote_is_shown_only_when_both_teams_at_the_table_gave_theirs() -> None:
    meeting = opened(attendance=make.attendance(ana="sales", cleo="marketing"))
    half = make.decision(1, rounds=(make.vote(sales=(4, 3)),))
    whole = make.decision(2, rounds=(make.vote(sales=(4, 3), marketing=(5,)),))
    none = make.decision(3)
    shown = told(State(meetings=(meeting,), decisions=(half, whole, none))).decisions
    assert [each.how for each in shown] == [
        "waits for its vote", "passed · sales 3.50 n=2, marketing 5.00 n=1, joint 4.25", "waits for its vote",
    ]  # fmt: skip


def test_a_closed_meeting_keeps_what_it_agreed_and_has_no_clock() -> None:
    meeting = replace(opened(), status="closed", closed=120_000, closed_at=AT.at)
    shown = told(State(meetings=(meeting,), actions=(make.action(1, "P-1"),)))
    assert shown.over
    assert shown.now is None
    assert [each.owner for each in shown.actions] == ["name of P-1"]


def test_the_feed_reads_as_it_was_written_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    meeting = opened()
    first = told(State(meetings=(meeting,), decisions=(make.decision(mode=None),)))
    write_feed(tmp_path, first)
    assert read_feed(tmp_path) == first
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_no_feed_is_an_empty_one_and_a_broken_one_is_named(tmp_path: Path) -> None:
    assert read_feed(tmp_path) == Feed()
    (tmp_path / FILE).write_text("{")
    with pytest.raises(Damaged, match=r"feed\.json"):
        read_feed(tmp_path)


async def test_the_running_program_feeds_the_second_terminal_after_each_change(tmp_path: Path) -> None:
    async with stage(tmp_path) as shown:
        assert read_feed(tmp_path).meeting == "Sync"
        await shown.app.feed("; do not say this aloud")
        await shown.app.feed("o: only for us for:sales")
        await shown.app.feed("a: call the lab @bo")
        await shown.settle()
        assert [each.text for each in read_feed(tmp_path).actions] == ["call the lab"]
        raw = (tmp_path / FILE).read_text()
        assert "aloud" not in raw
        assert "only for us" not in raw


async def test_rows_in_confidence_reach_the_feed_only_as_totals(tmp_path: Path) -> None:
    async with stage(tmp_path) as shown:
        before = (tmp_path / FILE).read_text()
        await shown.app.feed("roti: sales 5 4 marketing 2 3")
        await shown.settle()
        assert (tmp_path / FILE).read_text() == before
        await shown.app.feed("/reveal")
        await shown.settle()
        assert read_feed(tmp_path).results[0].words.startswith("mean 3.50 (n=4)")


async def test_a_terminal_that_only_reads_along_does_not_write_the_feed(tmp_path: Path) -> None:
    async with stage(tmp_path):
        (tmp_path / FILE).unlink()
        async with stage(tmp_path, "") as second:
            await second.settle()
            assert second.app.desk.reading_along
            assert not (tmp_path / FILE).exists()


async def test_a_meeting_that_is_only_planned_is_not_shown(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.settle()
        assert read_feed(tmp_path).meeting == ""


# The screen -------------------------------------------------------------------------------------

NOW = Now(
    "Who does what", 2, 5, ("Read yours aloud and say yes.",), Watch(600_000, 60_000, True), Watch(1_800_000, 60_000, True),
    "09:30", AT.at, AT.mono, AT.boot,
)  # fmt: skip
SHOWN = Feed(
    firm="Norvik", meeting="Sync", now=NOW, results=(Result("Return on time", "mean 4.00 (n=6)", (("5", 2), ("4", 4))),),
    decisions=(Decided("D-1", "One price list", "passed"),), actions=(Promise("A-1", "Call the lab", "Bo Lind", "Fri 6 March"),),
)  # fmt: skip


@asynccontextmanager
async def presenting(
    directory: Path, told_: Feed, *, size: tuple[int, int] = (80, 24), plain: bool = False
) -> AsyncIterator[tuple[PresentApp, Pilot[int], ManualClock]]:
    """The second terminal over this feed, its clock in the test's hand."""
    write_feed(directory, told_)
    clock = ManualClock(AT.at)
    app = PresentApp(directory, clock=lambda: replace(clock.read(), mono=AT.mono, boot="later"), ascii=plain)
    async with app.run_test(size=size) as pilot:
        await app.look()
        await pilot.pause()
        yield app, pilot, clock


def text(app: PresentApp) -> str:
    """Everything on the screen."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


async def test_the_room_sees_prompt_clock_results_decisions_and_actions(tmp_path: Path) -> None:
    async with presenting(tmp_path, SHOWN) as (app, _, _clock):
        seen = text(app)
        for words in (
            "Who does what",
            "Read yours aloud",
            "ends 09:30",
            "Return on time",
            "One price list",
            "Bo Lind",
            "2 of 5",
        ):
            assert words in seen, words
        assert app.query_one("#left", Digits).value == "9:00"


async def test_the_question_stands_in_the_middle_until_something_is_made(tmp_path: Path) -> None:
    alone = replace(SHOWN, results=(), decisions=(), actions=())
    async with presenting(tmp_path, alone) as (app, pilot, _):
        lines = text(app).splitlines()
        asked = next(number for number, line in enumerate(lines) if "Read yours aloud" in line)
        assert len(lines) // 3 < asked < 2 * len(lines) // 3
        write_feed(tmp_path, SHOWN)
        await app.look()
        await pilot.pause()
        lines = text(app).splitlines()
        assert next(number for number, line in enumerate(lines) if "Read yours aloud" in line) < asked


async def test_the_clock_goes_on_between_two_looks_and_says_when_it_is_over(tmp_path: Path) -> None:
    async with presenting(tmp_path, SHOWN) as (app, _, clock):
        clock.move_to(AT.at + timedelta(minutes=10))
        await app.look()
        assert app.query_one("#left", Digits).value == "+1:00"
        assert "over" in str(app.query_one("#signal", Static).content)


async def test_a_clock_that_stands_still_says_so(tmp_path: Path) -> None:
    paused = replace(SHOWN, now=replace(NOW, item=Watch(600_000, 60_000, False)))
    async with presenting(tmp_path, paused) as (app, _, clock):
        clock.move_to(AT.at + timedelta(minutes=10))
        await app.look()
        assert app.query_one("#left", Digits).value == "9:00"
        assert "stands still" in str(app.query_one("#signal", Static).content)


async def test_b_makes_it_black_and_brings_it_back(tmp_path: Path) -> None:
    async with presenting(tmp_path, SHOWN) as (app, pilot, _):
        await pilot.press("b")
        assert text(app).strip() == ""
        await pilot.press("b")
        assert "One price list" in text(app)


async def test_a_feed_that_cannot_be_read_is_said_over_what_was_there(tmp_path: Path) -> None:
    async with presenting(tmp_path, SHOWN) as (app, pilot, _):
        (tmp_path / FILE).write_text("{", encoding="utf-8")
        await app.look()
        await pilot.pause()
        assert FILE in text(app).replace("\n", " ")
        assert "One price list" in text(app)
        write_feed(tmp_path, SHOWN)
        await app.look()
        await pilot.pause()
        assert "Who does what" in text(app)


async def test_leaving_while_the_feed_is_being_read_ends_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.tui.present.LOOK", 0.01)
    begun, held = Event(), Event()

    def slow(_: PresentApp) -> Feed:
        begun.set()
        held.wait(60)
        return SHOWN

    async with asyncio.timeout(60):
        async with presenting(tmp_path, SHOWN) as (_, pilot, _clock):
            monkeypatch.setattr(PresentApp, "_read", slow)
            while not begun.is_set():
                await pilot.pause(0.01)
        assert not held.is_set()
    held.set()


async def test_what_is_fed_later_is_shown(tmp_path: Path) -> None:
    async with presenting(tmp_path, Feed(firm="Norvik")) as (app, pilot, _):
        assert "No meeting is running yet." in text(app)
        write_feed(tmp_path, replace(SHOWN, now=None, over=True, next="Tue 17 March 2026"))
        await app.look()
        await pilot.pause()
        assert "We meet again Tue 17 March 2026" in text(app)


async def test_words_of_people_are_never_markup_for_the_room(tmp_path: Path) -> None:
    feed_ = replace(
        SHOWN, firm=HOSTILE[0], meeting=HOSTILE[1], results=(Result(HOSTILE[3], HOSTILE[2]),),
        decisions=tuple(Decided(f"D-{n}", words, "passed") for n, words in enumerate(HOSTILE)),
        actions=tuple(Promise(f"A-{n}", words, words, "") for n, words in enumerate(HOSTILE)),
        now=replace(NOW, segment=HOSTILE[3], prompts=HOSTILE),
    )  # fmt: skip
    async with presenting(tmp_path, feed_, size=(200, 60)) as (app, _, _clock):
        seen = text(app)
        assert all(words in seen for words in HOSTILE)


async def test_a_terminal_with_ascii_only_gets_no_other_sign(tmp_path: Path) -> None:
    async with presenting(tmp_path, SHOWN, plain=True) as (app, _, _clock):
        seen = text(app)
        assert "9:00" in seen
        assert [sign for sign in seen if ord(sign) > 126] == []


def test_a_day_is_told_by_the_writer_of_the_feed() -> None:
    state = State(meetings=(opened(),), actions=(make.action(1, "P-1", "2026-03-06"),))
    assert told(state).actions[0].due == date(2026, 3, 6).isoformat()
