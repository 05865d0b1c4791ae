"""The agenda rail: every segment with its sign, and its minutes while they count."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workshop.model.meeting import Item
from workshop.tui.glyphs import Glyphs

WORDS = {"skipped": "skipped", "dropped": "left out"}
"""What the sign does not say."""
STYLES = {
    "running": "$shown bold",
    "done": "$quiet",
    "skipped": "$quiet",
    "dropped": "$quiet",
    "ahead": "$ink",
}


def rail_line(item: Item, width: int, glyphs: Glyphs) -> Content:
    """`✓  4 What is coming`"""
    signs = {"running": glyphs.here, "done": glyphs.done, "ahead": " "}
    word = _minutes(item, glyphs) if item.state in ("ahead", "running") else WORDS.get(item.state, "")
    head = f"{signs.get(item.state, glyphs.skipped)} {item.number:>2} "
    room = max(width - len(head) - len(word) - 1, 4)
    title = Content(item.segment.title).truncate(room, ellipsis=True)
    gap = " " * max(width - len(head) - title.cell_length - len(word), 1)
    style = STYLES[item.state]
    return Content.assemble(
        (head, style), title.stylize(style), gap, (word, style if item.state == "running" else "$quiet")
    )


def _minutes(item: Item, glyphs: Glyphs) -> str:
    planned, now = item.segment.minutes, item.minutes
    return f"{now}" if planned == now else f"{planned}{glyphs.arrow}{now}"


class Rail(Widget):
    """All segments, or those around the one at hand where they do not fit."""

    items: reactive[tuple[Item, ...]] = reactive(())

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="rail")
        self._glyphs = glyphs

    def render(self) -> Content:
        """The lines that fit."""
        width, height = self.content_size
        first = self._first(height)
        shown = self.items[first : first + max(height, 1)]
        return Content("\n").join(rail_line(item, width, self._glyphs) for item in shown)

    def _first(self, height: int) -> int:
        at = next((place for place, item in enumerate(self.items) if item.state == "running"), 0)
        return max(0, min(at - height // 3, len(self.items) - height))
