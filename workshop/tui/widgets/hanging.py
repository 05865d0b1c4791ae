"""Words laid out in so many cells: text beside its head, and small things side by side, each kept whole."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

GAP = "   "
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


def filled(parts: Sequence[Content], width: int) -> Content:
    """As many on a line as fit, none of them broken."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + len(GAP) + part.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], GAP, part)
        else:
            lines.append(part)
    return Content("\n").join(lines)
