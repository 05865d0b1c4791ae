"""A page with a list and a line: what the line holds is checked while it is typed and done on enter."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static, TextArea

from workshop.errors import WorkshopError
from workshop.grammar import parse
from workshop.line.chips import chips
from workshop.line.completing import completions
from workshop.line.context import context
from workshop.tui.desk import Outcome
from workshop.tui.in_turn import hand_over
from workshop.tui.screens.page import Page
from workshop.tui.widgets.answer_line import AnswerLine, Draft
from workshop.tui.widgets.hints import Hints
from workshop.tui.widgets.rows import Rows


class Answering(Page):
    """The line below the list comes up when it is needed, and goes when it is empty."""

    def line_below(self) -> ComposeResult:
        """The line and what is said under it; for the end of `body`."""
        with Horizontal(id="typing"):
            yield Static(Content.styled(f"{self.glyphs.here} ", "$shown"), id="sign")
            yield AnswerLine(self.enter)
        yield Hints(id="hints")

    @property
    def line(self) -> AnswerLine:
        """The line."""
        return self.query_one(AnswerLine)

    @property
    def hints(self) -> Hints:
        """What is said under it."""
        return self.query_one(Hints)

    def propose(self, draft: Draft) -> None:
        """Brings up the line with these words, ready to be completed."""
        self.show_line(up=True)
        self.line.propose(draft)
        hand_over(self.line)
        self.read_line()

    def show_line(self, *, up: bool) -> None:
        """The line is there while something is typed."""
        self.set_class(up, "-answering")

    def rest(self) -> None:
        """Back to the list; words not done yet stay in the line."""
        self.show_line(up=bool(self.line.text.strip()))
        hand_over(self.query_one(Rows))

    def leave(self) -> None:
        """From the line to the list, from the list one screen back."""
        if self.typing:
            self.rest()
        else:
            super().leave()

    def on_text_area_changed(self, changed: TextArea.Changed) -> None:
        """Each key: say what is understood."""
        self.read_line()

    def read_line(self) -> None:
        """Chips for what is understood, and ways to go on; a slip is said when enter is pressed."""
        text = self.line.text
        if not text.strip():
            self.line.ways = ()
            self.hints.chips(())
            return
        about = context(self.workspace)
        self.line.ways = completions(self.line.before_cursor, about)
        try:
            self.hints.chips(chips(parse(text, about), self.wording, text))
        except WorkshopError:
            self.hints.choices(self.line.ways)

    def enter(self, text: str) -> None:
        """Does what was typed; an empty line goes back to the list."""
        if self.line.gap:
            self.program.say(f"Type what belongs in place of {self.line.gap} first.", calm=False)
        elif text.strip():
            self.run_worker(self._do(text), name="answer")
        else:
            self.rest()

    async def _do(self, text: str) -> None:
        for line in text.split("\n"):
            outcome = await self.program.feed(line)
            if not outcome.done:
                return  # the status line says why
        self.line.empty()
        self.rest()
        self.answered(text, outcome)

    def answered(self, line: str, outcome: Outcome) -> None:
        """What comes after a line was done."""
