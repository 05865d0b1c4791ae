"""Home: what should we do next? The next meeting, what is due, what waits; from nothing, the first meeting."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workshop.errors import WorkshopError
from workshop.followup.cadence import cadence
from workshop.model.agenda import Agenda
from workshop.model.state import State
from workshop.tui.dialogs.plan_start import start
from workshop.tui.in_turn import hand_over
from workshop.tui.keys import bindings
from workshop.tui.requests import Go, Say
from workshop.tui.screens.page import Page
from workshop.tui.screens.plan import PlanScreen
from workshop.tui.widgets.home_beginning import Beginning
from workshop.tui.widgets.home_line import OneLine
from workshop.tui.widgets.home_suggestion import Suggested, as_words, suggested
from workshop.tui.widgets.home_today import Today, asked, head, rhythm, rows
from workshop.tui.widgets.rows import Row, Rows
from workshop.tui.widgets.title import Title
from workshop.workspace.offering import hidden, note

FIRST = "kickoff-120"
"""The agenda that is in hand for a first meeting."""
NOTHING = "Nothing is due and nothing waits."
ROOMY = 30
"""Lines of a screen from which the suggestion says what each side brings."""
WIDEST = 100
"""Cells of a line of the list, so that the eye finds from its words to its end."""


class HomeScreen(Page):
    """What should we do next?"""

    where = "home"
    CSS_PATH = "home.tcss"
    # Esc leaves a field or the sheet first; the key is that of the action `leave`.
    BINDINGS = [*bindings("home"), Binding("escape", "step_back", show=False, id="leave.typing")]

    def __init__(self) -> None:
        super().__init__()
        self._notes: tuple[str, ...] = ()
        self._agendas: tuple[Agenda, ...] = ()
        self._hidden = ""
        """What the profile leaves out of them, as a sentence."""
        self._asked: bool | None = None
        """Whether the sheet was asked for; None where it comes by itself."""
        self._suggested: Suggested | None = None
        self._suggested_for: State | None = None
        """The state that the suggestion was looked for in."""

    # The frame -----------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The next meeting, the list with the rhythm beside or below it, the line; or the sheet."""
        yield Static(id="head")
        with Horizontal(id="middle"):
            yield Rows(id="rows")
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="aside")
        yield Static(id="foot")
        with Horizontal(id="catching"):
            yield Static(Content.styled(f"{self.glyphs.here} ", "$shown bold"), id="mark")
            yield OneLine(
                id="catch", handed=True,
                placeholder="Catch something for next time:  o: ten weeks is too long",
            )  # fmt: skip
        yield Beginning()

    def on_mount(self) -> None:
        """The list has the focus; the shelves are read beside."""
        self.query_one(Rows).focus()
        self.run_worker(self._look_at_shelves(), name="shelves")

    async def _look_at_shelves(self) -> None:
        library = await self.program.work(lambda: self.workspace.library)
        found = await self.program.work(lambda: hidden(self.workspace))
        self._notes, self._agendas, self._hidden = library.notes, library.offered(found), note(found)
        if self.preparing:
            self.query_one(Beginning).propose(FIRST, "")
            self.query_one("#firm", OneLine).focus()
        self._refresh_state()

    def on_resize(self) -> None:
        """The lines of the list are as long as it is wide."""
        self.call_after_refresh(self._refresh_state)

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """The meeting first."""
        if self.preparing or typing:
            return ("leave",)
        planned = ("home-room", "home-plan") if self._today.next else ()
        others = ("home-catch", "home-new", "home-actions", "home-record", "home-people")
        return (*planned, *others, *(("undo",) if self.state.running else ()))

    def badge(self) -> str:
        """How many lines wait for the next meeting."""
        waiting = len(self.state.captures)
        return super().badge() or (f"{waiting} caught" if waiting else "")

    @property
    def preparing(self) -> bool:
        """Whether the sheet is up: asked for, or because nothing is here yet."""
        empty = not self.workspace.people and not self.state.meetings
        return empty if self._asked is None else self._asked

    @property
    def _today(self) -> Today:
        return Today(
            self.state, self.workspace.house().today, self.wording, self.glyphs, self.workspace.settings.cadence,
            self._notes,
        )  # fmt: skip

    # Showing -------------------------------------------------------------------------------------

    def show(self, state: State) -> None:
        """Everything at once; each part only if it holds something."""
        self._show_firm()
        self.set_class(self.preparing, "-preparing")
        if self.preparing:
            self._show_sheet()
            return
        today, keys, listed = self._today, self.program.keys, self.query_one("#rows", Rows)
        shown = [keys.shown(id_) for id_ in ("home-room", "home-plan", "home-new")]
        self.query_one("#head", Static).update(head(today, self.size.width - 2, *shown))
        width = min(max((listed.size.width or self.size.width) - 4, 30), WIDEST)
        listed.put(
            rows(today, width, airy=self.has_class("-tall")) or [Row("", Content.styled(NOTHING, "$quiet"))]
        )
        self._show_beside(today)
        if state is not self._suggested_for:
            self._suggested_for = state
            self.run_worker(self._look_for_suggestion(), name="suggestion")

    def _show_beside(self, today: Today) -> None:
        """The suggestion and the rhythm: beside the list, or below it."""
        wide = self.query_one("#side").display
        room = self.query_one("#side").size.width - 4 if wide else self.size.width - 2
        key = self.program.keys.shown("home-suggested")
        low = self.has_class("-low")
        most = 5 if wide else 3 if self.size.height >= ROOMY else 0 if low else 2
        told = None if self.state.running else self._suggested  # a running meeting comes first
        offer = [as_words(told, key, max(room, 20), most)] if told else []
        told_beside = [*offer, *rhythm(today, room), *asked(today)]
        self.query_one("#aside", Static).update(Content("\n\n").join(told_beside))
        below = [*offer, *rhythm(today, room, 1)]
        self.query_one("#foot", Static).update(Content("\n").join(below[:2] if low else below))

    async def _look_for_suggestion(self) -> None:
        try:
            self._suggested = await self.program.work(lambda: suggested(self.workspace))
        except WorkshopError as off:
            self.program.say(str(off), calm=False)
        if not self.preparing:
            self._show_beside(self._today)

    def _show_sheet(self) -> None:
        sheet, workspace = self.query_one(Beginning), self.workspace
        sheet.show(workspace.settings, workspace.people, self._agendas, self._hidden)

    def tick(self) -> None:
        """Day and time."""
        now = self.workspace.house().now
        self.query_one(Title).right = Content(f"{self.wording.day(now.date())}  {now:%H:%M}")

    # Keys ----------------------------------------------------------------------------------------

    def action_home_room(self) -> None:
        """The running meeting, or the next one."""
        meeting = self._today.next
        if meeting is None:
            self.action_home_new()
        elif meeting.status == "running":
            self.post_message(Go("room"))
        else:
            start(self, meeting)

    def action_home_plan(self) -> None:
        """Plan."""
        self.post_message(Go("plan"))

    def action_home_actions(self) -> None:
        """Actions."""
        self.post_message(Go("actions"))

    def action_home_record(self) -> None:
        """Record."""
        self.post_message(Go("record"))

    def action_home_catch(self) -> None:
        """The line."""
        if self.preparing:
            self.action_step_back()
        hand_over(self.query_one("#catch", OneLine))

    def action_home_people(self) -> None:
        """The sheet, at the people."""
        self._prepare("#people")

    def action_home_new(self) -> None:
        """The sheet, at the agenda; what was agreed at the last close is in hand until it is planned."""
        today = self._today
        agreed = cadence(self.state, today.day, today.target)
        if agreed.next_on and today.last and not today.planned:
            when = f"{agreed.next_on} {today.last.start:%H:%M}"
            self.query_one(Beginning).propose(agreed.next_template, when)
        self._prepare("#shelf")

    def action_home_suggested(self) -> None:
        """The sheet, with the agenda that was suggested in hand."""
        told = self._suggested
        if told is None or not told.agenda:
            self.program.say("No agenda is suggested now; n chooses one.", calm=False)
            return
        self.query_one(Beginning).propose(told.agenda, "")
        self._prepare("#shelf")

    def _prepare(self, field: str) -> None:
        self._asked = True
        self._refresh_state()
        self.call_after_refresh(self._focus_in_sheet, field)

    def _focus_in_sheet(self, field: str) -> None:
        self._refresh_state()
        self.query_one(Beginning).query_one(field).focus()

    def action_step_back(self) -> None:
        """From the line to the list, from the sheet to Home; what was typed stays where it is."""
        if self.preparing:
            self._asked = False
        hand_over(self.query_one("#rows", Rows))
        self._refresh_state()

    # Requests ------------------------------------------------------------------------------------

    def on_option_list_option_selected(self) -> None:
        """Enter opens what the row is about; with nothing at hand the meeting that runs."""
        ref, running = self.query_one("#rows", Rows).chosen, self.state.running
        if running and ref in ("", f"M-{running.number}"):
            self.post_message(Go("room"))
        elif ref.startswith("M-") and "/" not in ref:
            self._plan(int(ref[2:]))
        elif ref.startswith("C-"):
            self.post_message(Say("It waits for the next meeting, which places, parks or drops it."))
        elif ref.startswith("!"):
            self.post_message(Say(self._notes[int(ref[1:])], calm=False))
        elif ref:
            self.post_message(Go("actions" if ref.startswith("A-") else "record"))

    def _plan(self, meeting: int) -> None:
        plan = self.app.get_screen("plan")
        if isinstance(plan, PlanScreen):
            plan.open(meeting)
        self.program.go("plan")

    def on_one_line_entered(self, event: OneLine.Entered) -> None:
        """A line was caught."""
        self.run_worker(self._catch(event.line, event.text), name="catch")

    async def _catch(self, line: OneLine, text: str) -> None:
        """Stores each line; what is refused comes back, before what was typed meanwhile."""
        kept = [
            each for each in text.splitlines() if each.strip() and not (await self.program.feed(each)).done
        ]
        if kept:
            line.write("\n".join(filter(None, (*kept, line.text))))

    def on_beginning_name_firm(self, asked_: Beginning.NameFirm) -> None:
        """Firm and zone."""
        self.run_worker(self._name_firm(asked_.name, asked_.zone), name="firm")

    async def _name_firm(self, name: str, zone: str) -> bool:
        """Whether both are stored; what was refused stays in its field."""
        for key, value in (("name", name), ("zone", zone)):
            if value and value != getattr(self.workspace.settings, key):
                try:
                    await self.program.work(partial(self.workspace.change_setting, key, value))
                except WorkshopError as refusal:
                    self.post_message(Say(str(refusal), calm=False))
                    return False
            self._show_firm()
        return True

    def _show_firm(self) -> None:
        self.query_one(Title).left = Content.styled(self.workspace.settings.name, "bold")

    def on_beginning_add_people(self, asked_: Beginning.AddPeople) -> None:
        """People."""
        self.run_worker(self._add_people(asked_.text), name="people")

    async def _add_people(self, text: str) -> bool:
        """Whether all are stored; a refused line stays with its reason."""
        self._asked = True  # the sheet stays up although the workspace is no longer empty
        refused: list[tuple[str, str]] = []
        for line in text.splitlines():
            outcome = await self.program.feed(f"/person {line.strip()}") if line.strip() else None
            if outcome is not None and outcome.refusal is not None:
                refused.append((line, _why(outcome.refusal)))
        if refused:
            self.program.say("")  # the reason stands beside the line
        sheet = self.query_one(Beginning)
        sheet.refused(text, refused)
        self._show_sheet()
        return not refused

    def on_beginning_plan_from(self, asked_: Beginning.PlanFrom) -> None:
        """An agenda was chosen: everything on the sheet is stored, then the plan comes up."""
        self.run_worker(self._plan_from(asked_.slug, asked_.when), name="plan")

    async def _plan_from(self, slug: str, when: str) -> None:
        sheet = self.query_one(Beginning)
        if not await self._name_firm(*sheet.firm):
            sheet.query_one("#zone").focus()
            return
        if not await self._add_people(sheet.text):
            sheet.query_one("#people").focus()
            self.program.say("Mend these lines or take them out; then choose the agenda.", calm=False)
            return
        now = self.workspace.house().now
        outcome = await self.program.feed(f"/meeting {slug} {when or f'{now:%Y-%m-%d %H:%M}'}")
        if not outcome.done:
            sheet.query_one("#when").focus()
            return
        sheet.query_one("#when", OneLine).write("")
        self._asked = None
        self._plan(self.state.counters.meeting)


def _why(refusal: WorkshopError) -> str:
    """The reason for a line of the sheet, which is typed without the slash command around it."""
    about_slash = refusal.sentence.startswith("/person")
    return refusal.fix.replace("/person ", "") if about_slash else refusal.sentence
