"""Actions: every action over all meetings, by date, with single keys; nobody is counted or ranked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from screens import FIRM, Stage, stage

from workshop.tui.dialogs.reading import Reading
from workshop.tui.widgets.actions_table import Filter, chosen, is_overdue
from workshop.tui.widgets.answer_line import AnswerLine
from workshop.tui.widgets.rows import Rows

HOSTILE = (
    "[@click=app.quit]x[/]",
    "[/b] closes nothing",
    "[20%] less",
    "[red]red[/red]",
    "$ink {x} \\[ :smile:",
)
SEVERAL = (
    FIRM
    + """/here all
/start
o: ten weeks is too long @bo
a: Publish delivery weeks @cleo >10mar from:N-1
a: Call the lab @bo >6mar
a: Send the list @bo @ana >20mar
a: Nobody has this one
/done A-3
/close early enough said
/at 2026-03-09 09:00
"""
)


def listed(shown: Stage) -> list[str]:
    """Ids in the order of the list; headings are empty."""
    return [row.id for row in shown.app.screen.query_one(Rows)._rows]


async def test_open_actions_of_every_meeting_stand_by_date_and_overdue_is_said_in_words(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        assert listed(shown) == ["A-2", "A-1", "A-4"]
        seen = shown.text()
        assert "3 days over" in seen
        assert "Tue 10 March" in seen
        assert "1 overdue" in seen
        assert "nobody yet" in seen


async def test_done_ones_come_by_one_key(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        await shown.press("h")
        assert listed(shown) == ["A-2", "A-1", "A-3", "A-4"]


async def test_filters_by_person_team_and_overdue_can_be_put_together(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        await shown.press("t", "s")
        assert listed(shown) == ["A-2"]
        await shown.press("t", "m", "3")
        assert listed(shown) == ["A-1"]
        await shown.press("o")
        assert "No action fits. c shows every open one." in shown.text()
        await shown.press("c")
        assert len(listed(shown)) == 3


async def test_by_source_each_stands_under_the_words_it_came_from(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        await shown.press("s")
        assert "N-1   ten weeks is too long" in shown.text()
        assert "Without a source" in shown.text()


async def test_words_find_actions_by_text_and_owner(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        await shown.press("slash")
        await shown.type("cleo weeks")
        await shown.press("enter")
        assert listed(shown) == ["A-1"]


async def test_x_ticks_off_and_takes_up_again(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        await shown.press("x")
        action = shown.app.state.action(2)
        assert action is not None
        assert action.status == "done"
        assert listed(shown) == ["A-1", "A-4"]


async def test_a_date_an_owner_and_a_block_by_single_keys(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        await shown.press("G", "at", "2", "greater_than_sign", "f")
        action = shown.app.state.action(4)
        assert action is not None
        assert (action.owner, action.due) == ("P-2", date(2026, 3, 13))
        assert shown.presses == 5
        await shown.press("b")
        await shown.type("waits for the lab")
        await shown.press("enter")
        action = shown.app.state.action(4)
        assert action is not None
        assert action.status == "blocked"
        assert action.history[-1].remark == "waits for the lab"
        assert [step.what for step in action.history].count("blocked") == 1


async def test_enter_shows_the_history_of_one(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        await shown.press("enter")
        assert isinstance(shown.app.screen, Reading)
        assert "made in    M-1" in shown.text()
        assert "Tue 3 March 2026" in shown.text()


async def test_a_draft_survives_esc_and_a_refusal(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        await shown.press("a")
        await shown.type("call @zoe")
        await shown.press("enter")
        line = shown.app.screen.query_one(AnswerLine)
        assert line.text == "a: call @zoe"
        await shown.press("escape")
        assert line.text == "a: call @zoe"
        assert line.display


async def test_a_refusal_is_said_once(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        await shown.press("a")
        await shown.type("call @zoe")
        await shown.press("enter")
        assert shown.text().count("Nobody called 'zoe'") == 1


async def test_where_nothing_is_open_the_key_for_a_new_one_is_named(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM, opens="actions", size=(60, 16)) as shown:
        assert "No action is open. a types a new one." in shown.text()
        assert "a New" in shown.text().splitlines()[-1]


async def test_on_a_small_screen_the_one_at_hand_is_read_below_the_list(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions", size=(60, 16)) as shown:
        assert "A-2 Bo Lind: Call the lab · due Fri 6 March 2026" in shown.text()


async def test_the_palette_brings_up_one_action_or_one_person(tmp_path: Path) -> None:
    async with stage(tmp_path, SEVERAL, opens="actions") as shown:
        shown.app.go("actions", "A-3")
        await shown.settle()
        assert shown.app.screen.query_one(Rows).chosen == "A-3"
        shown.app.go("actions", "P-3")
        await shown.settle()
        assert listed(shown) == ["A-1"]


async def test_words_of_people_are_never_markup_in_the_list(tmp_path: Path) -> None:
    lines = "".join(f'a: "{words}" @bo >10mar from:N-1 // "{words}"\n' for words in HOSTILE)
    script = (
        FIRM + f'/person {HOSTILE[0]}; sales; {HOSTILE[1]}\n/here all\n/start\no: "{HOSTILE[2]}"\n{lines}'
    )
    async with stage(tmp_path, script, opens="actions", size=(160, 48)) as shown:
        await shown.press("s")
        assert all(words in shown.text() for words in HOSTILE)
        await shown.press("m", "5")
        assert HOSTILE[0] in shown.text()
        await shown.press("c", "j", "enter")
        assert shown.app.is_running


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("open", "blocked", "done", "dropped")),
            st.sampled_from((None, "2026-03-01", "2026-03-20")),
        )
    ),
    st.booleans(),
    st.booleans(),
)
def test_a_filter_only_takes_away_and_never_changes_the_order_of_dates(
    given_: list[tuple[str, str | None]], overdue: bool, everything: bool
) -> None:
    today = date(2026, 3, 9)
    rows: list[dict[str, Any]] = [
        {"id": f"A-{n}", "status": status, "due": due, "owner": None, "helpers": [], "tags": [], "text": "x", "done_when": None}
        for n, (status, due) in enumerate(given_, 1)
    ]  # fmt: skip
    found = chosen(rows, Filter(overdue=overdue, everything=everything), {}, today)
    dates = [row["due"] or "9999" for row in found]
    assert dates == sorted(dates)
    assert not overdue or all(is_overdue(row, today) for row in found)
    assert everything or all(row["status"] in ("open", "blocked") for row in found)
