"""Exercises on the screens: nine sheets in few keys, rows and ticks by keys, results large, nothing shown too early."""

from __future__ import annotations

import asyncio
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from screens import FIRM, Stage, stage
from textual.widgets import Static

from workshop.line.feed import Shown, read_feed
from workshop.model.results import Bar, BarRow, Bars
from workshop.model.runs import Run
from workshop.tui import Looks
from workshop.tui.dialogs.choose import Choose
from workshop.tui.dialogs.try_rule import RuleTrial
from workshop.tui.drafts import read_draft
from workshop.tui.present import PresentApp
from workshop.tui.screens.room import RoomScreen
from workshop.tui.widgets.entry_line import EntryLine
from workshop.tui.widgets.rows import Rows

HOSTILE = ("[@click=app.quit]x[/]", "[/b] closes nothing", "[20%] less", "$ink {x} \\[ :smile:")
NINE = """
/person Eva Novak; sales
/person Finn Moe; sales
/person Gil Roth; sales
/person Hal Voss; marketing
/person Ida Fell; marketing
"""
PULSE = FIRM.replace("/meeting", NINE + "/meeting") + "/here all\n/start\n/exercise alignment-pulse\n/step\n"
"""Five sellers and four marketers, twenty statements in confidence on screen."""
SALES = (
    "32223232332222332233",
    "22122222321112221122",
    "23212122232123222222",
    "33223223332223332233",
    "22222221321212222222",
)
MARKETING = ("32423433343232432333", "31423333434131422333", "22322322433232322232", "32423433344242332333")
TWO = """
/at 2026-03-02 12:00
/set name=Norvik
/set zone=Europe/Berlin
/person Ana Ruiz; sales
/person Cleo Fox; marketing
/meeting sync-30 2026-03-03 09:00
/at 2026-03-03 09:00
/here all
/start
"""
LEADS = FIRM + "/here all\n/start\n/exercise lead-sample-review\nlead: BioFeed PG channel=web\n"


def run(shown: Stage, slug: str) -> Run:
    """What the record holds of an exercise of the meeting."""
    found = shown.app.state.run(slug, 1)
    assert found is not None
    return found


def line(shown: Stage) -> str:
    """What stands in the line."""
    return shown.app.get_screen("room").query_one(EntryLine).text


async def fed(shown: Stage, *lines: str) -> None:
    """Lines, each at once."""
    for each in lines:
        shown.app.screen.query_one(EntryLine).write(each)
        await shown.press("enter")


# Sheets ------------------------------------------------------------------------------------------


async def test_nine_sheets_of_twenty_take_twenty_digits_and_one_key_each(tmp_path: Path) -> None:
    async with stage(tmp_path, PULSE, opens="room") as shown:
        digits = 0
        for sheet in (*SALES, *MARKETING):
            shown.app.screen.query_one(EntryLine).write(sheet)
            digits += len(sheet)
            await shown.press("enter")
        assert shown.presses + digits <= 9 * (20 + 4)
        assert shown.presses == 9
        text = shown.text()
        assert "✓ sales 5 of 5 sheets, marketing 4 of 4" in text
        await shown.press("escape", "v")
        held = run(shown, "alignment-pulse").totals_of("statements")
        assert held is not None
        assert [(sheet.group, sheet.n) for sheet in held.sheets] == [("sales", 5), ("marketing", 4)]
        assert shown.page.where == "result"
        assert "Where we stand: DEFINED" in shown.text()


async def test_the_line_begins_with_the_same_team_until_all_of_it_is_in(tmp_path: Path) -> None:
    async with stage(tmp_path, PULSE, opens="room") as shown:
        assert "sales ▸" in shown.text()
        await fed(shown, SALES[0])
        assert "sales ▸" in shown.text()
        await shown.press("tab")
        assert line(shown) == "marketing "
        await fed(shown, f"marketing {MARKETING[0]}")
        assert "marketing ▸" in shown.text()
        assert "sales 1 of 5 sheets, marketing 1 of 4" in shown.text()


async def test_a_sheet_says_how_far_it_is_which_comes_next_and_which_is_left_out(tmp_path: Path) -> None:
    async with stage(tmp_path, PULSE, opens="room") as shown:
        await shown.type("32-2")
        assert "sales · 4 of 20 · without 3 · next 5 When we disagree" in " ".join(shown.text().split())
        await shown.type("3232332222332233")
        assert "sales 19 of 20 · without 3" in shown.text()
        await shown.press("enter")
        assert "sales 1 of 5 sheets" in shown.text()
        await fed(shown, "322")
        assert line(shown) == "322"
        assert "17 are missing. Type - for no answer." in " ".join(shown.text().split())


async def test_what_is_not_a_sheet_stays_what_it_was(tmp_path: Path) -> None:
    async with stage(tmp_path, PULSE, opens="room") as shown:
        await fed(shown, "o: ten weeks is too long", "Nobody answers on Friday")
        meeting = shown.app.state.running
        assert meeting is not None
        assert [entry.said.kind for entry in meeting.entries] == ["objection", "note"]


async def test_confidence_is_said_before_and_no_answer_is_ever_on_the_screen(tmp_path: Path) -> None:
    async with stage(tmp_path, PULSE, opens="room", size=(200, 60)) as shown:
        assert "In confidence: no names, only totals are kept." in shown.text()
        await fed(shown, SALES[0])
        assert SALES[0] not in shown.text()
        assert "n=" not in shown.text()
        await shown.press("up")
        assert line(shown) == ""
        await shown.type(SALES[1])
        await shown.pilot.pause(0.5)
        await shown.settle()
        assert read_draft(tmp_path) == ""
        await shown.press("ctrl+r")
        assert "Nothing to show yet." in shown.text()
        assert "waits for its reveal: sales 1 of 5 sheets, marketing 0 of 4" in shown.text()


async def test_a_reveal_asks_once_where_some_are_missing(tmp_path: Path) -> None:
    async with stage(tmp_path, PULSE, opens="room") as shown:
        await fed(shown, *SALES[:4], f"marketing {MARKETING[0]}", *MARKETING[1:3])
        await shown.press("escape", "v")
        assert isinstance(shown.app.screen, Choose)
        assert "In so far: sales 4 of 5 sheets, marketing 3 of 4" in shown.text()
        await shown.press("w")
        assert run(shown, "alignment-pulse").totals == ()
        await shown.press("v", "r")
        assert run(shown, "alignment-pulse").totals != ()
        assert shown.page.where == "result"


async def test_two_people_hold_an_open_round_by_name_and_see_it_after_the_reveal(tmp_path: Path) -> None:
    typed = TWO + "/exercise alignment-pulse\n/step\n"
    async with stage(tmp_path, typed, opens="room") as shown:
        assert "An open round: with 1 from sales and 1 from marketing" in " ".join(shown.text().split())
        await fed(shown, f"Ana {SALES[0]}", MARKETING[0])
        answers = run(shown, "alignment-pulse").answers
        assert [(answer.group, answer.person) for answer in answers] == [("sales", "P-1"), ("marketing", "")]
        await shown.press("ctrl+r")
        assert "Where our views part most" not in shown.text()
        await shown.press("v")
        assert "Where our views part most" in shown.text()


async def test_dots_show_their_budget_and_take_the_team_in_front(tmp_path: Path) -> None:
    typed = (
        FIRM
        + "/here all\n/start\n/exercise dot-vote\n"
        + "".join(f"option: Option {n}\n" for n in range(1, 7))
    )
    async with stage(tmp_path, typed + "/step\n", opens="room", size=(120, 36)) as shown:
        assert "Dots  sales 0 of 4 dots, marketing 0 of 4" in shown.text()
        assert "3 Option 3" in shown.text()
        await shown.type("1=1 3")
        assert "sales · option=dots" in shown.text()
        await shown.type("=3")
        assert "sales 4 dots" in shown.text()
        await shown.press("enter")
        await fed(shown, "3=2 6=2")
        assert "✓ sales 4 of 4 dots, marketing 4 of 4" in shown.text()
        assert [(a.group, a.values) for a in run(shown, "dot-vote").answers] == [
            ("sales", ("1", "0", "3", "0", "0", "0")),
            ("marketing", ("0", "0", "2", "0", "0", "2")),
        ]
        await shown.press("ctrl+down")
        assert "Wanted by both" in shown.text()


# Rows, forms, checklists -------------------------------------------------------------------------


async def test_leads_are_typed_edited_and_struck_by_keys(tmp_path: Path) -> None:
    async with stage(tmp_path, LEADS, opens="room", size=(120, 36)) as shown:
        assert "lead ▸" in shown.text()
        await fed(shown, "AquaNova GG channel=web", "Student, Delft")
        assert "1 BioFeed  PG  channel web" in shown.text()
        assert "3 Student, Delft  ? sales, marketing, channel" in shown.text()
        await shown.press("escape", "g", "e")
        assert line(shown) == "lead: 1 PG channel=web"
        await shown.type("; reason=no project")
        await shown.press("enter")
        assert run(shown, "lead-sample-review").of("leads")[0].get("reason") == "no project"
        await shown.press("escape", "G", "delete")
        assert [row.text for row in run(shown, "lead-sample-review").of("leads")] == ["BioFeed", "AquaNova"]
        await shown.press("u")
        assert len(run(shown, "lead-sample-review").of("leads")) == 3


async def test_a_form_shows_its_fields_and_each_is_changed_by_itself(tmp_path: Path) -> None:
    async with stage(tmp_path, LEADS + "/step 5\n", opens="room") as shown:
        assert "One change  0 of 2" in shown.text()
        await shown.press("escape", "g", "e")
        assert line(shown) == "change: what="
        await shown.type("title filter; where=filter")
        await shown.press("enter")
        form = run(shown, "lead-sample-review").of("change")[0]
        assert (form.get("what"), form.get("where")) == ("title filter", "filter")
        assert "One change  2 of 2" in shown.text()
        await shown.press("escape", "g", "j", "delete")
        assert run(shown, "lead-sample-review").of("change")[0].get("where") == ""


async def test_a_checklist_is_ticked_by_one_key_and_a_letter(tmp_path: Path) -> None:
    typed = FIRM + "/here all\n/start\n/exercise launch-gate\n/step\n"
    async with stage(tmp_path, typed, opens="room", size=(120, 36)) as shown:
        await shown.press("escape", "g", "x", "1")
        first, second, *_ = run(shown, "launch-gate").of("checklist")
        assert first.get("status") == "done"
        assert f"1 ✓ {first.text}" in shown.text()
        assert f"2 · {second.text}" in shown.text()
        await shown.press("i")
        await fed(shown, "2-3 under way")
        assert f"2 ▲ {second.text}" in shown.text()


async def test_words_in_rows_drafts_and_results_are_never_markup(tmp_path: Path) -> None:
    rows = "".join(f"lead: {words} GP channel={words}\n" for words in HOSTILE)
    async with stage(tmp_path, LEADS + rows, opens="room", size=(200, 60)) as shown:
        for words in HOSTILE:
            assert words in shown.text()
        await fed(shown, "/step 3")
        await shown.press("escape", "g", "j", "G", "r")
        assert shown.app.is_running
        for words in HOSTILE:
            assert words in shown.text()


# Steps, results, drafts --------------------------------------------------------------------------


async def test_steps_go_on_and_back_by_the_keys_of_the_cards(tmp_path: Path) -> None:
    async with stage(tmp_path, LEADS, opens="room") as shown:
        assert "step 1/5, minute 0 to" in shown.text()
        await shown.press("ctrl+down")
        assert "step 2/5" in shown.text()
        await shown.press("escape", ".", "comma", "comma")
        assert "step 1/5" in shown.text()
        assert run(shown, "lead-sample-review").step == 1


async def test_results_open_while_typing_and_the_line_is_as_it_was(tmp_path: Path) -> None:
    async with stage(tmp_path, LEADS + "/step 3\n", opens="room") as shown:
        await shown.type("half a tho")
        await shown.press("ctrl+r")
        assert shown.page.where == "result"
        assert "Good against poor" in shown.text()
        await shown.press("ctrl+r")
        assert isinstance(shown.app.screen, RoomScreen)
        assert line(shown) == "half a tho"


async def test_a_draft_is_taken_with_owner_and_date(tmp_path: Path) -> None:
    async with stage(tmp_path, LEADS + "lead: 1 reason=no project\n", opens="room") as shown:
        await shown.press("escape", "t")
        assert isinstance(shown.app.screen, Choose)
        await shown.press("1")
        assert line(shown) == "/take 1 "
        await shown.type("@dan >2026-03-20")
        await shown.press("enter")
        action = shown.app.state.actions[0]
        assert (action.owner, action.due) == ("P-4", date(2026, 3, 20))


async def test_a_wide_screen_has_the_results_beside_the_line_all_the_time(tmp_path: Path) -> None:
    async with stage(tmp_path, LEADS + "/step 3\n", opens="room", size=(160, 48)) as shown:
        assert "Good against poor" in str(shown.app.screen.query_one("#side", Static).content)


async def test_plain_terminals_get_plain_bars(tmp_path: Path) -> None:
    typed = PULSE + "".join(f"sales {s}\n" for s in SALES) + "".join(f"marketing {s}\n" for s in MARKETING)
    looks = Looks(calm=True, ascii=True)
    async with stage(tmp_path, typed + "/reveal\n/step\n", opens="result", looks=looks) as shown:
        assert "sales      ####" in shown.text()
        assert [sign for sign in shown.text() if ord(sign) > 126] == []


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (200, 60)])
async def test_clock_words_count_and_line_are_seen_without_scrolling(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with stage(tmp_path, PULSE, opens="room", size=size) as shown:
        text = shown.text()
        for words in (
            "left of",
            "step 2/6",
            "Silent scoring.",
            "sales 32223",
            "sales 0 of 5 sheets",
            "sales ▸",
        ):
            assert words in text, words
        assert "Commands" in text.splitlines()[-1]


async def test_the_palette_brings_up_any_exercise(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM + "/here all\n/start\n", opens="room") as shown:
        await shown.press("ctrl+p")
        await shown.type("exercise: dots")
        await shown.press("enter")
        assert run(shown, "dot-vote").step == 1
        assert "Dots" in shown.text()


# The room's own screen ---------------------------------------------------------------------------


async def test_the_room_sees_nothing_before_the_reveal_and_both_teams_after_it(tmp_path: Path) -> None:
    typed = (
        PULSE + "".join(f"sales {s}\n" for s in SALES) + "".join(f"marketing {s}\n" for s in MARKETING[:3])
    )
    async with stage(tmp_path, typed, opens="room") as shown:
        await fed(shown, MARKETING[3])
        told = read_feed(tmp_path).board
        assert told is not None
        assert told.results == ()
        assert not any(sheet in (tmp_path / "feed.json").read_text("utf-8") for sheet in (*SALES, *MARKETING))
        await fed(shown, "/reveal")
        await shown.settle()
        assert shown.page.where == "result"  # large, for everybody to see; esc goes back to the line
        assert "DEFINED" in shown.text().upper()
        told = read_feed(tmp_path).board
        assert told is not None
        bars = [result for each in told.results if isinstance(result := each.result(), Bars)]
        assert {bar.series for chart in bars for row in chart.rows for bar in row.bars} >= {
            "sales",
            "marketing",
        }
    for size in ((80, 24), (160, 48)):
        app = PresentApp(tmp_path)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            text = "\n".join(
                "".join(part.text for part in strip) for strip in app.screen._compositor.render_strips()
            )
            assert "DEFINED" in text
            assert "marketing  ██" in text


def test_a_result_reads_back_from_the_feed_as_it_was() -> None:
    told = Bars(
        "a",
        "t",
        (BarRow("x", (Bar("sales", Fraction(1, 3), "0.3"), Bar("marketing", None, "n/a"))),),
        Fraction(0),
        Fraction(5),
    )
    assert Shown.of(told).result() == told


# The rule on a file ------------------------------------------------------------------------------

RULE = (
    FIRM
    + """/here all
/start
/exercise lead-definition
criterion: Branch kind=must; allowed=utility, (food)
weights: sales 100
weights: marketing 100
/reveal weights early
"""
)
PAST = "name,Branch,outcome\na,utility,order\nb,chemical,lost\nc,food,order\n"


async def test_the_threshold_moves_by_keys_and_the_line_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"
    file.write_text(PAST, encoding="utf-8")
    async with stage(tmp_path / "firm", RULE, opens="room") as shown:
        await fed(shown, f"/try {file} won=outcome=order 60")
        await shown.settle()
        sheet = shown.app.screen
        assert isinstance(sheet, RuleTrial)
        assert "1 of 3 would have passed; 1 of 2 won ones would have been missed" in shown.text()
        await shown.press("right", "up", "left", "down", "down")
        assert sheet.at == 50
        assert "2 of 3 would have passed; 0 of 2 won ones" in shown.text()
        await shown.press("k")
        await asyncio.sleep(0)
        await shown.settle()
        meeting = shown.app.state.running
        assert meeting is not None
        kept = meeting.entries[-1].said
        assert kept.kind == "insight"
        assert "at 50 on leads.csv: 2 of 3 would have passed" in kept.text


async def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    async with stage(tmp_path, RULE, opens="room") as shown:
        await fed(shown, "/try nowhere.csv")
        await shown.settle()
        assert "nowhere.csv cannot be read" in shown.sentence


# Either way --------------------------------------------------------------------------------------


async def test_a_key_asks_a_round_in_confidence_and_again_openly(tmp_path: Path) -> None:
    script = PULSE.replace(
        "/exercise alignment-pulse\n", "/exercise message-test\nmessage: Exact dose audience=plants\n"
    )
    async with stage(tmp_path, script, opens="room") as shown:
        assert "Five digits  an open round" in shown.text()
        assert shown.text().count("1 Exact dose") == 1  # not once more as a row of the step
        await shown.press("escape")
        assert "V Confide" in shown.text()
        await shown.press("V")
        assert run(shown, "message-test").confided == ("digits",)
        assert "Five digits  in confidence" in shown.text()
        await shown.press("V")
        assert run(shown, "message-test").confided == ()
        await shown.press("V", "i")
        await fed(shown, "43325")
        assert run(shown, "message-test").answers == ()
        await shown.press("escape", "V")
        assert "there are answers in confidence already" in shown.text()


REVEALED = (
    PULSE + "".join(f"sales {sheet}\n" for sheet in SALES) + "".join(f"marketing {s}\n" for s in MARKETING)
)


async def test_results_begin_at_their_top_and_not_at_the_row_below_them(tmp_path: Path) -> None:
    script = REVEALED + "n: one note\n/reveal\n/step\n"
    async with stage(tmp_path, script, opens="room") as shown:
        assert "Where we stand: DEFINED" in shown.text()
        await shown.press("ctrl+down")
        assert "Where our views part most" in shown.text()
        await shown.press("ctrl+up")
        assert "Where we stand: DEFINED" in shown.text()
        await fed(shown, "n: another note")
        assert "another note" in shown.text()


async def test_an_exercise_brought_up_by_hand_shows_its_words_in_place_of_a_card(tmp_path: Path) -> None:
    script = FIRM.replace("sync-30", "kickoff-120") + "/here all\n/start\n/goto 5\n"
    async with stage(tmp_path, script, opens="room") as shown:
        assert "card 1/7" in shown.text()
        await fed(shown, "/exercise lead-sample-review")
        assert "card 1/7" not in shown.text()
        assert "Ten leads from last month" in shown.text()


async def test_what_two_ratings_share_is_listed_once(tmp_path: Path) -> None:
    script = FIRM + "/here all\n/start\n/exercise role-clarity\n/step\n"
    async with stage(tmp_path, script, size=(120, 60), opens="room") as shown:
        assert shown.text().count("quotations") <= 2  # once to be rated, once in what the step shows


async def test_dots_that_are_all_in_make_room_for_what_came_of_them(tmp_path: Path) -> None:
    script = (
        FIRM
        + "/here all\n/start\n/exercise dot-vote\noption: One price list\noption: A shared board\n/step\n"
    )
    async with stage(tmp_path, script, opens="room") as shown:
        rows = shown.app.screen.query_one(Rows)
        assert any(row.id for row in rows._rows)
        await fed(shown, "sales 1=1 2=1", "marketing 1=2", "/step")
        assert not any(row.id for row in rows._rows)
        assert "Wanted by both" in shown.text()


async def test_results_without_anything_beside_them_have_the_whole_width(tmp_path: Path) -> None:
    script = FIRM + "/here all\n/start\n/exercise role-clarity\n"
    async with stage(tmp_path, script, size=(120, 36), opens="result") as shown:
        assert not shown.app.screen.query_one("#side").display
