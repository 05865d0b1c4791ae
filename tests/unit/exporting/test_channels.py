"""What is posted to a channel stays within what the channel takes, and nothing in it is markup."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from workshop.exporting import channels
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import ActionRow, DecisionRow


def long(minutes: Minutes, count: int, text: str) -> Minutes:
    action: ActionRow = minutes.actions[0]
    decision: DecisionRow = minutes.decisions[0]
    return replace(
        minutes,
        actions=tuple(replace(action, id=f"A-{n}", text=text) for n in range(1, count + 1)),
        decisions=tuple(replace(decision, id=f"D-{n}", text=text) for n in range(1, count + 1)),
    )


@pytest.mark.parametrize(("count", "text"), [(1, "x"), (3, "word " * 800), (500, "A text of forty letters, more or less."), (500, "é&<" * 150)])  # fmt: skip
def test_slack_takes_it_however_long_the_minutes_are(minutes: Minutes, count: int, text: str) -> None:
    told = json.loads(channels.slack(long(minutes, count, text)))
    assert len(told["blocks"]) <= 50
    for block in told["blocks"]:
        match block["type"]:
            case "header":
                assert len(block["text"]["text"]) <= 150
            case "section":
                assert 0 < len(block["text"]["text"]) <= 3000


def test_what_slack_does_not_show_is_counted(minutes: Minutes) -> None:
    told = channels.slack(long(minutes, 500, "word " * 70)).decode()
    shown = told.count("• A-")
    assert f"… and {500 - shown} more in the minutes" in told


@pytest.mark.parametrize(("count", "cut"), [(1, False), (500, True)])
def test_teams_takes_at_most_28_kilobytes(minutes: Minutes, count: int, cut: bool) -> None:
    content = channels.teams(long(minutes, count, "Ein längerer Text über Termine und Preise " * 3))
    assert len(content) <= 28_000
    card = json.loads(content)["attachments"][0]["content"]
    assert card["type"] == "AdaptiveCard"
    more = [block["text"] for block in card["body"] if "more in the minutes" in block["text"]]
    assert bool(more) == cut


@pytest.mark.parametrize("write", [channels.slack, channels.teams])
def test_words_of_people_mention_nobody_and_link_nowhere(
    minutes: Minutes, write: Callable[[Minutes], bytes]
) -> None:
    told: Any = json.loads(
        write(long(minutes, 1, "<!channel> *bold* [x](http://192.0.2.1) `code` <at>all</at>"))
    )
    text = json.dumps(told)
    assert "<!channel>" not in text
    assert "*bold*" not in text
    assert "<at>" not in text.replace("\\\\<", "")
    if write is channels.teams:  # Slack knows no such links
        assert "[x](" not in text
