"""The room: a meeting run by keys, little effort, nothing lost, and what people type never read as markup."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from screens import FIRM, RUNNING, stage
from textual import events
from textual.widgets import Static

from workshop.tui.drafts import keep_draft, read_draft
from workshop.tui.widgets.entry_line import EntryLine

HOSTILE = (
    "[@click=app.quit]x[/]",
    "[/b] closes nothing",
    "[20%] less",
    "[red]red[/red]",
    "$ink {x} \\[ :smile:",
)


async def test_a_line_is_read_while_it_is_typed_and_stored_on_enter(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.type("o: ten weeks is too long @bo #food")
        assert "objection · Bo Lind (sales) · #food" in shown.text()
        await shown.press("enter")
        meeting = shown.app.state.running
        assert meeting is not None
        assert [entry.said.text for entry in meeting.entries] == ["ten weeks is too long"]
        assert shown.app.screen.query_one(EntryLine).text == ""


async def test_a_line_that_is_refused_stays_where_it_is(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.type("a: call the lab @zoe")
        await shown.press("enter")
        assert shown.app.screen.query_one(EntryLine).text == "a: call the lab @zoe"
        assert shown.text().count("Nobody called 'zoe'") == 1


async def test_a_line_that_a_rule_refuses_comes_back(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.type("/goto 99")
        await shown.press("enter")
        assert shown.app.screen.query_one(EntryLine).text == "/goto 99"
        assert "no segment 99" in shown.text()


async def test_words_behind_a_hash_are_no_comment_on_the_screen(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.type("# three of them")
        await shown.press("enter")
        meeting = shown.app.state.running
        assert meeting is not None
        assert meeting.entries[0].said.text == "# three of them"


# Effort: key presses beyond the text ------------------------------------------------------------


async def test_an_action_with_the_usual_date_takes_two_presses(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.press("f2")
        await shown.type("call the lab")
        await shown.press("enter")
        assert shown.app.state.actions[0].at_next
        assert shown.presses <= 5


async def test_an_action_with_owner_and_date_takes_at_most_ten_presses(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.press("f2")
        await shown.type("call the lab")
        await shown.press("enter", "escape", "@", "2", ">", "f")
        action = shown.app.state.actions[0]
        assert (action.owner, str(action.due)) == ("P-2", "2026-03-06")
        assert shown.presses <= 10


async def test_somebody_is_assigned_to_the_row_at_hand_in_two_presses(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "a: call the lab\n", opens="room") as shown:
        shown.app.screen.query_one("#rows").focus()
        await shown.press("@", "3")
        assert shown.app.state.actions[0].owner == "P-3"
        assert shown.presses == 2


async def test_letters_narrow_a_choice_of_more_than_nine(tmp_path: Path) -> None:
    names = ("Ana", "Bea", "Carl", "Dora", "Emil", "Fee", "Gus", "Hal", "Ida", "Jörg")
    many = "".join(f"/person {name} Berg; sales\n" for name in names)
    script = RUNNING.replace("/here all", f"{many}/here all") + "a: call the lab\n"
    async with stage(tmp_path, script, opens="room") as shown:
        shown.app.screen.query_one("#rows").focus()
        await shown.press("@", "0")
        assert "Jörg Berg" in shown.text()
        await shown.type("@jo")
        assert "who?  jo  1 Jörg Berg  abc narrow" in shown.text()
        await shown.type("x")
        assert "nothing begins so" in shown.text()
        await shown.press("backspace", "1")
        owner = shown.app.state.actions[0].owner
        assert shown.app.wording.name(owner) == "Jörg Berg"


@pytest.mark.parametrize(("key", "sign"), [("f9", 2), ("pagedown", 2)])
async def test_the_next_segment_takes_one_press(tmp_path: Path, key: str, sign: int) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.press(key)
        meeting = shown.app.state.running
        assert meeting is not None
        assert meeting.current is not None
        assert meeting.current.number == sign


async def test_the_draft_is_parked_and_minutes_are_added_in_one_press_each(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.type("who pays the fair")
        await shown.press("f7", "f6")
        meeting = shown.app.state.running
        assert [topic.text for topic in shown.app.state.parked] == ["who pays the fair"]
        assert meeting is not None
        assert meeting.current is not None
        assert meeting.current.minutes > meeting.current.segment.minutes
        assert shown.presses == 2


# Undo, drafts, history ---------------------------------------------------------------------------


async def test_everything_is_undone_and_done_again_by_single_keys(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.type("ten weeks is too long")
        await shown.press("enter", "escape", "u")
        meeting = shown.app.state.running
        assert meeting is not None
        assert meeting.entries == ()
        await shown.press("U")
        meeting = shown.app.state.running
        assert meeting is not None
        assert len(meeting.entries) == 1


async def test_typing_is_taken_back_apart_from_the_record(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        line = shown.app.screen.query_one(EntryLine)
        line.write("one")
        line.write("two")
        await shown.press("ctrl+z")
        assert line.text == "one"


async def test_a_draft_outlives_esc_and_a_restart(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.type("half a tho")
        await shown.press("escape", "i")
        assert shown.app.screen.query_one(EntryLine).text == "half a tho"
        await shown.pilot.pause(0.5)
        await shown.settle()
    async with stage(tmp_path, "", opens="room") as again:
        assert again.app.screen.query_one(EntryLine).text == "half a tho"


async def test_a_terminal_that_reads_along_leaves_the_draft_alone(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as first:
        keep_draft(tmp_path, "half a tho")
        async with stage(tmp_path, "", opens="room") as second:
            assert second.app.screen.query_one(EntryLine).text == ""
            second.page.tick()
            await second.settle()
            assert "What you type here waits in the inbox" in second.text()
            assert "Type what is said" in first.text()
            await second.type("mine")
            await second.press("enter")
            await second.pilot.pause(0.5)
        assert first.app.desk.reading_along == ""
        assert read_draft(tmp_path) == "half a tho"


def test_answers_in_confidence_are_never_kept_as_a_draft(tmp_path: Path) -> None:
    keep_draft(tmp_path, "roti: sales 5x1 4x3")
    assert read_draft(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


async def test_answers_to_an_exercise_are_neither_kept_as_a_draft_nor_remembered(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        line = shown.app.screen.query_one(EntryLine)
        await shown.type("/exercise alignment-pulse")
        await shown.press("enter")
        await shown.type("sales 32223 23")
        await shown.pilot.pause(0.6)
        assert read_draft(shown.app.workspace.directory) == ""
        await shown.type("223 22223 32233")
        await shown.press("enter", "up")
        assert "32223" not in line.text
        run = shown.app.state.run("alignment-pulse", 1)
        assert run is not None
        assert len(run.answers) == 1


def test_a_draft_is_for_its_owner_only(tmp_path: Path) -> None:
    keep_draft(tmp_path, "half a tho")
    assert (tmp_path / "draft.txt").stat().st_mode & 0o077 == 0


async def test_tab_completes_a_name_and_up_brings_back_the_last_line(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        line = shown.app.screen.query_one(EntryLine)
        await shown.type("too long @cl")
        await shown.press("tab")
        assert line.text == "too long @c "
        await shown.press("enter", "up")
        assert line.text.strip() == "too long @c"


async def test_a_pasted_list_is_stored_line_by_line(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        shown.app.screen.query_one(EntryLine).write("o: one\no: two\n\no: three")
        await shown.press("enter")
        meeting = shown.app.state.running
        assert meeting is not None
        assert [entry.said.text for entry in meeting.entries] == ["one", "two", "three"]


# Rows --------------------------------------------------------------------------------------------


async def test_rows_are_converted_moved_and_struck_by_keys(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "o: ten weeks\n", opens="room") as shown:
        shown.app.screen.query_one("#rows").focus()
        await shown.press("c", "a")
        assert shown.app.state.actions[0].said.source == "N-1"
        await shown.press("g", "M", "2")
        entry = shown.app.state.entry(1)
        assert entry is not None
        assert entry.segment == 2
        await shown.press("G", "delete")
        assert shown.app.state.actions[0].struck


async def test_entries_are_merged_and_put_in_order_by_keys(tmp_path: Path) -> None:
    lines = "n: one @ana\nn: two @cleo\nn: three @bo\n"
    async with stage(tmp_path, RUNNING + lines, opens="room") as shown:

        def texts() -> list[str]:
            meeting = shown.app.state.running
            assert meeting is not None
            return [entry.said.text for entry in meeting.entries if not entry.struck]

        shown.app.screen.query_one("#rows").focus()
        await shown.press("G", "K", "K")
        assert texts() == ["three", "one", "two"]
        await shown.press("K")
        assert "N-3 is the first entry here" in shown.sentence
        await shown.press("J")
        assert texts() == ["one", "three", "two"]
        await shown.press("m", "1")
        assert texts() == ["one; three", "two"]
        await shown.press("u")
        assert texts() == ["one", "three", "two"]


async def test_an_entry_is_split_where_its_words_part(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "o: too long @ana #food\n", opens="room") as shown:
        shown.app.screen.query_one("#rows").focus()
        await shown.press("S", "ctrl+right", "ctrl+right")
        await shown.type(" // and")
        await shown.press("enter")
        meeting = shown.app.state.running
        assert meeting is not None
        found = [(entry.said.text, entry.said.speaker, entry.said.tags) for entry in meeting.entries]
        assert found == [("too long", "P-1", ("food",)), ("and", "P-1", ("food",))]


async def test_esc_takes_back_what_a_key_put_into_the_line_and_returns_the_draft(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "o: too long @ana\n", opens="room") as shown:
        line = shown.app.screen.query_one(EntryLine)
        await shown.type("half a tho")
        await shown.press("escape", "g", "S")
        assert line.text == "/split N-1 too long"
        assert "Type // where its words part" in shown.sentence
        await shown.press("escape")
        assert line.text == "half a tho"
        await shown.press("e")
        await shown.type("er")
        await shown.press("escape")
        assert line.text.endswith("er")  # touched: it stays


async def test_only_entries_change_places(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "a: call the lab\n", opens="room") as shown:
        shown.app.screen.query_one("#rows").focus()
        await shown.press("J")
        assert shown.sentence == "A-1 is no entry; entries change places."


async def test_the_floor_goes_to_the_other_team_and_the_clock_stands_still(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        await shown.press("escape", "F", "F", "space")
        meeting = shown.app.state.running
        assert meeting is not None
        assert [turn.team for turn in meeting.turns] == ["sales", "marketing"]
        assert "paused" in shown.text()


# Looks -------------------------------------------------------------------------------------------


async def test_what_people_type_is_text_and_nothing_else(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room", size=(160, 48)) as shown:
        line = shown.app.screen.query_one(EntryLine)
        for words in HOSTILE:
            line.write(f"a: {words} @ana key {words}")
            await shown.settle()
            assert words in shown.text()
        line.write("\n".join(f"{kind}: {words}" for words in HOSTILE for kind in "oadp"))
        await shown.press("enter", "escape", "g", "j", "G")
        assert shown.app.is_running
        for words in HOSTILE:
            assert shown.text().count(words) >= len("oadp")


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (160, 48), (200, 60)])
async def test_segment_clock_prompt_and_line_are_seen_without_scrolling(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with stage(tmp_path, opens="room", size=size) as shown:
        meeting = shown.app.state.running
        assert meeting is not None
        assert meeting.current is not None
        text = shown.text()
        assert f"1/{len(meeting.items)} {meeting.current.segment.title}"[:20] in text
        assert f"left of {meeting.current.minutes} min" in text
        assert meeting.current.segment.prompts[0][:30] in text
        assert "Type what is said" in text
        assert "Commands" in text.splitlines()[-1]


async def test_a_tiny_terminal_still_takes_lines(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room", size=(36, 9)) as shown:
        await shown.type("still here")
        assert "still here" in shown.text()


async def test_the_clock_warns_by_word_sign_and_asks_once_at_zero(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        meeting = shown.app.state.running
        assert meeting is not None
        assert meeting.current is not None
        minutes = meeting.current.minutes
        shown.clock.move_to(shown.clock.read().at + timedelta(minutes=minutes * 0.9))
        shown.page.tick()
        await shown.settle()
        assert "▲" in shown.text()
        shown.clock.move_to(shown.clock.read().at + timedelta(minutes=minutes))
        shown.page.tick()
        await shown.settle()
        assert "over of" in shown.text()
        question = str(shown.app.screen.query_one("#question", Static).content)
        assert "borrow 5" in question
        assert "decide now" in question
        assert "park it" in question


async def test_who_was_not_heard_yet_is_named_for_the_facilitator(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "o: one @ana\n", opens="room") as shown:
        voices = str(shown.app.screen.query_one("#voices", Static).content)
        assert " ".join(voices.split()) == "sales marketing heard 1 0 not yet Bo, Cleo, Dan"


async def test_where_there_is_no_agenda_the_voices_take_one_line(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING + "o: one @ana\n", opens="room", size=(60, 16)) as shown:
        assert "Not yet Bo, Cleo, Dan  Heard sales 1, marketing 0" in shown.text()


async def test_the_newest_row_stays_in_sight_when_the_list_becomes_lower(tmp_path: Path) -> None:
    many = "".join(f"n: line number {number}\n" for number in range(30))
    async with stage(tmp_path, RUNNING + many, opens="room") as shown:
        assert "line number 29" in shown.text()
        await shown.pilot.resize_terminal(80, 20)
        await shown.settle()
        assert "line number 29" in shown.text()


async def test_what_is_typed_right_behind_enter_begins_the_next_line(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        for key in ("o", "n", "e", "enter", "t", "w", "o", "enter", "t", "h"):
            shown.app.post_message(events.Key(key, key if len(key) == 1 else None))  # no pause between them
        await shown.settle()
        meeting = shown.app.state.running
        assert meeting is not None
        assert [entry.said.text for entry in meeting.entries] == ["one", "two"]
        assert shown.app.screen.query_one(EntryLine).text == "th"


async def test_a_sign_that_joins_emoji_is_kept_while_it_is_typed(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="room") as shown:
        for sign in "👩\u200d👧":
            shown.app.post_message(events.Key(sign, sign))
        await shown.settle()
        assert shown.app.screen.query_one(EntryLine).text == "👩\u200d👧"


async def test_the_room_asks_who_is_here_until_somebody_is(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM + "/start\n", opens="room") as shown:
        assert "who is here? · /here all · /here NAME, NAME" in shown.text()
        await shown.type("/here all")
        await shown.press("enter")
        assert "who is here?" not in shown.text()
        assert shown.sentence == "Ana Ruiz: present, and 3 more"


KICKOFF = RUNNING.replace("sync-30", "kickoff-120") + "/goto 5\n"
"""A long agenda on the segment of a report."""


async def test_the_end_of_a_long_line_stays_in_sight(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING, opens="room") as shown:
        line = shown.app.screen.query_one(EntryLine)
        line.insert("n: " + "plant engineers retire " * 5)
        await shown.type("soon")
        column = line.cursor_location[1] - line.scroll_offset.x
        assert 0 <= column < line.size.width


async def test_what_the_line_will_be_follows_the_segment_while_the_list_is_in_hand(tmp_path: Path) -> None:
    async with stage(tmp_path, KICKOFF, opens="room") as shown:
        await shown.press("escape")
        assert "hot button ▸" in shown.text()
        await shown.press("]")
        assert "hot button ▸" not in shown.text()


async def test_at_the_end_of_the_time_all_ways_fit_however_long_the_titles_are(tmp_path: Path) -> None:
    async with stage(tmp_path, KICKOFF, opens="room") as shown:
        shown.clock.move_to(shown.clock.read().at + timedelta(minutes=45))
        shown.app._tick()
        await shown.settle()
        for way in ("Time is up.", "F6 borrow 5 from", "F3 decide now", "F7 park it"):
            assert way in shown.text(), way


async def test_the_preview_of_a_new_plan_says_to_its_end_when_the_meeting_ends(tmp_path: Path) -> None:
    async with stage(tmp_path, KICKOFF, opens="room") as shown:
        shown.clock.move_to(shown.clock.read().at + timedelta(minutes=22))
        await shown.press("escape", "=")
        assert "again does it: " in shown.text()
        assert "ends 11:00." in shown.text()
