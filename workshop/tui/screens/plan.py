"""Plan: does it fit, is everybody ready? The agenda by the clock, who is expected, what each side owes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workshop.followup.durations import differing
from workshop.model.commands import Attend
from workshop.model.meeting import Presence
from workshop.model.state import State
from workshop.tui.dialogs.plan_start import start
from workshop.tui.keys import bindings
from workshop.tui.requests import Go, Say, Wanted
from workshop.tui.screens.plan_edits import EditPart
from workshop.tui.widgets import plan_lines as lines
from workshop.tui.widgets.rows import Row, Rows
from workshop.tui.widgets.title import Title
from workshop.workspace.learning import history


class PlanScreen(EditPart):
    """Does it fit, is everybody ready?"""

    where = "plan"
    CSS_PATH = "plan.tcss"
    # The keys of undo and redo change the plan here; while the meeting runs they do what they do everywhere.
    BINDINGS = [
        *bindings("plan"),
        Binding("u", "plan_undo", show=False, id="undo"),
        Binding("U", "plan_redo", show=False, id="redo"),
    ]

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
        if self._meeting.status == "running":  # its minutes are changed in the room
            return ("leave", *others, "plan-people", "plan-here")
        restore = ("plan-restore",) if self._left_out else ()
        hidden, beside = (("plan-people",), ()) if self.has_class("-tiny") else ((), ("plan-people",))
        usual = ("plan-learned",) if differing(self._learned, lines.plan_of(self._meeting)) else ()
        return (
            "plan-start", *hidden, "plan-more", "plan-less", "plan-fit", *usual, *beside, "plan-lock", "plan-skip",
            "undo", *others, *restore, "plan-change", "plan-here", "plan-up", "plan-down",
        )  # fmt: skip

    def open(self, meeting: int) -> None:
        """Shows this planned meeting."""
        self._number = meeting
        if self.is_mounted:
            self.query_one("#agenda", Rows).focus()
            self._refresh_state()

    @property
    def _on_people(self) -> bool:
        return self.query_one("#people", Rows).has_focus

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
        day = self.wording.near(meeting.on, self.workspace.house().today)
        title.right = lines.title_right(meeting, day, self.glyphs.arrow)
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
        owed = lines.owed(state, meeting, self.wording, width)
        self.query_one("#owed", Static).update(owed)
        side = self.query_one("#plan-side")
        if not self.has_class("-full"):  # there they stand side by side
            height = side.content_size.height
            self.query_one("#plan-people").styles.max_height = max(
                height // 2, height - owed.plain.count("\n") - 2
            )
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
