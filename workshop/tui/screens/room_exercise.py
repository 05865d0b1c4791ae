"""The room's exercise: its step, what comes in, whose answers come next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.errors import WorkshopError
from workshop.facilitation.exercises import OnScreen, may_choose
from workshop.grammar import Context, with_group
from workshop.line.completing import Completion
from workshop.model.asks import Ask, TryRule
from workshop.model.commands import Command, Confide, GiveAnswers, RevealInput
from workshop.tui.exercise_rows import AtHand, at_hand
from workshop.tui.looking import Looked, looked
from workshop.tui.requests import Typed, Wanted
from workshop.tui.screens.exercising import Exercising
from workshop.workspace.exercises import current

if TYPE_CHECKING:
    from workshop.line.answering import Waiting


class ExercisePart(Exercising):
    """Everything about the exercise on screen."""

    _looked: Looked | None = None
    _last = ""
    """The team whose answers came last."""

    @property
    def to_reveal(self) -> Waiting | None:
        """What waits for its reveal."""
        return self._looked.waiting if self._looked else None

    @property
    def on_screen(self) -> OnScreen | None:
        """The exercise on screen."""
        return current(self.workspace)

    @property
    def group(self) -> str:
        """The team in front of answers that are typed without one."""
        return (self._looked.group if self._looked else None) or ""

    def look(self) -> None:
        """Looks at the exercise anew; nothing to do where there is none."""
        if not self.program.stocked:
            return
        if self.on_screen is None:
            self._looked = None
        else:
            self.run_worker(self._look(), name="look")

    async def _look(self) -> None:
        say, glyphs, last = self.wording, self.glyphs, self._last
        cells = max(self.query_one("#rows").size.width - 3, 20)
        try:
            found = await self.program.work(lambda: looked(self.workspace, say, glyphs, last, cells))
        except WorkshopError as off:
            self.program.say(str(off), calm=False)
            return
        before, self._looked = self._looked, found
        self.paint_exercise(before)
        self.show_offers()

    def paint_exercise(self, before: Looked | None) -> None:
        """Puts what was looked at on the screen; `before`: what stood there."""

    def came_in(self, asked: Command | Ask) -> None:
        """After a line was stored: whose answers they were; results come up large when they are revealed.

        What lies in a box does not change the record.
        """
        if isinstance(asked, GiveAnswers) and not asked.sheets[-1].person:
            self._last = asked.sheets[-1].group
        if isinstance(asked, RevealInput):
            self.program.go("result")
        self.look()

    def as_meant(self, line: str, context: Context) -> str:
        """The line with the team in front that is expected."""
        return with_group(line, self.group, context)

    def is_begun(self, line: str, context: Context) -> bool:
        """Whether a line begins with values for the team that is expected."""
        return with_group(line, self.group, context, begun=True) != line

    def row_word(self, context: Context) -> str:
        """The word of the rows that a line without one becomes in this step; empty where it is an entry."""
        room = context.exercise
        first = room.called(room.in_step[0]) if room and room.in_step else None
        return first.input.prefix if first and first.input.shape == "rows" else ""

    def groups_to_type(self) -> tuple[Completion, ...]:
        """In an empty line tab puts another team in front."""
        teams = self._looked.others if self._looked and self._looked.group else ()
        return tuple(Completion(0, f"{team} ", team) for team in teams)

    def row_at_hand(self, id_: str) -> AtHand | None:
        """The row of the exercise with that id; None for a record."""
        return at_hand(self.on_screen, id_)

    async def try_rule(self, asked: TryRule) -> None:
        """The rule that was signed, on a file; what is kept of it is typed as a line."""
        from workshop.tui.dialogs.try_rule import RuleTrial  # few meetings need it
        from workshop.workspace.trying import ready

        path = Path(asked.path).expanduser()
        try:
            found = await self.program.work(lambda: ready(self.workspace, path, asked.won))
        except WorkshopError as off:
            self.program.say(str(off), calm=False)
            return
        self.program.push_screen(RuleTrial(found, asked.threshold, self.glyphs), self._kept)

    def _kept(self, line: str | None) -> None:
        if line:
            self.post_message(Typed(line))

    @property
    def open_choice(self) -> bool:
        """Whether a round of the step may still be asked in confidence or openly."""
        found = self.on_screen
        return found is not None and any(may_choose(given, found.run) for given in found.inputs)

    def action_confide(self) -> None:
        """The rounds that may be asked either way: in confidence, or openly where all of them are."""
        found = self.on_screen
        left = [given for given in found.exercise.inputs if may_choose(given, found.run)] if found else []
        on = found is None or not left or any(given.slug not in found.run.confided for given in left)
        self.post_message(Wanted(Confide(on=on)))

    def action_results(self) -> None:
        """The results, large."""
        self.program.go("result")
