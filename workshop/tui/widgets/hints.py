"""The line under the line: what was understood so far, how a word may go on, or what is off, said calmly."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workshop.line.completing import Completion
from workshop.tui.widgets.hanging import hanging


class Hints(Widget):
    """One line, two for what is long: chips, choices or a sentence."""

    shown: reactive[Content] = reactive(Content(""))

    def chips(self, parts: Sequence[str]) -> None:
        """`action · Ana Ruiz · due Fri 27 Nov 2026`"""
        if not parts:
            self.shown = Content("")
            return
        first, *rest = parts
        self.shown = Content.assemble((first, "$shown bold"), *((f" · {part}", "$ink") for part in rest))

    def kinds(self, names: Sequence[str]) -> None:
        """`this card asks for  shift:  hot-button:`"""
        told = "  ".join(f"{name}:" for name in names)
        self.shown = Content.styled(f"this card asks for  {told}" if names else "", "$quiet")

    def choices(self, ways: Sequence[Completion]) -> None:
        """`tab  Ana Ruiz  Anton Beck`"""
        if not ways:
            self.shown = Content("")
            return
        self.shown = Content.assemble(
            ("tab ", "$shown bold"),
            *((f" {way.label} ", "$ink" if place == 0 else "$quiet") for place, way in enumerate(ways)),
        )

    def watch_shown(self, shown: Content) -> None:
        """A second line for what is longer than one."""
        self.set_class(shown.cell_length > self.content_size.width > 0, "-long")

    def sentence(self, text: str) -> None:
        """What is off, or anything else to be read here."""
        self.shown = Content.styled(text, "$amber")

    def record(self, text: str) -> None:
        """The row at hand in full."""
        self.shown = Content.styled(text, "$quiet")

    def render(self) -> Content:
        """Cut with an ellipsis only where it is longer than all its lines."""
        width, height = self.content_size
        return hanging(Content(""), self.shown, width, height) if width > 0 else self.shown
