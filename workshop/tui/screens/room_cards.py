"""The room's cards: a report told card by card, with the steps of its exercise before and behind them."""

from __future__ import annotations

from workshop.line.context import plain_kind
from workshop.model.agenda import Card
from workshop.tui.screens.room_exercise import ExercisePart


class CardPart(ExercisePart):
    """Everything about cards."""

    _card = 0

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the report on screen; none for another segment, none once its last step or another exercise is on."""
        item, found = self.state.running.current if self.state.running else None, self.on_screen
        report = self.workspace.library.report(item.segment.exercise) if item else None
        if report is None or item is None:
            return ()
        behind = found is not None and (found.run.step > 1 or found.exercise.slug != item.segment.exercise)
        return () if behind else report.selected(item.segment.part)

    @property
    def card(self) -> Card | None:
        """The card on screen."""
        cards = self.cards
        return cards[min(self._card, len(cards) - 1)] if cards else None

    @property
    def plain(self) -> str:
        """The kind that a line without one becomes: that of the card on screen."""
        meeting, card = self.state.running, self.card
        return (card.plain if card else "") or plain_kind(
            self.workspace, meeting.current if meeting else None
        )

    @property
    def kinds_here(self) -> tuple[str, ...]:
        """The kinds that the card on screen asks for."""
        return self.card.kinds if self.card else ()

    def action_card_next(self) -> None:
        """The next card of the report, else the next step of the exercise."""
        self._turn(1)

    def action_card_back(self) -> None:
        """The card before, else the step before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        to = min(self._card, len(self.cards) - 1) + by if self.cards else -1
        if 0 <= to < len(self.cards):
            self._card = to
            self.show(self.state)
        elif by > 0 or not self.cards:
            self.step(by)
