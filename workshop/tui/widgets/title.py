"""The first line of a screen: where we are on the left, what matters most on the right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Title(Widget):
    """One line; the right side is never cut, the left side with an ellipsis."""

    left: reactive[Content] = reactive(Content(""))
    right: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        """Both sides."""
        width = max(self.size.width, 1)
        room = max(width - self.right.cell_length - 2, 0)
        left = self.left.truncate(room, ellipsis=True)
        return left.pad_right(max(width - left.cell_length - self.right.cell_length, 0)) + self.right
