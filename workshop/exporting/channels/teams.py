"""An Adaptive Card for Teams: at most 28 KB, so that a webhook takes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workshop.exporting.channels import lines
from workshop.exporting.digest import Minutes
from workshop.exporting.language import say, speaking
from workshop.exporting.text import markdown

MOST_BYTES = 28_000
MOST_IN_LINE = 300


def teams(minutes: Minutes, own: Path | None = None) -> bytes:
    """A message with one card; lists that are too long are cut and say so. `own` holds the team's own languages."""
    with speaking(minutes.locale, own):
        return _written(minutes)


def _written(minutes: Minutes) -> bytes:
    most = max(len(minutes.decisions), len(minutes.actions), 1)
    while True:
        content = (json.dumps(_message(minutes, most), ensure_ascii=False, indent=1) + "\n").encode(
            "utf-8", "replace"
        )
        if len(content) <= MOST_BYTES or most == 1:
            return content
        most = most * 3 // 4 or 1


def _message(minutes: Minutes, most: int) -> dict[str, Any]:
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "lang": minutes.locale.partition("_")[0],
        "body": _body(minutes, most),
    }
    attachment = {
        "contentType": "application/vnd.microsoft.card.adaptive",
        "contentUrl": None,
        "content": card,
    }
    return {"type": "message", "attachments": [attachment]}


def _body(m: Minutes, most: int) -> list[dict[str, Any]]:
    title = _words(lines.headline(m), size="Large", weight="Bolder")
    goal = [_words(f"{say('Shared goal')}: {m.goal.text}")] if m.goal else []
    told = lines.next_meeting(m)
    return [
        title, _words(lines.circumstances(m), isSubtle=True, spacing="None"), *goal,
        *_list(say("Decisions"), [lines.decision(row) for row in m.decisions], most),
        *_list(say("Actions"), [lines.action(row, m) for row in m.actions], most),
        *([_words(told, weight="Bolder")] if told else []),
    ]  # fmt: skip


def _list(title: str, rows: Sequence[str], most: int) -> list[dict[str, Any]]:
    if not rows:
        return []
    more = [say("… and {n} more in the minutes", n=len(rows) - most)] if len(rows) > most else []
    return [
        _words(title, weight="Bolder", separator=True),
        *(_words(row, spacing="Small") for row in (*rows[:most], *more)),
    ]


def _words(text: str, **looks: Any) -> dict[str, Any]:
    """A text block in which nothing that people typed is markup."""
    return {"type": "TextBlock", "text": markdown(lines.cut(text, MOST_IN_LINE)), "wrap": True, **looks}
