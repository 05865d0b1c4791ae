"""The minutes as JSON Lines: the meeting first, then one record a line, for programs that read as it comes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from workshop.exporting.digest import Minutes
from workshop.exporting.jsonfile.document import VERSION, plainly

SECTIONS = {
    "decisions": "decision", "actions": "action", "agreements": "agreement", "programmes": "programme",
    "programme_news": "programme news", "quotes": "entry", "needs": "need", "disputes": "dispute",
    "scoreboard": "metric", "parking": "parked", "questions": "question", "glossary": "term", "credits": "credit",
    "exercises": "exercise", "corrections": "correction", "later_notes": "correction",
}  # fmt: skip
"""Lists of the minutes, and the type that a line of each carries."""


def render_lines(minutes: Minutes) -> bytes:
    """UTF-8, one JSON object a line; `type` says what it is."""
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in _lines(minutes)).encode(
        "utf-8", "replace"
    )


def _lines(minutes: Minutes) -> Iterator[dict[str, Any]]:
    everything = plainly(minutes)
    lists = {name: everything.pop(name) for name in SECTIONS}
    segments, themes = everything.pop("segments"), everything.pop("themes")
    matters = everything.pop("matters")
    yield {"type": "meeting", "workshop": "minutes", "version": VERSION, **everything}
    for segment in segments:
        entries = segment.pop("entries")
        yield {"type": "segment", **segment}
        yield from ({"type": "entry", **entry} for entry in entries)
    for theme in themes:
        for group in theme["groups"]:
            yield from ({"type": "entry", "theme": theme["slug"], **row} for row in group["rows"])
    yield from ({"type": "action", **row} for row in (matters["rows"] if matters else ()))
    for name, rows in lists.items():
        yield from ({"type": SECTIONS[name], **row} for row in rows)
