"""One line to fill in above the footer, with what it would do told while typing; a refusal keeps the words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workshop.tui.dialogs.choose import ASKED
from workshop.tui.widgets.hanging import filled
from workshop.tui.widgets.home_line import OneLine


class Ask(ModalScreen[None]):
    """`hint` tells what the words would do; `submit` does it and gives back a refusal, or an empty text."""

    BINDINGS = [Binding("escape", "dismiss", show=False)]
    CSS_PATH = "plan_ask.tcss"

    def __init__(
        self,
        question: str,
        text: str,
        hint: Callable[[str], str],
        submit: Callable[[str], Awaitable[str]],
    ) -> None:
        super().__init__()
        self._question, self._text, self._hint, self._submit = question, text, hint, submit

    def compose(self) -> ComposeResult:
        """Question, line, hint."""
        with Vertical(id="asking"):
            yield Static(id="question")
            yield OneLine(id="answer")
            yield Static(id="hint")

    def on_mount(self) -> None:
        """The words that stand there, ready to be changed."""
        line = self.query_one(OneLine)
        line.write(self._text)
        line.focus()
        self._tell()

    def on_resize(self) -> None:
        """The keys behind the question, or below it."""
        parts = (
            Content.styled(f" {self._question} ", ASKED),
            Content.styled("enter does it, esc leaves it", "$quiet"),
        )
        self.query_one("#question", Static).update(filled(parts, self.app.size.width - 2))

    def on_text_area_changed(self) -> None:
        """The hint follows."""
        self._tell()

    def _tell(self) -> None:
        self.query_one("#hint", Static).update(Content(self._hint(self.query_one(OneLine).text)))

    def on_one_line_entered(self, event: OneLine.Entered) -> None:
        """Done, or refused with the words kept."""
        event.stop()
        self.run_worker(self._answer(event.line.text.strip()), exclusive=True)

    async def _answer(self, text: str) -> None:
        refusal = await self._submit(text)
        if refusal:
            self.query_one("#hint", Static).update(Content.styled(refusal, "$amber"))
        elif self.is_current:
            self.dismiss()
