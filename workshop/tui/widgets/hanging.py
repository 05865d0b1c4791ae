"""Text beside its head, with later lines under its first word."""

from __future__ import annotations

from textual.content import Content

LEAST = 12
"""Cells that the text gets, however long its head is."""


def hanging(head: Content, text: Content, width: int, most: int = 0) -> Content:
    """`A-3  Draft the case` in so many cells; `most`: lines, the last of them cut with an ellipsis; 0 for all."""
    room = max(width - head.cell_length, LEAST)
    lines = [line.rstrip() for line in text.wrap(room)] or [Content("")]
    if 0 < most < len(lines):
        last = Content(" ").join(lines[most - 1 :]).truncate(room, ellipsis=True)
        lines = [*lines[: most - 1], last]
    indent = " " * head.cell_length
    first, *rest = lines
    return Content("\n").join([head + first, *(Content(indent) + line for line in rest)])
