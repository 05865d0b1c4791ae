"""The keys of the plan that change it: minutes, order, locks, what is left out, day and start, and undo of all that."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from workshop.errors import NotFound
from workshop.facilitation import planning
from workshop.followup.durations import Learned, Timed, learned, taken_over
from workshop.library import Library
from workshop.model.meeting import Meeting
from workshop.tui.dialogs.choose import Choose
from workshop.tui.dialogs.plan_ask import Ask
from workshop.tui.requests import Say
from workshop.tui.screens.page import Page
from workshop.tui.screens.plan_changes import Changes, Edit, Segments, compressing, who_pays
from workshop.tui.widgets import plan_lines as lines
from workshop.tui.widgets.home_today import planned
from workshop.tui.widgets.rows import Rows


class EditPart(Page):
    """The meeting at hand, and everything that changes its plan."""

    _number = 0
    """The meeting that was opened; 0 for none."""
    _library: Library | None = None
    _history: tuple[Timed, ...] = ()
    """What segments took in earlier meetings."""

    @cached_property
    def _changes(self) -> Changes:
        return Changes(self.program)

    # What is looked at ---------------------------------------------------------------------------

    @property
    def _planned(self) -> tuple[Meeting, ...]:
        return planned(self.state)

    @property
    def _meeting(self) -> Meeting | None:
        """The one that was opened, else the running one, else the nearest."""
        chosen = self.state.meeting(self._number)
        if chosen is not None and chosen.status in ("planned", "running"):
            return chosen
        return self.state.running or next(iter(self._planned), None)

    @property
    def _template(self) -> Segments:
        meeting = self._meeting
        if meeting is None or self._library is None:
            return ()
        try:
            return self._library.agenda(meeting.template).segments
        except NotFound:
            return ()

    @property
    def _learned(self) -> tuple[Learned, ...]:
        """What the segments usually take."""
        meeting = self._meeting
        if meeting is None or meeting.status != "planned":
            return ()
        return learned(self._history, meeting.template, lines.plan_of(meeting))

    @property
    def _left_out(self) -> Segments:
        meeting = self._meeting
        if meeting is None or meeting.status != "planned":
            return ()
        return planning.left_out(lines.plan_of(meeting), self._template)

    def _segment(self) -> int:
        """The number of the segment at hand; 0 for none."""
        return int(self.query_one("#agenda", Rows).chosen or 0)

    # Changing the plan ---------------------------------------------------------------------------

    async def _changed(self, edit: Edit) -> str:
        """Stores the plan after an edit; gives back why not, or nothing."""
        meeting = self._meeting
        return await self._changes.make(meeting.number, edit) if meeting else ""

    def _change(self, edit: Edit) -> None:
        self.run_worker(self._changed(edit), name="plan")

    def _edit_segment(self, edit: Callable[[Segments, int], Segments]) -> None:
        number = self._segment()
        if number:
            self._change(lambda plan: edit(plan, number))

    def action_plan_more(self) -> None:
        """A minute more."""
        self._edit_segment(partial(planning.lengthened, minutes=1))

    def action_plan_less(self) -> None:
        """A minute less."""
        self._edit_segment(partial(planning.lengthened, minutes=-1))

    def action_plan_up(self) -> None:
        """One place up."""
        self._edit_segment(partial(planning.moved, places=-1))

    def action_plan_down(self) -> None:
        """One place down."""
        self._edit_segment(partial(planning.moved, places=1))

    def action_plan_lock(self) -> None:
        """Lock, unlock."""
        self._edit_segment(planning.lock_turned)

    def action_plan_core(self) -> None:
        """Core, optional."""
        self._edit_segment(planning.core_turned)

    def action_plan_skip(self) -> None:
        """Leave it out."""
        self._edit_segment(planning.without)

    def action_plan_restore(self) -> None:
        """Bring one back: at once where it is the only one."""
        gone = self._left_out
        if not gone:
            self.post_message(Say("Nothing was left out."))
        elif len(gone) == 1:
            self._restore(f"{gone[0].number}")
        else:
            choices = Choose.numbered([(segment.title, f"{segment.number}") for segment in gone])
            self.program.push_screen(Choose("Bring back which?", choices), self._restore)

    def _restore(self, number: str | None) -> None:
        if number:
            template = self._template
            self._change(lambda plan: planning.brought_back(plan, template, int(number)))

    def action_plan_learned(self) -> None:
        """The usual minutes."""
        told = self._learned
        self._change(lambda plan: taken_over(plan, told))

    def action_plan_fit(self) -> None:
        """So many minutes: who pays is shown while typing."""
        if self._meeting is not None:
            self.program.push_screen(Ask("Compress to how many minutes?", "", self._fit_hint, self._fit))

    def _fit_hint(self, typed: str) -> str:
        if self._meeting is None or not typed.strip():
            return "A number of minutes; optional segments pay first, from the end."
        return who_pays(self._meeting, self._template, typed)

    async def _fit(self, typed: str) -> str:
        return await self._changed(compressing(self._template, typed))

    def action_plan_change(self) -> None:
        """Day, start, end, place and title as in the line mode."""
        meeting = self._meeting
        if meeting is None:
            return
        end = f"; end={meeting.hard_end:%H:%M}" if meeting.hard_end else ""
        text = f"date={meeting.on}; start={meeting.start:%H:%M}{end}"
        number = meeting.number

        async def submit(typed: str) -> str:
            outcome = await self.program.feed(f"/change M-{number} {typed}")
            return str(outcome.refusal) if outcome.refusal is not None else ""

        hint = "date=fri; start=09:00; end=10:30 sets a hard end; place=, mode=, title= too."
        self.program.push_screen(Ask("Change the meeting", text, lambda _: hint, submit))

    # Undo ----------------------------------------------------------------------------------------

    def action_plan_undo(self) -> None:
        """The plan as it was before the last change."""
        if self.state.running is not None:
            self.program.action_undo()
        else:
            self.run_worker(self._changes.undo(), name="plan")

    def action_plan_redo(self) -> None:
        """The change once more."""
        if self.state.running is not None:
            self.program.action_redo()
        else:
            self.run_worker(self._changes.redo(), name="plan")
