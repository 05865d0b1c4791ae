"""The status line: what became of the last thing asked, and a badge for what waits; in place of toasts."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workshop.tui.widgets.hanging import hanging

GAP = 2
"""Cells between a sentence and the badge."""
LINES = 2
"""Lines of a long refusal, beside the badge."""
LONGEST = 3
"""Lines of one that ends with a line to type and does not fit into two."""


class StatusLine(Widget):
    """One line; sentences on the left, the badge on the right. A refusal takes a second one where it needs it, for its
    end says what to type."""

    sentence: reactive[str] = reactive("")
    calm: reactive[bool] = reactive(True)
    """False for a refusal."""
    badge: reactive[str] = reactive("")

    def watch_sentence(self) -> None:
        """Other words."""
        self._fit()

    def watch_calm(self) -> None:
        """Another weight."""
        self._fit()

    def on_resize(self) -> None:
        """Another width."""
        self._fit()

    def _fit(self) -> None:
        room = self._room
        whole = hanging(Content(""), Content(self.sentence), room, LONGEST) if room else Content("")
        lines = 1 if self.calm else len(whole.split("\n"))
        self.set_class(lines == LINES, "-long")
        self.set_class(lines > LINES, "-longest")

    @property
    def _shown(self) -> str:
        """The badge; none where a sentence is whole only without it, or a refusal is too long beside it."""
        width, told = self.content_size.width, Content(self.sentence).cell_length
        beside = width - len(self.badge) - GAP
        cut = beside < told <= width if self.calm else told > LINES * beside
        return "" if cut else self.badge

    @property
    def _room(self) -> int:
        """Cells for the sentence."""
        return max(self.content_size.width - (len(self._shown) + GAP if self._shown else 0), 0)

    def render(self) -> Content:
        """The sentence, cut with an ellipsis where it is too long, and the badge whole."""
        width, height = max(self.content_size.width, 1), self.content_size.height
        style, badge = "$ink" if self.calm else "$amber", Content(self._shown)
        told = hanging(Content(""), Content.styled(self.sentence, style), self._room, max(height, 1))
        first, *rest = told.split("\n")
        first = first.pad_right(width - first.cell_length - badge.cell_length) + badge.stylize("$shown bold")
        return Content("\n").join([first, *rest])
