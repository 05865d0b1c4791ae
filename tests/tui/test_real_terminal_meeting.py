"""The whole kickoff by keys alone, in the real program on a real terminal: the same minutes as line by line.

The sample's script is moved to today, so that nothing in it lies in the past. The line mode plays it on the script's
clock; in the terminal the same lines are typed as fast as it takes them, and what the line mode answered to a line is
what has to appear on the screen before the next one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from scripts import SAMPLE
from terminal import Terminal

from workshop.line.script_workspace import script_session
from workshop.line.session import Session
from workshop.tui.drafts import read_draft
from workshop.workspace import Workspace
from workshop.workspace.issuing import render

HELD = date(2026, 3, 3)
"""The day on which the sample's meeting was held."""
TEN = 10
"""The hour, where the test runs, at which its meeting is held: no day ends while it runs."""
HEADINGS = ("/here ", "lead-quality: White", "/readback", "/unsaid")
"""What the later parts begin with: up to the kill, after it, the read-back, the close."""
REAL = frozenset({"stamp", "opened", "closed", "real", "real_ms", "airtime"})


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
def test_the_kickoff_by_keys_alone_brings_the_minutes_of_the_line_mode(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    ready, first, second, reading, closing = parts()
    spoken, typed = script_session(tmp_path / "spoken", issue=False), tmp_path / "typed"
    for session in (spoken, script_session(typed, issue=False)):
        tuple(answers(session, ready))

    with Terminal("-w", typed, size=size) as terminal:
        enter_the_room(terminal)
        type_all(terminal, spoken, first[:-1])
        everything_is_in_sight(terminal, "5/11 What the field says", "Who and what matters")
        cut = first[-1][: len(first[-1]) // 2]
        terminal.type(cut)
        terminal.until(lambda: read_draft(typed) == cut, "the kept draft")
        terminal.kill()

    with Terminal("-w", typed, "run", size=size) as terminal:
        terminal.wait("5/11 What the field says", cut[-20:])
        terminal.enter(first[-1][len(cut) :], said(spoken, first[-1]))
        type_all(terminal, spoken, second)
        everything_is_in_sight(terminal, "10/11 Who does what by when", "Read yours aloud")
        read_back(terminal, spoken, reading)
        close(terminal, spoken, closing)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0

    assert minutes(typed) == minutes(tmp_path / "spoken")


# The script ------------------------------------------------------------------------------------------


def parts() -> Iterator[list[str]]:
    """The lines of the script, moved to today, cut where the hands do something else."""
    now = datetime.now(UTC)
    ahead = (TEN - now.hour + 12) % 24 - 12  # hours from UTC to where it is ten now
    moved = (now + timedelta(hours=ahead)).date() - HELD
    text = (SAMPLE / "kickoff.txt").read_text(encoding="utf-8")
    text = text.replace("zone=Europe/Berlin", f"zone=Etc/GMT{-ahead:+d}")
    text = re.sub(r"\d{4}-\d\d-\d\d", lambda day: str(date.fromisoformat(day[0]) + moved), text)
    lines = [line for line in text.splitlines() if line and not line.startswith("# ")]
    ends = [next(n for n, line in enumerate(lines) if line.startswith(words)) for words in HEADINGS]
    for begin, end in zip([0, *ends], [*ends, None], strict=True):
        yield lines[begin:end]


def answers(session: Session, lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each line that is no move of the clock, with what the line mode says to it."""
    for line in lines:
        told = said(session, line)
        if not line.startswith("/at "):
            yield line, told


def said(session: Session, line: str) -> str:
    """The first words of the answer, as the status line has them."""
    return next(iter(tuple(session.feed(line))), "").strip(" =-")[:40]


# The hands -------------------------------------------------------------------------------------------


def enter_the_room(terminal: Terminal) -> None:
    """From Home to the room, before the meeting begins."""
    terminal.wait("Norvik Dosing Systems", "Kickoff: sales and marketing")
    terminal.press(":")
    terminal.wait("Find a command, a meeting")
    terminal.type("run the meeting")
    terminal.wait("│ run the meeting ", "Run the meeting.")
    terminal.press("down")
    terminal.until(lambda: re.search(r"▸ Room +Run the meeting", terminal.text) is not None, "Room in hand")
    terminal.press("enter")
    terminal.wait("No meeting is running", "waits in the inbox")


def type_all(terminal: Terminal, spoken: Session, lines: list[str]) -> None:
    """Each line by its letters, the next segment by its key; results that come up large are looked at and left."""
    for line, told in answers(spoken, lines):
        if line == "/next":
            terminal.press("F9")
        else:
            terminal.type(line)
            terminal.press("enter")
        if line.startswith("/reveal"):  # what an exercise has come to stands large; esc goes on
            terminal.until(lambda: "  results" in terminal.line(0), "the results, large")
            terminal.press("esc")
            terminal.wait("Type what is said")
        else:
            terminal.until_said(told)


def read_back(terminal: Terminal, spoken: Session, lines: list[str]) -> None:
    """Every decision and action by its yes; then back to the room, and on."""
    (readback, _), following = answers(spoken, lines)
    assert (readback, following[0]) == ("/readback", "/next")
    terminal.press("esc")
    terminal.wait("? Help", "] Next")
    terminal.press("C")
    terminal.wait("Decisions and actions are not read back yet.")
    terminal.press("r")
    count = len(spoken.workspace.state.actions) + len(spoken.workspace.state.decisions)
    for place in range(1, count + 1):
        terminal.wait(f"{place} of {count}")
        terminal.press("enter")
    terminal.wait("▸ Anything unsaid", gone="not read back yet")
    terminal.press("q")
    terminal.wait("10/11 Who does what by when", "] Next")
    terminal.press("]")
    terminal.until_said(following[1])


def close(terminal: Terminal, spoken: Session, lines: list[str]) -> None:
    """Through the open points by enter and single keys; then the highlights, and the minutes."""
    told = dict(answers(spoken, lines))
    first, second = (line for line in told if line.startswith("credit: "))
    roti = next(line for line in told if line.startswith("roti: "))
    date = next(line for line in told if line.startswith("/nextdate "))
    terminal.press("C")
    point(terminal, "Anything unsaid", "Is there anything unsaid?", "n")
    terminal.until_said(told["/unsaid"])
    point(terminal, "Credit", "Who was of help?", "t")
    terminal.wait("▸ credit:")
    terminal.enter(first.removeprefix("credit: "), told[first])
    type_here(terminal, second, told[second])
    type_here(terminal, roti, told[roti])
    terminal.wait("R Totals")
    terminal.press("R")
    terminal.until_said(told["/reveal"])
    type_here(terminal, date, told[date])
    terminal.wait("ready to close")
    terminal.press("C")
    terminal.wait("closes and makes the minutes")
    terminal.press("enter")
    terminal.until_said(told["/close"])
    terminal.wait("The minutes are ready.")


def point(terminal: Terminal, name: str, question: str, key: str) -> None:
    """Enter on the open point at hand, and the key of the answer."""
    terminal.wait(f"▸ {name}")
    terminal.press("enter")
    terminal.wait(question)
    terminal.press(key)


def type_here(terminal: Terminal, line: str, told: str) -> None:
    """A line on the screen Close."""
    terminal.wait("i Type")
    terminal.press("i")
    terminal.wait("esc Back", gone="i Type")
    terminal.enter(line, told)


# What is seen, and what is kept ----------------------------------------------------------------------


def everything_is_in_sight(terminal: Terminal, segment: str, prompt: str) -> None:
    """Segment, both clocks, prompt, line and keys, from top to bottom, with nothing to scroll for."""
    terminal.wait(segment, prompt)
    clock, head = terminal.row(r" of \d+ min .* ends \d\d:\d\d"), terminal.row(segment)
    words, line = terminal.row(prompt), terminal.row(r"^ [a-z' ]+ ▸ Type what is said; Enter stores it")
    assert clock == 0 < head < words < line < terminal.rows - 1
    assert re.search(r"\d+:\d\d left of \d+ min", terminal.lines[head])
    assert re.match(r" F1 Help .* \^p Commands$", terminal.lines[-1])


def minutes(directory: Path) -> object:
    """Everything the minutes hold, without what the clock alone says: when it was held, and how long things took."""
    return timeless(json.loads(render(Workspace(directory), 1, "json")))


def timeless(part: Any) -> object:
    """The real clock's fields left out: moments, real minutes (the planned ones stay), and airtime: minutes end at the
    full minute, and what one side said in the last few seconds may all lie behind it."""
    if isinstance(part, list):
        return [timeless(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {key: timeless(value) for key, value in part.items() if key not in REAL}
