"""Record: every list of the workspace, the minutes, and a search over everything that was ever said."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from screens import FIRM, RUNNING, Stage, stage

from workshop.line.script_workspace import script_session
from workshop.tui.dialogs.reading import Reading
from workshop.tui.screens import record
from workshop.tui.widgets.record_table import LISTS
from workshop.tui.widgets.rows import Rows
from workshop.workspace.searching import search

HOSTILE = (
    "[@click=app.quit]x[/]",
    "[/b] closes nothing",
    "[20%] less",
    "[red]red[/red]",
    "$ink {x} \\[ :smile:",
)
HELD = (
    FIRM
    + """/here all
/start
o: ten weeks is too long @bo worked=partly
d: One price list from April mode=consent
/vote D-1 none
agreement: Problem first, then a fix
dispute: How do we set kit prices? root=price
programme: Clean water spring @dan gate=ready
a: Publish delivery weeks @cleo >10mar from:N-1
/close early enough said
"""
)
OLD = "".join(
    f"/at 2026-0{month}-10 08:00\n/meeting sync-30 2026-0{month}-10 09:00 title=Meeting {month}\n/start\n"
    f"n: something about pump {month}\n/close early done\n"
    for month in range(4, 10)
)


def listed(shown: Stage) -> list[str]:
    """Ids in the order of the list."""
    return [row.id for row in shown.app.screen.query_one(Rows)._rows]


async def looked_for(shown: Stage, words: str) -> None:
    """Searches, and waits for what is found."""
    await shown.press("slash")
    await shown.type(words)
    await shown.press("enter")
    await shown.app.workers.wait_for_complete()
    await shown.settle()


async def test_one_meeting_is_one_meeting(tmp_path: Path) -> None:
    async with stage(tmp_path, HELD, opens="record") as shown:
        await shown.app.workers.wait_for_complete()
        await shown.settle()
        assert shown.text().splitlines()[0].split()[-2:] == ["1", "meeting"]


async def test_every_list_is_reached_by_one_key_after_the_other(tmp_path: Path) -> None:
    async with stage(tmp_path, HELD, opens="record") as shown:
        seen = {}
        for name in LISTS:
            seen[name] = listed(shown)
            await shown.press("right_square_bracket")
        assert seen == {
            "meetings": ["M-1"], "minutes": [""], "decisions": ["D-1"], "objections": ["N-1"], "programmes": ["N-3"],
            "disputes": ["X-1"], "agreements": ["N-2"], "exercises": [""],
        }  # fmt: skip
        assert listed(shown) == ["M-1"]


async def test_a_meeting_opens_with_its_first_page_and_all_that_was_said(tmp_path: Path) -> None:
    async with stage(tmp_path, HELD, opens="record", size=(120, 48)) as shown:
        await shown.press("enter")
        assert isinstance(shown.app.screen, Reading)
        seen = shown.text()
        for words in ("Decisions", "One price list from April", "What was said", "ten weeks is too long"):
            assert words in seen, words


async def test_a_record_is_read_in_full_beside_the_list_where_there_is_room(tmp_path: Path) -> None:
    async with stage(tmp_path, HELD, opens="record", size=(120, 36)) as shown:
        await shown.press("]", "]", "]")
        assert "partly answered" in shown.text()
        assert "worked          partly" in shown.text()


async def test_search_finds_words_of_meetings_that_left_the_state_long_ago(tmp_path: Path) -> None:
    async with stage(tmp_path, HELD + OLD, opens="record") as shown:
        assert shown.app.state.meeting(1) is None
        await looked_for(shown, "TEN weeks")
        assert listed(shown) == ["N-1"]
        assert "ten weeks is too long" in shown.text()
        await shown.press("escape")
        assert "M-1" in listed(shown)


async def test_search_without_a_hit_says_so(tmp_path: Path) -> None:
    async with stage(tmp_path, HELD, opens="record") as shown:
        await looked_for(shown, "submarine")
        assert "Nothing that was ever recorded" in shown.text()


def test_a_search_knows_names_and_fields_and_leaves_out_what_was_struck(tmp_path: Path) -> None:
    session = script_session(tmp_path, issue=False)
    for line in (HELD.replace("/close", "n: pump one\nn: pump two\n/strike N-4\n/close")).splitlines():
        tuple(session.feed(line))
    workspace = session.workspace
    assert [hit.ref for hit in search(workspace, "bo lind")] == ["N-1"]
    assert [hit.ref for hit in search(workspace, "cleo delivery")] == ["A-1"]
    assert [hit.ref for hit in search(workspace, "partly")] == ["N-1"]
    assert [hit.ref for hit in search(workspace, "pump")] == ["N-5"]


async def test_minutes_in_the_folder_open_in_the_viewer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(record, "open_file", lambda path: opened.append(path.name))
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / "M-1 2026-03-03 draft.pdf").write_bytes(b"%PDF-1.7")
    async with stage(tmp_path, HELD, opens="record") as shown:
        await shown.press("o", "]", "enter")
        assert opened == ["M-1 2026-03-03 draft.pdf"] * 2


async def test_the_palette_brings_up_a_meeting_or_a_decision_here(tmp_path: Path) -> None:
    async with stage(tmp_path, HELD, opens="record") as shown:
        shown.app.go("record", "D-1")
        await shown.settle()
        assert shown.app.screen.query_one(Rows).chosen == "D-1"


async def test_words_of_people_are_never_markup_in_the_record(tmp_path: Path) -> None:
    kinds = ("o", "d", "agreement", "programme", "dispute")
    lines = "".join(f'{kind}: "{words}"\n' for kind in kinds for words in HOSTILE)
    script = FIRM + f"/change M-1 title={HOSTILE[1]}\n/here all\n/start\n{lines}/close early {HOSTILE[0]}\n"
    async with stage(tmp_path, script, opens="record", size=(160, 48)) as shown:
        assert HOSTILE[1] in shown.text()
        for _ in LISTS:
            await shown.press("]")
            if listed(shown)[0].startswith(("D", "N", "X")):
                assert all(words in shown.text() for words in HOSTILE)
        await shown.press("enter")
        assert HOSTILE[1] in shown.text()
        await shown.press("escape")
        await looked_for(shown, "[20%]")
        assert HOSTILE[2] in shown.text()


async def test_exercises_are_listed_with_what_lives_on_and_read_as_results(tmp_path: Path) -> None:
    lines = """/exercise lead-definition
criterion: Branch kind=must; allowed=utility
/exercise lead-sample-review
lead: [b]BioFeed[/b] PG channel=web; reason=no project
/close early no time
"""
    async with stage(tmp_path, RUNNING + lines, opens="record", size=(120, 36)) as shown:
        await shown.press("left_square_bracket")
        assert "M-1 · Tue 3 March 2026  Ten real leads, two opinions" in shown.text()
        assert "M-1 · Tue 3 March 2026  lead definition v1" in shown.text()
        await shown.press("g", "enter")
        await shown.app.workers.wait_for_complete()
        await shown.settle()
        assert "[b]BioFeed[/b]" in shown.text()


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36)])
async def test_every_list_is_named_whole_wherever_we_are(tmp_path: Path, size: tuple[int, int]) -> None:
    async with stage(tmp_path, HELD, opens="record", size=size) as shown:
        for _ in LISTS:
            seen = shown.text()
            assert all(name.capitalize() in seen for name in LISTS)
            await shown.press("right_square_bracket")


async def test_nothing_is_said_to_be_missing_before_it_was_looked_for(tmp_path: Path) -> None:
    async with stage(tmp_path, HELD, opens="home") as shown:
        gate = Event()
        shown.app.desk.run(gate.wait)
        shown.app.go("record")
        await shown.pilot.pause()
        assert "Reading" in shown.text()
        assert "No meetings yet" not in shown.text()
        gate.set()
        await shown.settle()
        await shown.app.workers.wait_for_complete()
        await shown.settle()
        assert listed(shown) == ["M-1"]


async def test_where_nothing_is_at_hand_nothing_is_copied(tmp_path: Path) -> None:
    async with stage(tmp_path, opens="record") as shown:
        await shown.press("right_square_bracket", "y")
        assert "There is nothing at hand here." in shown.text()
