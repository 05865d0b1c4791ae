"""One key to choose with, on a quiet line above the footer: owner, date, kind, segment."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workshop.model.values import dataclass
from workshop.tui.widgets.hanging import filled

ASKED = "$shown bold reverse"
"""A question that came up: it is seen first, with and without colours."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer and its key."""

    key: str
    label: str
    value: str


class Choose(ModalScreen[str | None]):
    """Gives back the value of the choice whose key was pressed; None for esc.

    More than nine choices with digits: 0 turns the page.
    """

    BINDINGS = [Binding("escape", "dismiss", show=False)]
    CSS_PATH = "choose.tcss"

    def __init__(self, question: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._question, self._choices = question, tuple(choices)
        self._page = 0

    @staticmethod
    def numbered(labels: Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
        """Label and value pairs with the digits 1 to 9, over and over."""
        return tuple(Choice(str(place % 9 + 1), label, value) for place, (label, value) in enumerate(labels))

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield Static(id="choices")

    def on_mount(self) -> None:
        """The first page."""
        self._show()

    def on_resize(self) -> None:
        """As many on a line as fit."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        told = [(choice.key, choice.label) for choice in self._visible]
        if len(self._choices) > len(self._visible):
            told.append(("0", "more"))
        if all(choice.value for choice in self._choices):
            told.append(("esc", "not now"))
        ways = [Content.assemble((key, "$shown bold"), f" {label}") for key, label in told]
        question = Content.styled(f" {self._question} ", ASKED)
        self.query_one("#choices", Static).update(filled([question, *ways], self.app.size.width - 2))

    @property
    def _visible(self) -> tuple[Choice, ...]:
        keys = [choice.key for choice in self._choices]
        if len(set(keys)) == len(keys):
            return self._choices
        return self._choices[self._page * 9 : self._page * 9 + 9]

    def on_key(self, event: events.Key) -> None:
        """A key of a choice answers; 0 turns the page."""
        typed = event.character or event.key
        found = next((choice for choice in self._visible if choice.key == typed), None)
        if found is not None:
            event.stop()
            self.dismiss(found.value)
        elif typed == "0" and len(self._choices) > len(self._visible):
            event.stop()
            pages = -(-len(self._choices) // 9)
            self._page = (self._page + 1) % pages
            self._show()
