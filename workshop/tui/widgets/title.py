"""The first line of a screen: where we are on the left, what matters most on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from workshop.tui.app import WorkshopApp


class Title(Widget):
    """One line; the right side is never cut, the left side with an ellipsis. A rehearsal is marked as one."""

    left: reactive[Content] = reactive(Content(""))
    right: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        """Both sides."""
        width = max(self.size.width, 1)
        mark = cast("WorkshopApp", self.app).looks.mark
        right = Content.assemble((mark, "$quiet"), "  ", self.right) if mark else self.right
        room = max(width - right.cell_length - 2, 0)
        left = self.left.truncate(room, ellipsis=True)
        return left.pad_right(max(width - left.cell_length - right.cell_length, 0)) + right
