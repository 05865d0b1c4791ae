"""Plan: whether it fits, what changes by a key, who comes, what each side owes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import factories as make
import pytest
from screens import FIRM, RUNNING, stage

from workshop.model.state import State
from workshop.tui.dialogs.plan_ask import Ask
from workshop.tui.widgets.home_line import OneLine
from workshop.tui.widgets.plan_lines import segment_lines

HOSTILE = ("[@click=app.quit]x[/]", "[/b] bold", "[20%] off")
TIGHT = FIRM + "/change M-1 end=09:25\n"
SECOND = """
/at 2026-02-16 12:00
/set zone=Europe/Berlin
/person Ana Ruiz; sales; Head of sales
/person Cleo Fox; marketing; Head of marketing
/meeting sync-30 2026-02-16 12:00
/here all
/start
a: Draft the case @cleo >2026-02-20
a: New price sheet @ana >2026-05-04
p: Trade fair in spring @ana
/nextdate 2026-03-03 sync-30
/close early no time
/meeting sync-30 2026-03-03 09:00 title=Sync
/meeting kickoff-120 2026-03-20 09:00 title=Kickoff
/at 2026-03-03 09:00
press: rival opens a plant
"""


def minutes(state: State) -> list[int]:
    return [item.segment.minutes for item in state.meetings[0].items]


async def test_the_agenda_stands_by_the_clock_with_minutes_and_a_word(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        text = shown.text()
        assert "09:00 → 09:30  30 min" in text
        assert " 2 09:02 Promises kept?" in text
        assert "  4 close" in text


async def test_the_segment_at_hand_is_shown_with_its_words_its_floor_and_what_it_could_be(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, FIRM, opens="plan", size=(120, 36)) as shown:
        await shown.press("j")
        assert "Overdue and due this week only." in shown.text()
        assert "at least 4 min" in shown.text()
        await shown.press("j", "j", "j")
        assert "could be lead-sample-review, message-test" in shown.text()


def test_an_exercise_that_is_not_on_the_shelf_is_named_and_the_words_carry_it() -> None:
    planned = replace(make.item(1).segment, exercise="tea-party", alternatives=("dot-vote",))
    told = segment_lines(planned, ("tea-party",), "·", "", str).plain
    assert "tea-party is not on the shelf; the words above carry it." in told
    assert "could be dot-vote" in told


async def test_a_segment_says_its_exercise_and_what_each_side_brings(tmp_path: Path) -> None:
    kickoff = FIRM.replace("sync-30", "kickoff-120")
    async with stage(tmp_path, kickoff, opens="plan", size=(120, 40)) as shown:
        await shown.press("j", "j")
        assert "with Where do we stand with each other?" in shown.text()
        assert "sales brings  Your own view" in shown.text()


async def test_overfull_is_said_with_the_amount(tmp_path: Path) -> None:
    async with stage(tmp_path, TIGHT, opens="plan") as shown:
        assert "5 minutes too long for 09:25" in shown.text()
        await shown.press("-")
        assert "4 minutes too long for 09:25" in shown.text()


async def test_room_to_spare_is_said_too(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM + "/change M-1 end=09:40\n", opens="plan") as shown:
        assert "Fits before 09:40, 10 minutes to spare" in shown.text()


async def test_minutes_change_by_one_key_however_fast_it_is_pressed(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("j")
        await shown.pilot.press("+", "+", "+")
        await shown.settle()
        assert minutes(shown.app.state)[1] == 10
        await shown.press("-")
        assert minutes(shown.app.state)[1] == 9


async def test_undo_and_redo_go_through_the_changes_of_the_plan(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("+", "l", "s")
        assert len(minutes(shown.app.state)) == 5
        await shown.press("u", "u")
        assert minutes(shown.app.state) == [3, 7, 4, 6, 7, 4]
        assert not shown.app.state.meetings[0].items[0].segment.locked
        await shown.press("U", "u", "u", "u")
        assert minutes(shown.app.state) == [2, 7, 4, 6, 7, 4]
        assert "nothing to take back" in shown.sentence


async def test_undo_leaves_alone_what_somebody_else_changed_meanwhile(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("+")
        await shown.app.feed("/retime 20 go")
        await shown.press("u")
        assert sum(minutes(shown.app.state)) == 20


async def test_a_segment_moves_with_the_hand_on_it(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("j", "j", "K", "K")
        assert [item.number for item in shown.app.state.meetings[0].items] == [3, 1, 2, 4, 5, 6]
        await shown.press("J")
        assert [item.number for item in shown.app.state.meetings[0].items] == [1, 3, 2, 4, 5, 6]


async def test_the_close_stays_and_the_sentence_says_so(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("G", "s")
        assert "The close is not left out" in shown.sentence
        assert len(shown.app.state.meetings[0].items) == 6


async def test_a_lock_is_a_word_and_compressing_leaves_it_alone(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("j", "l")
        assert "locked" in shown.text()
        await shown.press("c")
        await shown.type("25")
        await shown.press("enter")
        assert minutes(shown.app.state)[1] == 7
        assert sum(minutes(shown.app.state)) == 25


async def test_compress_shows_who_pays_before_it_does_it(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("c")
        await shown.type("27")
        assert "One problem 7 -> 4; ends 09:27." in shown.text()
        assert sum(minutes(shown.app.state)) == 30
        await shown.press("escape")
        assert sum(minutes(shown.app.state)) == 30
        await shown.press("c")
        await shown.type("27")
        await shown.press("enter")
        assert minutes(shown.app.state)[4] == 4
        await shown.press("u")
        assert sum(minutes(shown.app.state)) == 30


async def test_what_cannot_be_compressed_stays_in_the_line_with_the_amount(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("c")
        await shown.type("5")
        await shown.press("enter")
        assert isinstance(shown.app.screen, Ask)
        assert "minutes are missing: every floor is reached" in shown.text()
        assert shown.app.screen.query_one(OneLine).text == "5"


async def test_what_was_left_out_is_named_and_comes_back_by_a_digit(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan", size=(120, 36)) as shown:
        await shown.press("j", "s", "s")
        assert "left out: Promises kept?, Marketing headlines" in shown.text()
        await shown.press("b", "2")
        assert [item.number for item in shown.app.state.meetings[0].items] == [1, 3, 4, 5, 6]
        await shown.press("b")
        assert [item.number for item in shown.app.state.meetings[0].items] == [1, 2, 3, 4, 5, 6]


async def test_day_start_and_end_are_changed_in_one_line_and_a_refusal_keeps_it(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("e")
        line = shown.app.screen.query_one(OneLine)
        assert line.text == "date=2026-03-03; start=09:00"
        line.write("date=2026-03-04; start=25:00")
        await shown.press("enter")
        assert isinstance(shown.app.screen, Ask)
        line.write("date=2026-03-04; start=10:00; end=10:20")
        await shown.press("enter")
        assert "10 minutes too long for 10:20" in shown.text()
        assert "Wed 4 March" in shown.text()


async def test_apologies_are_noted_and_taken_back(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        assert "4 expected" in shown.text()
        await shown.press("w", "j", "x")
        assert "3 expected, 1 away" in shown.text()
        await shown.press("enter")
        assert "4 expected" in shown.text()
        await shown.press("j", "x", "h")
        here = {row.person for row in shown.app.state.meetings[0].attendance if row.here}
        assert len(here) == 3


async def test_people_take_the_place_of_the_agenda_where_there_is_no_room_for_both(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan", size=(60, 16)) as shown:
        assert "Promises kept?" in shown.text()
        assert "Bo Lind" not in shown.text()
        await shown.press("w")
        assert "Bo Lind" in shown.text()
        await shown.press("w")
        assert "Promises kept?" in shown.text()


async def test_what_each_side_owes_and_what_is_carried_over(tmp_path: Path) -> None:
    async with stage(tmp_path, SECOND, opens="plan", size=(120, 36)) as shown:
        text = shown.text()
        assert "Owed by then  1 of 2 open" in text
        assert "sales nothing" in text
        assert "marketing 1" in text
        assert "Cleo Fox: Draft the case" in text
        assert "Trade fair in spring" in text
        assert "rival opens a plant" in text


async def test_a_segment_becomes_optional_and_core_again(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("j", "j", "o")
        assert not shown.app.state.meetings[0].items[2].segment.core
        await shown.press("o")
        assert shown.app.state.meetings[0].items[2].segment.core


async def test_the_other_plans_are_a_key_away_and_people_are_noted_for_the_one_shown(tmp_path: Path) -> None:
    async with stage(tmp_path, SECOND, opens="plan") as shown:
        await shown.press("n")
        assert "Plan  Kickoff" in shown.text()
        await shown.press("w", "x")
        noted = {meeting.title: len(meeting.attendance) for meeting in shown.app.state.meetings}
        assert (noted["Kickoff"], noted["Sync"]) == (1, 0)
        await shown.press("n")
        assert "Plan  Sync" in shown.text()


async def test_enter_starts_the_meeting_and_opens_the_room(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="plan") as shown:
        await shown.press("enter")
        assert shown.app.state.running is not None
        assert type(shown.app.screen).__name__ == "RoomScreen"


async def test_a_running_meeting_is_not_planned_any_more(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING, opens="plan") as shown:
        assert "Longer" not in shown.text()
        await shown.press("j", "+")
        assert "While it runs" in shown.sentence
        await shown.press("enter")
        assert type(shown.app.screen).__name__ == "RoomScreen"


async def test_without_a_meeting_the_way_to_one_is_said(tmp_path: Path) -> None:
    async with stage(tmp_path, "/at 2026-03-03 09:00\n/person Ana; sales\n", opens="plan") as shown:
        await shown.press("plus", "c", "x", "h", "u", "e", "b", "n")
        assert "No meeting is planned." in shown.text()


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("size", [(80, 40), (160, 48)])
async def test_words_of_people_are_shown_as_they_are(
    tmp_path: Path, words: str, size: tuple[int, int]
) -> None:
    own = tmp_path / "agendas"
    own.mkdir()
    close = '[[segments]]\ntitle = "Close"\nkind = "close"\nminutes = 3\n'
    segment = f'title = "{words}"\nkind = "discuss"\nminutes = 5\nprompts = ["{words}"]\n'
    (own / "ours.toml").write_text(
        f'title = "{words}"\npurpose = "x"\n[[segments]]\n{segment}{close}', encoding="utf-8"
    )
    script = f"{RUNNING}/person {words}; sales\na: {words} @ana >next\np: {words}\n/close early x\n"
    script += f"/meeting ours 2026-03-05 09:00 title={words}; place={words}\no: {words}\n"
    async with stage(tmp_path, script, opens="plan", size=size) as shown:
        joined = shown.text().replace("\n", " ")
        assert joined.count(words) >= 6
        await shown.press("s")
        assert shown.app.is_running
        await shown.press("b")
        await shown.press("c")
        await shown.type("4")
        assert words in shown.text()


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (160, 48), (200, 60)])
async def test_the_whole_agenda_of_a_kickoff_is_seen_without_scrolling(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    script = FIRM.replace("/meeting sync-30", "/meeting kickoff-120")
    async with stage(tmp_path, script, opens="plan", size=size) as shown:
        text = shown.text()
        assert "Welcome and shared" in text
        assert "Close and next date" in text or size[1] < 24
        assert "120 min" in text


async def test_people_keep_their_names_whole_and_what_is_owed_has_its_width_on_a_small_screen(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, SECOND, opens="plan", size=(60, 16)) as shown:
        await shown.press("w")
        assert "Owed by then  1 of 2 open" in shown.text()
        assert "Cleo Fox: Draft the case" in shown.text()
