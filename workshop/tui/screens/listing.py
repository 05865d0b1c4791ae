"""A page that is a list: the one at hand in full beside or below it, and a line that comes up when it is needed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workshop.tui.screens.answering import Answering
from workshop.tui.widgets.hanging import hanging
from workshop.tui.widgets.rows import Row, Rows


class Listing(Answering):
    """Subclasses put rows and say in `show_one` what is told of the one at hand."""

    AUTO_FOCUS = "Rows"

    def body(self) -> ComposeResult:
        """The list, one in full beside it, one in short below it, the line."""
        with Horizontal(id="list"):
            yield Rows(id="rows")
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="whole", markup=False)
        yield Static(id="one", markup=False)
        yield from self.line_below()

    def on_mount(self) -> None:
        """The line comes up when it is needed."""
        self.show_line(up=False)

    def on_resize(self) -> None:
        """What is told is as long as its place is wide."""
        self.call_after_refresh(self._refresh_state)

    def show_line(self, *, up: bool) -> None:
        """It gives its place to the list while nothing is typed."""
        self.query_one("#typing").display = up
        self.hints.display = up

    def put(self, listed: list[Row], nothing: Content, wanted: str = "") -> None:
        """Shows the rows, `wanted` in hand; `nothing`: what is said in place of none."""
        if self.has_class("-nothing") == bool(listed):
            self.set_class(not listed, "-nothing")
            self.call_after_refresh(self.show_one)  # the column beside the list has its width only then
        self.query_one(Rows).put(listed or [Row("", nothing)], wanted)

    def on_option_list_option_highlighted(self) -> None:
        """Another one is at hand."""
        self.show_one()

    def tell(self, whole: Content, short: Content) -> None:
        """`whole` beside the list, as much of `short` as has room below it."""
        below = self.query_one("#one", Static)
        width, lines = self.size.width - 2, max(below.content_size.height, 1)
        self.query_one("#whole", Static).update(whole)
        below.update(hanging(Content(""), short, width, lines))

    def show_one(self) -> None:
        """Tells the one at hand in full."""
