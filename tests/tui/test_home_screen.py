"""Home: the most pressing first, one line caught, and the first meeting from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import FIRM, RUNNING, stage
from textual import events
from textual.widgets import Static, TextArea

from workshop.tui.widgets.home_line import OneLine
from workshop.tui.widgets.rows import Rows

HOSTILE = ("[@click=app.quit]x[/]", "[/b] bold", "[20%] off")
NOTHING = "/at 2026-03-03 09:00\n/set name=Norvik\n/set zone=Europe/Berlin\n"
LATER = """
/at 2026-02-16 12:00
/set name=Norvik
/set zone=Europe/Berlin
/person Ana Ruiz; sales; Head of sales
/person Cleo Fox; marketing; Head of marketing
/meeting sync-30 2026-02-16 12:00
/here all
/start
a: Draft the case @cleo >2026-02-20
a: Send ten leads @ana >2026-03-04
a: New price sheet @ana >2026-05-04
p: Trade fair in spring @ana
dispute: Who owns the price list root=price
/nextdate 2026-03-04 sync-30
/close early no time
/meeting sync-30 2026-03-04 09:00 title=Sync
/meeting kickoff-120 2026-03-20 09:00 title=Kickoff
/at 2026-03-03 09:00
o: ten weeks is too long @ana
"""


async def test_the_next_meeting_is_the_first_thing_said(tmp_path: Path) -> None:
    async with stage(tmp_path, LATER) as shown:
        lines = shown.text().splitlines()
        assert "Next  Sync · Wed 4 March 2026 09:00 · 30 min · tomorrow" in lines[2]
        assert "Norvik" in lines[0]
        assert "Tue 3 March 2026  09:00" in lines[0]


async def test_overdue_comes_before_due_and_what_is_far_off_is_left_out(tmp_path: Path) -> None:
    async with stage(tmp_path, LATER, size=(160, 48)) as shown:
        text = shown.text()
        assert text.index("Overdue  1") < text.index("Due by the next meeting  1")
        assert "11 days over" in text
        assert "New price sheet" not in text


async def test_captures_disputes_topics_other_plans_and_the_rhythm_are_shown(tmp_path: Path) -> None:
    async with stage(tmp_path, LATER, size=(160, 48)) as shown:
        text = shown.text()
        for words in (
            "C-1   ten weeks is too long", "X-1   Who owns the price list", "Trade fair in spring", "Also planned  1",
            "Exchanges in 30 days: 1 of 2", "Minutes of M-1 are a draft",
        ):  # fmt: skip
            assert words in text
        assert "1 caught" in text


async def test_the_rhythm_is_shown_at_eighty_columns_too(tmp_path: Path) -> None:
    async with stage(tmp_path, LATER) as shown:
        assert "Exchanges in 30 days: 1 of 2" in shown.text()


async def test_a_line_is_caught_and_the_field_is_free_for_the_next(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.press("i")
        await shown.type("o: too slow @ana")
        await shown.press("enter")
        assert [capture.said.text for capture in shown.app.state.captures] == ["too slow"]
        assert shown.app.screen.query_one("#catch", OneLine).text == ""
        assert "too slow" in shown.text()


async def test_a_refused_line_stays_with_the_person(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.press("i")
        await shown.type("o: too slow @nobody")
        await shown.press("enter")
        assert shown.app.state.captures == ()
        assert shown.app.screen.query_one("#catch", OneLine).text == "o: too slow @nobody"
        assert "nobody" in shown.sentence


async def test_esc_leaves_the_line_and_keeps_the_draft(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.press("i")
        await shown.type("half a th")
        await shown.press("escape", "p")
        assert shown.app.screen.id != "home"
        await shown.press("escape")
        assert shown.app.screen.query_one("#catch", OneLine).text == "half a th"


async def test_enter_on_a_planned_meeting_opens_its_plan(tmp_path: Path) -> None:
    async with stage(tmp_path, LATER, size=(120, 36)) as shown:
        await shown.press("G", "enter")
        assert "Plan  Kickoff" in shown.text()


async def test_r_starts_the_meeting_of_the_day_and_asks_on_another_day(tmp_path: Path) -> None:
    async with stage(tmp_path, LATER) as shown:
        await shown.press("r")
        assert "planned for Wed 4 March. Start it now?" in shown.text()
        await shown.press("n")
        assert shown.app.state.running is None
        await shown.press("r", "y")
        assert shown.app.state.running is not None


async def test_a_running_meeting_is_named_with_its_segment(tmp_path: Path) -> None:
    async with stage(tmp_path, RUNNING) as shown:
        assert "Running  Sync · 1/6 Opening, last minutes" in shown.text()


async def test_nothing_else_is_suggested_while_a_meeting_runs(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        assert "Suggested" in shown.text()
    async with stage(tmp_path / "running", RUNNING) as shown:
        assert "Suggested" not in shown.text()


async def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "ours.toml").write_text("title = [/b]", encoding="utf-8")
    async with stage(tmp_path, FIRM, size=(120, 36)) as shown:
        assert "Files left out  1" in shown.text()
        assert "agendas/ours.toml" in shown.text()


# The first meeting -------------------------------------------------------------------------------


async def test_from_nothing_to_a_running_meeting(tmp_path: Path) -> None:
    async with stage(tmp_path, NOTHING) as shown:
        firm = shown.app.screen.query_one("#firm", OneLine)
        assert firm.has_focus
        await shown.press("tab", "tab")
        shown.app.screen.query_one("#people", TextArea).load_text(
            "Ana Ruiz; sales; Head of sales\nCleo Fox; marketing\n"
        )
        await shown.press("tab", "tab", "enter")
        assert [meeting.template for meeting in shown.app.state.meetings] == ["kickoff-120"]
        assert [person.name for person in shown.app.workspace.people] == ["Ana Ruiz", "Cleo Fox"]
        assert "Plan  First joint kickoff" in shown.text()
        await shown.press("enter")
        assert shown.app.state.running is not None
        assert shown.presses <= 6


async def test_each_refused_person_stays_with_the_reason_and_the_others_are_in(tmp_path: Path) -> None:
    async with stage(tmp_path, NOTHING) as shown:
        await shown.press("tab", "tab")
        box = shown.app.screen.query_one("#people", TextArea)
        box.load_text("Ana Ruiz; sales\nCleo Fox; marketting\nDan Hill")
        await shown.press("tab")
        assert box.text == "Cleo Fox; marketting\nDan Hill"
        assert "Cleo Fox  'marketting' is not a team; did you mean marketing?" in shown.text()
        assert "Dan Hill  Type NAME; TEAM" in shown.text()
        assert [person.name for person in shown.app.workspace.people] == ["Ana Ruiz"]
        await shown.press("tab", "enter")
        assert shown.app.state.meetings == ()
        assert box.has_focus


async def test_firm_and_zone_are_stored_and_a_zone_that_is_none_stays(tmp_path: Path) -> None:
    async with stage(tmp_path, NOTHING) as shown:
        firm, zone = (shown.app.screen.query_one(name, OneLine) for name in ("#firm", "#zone"))
        firm.write("[b]Fjord[/b] & sons")
        zone.write("Europe/Olso")
        await shown.press("tab", "tab")
        assert shown.app.workspace.settings.name == "[b]Fjord[/b] & sons"
        assert shown.app.workspace.settings.zone == "Europe/Berlin"
        assert "Europe/Oslo" in shown.sentence
        assert zone.text == "Europe/Olso"
        assert "[b]Fjord[/b] & sons" in shown.text().splitlines()[0]


async def test_a_new_meeting_has_what_was_agreed_in_hand(tmp_path: Path) -> None:
    agreed = LATER.replace("/meeting sync-30 2026-03-04", "# ").replace("/meeting kickoff-120", "# ")
    async with stage(tmp_path, agreed) as shown:
        await shown.press("n")
        assert shown.app.screen.query_one("#when", OneLine).text == "2026-03-04 12:00"
        await shown.press("enter")
        planned = shown.app.state.meetings[-1]
        assert (planned.template, f"{planned.on}") == ("sync-30", "2026-03-04")


async def test_a_day_that_is_none_keeps_the_sheet_and_the_words(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.press("n")
        when = shown.app.screen.query_one("#when", OneLine)
        when.write("someday 09:00")
        await shown.press("enter")
        assert len(shown.app.state.meetings) == 1
        assert when.has_focus
        assert when.text == "someday 09:00"


async def test_esc_leaves_the_sheet(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.press("w", "escape")
        assert "Next  Sync" in shown.text()


# Words of people ---------------------------------------------------------------------------------


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("size", [(80, 36), (160, 48), (60, 40)])
async def test_words_of_people_are_shown_as_they_are(
    tmp_path: Path, words: str, size: tuple[int, int]
) -> None:
    lines = (f"a: {words} @ana >2026-03-04", f"o: {words}", f"p: {words}", f"dispute: {words} root=price")
    script = f"{RUNNING}/set name={words}\n" + "\n".join(lines)
    script += f"\n/close early x\n/at 2026-03-05 08:00\n/meeting sync-30 2026-03-06 09:00 title={words}\no: {words}\n"
    async with stage(tmp_path, script, size=size) as shown:
        await shown.app.feed(f"/person {words}; sales")
        assert shown.text().count(words) >= 5
        await shown.press("w")
        assert words in shown.text()
        await shown.press("escape", "j", "enter")
        assert shown.app.is_running


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (200, 60)])
async def test_the_line_and_the_next_meeting_fit_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with stage(tmp_path, LATER, size=size) as shown:
        assert "Next  Sync" in shown.text()
        assert "Catch something" in shown.text()
        assert "A-1" in shown.text()


async def test_the_line_is_reached_from_the_sheet_too(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.press("n", "i")
        assert shown.app.screen.query_one("#catch", OneLine).has_focus
        assert "Next  Sync" in shown.text()


async def test_people_pasted_twice_are_there_once(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.press("w")
        box = shown.app.screen.query_one("#people", TextArea)
        for _ in range(2):
            box.load_text("Ana Ruiz; sales\nEva Holt; marketing")
            await shown.press("tab", "shift+tab")
        assert [person.name for person in shown.app.workspace.people].count("Eva Holt") == 1
        assert "2 sales, 3 marketing" in shown.text()


async def test_what_the_profile_leaves_out_is_told_behind_the_agendas(tmp_path: Path) -> None:
    async with stage(tmp_path, "/set profile=light\n" + FIRM, size=(100, 40)) as shown:
        await shown.press("n", "end")
        text = " ".join(shown.text().split())
        assert "The profile light hides" in text
        assert "workshop list --templates --all shows everything." in text


async def test_a_name_that_is_there_already_stays_on_the_sheet_with_its_reason(tmp_path: Path) -> None:
    async with stage(tmp_path, NOTHING, size=(100, 30)) as shown:
        box = shown.app.screen.query_one("#people", TextArea)
        box.load_text("Jo Berg; sales; North\nAna Ruiz; marketing\nJo Berg; sales; South\nall; sales")
        box.focus()
        await shown.press("tab")
        await shown.settle()
        assert [person.name for person in shown.app.workspace.people] == ["Jo Berg", "Ana Ruiz"]
        assert box.text == "Jo Berg; sales; South\nall; sales"
        assert "Another Jo Berg? Add a word, such as Jo Berg South" in shown.text()
        assert "'all' means something else" in shown.text()


async def test_home_suggests_one_thing_with_why_and_what_each_side_brings(tmp_path: Path) -> None:
    lines = "/exercise lead-sample-review\nlead: BioFeed GP channel=web; reason=no project\n/close early no time\n"
    async with stage(tmp_path, RUNNING + lines, opens="home", size=(200, 60)) as shown:
        words = " ".join(str(shown.app.screen.query_one("#aside", Static).content).split())
        assert "Suggested Build the ideal lead together (lead-workshop-90) s plans" in words
        assert "because Agreement 0.0 %" in words
        assert "sales brings" in words
        assert "marketing brings" in words
        await shown.press("s")
        chosen = shown.app.screen.query_one("#shelf", Rows).chosen
        assert chosen == "lead-workshop-90"


async def test_what_is_typed_right_behind_enter_is_caught_as_the_next_line(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.press("i")
        for key in ("a", "b", "enter", "c", "d", "enter", "e"):
            shown.app.post_message(events.Key(key, key if len(key) == 1 else None))  # no pause between them
        await shown.settle()
        assert [capture.said.text for capture in shown.app.state.captures] == ["ab", "cd"]
        assert shown.app.screen.query_one("#catch", OneLine).text == "e"


async def test_people_pasted_into_the_firm_go_where_people_go(tmp_path: Path) -> None:
    async with stage(tmp_path, NOTHING) as shown:
        firm, box = (shown.app.screen.query_one(name, TextArea) for name in ("#firm", "#people"))
        name = firm.text
        firm.post_message(events.Paste("Ana Ruiz; sales\rCleo Fox; marketing\r"))
        await shown.settle()
        assert firm.text == name
        assert box.text == "Ana Ruiz; sales\nCleo Fox; marketing"
        assert box.has_focus


async def test_an_agenda_chosen_over_refused_people_says_what_comes_first(tmp_path: Path) -> None:
    async with stage(tmp_path, NOTHING) as shown:
        shown.app.screen.query_one("#people", TextArea).load_text("Dan Hill")
        await shown.press("tab", "tab", "tab", "tab", "enter")
        assert shown.sentence == "Mend these lines or take them out; then choose the agenda."


async def test_on_a_small_screen_a_refusal_takes_the_place_of_the_count(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM + "o: too dear\n", size=(60, 16)) as shown:
        assert "1 caught" in shown.text()
        await shown.press("i")
        await shown.type("o: too long @zoe")
        await shown.press("enter")
        assert "For plain text type \\@zoe" in shown.text()
