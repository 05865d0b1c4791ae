"""One key to choose with, on a quiet line above the footer: owner, date, kind, segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workshop.grammar.folding import fold
from workshop.model.values import dataclass
from workshop.tui.widgets.hanging import filled

DIGITS = 9
"""Choices on one page."""
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

    More than nine choices with digits: letters narrow them, as in the line, and 0 turns the page.
    """

    BINDINGS = [Binding("escape", "dismiss", show=False)]
    CSS_PATH = "choose.tcss"

    def __init__(self, question: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._question, self._choices = question, tuple(choices)
        self._page, self._typed = 0, ""
        self._many = len({choice.key for choice in self._choices}) < len(self._choices)

    @staticmethod
    def numbered(labels: Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
        """Label and value pairs with the digits 1 to 9, over and over."""
        return tuple(
            Choice(str(place % DIGITS + 1), label, value) for place, (label, value) in enumerate(labels)
        )

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
        if len(self._left) > len(self._visible):
            told.append(("0", "more"))
        if self._many:
            told.append(("abc", "narrow") if self._visible else ("backspace", "nothing begins so"))
        if all(choice.value for choice in self._choices):
            told.append(("esc", "not now"))
        ways = [Content.assemble((key, "$shown bold"), f" {label}") for key, label in told]
        typed = f" {self._typed}" if self._typed else ""
        question = Content.assemble((f" {self._question} ", ASKED), (typed, "$shown"))
        self.query_one("#choices", Static).update(filled([question, *ways], self.app.size.width - 2))

    @property
    def _left(self) -> tuple[Choice, ...]:
        """Those with a word that begins as was typed."""
        asked = f" {fold(self._typed)}"
        return tuple(choice for choice in self._choices if asked.rstrip() in f" {fold(choice.label)}")

    @property
    def _visible(self) -> tuple[Choice, ...]:
        if not self._many:
            return self._choices
        page = self._left[self._page * DIGITS : (self._page + 1) * DIGITS]
        return tuple(replace(choice, key=str(place + 1)) for place, choice in enumerate(page))

    def on_key(self, event: events.Key) -> None:
        """A key of a choice answers; 0 turns the page, other signs narrow what is left."""
        typed = event.character or event.key
        found = next((choice for choice in self._visible if choice.key == typed), None)
        if found is not None:
            event.stop()
            self.dismiss(found.value)
        elif self._many and (typed == "0" or event.is_printable or event.key == "backspace"):
            event.stop()
            self._turn(event)

    def _turn(self, event: events.Key) -> None:
        """The next page, or the first one of fewer or more choices."""
        pages = max(-(-len(self._left) // DIGITS), 1)
        self._page = (self._page + 1) % pages if event.character == "0" else 0
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.character and not event.character.isdigit() and event.character != "@":
            self._typed += event.character
        self._show()
