"""What holds on every screen: one state, one thread, keys by one registry, a footer that is never cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import FIRM, RUNNING, stage

from workshop.tui import WorkshopApp
from workshop.tui.keys import ACTIONS, Keys
from workshop.tui.widgets.footer import fitting
from workshop.tui.widgets.status import StatusLine


@pytest.mark.parametrize("screen", ["home", "plan", "room", "close", "actions", "record"])
async def test_every_screen_comes_up_and_names_help_and_commands(tmp_path: Path, screen: str) -> None:
    async with stage(tmp_path, opens=screen) as shown:
        last = shown.text().splitlines()[-1]
        assert "Help" in last
        assert "Commands" in last


async def test_a_meeting_that_begins_brings_up_its_room(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        await shown.press("r")
        assert shown.app.state.running is not None
        assert "Sync" in shown.text()


async def test_a_second_terminal_reads_along_and_says_so(tmp_path: Path) -> None:
    async with stage(tmp_path) as first, stage(tmp_path, "", opens="room") as second:
        assert first.app.desk.reading_along == ""
        assert "run in another terminal" in second.sentence
        await second.app.feed("/next")
        assert "run in another terminal" in second.sentence
        await second.app.feed("o: ten weeks is too long")
        assert second.app.state.captures


def test_keys_in_the_settings_replace_those_of_the_program() -> None:
    keys = Keys([("undo", "ctrl+u")])
    assert keys.of("undo") == ("ctrl+u",)
    assert keys.clashes == ()


@pytest.mark.parametrize(
    ("id_", "wish", "told"),
    [
        ("undo", "U", "U is the key of 'redo'. It keeps u."),
        ("undo", "ctrl+h", "terminals keep 'ctrl+h' for themselves."),
        ("undone", "z", "there is no such action; did you mean undo?"),
    ],
)
def test_keys_that_clash_are_told_in_a_sentence(id_: str, wish: str, told: str) -> None:
    assert told in Keys([(id_, wish)]).clashes[0]


def test_no_two_actions_that_meet_share_a_key() -> None:
    assert Keys((known.id, known.key) for known in ACTIONS if known.key).clashes == ()


def test_every_action_can_be_done() -> None:
    for known in ACTIONS:
        owner = WorkshopApp if known.where == "everywhere" else WorkshopApp.SCREENS[known.where]()
        assert hasattr(owner, f"action_{known.method}"), known.id


def test_the_footer_leaves_out_whole_offers_and_keeps_the_last() -> None:
    offers = (("?", "Help"), ("a", "Action"), ("d", "Decision"), (":", "Commands"))
    assert fitting(offers, 80) == offers
    assert fitting(offers, 30) == (("?", "Help"), ("a", "Action"), (":", "Commands"))


@pytest.mark.parametrize("size", [(40, 10), (60, 16), (80, 24), (120, 36), (200, 60)])
async def test_no_footer_is_cut_on_any_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with stage(tmp_path, RUNNING + "a: call the lab\n", size=size) as shown:
        for screen in ("home", "plan", "room", "close", "actions", "record", "result"):
            shown.app.go(screen)
            await shown.settle()
            keys = shown.text().splitlines()[-1]
            assert keys.rstrip().endswith("Commands"), screen
            assert "…" not in keys


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_a_refusal_is_read_to_its_end_where_one_line_is_too_short(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    words = "N-3 is a parking, N-1 is an objection. /edit N-1 parking: and its words, then merge them"
    async with stage(tmp_path, RUNNING, opens="room", size=size) as shown:
        shown.app.say(words, calm=False)
        await shown.settle()
        await shown.settle()
        assert words in " ".join(shown.text().split())
        shown.app.say("Taken back: N-3.")
        await shown.settle()
        assert shown.app.screen.query_one(StatusLine).size.height == 1


async def test_a_refusal_of_three_lines_is_read_to_the_line_to_type(tmp_path: Path) -> None:
    words = (
        "Twenty statements: sales 1, marketing 0 in. Three answers to the same item are the least that is shown."
        " Collect more, or throw them away: /collect statements"
    )
    async with stage(tmp_path, RUNNING + "a: call the lab\n", opens="room") as shown:
        shown.app.say(words, calm=False)
        await shown.settle()
        await shown.settle()
        assert "throw them away: /collect statements" in " ".join(shown.text().split())


async def test_a_badge_gives_way_to_an_answer_that_is_whole_without_it(tmp_path: Path) -> None:
    words = "D-1, round 1: NEEDS WORK (sales 3.00 n=3, marketing 4.33 n=3, joint 3.67)"
    async with stage(tmp_path, RUNNING + "a: call the lab\n", opens="room") as shown:
        assert "to complete" in shown.text()
        shown.app.say(words)
        await shown.settle()
        assert words in shown.text()
        shown.app.say("Stored")
        await shown.settle()
        assert "to complete" in shown.text()


async def test_a_torn_line_that_was_put_aside_is_told_rather_than_what_was_caught(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM) as shown:
        with (tmp_path / "journal.jsonl").open("ab") as journal:
            journal.write(b'{"n":999,"meet')
        await shown.press("i")
        await shown.type("n: prices")
        await shown.press("enter")
        assert "was torn" in shown.sentence
        assert any("prices" in line for line in shown.app.said)


async def test_everything_that_was_found_at_the_start_is_told(tmp_path: Path) -> None:
    async with stage(tmp_path, FIRM):
        pass
    with (tmp_path / "workshop.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[keys]\nhelp = "f7"\nbogus = "z"\n')
    async with stage(tmp_path, "") as shown:
        assert "F7 is the key of" in shown.sentence
        assert "bogus" in shown.sentence
