"""Plan: does it fit, is everybody ready? The agenda by the clock, who is expected, what each side owes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workshop.errors import NotFound
from workshop.facilitation import planning
from workshop.followup.durations import Learned, Timed, differing, learned, taken_over
from workshop.library import Library
from workshop.model.commands import Attend
from workshop.model.meeting import Meeting, Presence
from workshop.model.state import State
from workshop.tui.dialogs.choose import Choose
from workshop.tui.dialogs.plan_ask import Ask
from workshop.tui.dialogs.plan_start import start
from workshop.tui.keys import bindings
from workshop.tui.requests import Go, Say, Wanted
from workshop.tui.screens.page import Page
from workshop.tui.screens.plan_changes import Changes, Edit, Segments, compressing, who_pays
from workshop.tui.widgets import plan_lines as lines
from workshop.tui.widgets.home_today import planned
from workshop.tui.widgets.rows import Row, Rows
from workshop.tui.widgets.title import Title
from workshop.workspace.learning import history


class PlanScreen(Page):
    """Does it fit, is everybody ready?"""

    where = "plan"
    CSS_PATH = "plan.tcss"
    # The keys of undo and redo change the plan here; while the meeting runs they do what they do everywhere.
    BINDINGS = [
        *bindings("plan"),
        Binding("u", "plan_undo", show=False, id="undo"),
        Binding("U", "plan_redo", show=False, id="redo"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._library: Library | None = None
        self._history: tuple[Timed, ...] = ()

    # The frame -----------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The agenda with the segment at hand on the left; people and what is owed beside it."""
        with Vertical(id="plan-agenda"):
            yield Static(id="fit")
            yield Rows(id="agenda")
            yield Static(id="segment")
        with Container(id="plan-side"):
            with Vertical(id="plan-people"):
                yield Static(id="people-head")
                yield Rows(id="people")
            with VerticalScroll(id="plan-owed", can_focus=False):
                yield Static(id="owed")

    def on_mount(self) -> None:
        """The agenda has the focus; the shelves are read beside."""
        self._changes = Changes(self.program)
        self.query_one("#agenda", Rows).focus()
        self.run_worker(self._look_at_shelves(), name="shelves")

    async def _look_at_shelves(self) -> None:
        self._library = await self.program.work(lambda: self.workspace.library)
        self._refresh_state()

    def on_screen_resume(self) -> None:
        """What earlier meetings took is looked up anew: one may have been closed since."""
        self.run_worker(self._look_back(), name="history")

    async def _look_back(self) -> None:
        self._history = await self.program.work(lambda: history(self.workspace))
        self._refresh_state()

    def on_resize(self) -> None:
        """Lines are as long as their list is wide."""
        self.call_after_refresh(self._refresh_state)

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """By the list that has the focus."""
        if self._on_people:
            return ("plan-apologies", "plan-here", "plan-people", "leave")
        if self._meeting is None:
            return ("leave",)
        others = ("plan-other",) if len(self._planned) > 1 else ()
        restore = ("plan-restore",) if self._left_out else ()
        usual = ("plan-learned",) if differing(self._learned, lines.plan_of(self._meeting)) else ()
        return (
            "plan-start", "plan-more", "plan-less", "plan-fit", *usual, "plan-lock", "plan-skip", "undo",
            *others, *restore, "plan-up", "plan-down", "plan-people", "plan-here", "plan-change",
        )  # fmt: skip

    def open(self, meeting: int) -> None:
        """Shows this planned meeting."""
        self._number = meeting
        if self.is_mounted:
            self.query_one("#agenda", Rows).focus()
            self._refresh_state()

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

    @property
    def _on_people(self) -> bool:
        return self.query_one("#people", Rows).has_focus

    def _segment(self) -> int:
        """The number of the segment at hand; 0 for none."""
        return int(self.query_one("#agenda", Rows).chosen or 0)

    # Showing -------------------------------------------------------------------------------------

    def show(self, state: State) -> None:
        """Everything about the meeting at hand."""
        meeting = self._meeting
        self.set_class(meeting is None, "-nothing")
        if meeting is None:
            self.query_one(Title).left = Content.styled("Plan", "bold")
            self.query_one(Title).right = Content("")
            self.query_one("#agenda", Rows).put([Row("", Content("No meeting is planned."))])
            back, new = (self.program.keys.shown(id_) for id_ in ("leave", "home-new"))
            self.query_one("#segment", Static).update(
                Content.assemble(
                    (back, "$shown bold"), " goes Home; there ", (new, "$shown bold"), " chooses an agenda."
                )
            )
            return
        title = self.query_one(Title)
        title.left = lines.title_left(meeting)
        title.right = lines.title_right(meeting, self.wording.day(meeting.on), self.glyphs.arrow)
        agenda, people = self.query_one("#agenda", Rows), self.query_one("#people", Rows)
        running = f"{meeting.current.number}" if meeting.current and not agenda.chosen else ""
        agenda.put(lines.agenda_rows(meeting, _width(agenda, 44)), running)
        key = self.program.keys.shown("plan-fit")
        fit = lines.fit_line(meeting, self.workspace.house().moment, self._left_out, key, self.glyphs)
        self.query_one("#fit", Static).update(fit)
        everybody = self.workspace.people
        self.query_one("#people-head", Static).update(lines.people_head(meeting, everybody))
        people.put(lines.people_rows(meeting, everybody, self.glyphs, _width(people, 34)))
        width = self.query_one("#plan-owed").scrollable_content_region.width
        self.query_one("#owed", Static).update(lines.owed(state, meeting, self.wording, width))
        self._show_segment()

    def _show_segment(self) -> None:
        meeting = self._meeting
        item = meeting.item(self._segment()) if meeting else None
        if item is None:
            return
        segment, library = item.segment, self._library
        missing = library.missing_exercises((segment,)) if library is not None else ()
        usual = next((one.words() for one in self._learned if one.number == segment.number), "")
        exercise = self.workspace.exercise(segment.exercise) if segment.exercise else None
        told = lines.segment_lines(segment, missing, self.glyphs.dot, usual, self.wording.words, exercise)
        self.query_one("#segment", Static).update(told)

    def on_option_list_option_highlighted(self) -> None:
        """The segment at hand, in full."""
        self._show_segment()

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

        hint = "date=fri; start=09:00; end=10:30 sets a hard end; place=, mode=, title= as well."
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

    # People --------------------------------------------------------------------------------------

    def action_plan_people(self) -> None:
        """To the people and back."""
        there = self._on_people
        self.set_class(not there, "-people")
        self.query_one("#agenda" if there else "#people", Rows).focus()
        self.call_after_refresh(self._refresh_state)  # where it came up just now its lines have a width

    def action_plan_apologies(self) -> None:
        """Apologies of the person at hand, or not."""
        meeting, person = self._meeting, self.query_one("#people", Rows).chosen
        if meeting is None or not person or not self._on_people:
            self.post_message(Say("Choose somebody first: w goes to the people.", calm=False))
        else:
            away = lines.presence(meeting, person) == "apologies"
            self._attend((person,), "present" if away else "apologies")

    def _attend(self, people: tuple[str, ...], presence: Presence) -> None:
        number = self._meeting.number if self._meeting else 0
        self.post_message(Wanted(Attend(people, presence, meeting=number)))

    def action_plan_here(self) -> None:
        """Everybody without apologies is here."""
        meeting = self._meeting
        if meeting is None:
            return
        here = [p.id for p in self.workspace.people if lines.presence(meeting, p.id) == lines.EXPECTED]
        if here:
            self._attend(tuple(here), "present")
        else:
            self.post_message(Say("Everybody is noted already."))

    # Going on ------------------------------------------------------------------------------------

    def on_option_list_option_selected(self) -> None:
        """Enter: on the agenda the start, on a person their apologies."""
        if self._on_people:
            self.action_plan_apologies()
        else:
            self.action_plan_start()

    def action_plan_start(self) -> None:
        """Start, or back to the room of the meeting that runs."""
        meeting = self._meeting
        if meeting is None:
            self.post_message(Go("home"))
        elif meeting.status == "running":
            self.post_message(Go("room"))
        else:
            start(self, meeting)

    def action_plan_other(self) -> None:
        """The next planned meeting, around again."""
        meeting, numbers = self._meeting, [each.number for each in self._planned]
        if meeting is None or not numbers:
            return
        place = numbers.index(meeting.number) + 1 if meeting.number in numbers else 0
        self.open(numbers[place % len(numbers)])


def _width(listed: Rows, usual: int) -> int:
    """Cells for a line of the list, its mark and its edge left out."""
    return max((listed.size.width or usual) - 3, 20)
