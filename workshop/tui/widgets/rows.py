"""A list of records: one line each, never read as markup, with a mark beside the row at hand."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workshop.model.values import dataclass
from workshop.tui.glyphs import Glyphs

REVERSED = Style(reverse=True)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list."""

    id: str
    """The record's id; it keeps the place when the list changes. Empty for a heading."""
    content: Content

    @property
    def heading(self) -> bool:
        """Cannot be chosen."""
        return not self.id


class Rows(OptionList):
    """An OptionList that keeps its place by id, and that moves by j, k, g and G as well."""

    BINDINGS = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False, compact=True)
        self._mark = f"{Glyphs().here} "
        self._rows: tuple[Row, ...] = ()
        self._colourless = False
        self._begun = ""

    def on_mount(self) -> None:
        """The mark that this terminal can show."""
        self._colourless = self.app.theme == "mono"
        self._mark = f"{getattr(self.app, 'glyphs', Glyphs()).here} "

    @property
    def chosen(self) -> str:
        """The id of the row at hand; empty where there is none."""
        place = self.highlighted
        return self._rows[place].id if place is not None and place < len(self._rows) else ""

    @property
    def in_hand(self) -> bool:
        """Whether keys go to the list: it has the focus, or a line above it leads it."""
        return self.has_focus or not self.can_focus

    def put(self, rows: Sequence[Row], choose: str = "") -> None:
        """Shows these rows; `choose` is taken in hand if it is among them, else what was in hand before."""
        wanted = choose or self.chosen
        fresh = tuple(rows)
        if fresh == self._rows and not choose:
            return
        before, place = self._rows, self.highlighted
        self._rows = fresh
        self.clear_options()
        self.add_options(Option(row.content, disabled=row.heading) for row in fresh)
        self.highlighted = self._place(wanted, len(before), place)

    def begin(self) -> None:
        """Shows the first lines, however far below them the row at hand stands, until another one is taken in hand."""
        self._begun = self.chosen
        self.scroll_to(y=0, animate=False, force=True)

    def _place(self, wanted: str, before: int, place: int | None) -> int | None:
        """Where `wanted` stands; else the nearest row that can be chosen."""
        can = [index for index, row in enumerate(self._rows) if not row.heading]
        if not can:
            return None
        found = next((index for index in can if self._rows[index].id == wanted), None)
        near = min(place or 0, len(self._rows) - 1) if before else can[0]
        return found if found is not None else min(can, key=lambda index: abs(index - near))

    def on_resize(self) -> None:
        """The row at hand stays in sight where the list becomes lower."""
        self.call_after_refresh(self.scroll_to_highlight)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """With the first row the heading above it comes into sight as well."""
        first = next((place for place, row in enumerate(self._rows) if not row.heading), None)
        self._begun = self._begun if self._begun == self.chosen else ""
        if self._begun or (first is not None and self.highlighted == first and not top):
            self.scroll_to(y=0, animate=False, force=True)
        if self._begun:
            return
        super().scroll_to_highlight(top)

    def _get_left_gutter_width(self) -> int:
        return len(self._mark)

    def render_line(self, y: int) -> Strip:
        """The line with the mark, or room for it."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if not 0 <= line < len(self._lines):
            return strip
        index, offset = self._lines[line]
        here = index == self.highlighted and offset == 0 and not self._rows[index].heading
        style = next(iter(strip)).style if strip.cell_length else None
        marked = Strip([Segment(self._mark if here else " " * len(self._mark), style), *strip])
        # Textual leaves `reverse` out of the styles of a list; without colours nothing else would show.
        return marked.apply_style(REVERSED) if here and self._colourless and self.in_hand else marked
