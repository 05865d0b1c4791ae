"""Close: can we go? A walk through what is still open, then the minutes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from workshop.facilitation.gate import Point, gate, tray, unanswered
from workshop.followup.cadence import cadence
from workshop.grammar import literal
from workshop.model.commands import Close, Command, PassGate, Reveal, SetAction
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.tui.dialogs.choose import Choice, Choose
from workshop.tui.dialogs.close_highlights import Highlights
from workshop.tui.dialogs.close_read_back import ReadBack
from workshop.tui.keys import bindings
from workshop.tui.records import in_full, record
from workshop.tui.requests import Go, Typed
from workshop.tui.screens.close_minutes import MinutesPart, last_closed
from workshop.tui.widgets.answer_line import Draft
from workshop.tui.widgets.close_records import highlights, to_read
from workshop.tui.widgets.close_steps import DONE, GROUPS, STEPS
from workshop.tui.widgets.close_ways import label, ways
from workshop.tui.widgets.hanging import filled
from workshop.tui.widgets.rows import Row, Rows
from workshop.tui.widgets.title import Title
from workshop.workspace.rounds import as_shown

LACK = 34
"""Cells after which what is lacking no longer pushes the words of the record aside."""


class CloseScreen(MinutesPart):
    """Open points on the left, what is done on the right, the line below; after the close the minutes."""

    where = "close"
    CSS_PATH = "close.tcss"
    BINDINGS = bindings("close")
    AUTO_FOCUS = "Rows"
    _points: tuple[Point, ...] = ()
    _read_to = 0

    def body(self) -> ComposeResult:
        """The walk, and what comes after it."""
        with Horizontal(id="walk"):
            with Vertical(id="points"):
                yield Static(id="say", markup=False)
                yield Rows(id="rows")
                yield Static(id="steps", markup=False)
            yield Static(id="way", markup=False)
        yield Static(id="about", markup=False)
        yield from self.line_below()
        with Vertical(id="minutes"):
            yield Static(id="stage", markup=False)
            with VerticalScroll(id="page"):
                yield Static(id="text", markup=False)

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """What leads on."""
        if typing:
            return ("leave",)
        if self.state.running is None:
            return ("close-open", "close-again", "leave") if last_closed(self.state) else ("leave",)
        ways = ("close-settle", "close-read", "close-done") if self._points else ("close-done", "close-read")
        held = ("close-reveal",) if self.workspace.confidence.rows(self.state) else ()
        return (*held, *ways, "close-room", "close-type", "undo")

    # What is open --------------------------------------------------------------------------------

    def show(self, state: State) -> None:
        """The gate of the running meeting, or the minutes of the last one."""
        meeting, closed = state.running, last_closed(state)
        self.set_class(meeting is None and closed is not None, "-over")
        self.set_class(meeting is None and closed is None, "-nothing")
        title = self.query_one(Title)
        if meeting is not None:
            self._show_gate(state, meeting, title)
        elif closed is not None:
            title.left = Content.assemble(
                (f"M-{closed.number} {closed.title}", "bold"), ("  closed", "$quiet")
            )
            title.right = Content.styled("page one of the minutes", "$quiet")
            self.show_minutes(closed)
        else:
            title.left = Content.styled("Close", "bold")
            self._points = ()
            self.query_one(Rows).put([Row("", Content("No meeting is running, and none is closed yet."))])

    def _show_gate(self, state: State, meeting: Meeting, title: Title) -> None:
        house = self.workspace.house()
        shown = as_shown(self.workspace)
        self._points = gate(shown, shown.running or meeting, house)
        lacking, waiting = tray(state, meeting, house), tuple(unanswered(state, meeting, house))
        groups: dict[str, list[Point]] = {name: [] for name in GROUPS}
        for point in self._points:
            place = 3 if point.ref in STEPS else 0 if point in lacking else 1 if point in waiting else 2
            groups[GROUPS[place]].append(point)
        count = len(self._points)
        title.left = Content.assemble(("Close", "bold"), (f"  M-{meeting.number} {meeting.title}", "$quiet"))
        title.right = (
            Content.styled(f"{count} open", "$amber bold")
            if count
            else Content.styled("ready to close", "$green bold")
        )
        self._show_say(count)
        self.query_one(Rows).put(
            [row for name, points in groups.items() for row in self._group(name, points)]
        )
        self._show_way(groups)
        self._show_about()

    def _show_say(self, count: int) -> None:
        self.set_class(not count, "-ready")
        if count:
            told = Content.styled("Let us see what is still open, so that everybody can go.", "$shown")
        else:
            key = self.program.keys.shown("close-done")
            told = Content.assemble(
                ("Everything is settled.  ", "$green bold"), (key, "$shown bold"),
                " closes: five lines to look at, then the minutes.",
            )  # fmt: skip
        self.query_one("#say", Static).update(told)

    def _group(self, name: str, points: list[Point]) -> list[Row]:
        if not points:
            return []
        wide = min(max(len(_lack(point)) for point in points), LACK)
        return [Row("", Content.styled(name, "$quiet")), *(self._row(point, wide) for point in points)]

    def _row(self, point: Point, wide: int) -> Row:
        if point.ref in STEPS:
            name, _ = STEPS[point.ref]
            return Row(
                _key(point), Content.assemble((f"{name:<17}", "$ink bold"), (point.sentence, "$quiet"))
            )
        told = record(self.state, point.ref)
        text = told.said.text if told else self._topic(point.ref)
        lacks = _lack(point)
        return Row(
            _key(point),
            Content.assemble(
                (f"{point.ref:<5} ", "$quiet"), (f"{lacks:<{wide}}  ", "$amber"), (text, "$ink")
            ),
        )

    def _topic(self, ref: str) -> str:
        return next((topic.text for topic in self.state.parked if topic.ref == ref), "")

    def _show_way(self, groups: dict[str, list[Point]]) -> None:
        """The whole walk with what is done."""
        open_steps = {point.ref for point in self._points}
        steps = [self._step(name, _count(groups[name])) for name in GROUPS[:3]]
        steps += [self._step(name, "open" if ref in open_steps else "") for ref, (name, _) in STEPS.items()]
        self.query_one("#way", Static).update(
            Content("\n").join([Content.styled("The way out\n", "bold"), *steps])
        )
        done = [step for step in steps if step.plain.startswith(self.glyphs.done)]
        self.query_one("#steps", Static).update(filled(done, self.size.width - 2))

    def _step(self, name: str, left: str) -> Content:
        if left:
            return Content.assemble((f"{self.glyphs.ahead} ", "$quiet"), name, (f"  {left}", "$quiet"))
        return Content.assemble((f"{self.glyphs.done} ", "$green"), (DONE.get(name, name), "$quiet"))

    def on_option_list_option_highlighted(self) -> None:
        """Another point is at hand."""
        self._show_about()

    def _show_about(self) -> None:
        point = self._point()
        told = record(self.state, point.ref) if point else None
        lines = []
        if point and point.ref in STEPS:
            lines.append(Content.assemble(("Say:  ", "$quiet"), (STEPS[point.ref][1], "$ink italic")))
        elif point:
            lines.append(
                Content.assemble(("enter", "$shown bold"), " types  ", (ways(point)[0].text, "$ink"))
            )
        lines += [Content(in_full(told, self.wording))] if told else []
        self.query_one("#about", Static).update(Content("\n").join(lines))

    def _point(self) -> Point | None:
        chosen = self.query_one(Rows).chosen
        return next((point for point in self._points if _key(point) == chosen), None)

    # Settling ------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, chosen: OptionList.OptionSelected) -> None:
        """Enter on a point."""
        chosen.stop()
        self.action_close_settle()

    def action_close_settle(self) -> None:
        """The way that fits the point."""
        point, meeting = self._point(), self.state.running
        if point is None or meeting is None:
            return
        match point.ref:
            case "read-back":
                self.action_close_read()
            case "unsaid":
                self._ask_room("Is there anything unsaid?", "n: ", PassGate("unsaid"), "asked, nothing more")
            case "credits":
                self._ask_room("Who was of help?", "credit: ", PassGate("credits"), "asked, nobody is named")
            case _:
                self._by_line(point, meeting)

    def _ask_room(self, question: str, line: str, command: Command, nothing: str) -> None:
        def answer(value: str | None) -> None:
            if value == "type":
                self.propose(Draft(line))
            elif value:
                self.run_worker(self.program.perform(command), name="settle")

        self.program.push_screen(
            Choose(question, (Choice("t", "type it", "type"), Choice("n", nothing, "nothing"))), answer
        )

    def _by_line(self, point: Point, meeting: Meeting) -> None:
        drafts = self._planned(meeting) if point.ref == "next" else ()
        drafts += ways(point, meeting)
        if drafts[0].text.startswith("/assign "):
            self._owner(point, meeting)
        elif len(drafts) == 1:
            self._take(drafts[0])
        else:
            labels = [(label(draft), str(place)) for place, draft in enumerate(drafts)]
            name = STEPS[point.ref][0] if point.ref in STEPS else point.ref
            self._choose(f"{name}:", Choose.numbered(labels), lambda value: self._take(drafts[int(value)]))

    def _planned(self, meeting: Meeting) -> tuple[Draft, ...]:
        """The nearest meeting that is planned already."""
        found = cadence(self.state, self.workspace.house().today, self.workspace.settings.cadence, meeting)
        if found.next_on is None:
            return ()
        return (Draft(f"/nextdate {found.next_on.isoformat()} {found.next_template}".rstrip()),)

    def _owner(self, point: Point, meeting: Meeting) -> None:
        people = [row.person for row in meeting.here] or [person.id for person in self.workspace.people]
        choices = Choose.numbered([(self.wording.name(person), person) for person in people])
        number = int(point.ref.partition("-")[2])

        def answer(person: str) -> None:
            self.run_worker(self.program.perform(SetAction(number, (person,))), name="settle")

        self._choose(f"{point.ref}: who?", choices, answer)

    def _choose(self, question: str, choices: tuple[Choice, ...], answer: object) -> None:
        def answered(value: str | None) -> None:
            if value is not None and callable(answer):
                answer(value)

        self.program.push_screen(Choose(question, choices), answered)

    def _take(self, draft: Draft) -> None:
        """What needs nothing more is done; the rest is completed in the line."""
        if draft.whole:
            self.post_message(Typed(draft.text))
        else:
            self.propose(draft)

    def action_close_reveal(self) -> None:
        """Totals from now on."""
        self.run_worker(self.program.perform(Reveal()), name="reveal")

    def action_close_read(self) -> None:
        """One record after the other."""
        meeting = self.state.running
        records = to_read(self.state, meeting, self.wording) if meeting else ()
        if not records:
            self.program.say("There is nothing to read back.")
            return
        dialog = ReadBack(records, self._read_to)

        def read(answer: tuple[bool, int] | None) -> None:
            whole, self._read_to = answer or (False, self._read_to)
            if whole:
                self._read_to = 0
                self.run_worker(self.program.perform(PassGate("read-back")), name="read-back")
            elif dialog.differs:
                ref, text = records[self._read_to].ref, literal(records[self._read_to].text)
                self.propose(Draft(f"/{'amend' if ref.startswith('D') else 'edit'} {ref} {text}"))

        self.program.push_screen(dialog, read)

    # The close -----------------------------------------------------------------------------------

    def action_close_done(self) -> None:
        """With points open, the line for an early close; else the highlights."""
        meeting = self.state.running
        if meeting is None:
            self.program.say("No meeting is running.", calm=False)
        elif self._points:
            line = "/close early WHY"
            self.propose(Draft(line, line.index("WHY"), len(line)))
            count = len(self._points)
            self.program.say(
                f"{count} point{'s are' if count > 1 else ' is'} open. Settle {'them' if count > 1 else 'it'}, or say why you close now.",
                calm=False,
            )
        else:
            held = sum(len(row.values) for row in self.workspace.confidence.rows(self.state))
            told = highlights(self.state, meeting, self.wording, held)
            self.program.push_screen(Highlights(f"M-{meeting.number} {meeting.title}", told), self._confirmed)

    def _confirmed(self, yes: bool | None) -> None:
        if yes:
            self.run_worker(self.program.perform(Close()), name="close")

    def action_close_type(self) -> None:
        """The line as it was left."""
        self.propose(Draft(self.line.text))

    def action_close_command(self) -> None:
        """A command."""
        self.propose(Draft("/"))

    def action_close_room(self) -> None:
        """The room."""
        self.post_message(Go("room" if self.state.running else "home"))


def _count(points: list[Point]) -> str:
    return f"{len(points)} open" if points else ""


def _lack(point: Point) -> str:
    """What is said of a record, without its id."""
    return point.sentence.removeprefix(point.ref).strip()


def _key(point: Point) -> str:
    return f"{point.ref} {point.sentence}"
