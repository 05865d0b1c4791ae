"""Close: a walk through what is open, the read-back, the highlights, and the minutes while the coats go on."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import RUNNING, Stage, stage

from workshop.errors import MissingLibrary
from workshop.facilitation.gate import Point, gate
from workshop.grammar import parse
from workshop.line.context import context
from workshop.tui import Looks
from workshop.tui.dialogs.close_highlights import Highlights
from workshop.tui.dialogs.close_read_back import ReadBack
from workshop.tui.screens import close_minutes
from workshop.tui.viewer import opener
from workshop.tui.widgets.answer_line import AnswerLine
from workshop.tui.widgets.close_ways import label, ways
from workshop.tui.widgets.rows import Rows

HOSTILE = (
    "[@click=app.quit]x[/]",
    "[/b] closes nothing",
    "[20%] less",
    "[red]red[/red]",
    "$ink {x} \\[ :smile:",
)
MADE = (
    RUNNING
    + "d: One price list from April mode=consent\n/vote D-1 none\na: Send the list @bo >fri done_when=all have it\n"
)
SETTLED = (
    MADE
    + "/readback\n/unsaid\n/credits\nroti: sales 5 4 marketing 4 4\n/reveal\n/nextdate 2026-03-17 sync-30 09:00\n"
)


def points(shown: Stage) -> list[str]:
    """Ids of what is open."""
    running = shown.app.state.running
    assert running is not None
    return [point.ref for point in gate(shown.app.state, running, shown.app.workspace.house())]


async def choose(shown: Stage, ref: str) -> None:
    """Takes a point in hand."""
    rows = shown.app.screen.query_one(Rows)
    place = next(index for index, row in enumerate(rows._rows) if row.id.startswith(ref))
    rows.highlighted = place
    await shown.settle()


async def test_every_point_of_the_gate_is_listed_with_its_record(tmp_path: Path) -> None:
    script = MADE + "a: Nobody has this one\nobjection: ten weeks is too long @bo\np: price page\n"
    async with stage(tmp_path, script, opens="close") as shown:
        seen = shown.text()
        for words in (
            "has no owner",
            "Nobody has this one",
            "is parked; what becomes of it",
            "price page",
            "Read back",
            "Next date",
        ):
            assert words in seen, words
        assert f"{len(points(shown))} open" in seen


async def test_a_row_that_is_half_told_brings_up_its_line(tmp_path: Path) -> None:
    script = MADE + "/exercise launch-gate\nlaunch: launch=X; tier=1\n"
    async with stage(tmp_path, script, opens="close") as shown:
        assert "launch lacks date (launch-gate)." in shown.text()
        await choose(shown, "launch")
        await shown.press("enter")
        assert shown.app.screen.query_one(AnswerLine).text == "launch: date=..."
        await shown.press(*"7dec", "enter")
        assert "launch" not in points(shown)


async def test_an_action_gets_its_owner_in_two_presses(tmp_path: Path) -> None:
    async with stage(
        tmp_path, RUNNING + "a: Nobody has this one >fri done_when=done\n", opens="close"
    ) as shown:
        await choose(shown, "A-1")
        shown.presses = 0
        await shown.press("enter", "2")
        action = shown.app.state.action(1)
        assert action is not None
        assert action.owner == "P-2"
        assert shown.presses == 2


async def test_a_point_brings_up_the_line_with_the_part_to_fill_in_marked(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "a: Call the lab @bo >fri\n", opens="close") as shown:
        await choose(shown, "A-1")
        await shown.press("enter")
        line = shown.app.screen.query_one(AnswerLine)
        assert line.text == "/edit A-1 done_when=..."
        assert line.selected_text == "..."
        await shown.type("report is filed")
        await shown.press("enter")
        action = shown.app.state.action(1)
        assert action is not None
        assert action.done_when == "report is filed"
        assert line.text == ""


async def test_enter_pressed_twice_stores_no_placeholder(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "a: Call the lab @bo >fri\n", opens="close") as shown:
        await choose(shown, "A-1")
        await shown.press("enter", "enter")
        action = shown.app.state.action(1)
        assert action is not None
        assert action.done_when == ""
        assert shown.sentence == "Type what belongs in place of ... first."
        await shown.press("escape", "C", "enter")
        assert shown.app.state.running is not None
        assert shown.sentence == "Type what belongs in place of WHY first."


async def test_a_line_that_is_refused_stays_and_esc_keeps_it(tmp_path: Path) -> None:
    async with stage(tmp_path, MADE, opens="close") as shown:
        await shown.press("slash")
        await shown.type("nextdate 2020-01-01")
        await shown.press("enter")
        line = shown.app.screen.query_one(AnswerLine)
        assert line.text == "/nextdate 2020-01-01"
        assert "lies before" in shown.sentence
        await shown.press("escape")
        assert line.text == "/nextdate 2020-01-01"
        assert shown.app.screen.focused is shown.app.screen.query_one(Rows)


async def test_a_parked_topic_gets_its_fate_in_two_presses(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "p: price page\n", opens="close") as shown:
        await choose(shown, "N-1")
        await shown.press("enter")
        assert "separate talk" in shown.text()
        await shown.press("3")
        assert shown.app.state.parked[0].disposition == "separate talk"


async def test_read_back_needs_a_yes_for_each_and_shows_them_alone(tmp_path: Path) -> None:
    async with stage(tmp_path, MADE, opens="close") as shown:
        await shown.press("r")
        assert isinstance(shown.app.screen, ReadBack)
        assert "One price list from April" in shown.text()
        assert "Send the list" not in shown.text()
        await shown.press("enter")
        assert "Bo Lind: is this what you said?" in shown.text()
        assert "read-back" in points(shown)
        await shown.press("enter")
        assert "read-back" not in points(shown)
        assert shown.sentence == "Read back"


async def test_what_was_said_differently_comes_into_the_line_and_the_walk_goes_on_there(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, MADE, opens="close") as shown:
        await shown.press("r", "enter", "e")
        line = shown.app.screen.query_one(AnswerLine)
        assert line.text == "/edit A-1 Send the list"
        await shown.type(" to the plants")
        await shown.press("enter", "r")
        assert "Send the list to the plants" in shown.text()
        assert "2 of 2" in shown.text()


async def test_the_room_is_asked_and_that_is_noted(tmp_path: Path) -> None:
    async with stage(tmp_path, MADE, opens="close") as shown:
        await choose(shown, "unsaid")
        await shown.press("enter", "n")
        assert "unsaid" not in points(shown)


async def test_return_on_time_is_given_in_rows_and_then_shown_as_totals(tmp_path: Path) -> None:
    async with stage(tmp_path, MADE, opens="close") as shown:
        await choose(shown, "roti")
        await shown.press("enter")
        await shown.type("sales 5 4")
        await shown.press("enter")
        assert "Held back: sales 2" in shown.sentence
        assert "sales 5 4" not in shown.text()
        assert "R Totals" in shown.text()
        await choose(shown, "roti")
        await shown.press("enter")
        await shown.type("marketing 4 3")
        await shown.press("enter", "R")
        running = shown.app.state.running
        assert running is not None
        assert running.roti.revealed


async def test_the_next_date_asks_only_for_the_day(tmp_path: Path) -> None:
    async with stage(tmp_path, MADE, opens="close") as shown:
        await choose(shown, "next")
        await shown.press("enter", "1")
        await shown.type("17mar")
        await shown.press("enter")
        running = shown.app.state.running
        assert running is not None
        assert running.closing.next_date is not None
        assert f"{running.closing.next_date.on} {running.closing.next_date.start}" == "2026-03-17 09:00:00"


async def test_with_points_open_the_close_asks_why(tmp_path: Path) -> None:
    async with stage(tmp_path, MADE, opens="close") as shown:
        await shown.press("C")
        assert "points are open" in shown.sentence
        await shown.type("fire alarm")
        await shown.press("enter")
        assert shown.app.state.meetings[0].closing.early == "fire alarm"


async def test_a_settled_meeting_is_confirmed_in_five_lines_and_its_minutes_are_made(tmp_path: Path) -> None:
    async with stage(tmp_path, SETTLED, opens="close") as shown:
        assert "ready to close" in shown.text()
        await shown.press("C")
        assert isinstance(shown.app.screen, Highlights)
        seen = shown.text()
        for words in (
            "1 · One price list from April",
            "1 · Bo Lind: Send the list",
            "Changed",
            "mean 4.25 (n=4)",
            "Tue 17 March 2026 09:00",
        ):
            assert words in seen, words
        await shown.press("enter")
        assert shown.app.state.meetings[0].status == "closed"
        await shown.settle()
        assert "The minutes are ready" in shown.text()
        assert "One price list from April" in shown.text()
        assert (tmp_path / "minutes" / "M-1 2026-03-03 draft.pdf").read_bytes().startswith(b"%PDF")


async def test_answers_still_in_confidence_are_not_called_unasked(tmp_path: Path) -> None:
    async with stage(tmp_path, SETTLED.replace("/reveal\n", ""), opens="close") as shown:
        await shown.press("C")
        assert "4 answers, in confidence until the close" in shown.text()


async def test_esc_at_the_highlights_closes_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path, SETTLED, opens="close") as shown:
        await shown.press("C", "escape")
        assert shown.app.state.running is not None


async def test_the_minutes_open_in_the_viewer_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(close_minutes, "open_file", opened.append)
    async with stage(tmp_path, SETTLED, opens="close") as shown:
        await shown.press("C", "enter")
        await shown.settle()
        await shown.press("o")
        assert opened == [tmp_path / "minutes" / "M-1 2026-03-03 draft.pdf"]


async def test_without_a_viewer_the_path_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise MissingLibrary("xdg-open is not installed here.", fix=f"The file is {path}")

    monkeypatch.setattr(close_minutes, "open_file", refuse)
    async with stage(tmp_path, SETTLED + "/close\n", opens="close") as shown:
        await shown.press("m")
        await shown.settle()
        await shown.press("o")
        assert "The file is" in shown.sentence
        assert "draft.pdf" in shown.sentence


async def test_words_of_people_are_never_markup_in_the_walk(tmp_path: Path) -> None:
    lines = "".join(f'a: "{words}"\nd: "{words}"\np: "{words}"\n' for words in HOSTILE)
    async with stage(tmp_path, RUNNING + lines, opens="close", size=(200, 60)) as shown:
        seen = shown.text()
        assert all(words in seen for words in HOSTILE)
        await shown.press("r")
        for words in HOSTILE:
            assert words in shown.text()
            await shown.press("enter")
        await shown.press("escape", "C")
        await shown.type("enough")
        await shown.press("enter")
        await shown.settle()
        assert all(words in shown.text() for words in HOSTILE)


async def test_the_whole_walk_shows_with_plain_signs_only(tmp_path: Path) -> None:
    looks = Looks(ascii=True, calm=True)
    async with stage(tmp_path, SETTLED, opens="close", size=(160, 48), looks=looks) as shown:
        seen = shown.text()
        for key in ("r", "escape", "C", "enter"):
            await shown.press(key)
            seen += shown.text()
        assert {sign for sign in seen if ord(sign) > 126} <= {"·", "⏎"}  # between words, and a key


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (160, 48)])
async def test_the_line_and_the_points_are_there_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with stage(tmp_path, MADE, opens="close", size=size) as shown:
        assert "Read back" in shown.text()
        assert "Next date" in shown.text()
        assert shown.app.screen.query_one(AnswerLine).region.height == 1


def test_every_fix_of_the_gate_becomes_lines_with_their_blanks_marked() -> None:
    def told(fix: str, ref: str = "N-1") -> list[tuple[str, str]]:
        drafts = ways(Point(ref, "", fix))
        return [
            (draft.text, draft.text[draft.start : draft.end] if not draft.whole else "") for draft in drafts
        ]

    assert told("/edit N-1 a=...; b=... (unknown or ? will do)") == [("/edit N-1 a=...; b=...", "...")]
    assert told("/escalate X-1 >when, or /settle X-1 and how", "X-1") == [
        ("/escalate X-1 >when", "when"), ("/settle X-1 and how", "and how"),
    ]  # fmt: skip
    assert told("Type it again with its period: metric: p: /x=... period=...") == [
        ("metric: p: /x=... period=...", "..."),
    ]  # fmt: skip
    assert [text for text, _ in told("/edit N-1 answer=yes (or counter, no, later)")] == [
        "/edit N-1 answer=yes", "/edit N-1 answer=counter", "/edit N-1 answer=no", "/edit N-1 answer=later",
    ]  # fmt: skip
    fix = "answer with n: ... from:N-1, act with a: ... from:N-1, or p: ... from:N-1"
    assert told(fix) == [(f"{kind}: ... from:N-1", "...") for kind in "nap"]
    fix = "/escalate A-1 name, /override A-1 and why, /done A-1, /drop A-1 // why"
    assert told(fix, "A-1") == [
        ("/escalate A-1 name", "name"), ("/override A-1 and why", "and why"), ("/done A-1", ""), ("/drop A-1 // why", "why"),
    ]  # fmt: skip
    assert [label(draft) for draft in ways(Point("A-1", "", fix))] == [
        "hand it on", "carry on, and why", "it is done", "let it go",
    ]  # fmt: skip
    assert [text for text, _ in told("/inbox place all, park or drop", "inbox")] == [
        "/inbox place all", "/inbox park all", "/inbox drop all",
    ]  # fmt: skip
    assert told("/vote D-1 sales 4 3 marketing 4 4", "D-1") == [
        ("/vote D-1 sales 4 3 marketing 4 4", "sales 4 3 marketing 4 4"),
    ]  # fmt: skip


async def test_a_way_without_a_blank_can_be_done_as_it_stands(tmp_path: Path) -> None:
    script = MADE + "p: price page\nq: who tells service\nneed: a case @bo\n"
    async with stage(tmp_path, script, opens="close") as shown:
        running = shown.app.state.running
        assert running is not None
        found = gate(shown.app.state, running, shown.app.workspace.house())
        whole = [draft.text for point in found for draft in ways(point, running) if draft.whole]
        assert whole
        for line in whole:
            parse(line, context(shown.app.workspace))


def test_each_system_has_its_own_word_for_opening() -> None:
    assert [opener(name)[0] for name in ("darwin", "win32", "linux")] == ["open", "cmd", "xdg-open"]


async def test_on_the_smallest_screen_the_question_and_the_keys_of_the_dialogs_are_in_sight(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, MADE, opens="close", size=(60, 16)) as shown:
        await shown.press("r")
        assert "Is this what we decided?" in shown.text()
        assert "enter yes" in shown.text()
    async with stage(tmp_path / "settled", SETTLED, opens="close", size=(60, 16)) as shown:
        await shown.press("C")
        assert isinstance(shown.app.screen, Highlights)
        assert "enter closes and makes the minutes" in shown.text()


async def test_a_settled_meeting_says_so_on_the_smallest_screen_and_offers_the_close_first(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, SETTLED, opens="close", size=(60, 16)) as shown:
        assert "Everything is settled." in shown.text()
        assert "? Help  C Close" in shown.text()
