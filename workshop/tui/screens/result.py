"""The results of the exercise on screen, large: both teams side by side, what moved, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workshop.errors import WorkshopError
from workshop.facilitation.face import face
from workshop.model.state import State
from workshop.tui.keys import bindings
from workshop.tui.looking import Results, results
from workshop.tui.screens.exercising import NOTHING_ON, Exercising
from workshop.tui.widgets.dials import item_clock
from workshop.tui.widgets.exercise import beside, board
from workshop.tui.widgets.title import Title

if TYPE_CHECKING:
    from workshop.line.answering import Waiting

NOTHING = "Nothing to show yet."


class ResultScreen(Exercising):
    """Results left, what follows from them right or below."""

    where = "result"
    CSS_PATH = "result.tcss"
    BINDINGS = bindings("result")
    AUTO_FOCUS = "#board"
    _results: Results | None = None

    def body(self) -> ComposeResult:
        """The board, which scrolls, and what stands beside it."""
        with Horizontal(id="results"):
            with VerticalScroll(id="board"):
                yield Static(id="shown", markup=False)
                yield Static(id="below", markup=False)
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="beside", markup=False)
        yield Static(id="waits", markup=False)

    def leave(self) -> None:
        """Back to the room."""
        self.program.go("room")

    def action_result_back(self) -> None:
        """Back to the room."""
        self.leave()

    def action_result_next(self) -> None:
        """The next step."""
        self.step(1)

    def action_result_before(self) -> None:
        """The step before."""
        self.step(-1)

    def action_result_reveal(self) -> None:
        """Reveal."""
        self.action_reveal()

    def action_result_take(self) -> None:
        """Take a draft."""
        self.action_take()

    @property
    def to_reveal(self) -> Waiting | None:
        """What waits for its reveal."""
        return self._results.waiting if self._results else None

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """Reveal where something waits, take where something is offered."""
        told = self._results
        waits = ("result-reveal",) if told and told.waiting else ()
        drafts = ("result-take",) if told and told.outcome.drafts else ()
        return ("result-back", *waits, *drafts, "result-next", "result-before")

    def show(self, state: State) -> None:
        """Worked out where files are read, then painted."""
        self.run_worker(self._look(), name="results")

    async def _look(self) -> None:
        try:
            self._results = await self.program.work(lambda: results(self.workspace))
        except WorkshopError as off:
            self.program.say(str(off), calm=False)
            return
        self._paint()
        self.show_offers()

    def on_resize(self) -> None:
        """Bars are as long as there is room."""
        self.call_after_refresh(self._paint)

    def _paint(self) -> None:
        told, side = self._results, self.query_one("#side")
        wide = told is not None and _follows(told) and (self.has_class("-wide") or self.has_class("-full"))
        if side.display != wide:
            side.display = wide  # the results have all the room where nothing follows from them
            self.call_after_refresh(self._paint)
            return
        title = (
            Content.assemble((told.title, "bold"), ("  results", "$quiet")) if told else Content("Results")
        )
        self.query_one(Title).left = title
        shown, below = self.query_one("#shown", Static), self.query_one("#below", Static)
        if told is None:
            shown.update(Content.styled(NOTHING_ON, "$quiet"))
            below.update("")
            return
        cells = max(self.query_one("#board").scrollable_content_region.width - 1, 20)
        lines = [*board(told.now, cells)]
        other = board(told.other, cells)
        lines += [*([Content("")] if lines and other else []), *other]
        shown.update(Content("\n").join(lines) if lines else Content.styled(NOTHING, "$quiet"))
        room = max(side.scrollable_content_region.width - 1, 20) if wide else cells
        follows = Content("\n").join(beside(told.outcome, self.wording, room))
        self.query_one("#beside", Static).update(follows if wide else "")
        below.display = not wide and bool(follows.plain)
        below.update("" if wide else follows)
        self._say_what_waits(told)

    def _say_what_waits(self, told: Results) -> None:
        waits, line = told.waiting, self.query_one("#waits", Static)
        line.display = waits is not None
        if waits is not None:
            key = self.program.keys.shown("result-reveal")
            sofar = f": {waits.missing}" if waits.missing else ", all are in"
            line.update(
                Content.assemble(
                    (f"{waits.input.title or waits.input.slug}", "bold"), f" waits for its reveal{sofar}  ", (key, "$shown bold"),
                    " reveals it",
                )
            )  # fmt: skip

    def tick(self) -> None:
        """The clock of the segment."""
        meeting = self.state.running
        shown = face(meeting, self.workspace.house().moment) if meeting else None
        clock = (
            item_clock(shown.item, shown.paused is not None, self.glyphs)
            if shown and shown.item
            else Content("")
        )
        self.query_one(Title).right = clock


def _follows(told: Results) -> bool:
    """Whether anything stands beside the results."""
    outcome = told.outcome
    return bool(outcome.moved or outcome.notes or outcome.drafts or outcome.signed)
