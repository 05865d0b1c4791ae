"""What the room and its results can both do with the exercise on screen: step, reveal, take a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content

from workshop.model.commands import RevealInput, Step
from workshop.model.results import Draft
from workshop.tui.dialogs.choose import Choice, Choose
from workshop.tui.requests import Wanted
from workshop.tui.screens.page import Page
from workshop.workspace.exercises import current, outcome_of

if TYPE_CHECKING:
    from workshop.line.answering import Waiting
    from workshop.tui.screens.room import RoomScreen

SHORT = 28
"""Cells of a draft's words where one is chosen."""
NOTHING_ON = "No exercise is on screen; /exercise and a name brings one up."


class Exercising(Page):
    """A screen on which an exercise is run."""

    @property
    def to_reveal(self) -> Waiting | None:
        """What waits for its reveal, as it was last looked at."""
        return None

    def action_reveal(self) -> None:
        """At once where all are in, else after one question."""
        found = self.to_reveal
        if found is None:
            self.program.say("Nothing waits to be revealed here.", calm=False)
        elif not found.missing:
            self._reveal(found.input.slug)
        else:
            choices = (Choice("r", "reveal now", found.input.slug), Choice("w", "wait for the others", ""))
            self.program.push_screen(Choose(f"In so far: {found.missing}", choices), self._revealed)

    def _revealed(self, slug: str | None) -> None:
        if slug:
            self._reveal(slug, early=True)

    def _reveal(self, slug: str, *, early: bool = False) -> None:
        self.run_worker(self._do_reveal(RevealInput(slug, early)), name="reveal")

    async def _do_reveal(self, wanted: RevealInput) -> None:
        outcome = await self.program.perform(wanted)
        if outcome.done:
            self.program.go("result")

    def action_take(self) -> None:
        """Choose a draft; owner and date are typed behind it."""
        self.run_worker(self._take(), name="take")

    async def _take(self) -> None:
        found = current(self.workspace)
        if found is None:
            self.program.say(NOTHING_ON, calm=False)
            return
        slug = found.exercise.slug
        told = await self.program.work(lambda: outcome_of(self.workspace, slug))
        drafts = [draft for draft in told.drafts if not draft.taken]
        if not drafts:
            self.program.say("There are no drafts yet.", calm=False)
            return
        self.program.push_screen(
            Choose("Take", Choose.numbered([_choice(draft) for draft in drafts])), self._taken
        )

    def _taken(self, number: str | None) -> None:
        if number:
            self.program.go("room")
            room = cast("RoomScreen", self.program.get_screen("room"))
            self.program.call_after_refresh(room.begin, f"/take {number} ")

    def step(self, by: int) -> None:
        """To the next step, or back one."""
        if current(self.workspace) is not None:
            self.post_message(Wanted(Step(by=1 if by > 0 else -1)))


def _choice(draft: Draft) -> tuple[str, str]:
    kind = "next" if draft.kind == "exercise" else draft.kind
    words = Content(f"{kind}: {draft.text}").truncate(SHORT, ellipsis=True)
    return words.plain, str(draft.number)
