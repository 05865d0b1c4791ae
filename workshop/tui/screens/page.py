"""What every screen shares: title, body, status line and footer, and the way to state, commands and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import TextArea

from workshop.line.wording import Wording
from workshop.model.state import State
from workshop.tui.glyphs import Glyphs
from workshop.tui.keys import Where, action
from workshop.tui.widgets.footer import Footer, Offer
from workshop.tui.widgets.status import StatusLine
from workshop.tui.widgets.title import Title
from workshop.workspace import Workspace

if TYPE_CHECKING:
    from workshop.tui.app import WorkshopApp


class Page(Screen[None]):
    """A screen. Subclasses say `where`, give `body()` and `show(state)`; nothing else is needed."""

    where: ClassVar[Where]
    HORIZONTAL_BREAKPOINTS = [(0, "-mini"), (40, "-tiny"), (80, "-narrow"), (120, "-wide"), (160, "-full")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (10, "-low"), (24, "-high"), (36, "-tall")]

    # To be given by each screen ------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The widgets between title and status line."""
        yield from ()

    def show(self, state: State) -> None:
        """Puts the state into the widgets; called whenever it changes and when the screen comes up."""

    def tick(self) -> None:
        """Called once a second while the screen is on top; labels only, `update(..., layout=False)`."""

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """Ids of the actions for the footer, the most important first; `typing`: a text has the focus."""
        return ()

    def aim(self, target: str) -> None:
        """Shows one record (`A-3`), meeting (`M-1`) or person (`P-2`) that the palette found."""

    def leave(self) -> None:
        """Esc: one layer back, which is Home."""
        self.program.go("home")

    # What each screen can use --------------------------------------------------------------------

    @property
    def program(self) -> WorkshopApp:
        """The program: `feed`, `perform`, `go`, `state`, `keys`, `glyphs`."""
        return cast("WorkshopApp", self.app)

    @property
    def workspace(self) -> Workspace:
        """For reading only: settings, people, library, house()."""
        return self.program.workspace

    @property
    def state(self) -> State:
        """What the record says now."""
        return self.program.state

    @property
    def wording(self) -> Wording:
        """Names for ids, days with weekday, records in one line."""
        return self.program.wording

    @property
    def glyphs(self) -> Glyphs:
        """The signs of this terminal."""
        return self.program.glyphs

    # The frame -----------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, body, status, footer."""
        yield Title()
        with Container(id="body"):
            yield from self.body()
        yield StatusLine()
        yield Footer()

    def on_mount(self) -> None:
        """Follows state, status and focus."""
        self.watch(self.program, "state", self._refresh_state, init=False)
        self.watch(self.program, "moment", self._refresh_moment, init=False)
        self.watch(self.program, "sentence", self._refresh_status, init=False)

    def on_screen_resume(self) -> None:
        """Comes up with its data, or with its frame while the shelves are read."""
        self.show_offers()
        if self.program.stocked:
            self.come_up()

    def come_up(self) -> None:
        """Shows what is true now."""
        self._refresh_state()
        self._refresh_status()
        self.tick()

    def on_descendant_focus(self) -> None:
        """The footer follows the focus."""
        self.show_offers()

    def on_descendant_blur(self) -> None:
        """The footer follows the focus."""
        self.call_after_refresh(self.show_offers)

    @property
    def typing(self) -> bool:
        """Whether a text has the focus, so that letters are letters."""
        return isinstance(self.focused, TextArea)

    def show_offers(self) -> None:
        """Help, what the screen offers, commands."""
        ids = ("help", *self.offers(typing=self.typing), "commands")
        self.query_one(Footer).offers = tuple(self._offer(id_) for id_ in ids)

    def _offer(self, id_: str) -> Offer:
        return self.program.keys.shown(id_, typing=self.typing), action(id_).label

    def _refresh_state(self) -> None:
        if self.is_current and self.program.stocked:
            self.show(self.state)
            self.show_offers()
            self.query_one(StatusLine).badge = self.badge()

    def _refresh_moment(self) -> None:
        if self.is_current and self.program.stocked:
            self.tick()

    def _refresh_status(self) -> None:
        if self.is_current and self.program.stocked:
            line = self.query_one(StatusLine)
            line.sentence, line.calm = self.program.sentence
            line.badge = self.badge()

    def badge(self) -> str:
        """What waits, on the right of the status line."""
        return "reading along" if self.program.desk.reading_along else ""
