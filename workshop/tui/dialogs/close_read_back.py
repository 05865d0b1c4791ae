"""Read-back: decisions and actions one after the other in large type, until each has its yes."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Read:
    """One record to be read aloud."""

    ref: str
    text: str
    who: str
    """Who says yes."""
    asks: str
    """The question behind it."""
    small: str
    """Date and sign of being done, in small type."""


class ReadBack(ModalScreen[tuple[bool, int]]):
    """Gives back whether everything has its yes, and the place reached; a `no` gives the place of that record."""

    BINDINGS = [
        Binding("enter,y,right,j,down", "yes", show=False),
        Binding("backspace,left,k,up", "before", show=False),
        Binding("e,n", "differs", show=False),
        Binding("escape,q", "later", show=False),
    ]
    CSS_PATH = "close_read_back.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high"), (36, "-tall")]

    def __init__(self, records: Sequence[Read], place: int = 0) -> None:
        super().__init__()
        self._records, self._place = tuple(records), min(place, len(records) - 1)
        self.differs = False
        """Whether it was left because somebody said it differently."""

    def compose(self) -> ComposeResult:
        """One record in the middle of the screen."""
        with Vertical(id="sheet"):
            yield Static(id="who", markup=False)
            yield Static(id="text", markup=False)
            yield Static(id="asks", markup=False)
            yield Static(id="small", markup=False)
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """The first one."""
        keys = (("enter", "yes"), ("e", "said differently"), ("bksp", "one back"), ("esc", "later"))
        told = [Content.assemble((key, "$shown bold"), f" {label}") for key, label in keys]
        self.query_one("#keys", Static).update(Content("   ").join(told))
        self._show()

    def _show(self) -> None:
        shown, place = self._records[self._place], f"{self._place + 1} of {len(self._records)}"
        parts = (
            ("who", Content.assemble((shown.who, "$shown bold"), (f"   {shown.ref}   {place}", "$quiet"))),
            ("text", Content.styled(shown.text, "bold")),
            ("asks", Content(shown.asks)),
            ("small", Content.styled(shown.small, "$quiet")),
        )
        for name, content in parts:
            self.query_one(f"#{name}", Static).update(content)

    def action_yes(self) -> None:
        """The next one; behind the last all is read back."""
        if self._place + 1 == len(self._records):
            self.dismiss((True, self._place))
            return
        self._place += 1
        self._show()

    def action_before(self) -> None:
        """One back."""
        self._place = max(self._place - 1, 0)
        self._show()

    def action_differs(self) -> None:
        """This one was said differently."""
        self.differs = True
        self.dismiss((False, self._place))

    def action_later(self) -> None:
        """Not now."""
        self.dismiss((False, self._place))
