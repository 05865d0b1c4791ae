"""`workshop action`: done, dated anew, blocked, dropped, open again, and the history of all that."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cli.calling import Cli


def action(cli: Cli, firm: Path, number: int = 1) -> Any:
    return cli("action", "show", f"A-{number}", "--json", at=firm).json()


def held_on(cli: Cli, firm: Path) -> date:
    return date.fromisoformat(cli("list", "--json", at=firm).json()[-1]["date"])


def test_several_are_done_at_once_on_a_day_that_has_come(cli: Cli, firm: Path) -> None:
    day = held_on(cli, firm)
    told = cli("action", "done", "A-1", "2", "--on", day.isoformat(), "--remark", "by mail", at=firm)
    assert told.code == 0
    assert told.out.splitlines()[0].startswith("A-1 done")
    for number in (1, 2):
        row = action(cli, firm, number)
        assert (row["status"], row["closed_on"]) == ("done", day.isoformat())
        assert row["history"][-1] == {
            "on": day.isoformat(), "what": "done", "remark": "by mail", "meeting": None,
        }  # fmt: skip


def test_nothing_is_done_in_the_future(cli: Cli, firm: Path) -> None:
    told = cli("action", "done", "A-1", "--on", "+3d", at=firm)
    assert told.code in (1, 2)
    assert action(cli, firm)["status"] == "open"


def test_a_new_date_leaves_the_first_one_visible(cli: Cli, firm: Path) -> None:
    day = held_on(cli, firm)
    assert cli("action", "due", "A-1", "+20d", "--remark", "waiting for photos", at=firm).code == 0
    row = action(cli, firm)
    assert row["original_due"] == (day + timedelta(days=7)).isoformat()
    assert row["due"] > row["original_due"]
    assert row["history"][-1]["remark"] == "waiting for photos"


def test_blocked_dropped_and_open_again(cli: Cli, firm: Path) -> None:
    assert cli("action", "block", "A-1", "--until", "+10d", "--remark", "the lab answers", at=firm).code == 0
    assert action(cli, firm)["status"] == "blocked"
    assert [row["id"] for row in cli("action", "list", "--json", at=firm).json()] == ["A-2", "A-1"]
    assert cli("action", "drop", "A-1", "--why", "the customer withdrew", at=firm).code == 0
    assert action(cli, firm)["status"] == "dropped"
    assert action(cli, firm)["history"][-1]["remark"] == "the customer withdrew"
    assert cli("action", "reopen", "A-1", "--remark", "they came back", at=firm).code == 0
    assert action(cli, firm)["status"] == "open"
    assert [step["what"] for step in action(cli, firm)["history"]][-2:] == ["dropped", "open"]
    assert cli("verify", at=firm).code == 0


def test_a_drop_needs_its_reason(cli: Cli, firm: Path) -> None:
    assert cli("action", "drop", "A-1", at=firm).code == 2
    assert action(cli, firm)["status"] == "open"


def test_one_action_is_shown_as_text_with_its_history(cli: Cli, firm: Path) -> None:
    cli("action", "due", "A-1", "+20d", "--remark", "waiting for photos", at=firm)
    told = cli("action", "show", "a1", at=firm)
    assert told.code == 0
    lines = told.out.splitlines()
    assert "owner          Finn Moe" in lines
    assert "done when      list is out" in lines
    assert lines[-1].endswith("· waiting for photos")
