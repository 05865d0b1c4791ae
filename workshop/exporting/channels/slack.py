"""Slack's blocks: at most 50 of them, 3,000 characters in a section, 150 in a header."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from workshop.exporting.channels import lines
from workshop.exporting.digest import Minutes
from workshop.exporting.language import say, speaking
from workshop.exporting.text import plain

MOST_IN_HEADER, MOST_IN_SECTION = 150, 3000
MOST_IN_LINE = 400
MOST_SECTIONS = 20
"""Of one list; together with heads they stay below the blocks allowed."""
ROOM_FOR_MORE = 60
"""Characters kept free to say how many more there are."""


def slack(minutes: Minutes, own: Path | None = None) -> bytes:
    """A JSON document with `text` for notices and `blocks`; `own` holds the team's own languages."""
    with speaking(minutes.locale, own):
        return _written(minutes)


def _written(minutes: Minutes) -> bytes:
    told = {
        "text": _safe(lines.cut(lines.headline(minutes), MOST_IN_SECTION)),
        "blocks": list(_blocks(minutes)),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _blocks(m: Minutes) -> Iterator[dict[str, Any]]:
    title = lines.cut(plain(lines.headline(m)), MOST_IN_HEADER)
    yield {"type": "header", "text": {"type": "plain_text", "text": title, "emoji": False}}
    yield {"type": "context", "elements": [_words(_safe(lines.circumstances(m)))]}
    if m.goal:
        yield _section(f"*{say('Shared goal')}* {_safe(lines.cut(m.goal.text, MOST_IN_LINE))}")
    yield from _list(say("Decisions"), [lines.decision(row) for row in m.decisions])
    yield from _list(say("Actions"), [lines.action(row, m) for row in m.actions])
    if told := lines.next_meeting(m):
        yield _section(f"*{_safe(told)}*")


def _list(title: str, rows: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows in as many sections as they need."""
    if not rows:
        return
    told, sections = f"*{title}*", 1
    for place, row in enumerate(rows):
        line = f"\n• {_safe(lines.cut(row, MOST_IN_LINE))}"
        if len(told) + len(line) > MOST_IN_SECTION - ROOM_FOR_MORE:
            if sections == MOST_SECTIONS:
                told += "\n" + say("… and {n} more in the minutes", n=len(rows) - place)
                break
            yield _section(told)
            told, sections = "", sections + 1
        told += line
    yield _section(told)


def _section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": _words(text)}


def _words(text: str) -> dict[str, str]:
    return {"type": "mrkdwn", "text": text.strip("\n")}


def _safe(text: str) -> str:
    """Words that mean nothing to Slack: no mention, no link, no bold."""
    told = " ".join(plain(text).split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for sign in "*_~`":
        told = told.replace(sign, f"{sign}\u200b")
    return told
