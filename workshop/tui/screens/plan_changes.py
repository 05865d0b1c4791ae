"""The changes of a plan, one after the other however fast the keys come, with undo and redo before the start."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from workshop.errors import NotUnderstood, WorkshopError
from workshop.facilitation import planning, retiming
from workshop.model.agenda import Segment
from workshop.model.commands import SetAgenda
from workshop.model.meeting import Meeting
from workshop.model.values import dataclass
from workshop.tui.widgets.plan_lines import plan_of

if TYPE_CHECKING:
    from workshop.tui.app import WorkshopApp

Segments = tuple[Segment, ...]
Edit = Callable[[Segments], Segments]


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a plan; the record itself keeps no way back before the start."""

    meeting: int
    before: Segments
    after: Segments


class Changes:
    """Stores plans; refusals are said, and given back."""

    def __init__(self, program: WorkshopApp) -> None:
        self._program = program
        self._turn = asyncio.Lock()
        self._steps: list[Step] = []
        self._undone: list[Step] = []

    async def make(self, number: int, edit: Edit) -> str:
        """The plan after an edit; an empty text, or why not."""
        async with self._turn:
            before = plan_of(self._program.state.meeting(number))
            try:
                after = edit(before)
            except WorkshopError as refusal:
                self._program.say(str(refusal), calm=False)
                return str(refusal)
            outcome = await self._program.perform(SetAgenda(number, after))
            if outcome.refusal is not None:
                return str(outcome.refusal)
            self._steps.append(Step(number, before, after))
            self._undone.clear()
            return ""

    async def undo(self) -> None:
        """The plan as it was before the last change."""
        await self._turn_back(self._steps, self._undone)

    async def redo(self) -> None:
        """The change once more."""
        await self._turn_back(self._undone, self._steps)

    async def _turn_back(self, source: list[Step], target: list[Step]) -> None:
        """Takes the last step of `source` back, if the plan still stands as that step left it."""
        async with self._turn:
            step = source.pop() if source else None
            if step is None or plan_of(self._program.state.meeting(step.meeting)) != step.after:
                source.clear()
                self._program.say("There is nothing to take back in this plan.", calm=False)
            elif (await self._program.perform(SetAgenda(step.meeting, step.before))).done:
                target.append(Step(step.meeting, step.after, step.before))


def compressing(template: Segments, typed: str) -> Edit:
    """The edit that fits a plan into the typed number of minutes."""
    return lambda plan: retiming.compressed(plan, planning.fitted(plan, template, _minutes(typed)))


def who_pays(meeting: Meeting, template: Segments, typed: str) -> str:
    """What that edit would change, in words; nothing is stored."""
    plan = plan_of(meeting)
    try:
        change = planning.fitted(plan, template, _minutes(typed))
    except WorkshopError as refusal:
        return str(refusal)
    return retiming.say(meeting, change, planning.starts(meeting, retiming.compressed(plan, change))[-1])


def _minutes(typed: str) -> int:
    """The number typed. Raises NotUnderstood where there is none."""
    words = typed.split()
    if len(words) == 1 and words[0].isdecimal() and len(words[0]) <= 4:
        return int(words[0])
    raise NotUnderstood("That is not a number of minutes.", fix="Type 45, say.")
