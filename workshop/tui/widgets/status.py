"""The status line: what became of the last thing asked, and a badge for what waits; in place of toasts."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class StatusLine(Widget):
    """One line; sentences on the left, the badge on the right."""

    sentence: reactive[str] = reactive("")
    calm: reactive[bool] = reactive(True)
    """False for a refusal."""
    badge: reactive[str] = reactive("")

    def render(self) -> Content:
        """The sentence, cut with an ellipsis where it is too long, and the badge whole."""
        width = max(self.size.width, 1)
        badge = Content(self.badge)
        room = max(width - badge.cell_length - (2 if self.badge else 0), 0)
        style = "$ink" if self.calm else "$amber"
        said = Content.styled(self.sentence, style).truncate(room, ellipsis=True)
        return said.pad_right(width - said.cell_length - badge.cell_length) + badge.stylize("$shown bold")
