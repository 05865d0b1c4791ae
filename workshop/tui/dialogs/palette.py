"""The palette: every action, screen, meeting, person and action item, found by a few letters of each word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from workshop.grammar.folding import fold
from workshop.model.values import dataclass
from workshop.tui.widgets.rows import Row, Rows

MOST = 60
"""Rows shown; more letters find the others."""
NAME, NARROW, ROOMY = 36, 20, 90
"""Cells for a name, on a small screen, and the width from which there is room for the first."""


@dataclass(frozen=True, slots=True)
class Find:
    """Something that can be found, and what happens when it is chosen."""

    name: str
    told: str
    """What it does or how it stands."""
    key: str
    """The key that does the same; empty where there is none."""
    run: Callable[[], object]


def found(finds: Sequence[Find], typed: str) -> tuple[Find, ...]:
    """Those whose words hold every word typed; where the name begins so, first."""
    words = fold(typed.lstrip(":")).split()
    fit = [find for find in finds if all(word in fold(f"{find.name} {find.told}") for word in words)]
    return tuple(sorted(fit, key=lambda find: not (words and fold(find.name).startswith(words[0]))))


class Palette(ModalScreen[Find | None]):
    """Gives back what was chosen."""

    BINDINGS = [
        Binding("escape", "dismiss", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
    ]
    CSS_PATH = "palette.tcss"

    def __init__(self, finds: Sequence[Find]) -> None:
        super().__init__()
        self._finds = tuple(finds)
        self._shown: tuple[Find, ...] = ()

    def compose(self) -> ComposeResult:
        """What is looked for, and what fits."""
        with Vertical(id="sheet"):
            yield Input(placeholder="Find a command, a meeting, somebody, an action", compact=True)
            found = Rows(id="found")
            found.can_focus = False  # the cursor stays in the line, which leads the list
            yield found

    def on_mount(self) -> None:
        """Everything, and the cursor in the line."""
        self._find("")
        line = self.query_one(Input)
        line.cursor_blink = False  # nothing blinks
        line.focus()

    def on_input_changed(self, changed: Input.Changed) -> None:
        """Each letter."""
        self._find(changed.value)

    def _find(self, typed: str) -> None:
        self._shown = found(self._finds, typed)[:MOST]
        wide = NAME if self.app.size.width >= ROOMY else NARROW
        rows = [Row(str(place), _line(find, wide)) for place, find in enumerate(self._shown)]
        self.query_one(Rows).put(rows or [Row("", Content("Nothing is called so here."))], "0")

    def action_move(self, step: int) -> None:
        """The arrows move in the list while the cursor stays in the line."""
        rows = self.query_one(Rows)
        rows.action_cursor_down() if step > 0 else rows.action_cursor_up()

    def action_choose(self) -> None:
        """Enter."""
        chosen = self.query_one(Rows).chosen
        self.dismiss(self._shown[int(chosen)] if chosen else None)

    def on_option_list_option_selected(self, chosen: OptionList.OptionSelected) -> None:
        """A click."""
        chosen.stop()
        self.action_choose()

    def on_key(self, event: events.Key) -> None:
        """No key of the palette reaches the screen below."""
        event.stop()


def _line(find: Find, wide: int) -> Content:
    name = Content.styled(find.name, "$ink").truncate(wide, ellipsis=True)
    name = name.pad_right(wide - name.cell_length)
    return Content.assemble(name, "  ", (f"{find.key:<6} ", "$shown bold"), (find.told, "$quiet"))
