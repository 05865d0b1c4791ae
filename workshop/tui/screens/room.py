"""The room: what now? The screen with which a meeting is run."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from workshop.facilitation.clock import airtime
from workshop.facilitation.face import face
from workshop.facilitation.gate import Point, tray
from workshop.followup.voices import unheard, voices
from workshop.line.run_rows import row_line, row_words
from workshop.model import ids
from workshop.model.meeting import Item, Meeting
from workshop.model.results import Banner
from workshop.model.state import Counters, State
from workshop.tui.exercise_rows import AtHand, newest
from workshop.tui.in_turn import hand_over
from workshop.tui.keys import bindings
from workshop.tui.looking import Looked
from workshop.tui.records import action_row, decision_row, in_full, record, segment_rows
from workshop.tui.screens.room_clock import ClockPart
from workshop.tui.widgets.dials import SegmentHead, meeting_clock
from workshop.tui.widgets.entry_line import STORES, WAITS, EntryLine
from workshop.tui.widgets.exercise import board, script_words
from workshop.tui.widgets.hints import Hints
from workshop.tui.widgets.rail import Rail
from workshop.tui.widgets.rows import Row, Rows
from workshop.tui.widgets.title import Title
from workshop.tui.widgets.voices import SIDES, Voices, as_line, as_table

NOTHING = "Nothing is noted in this segment yet."
NOBODY = "No meeting is running. Home starts the next one."


class RoomScreen(ClockPart):
    """Agenda, clock, words to say, what was said, and the line."""

    where = "room"
    CSS_PATH = "room.tcss"
    BINDINGS = bindings("room")
    AUTO_FOCUS = "EntryLine"
    _counters = Counters()
    _segment = 0
    _fresh = False
    """Whether the segment has just come up."""

    def body(self) -> ComposeResult:
        """Rail, the segment, the third column, the line."""
        with Horizontal(id="room"):
            with Vertical(id="left"):
                yield Rail(self.glyphs)
                yield Static(id="voices", markup=False)
            with Vertical(id="segment"):
                yield SegmentHead(self.glyphs)
                yield Static(id="question", markup=False)
                yield Static(id="card", markup=False)
                yield Rows(id="rows")
            yield Static(id="side", markup=False)
        with Horizontal(id="typing"):
            yield Static(id="kind", markup=False)
            yield EntryLine(self.enter)
        yield Hints()

    def on_mount(self) -> None:
        """What was left in the line comes back."""
        self.line.cursor_blink = False  # nothing blinks; it would also cost as much as both clocks
        self._counters = self.state.counters
        self.run_worker(self.take_up_draft(), name="draft")

    def leave(self) -> None:
        """From the line to the list, from the list Home."""
        if self.typing:
            self.let_go()
            hand_over(self.rows)
        else:
            super().leave()

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """What is needed most while talking."""
        if self.state.running is None:
            return ("leave",)
        on = self._of_exercise_offers(typing=typing)
        kinds = ("kind-action", "kind-decision", "kind-objection")
        if typing:
            return (*kinds[: 2 if on else 3], *on, "next-segment", "park", "more-time", "kind-note")
        return (*on, *kinds, "kind-note", "kind-parked", "next-segment", "type")

    def _of_exercise_offers(self, *, typing: bool) -> tuple[str, ...]:
        """What can be done with the exercise on screen."""
        told = self._looked
        if told is None:
            return ()
        steps = ("card-next",) if told.found.steps else ()
        waits = (
            ("reveal",)
            if told.waiting and not typing
            else ("confide",)
            if self.open_choice and not typing
            else ()
        )
        return (*steps, *waits, "results", *(() if typing else ("take",)))

    def badge(self) -> str:
        """What waits to be completed."""
        count = len(self._waiting())
        return "  ".join(part for part in (super().badge(), f"{count} to complete" if count else "") if part)

    def _waiting(self) -> frozenset[str]:
        return frozenset(point.ref for point in self._tray())

    def _tray(self) -> tuple[Point, ...]:
        meeting = self.state.running
        return tray(self.state, meeting, self.workspace.house()) if meeting else ()

    # Showing -------------------------------------------------------------------------------------

    def show(self, state: State) -> None:
        """Everything but the clocks."""
        meeting = state.running
        self._previewed = False
        title = (
            Content.assemble((f"M-{meeting.number} ", "$quiet"), (meeting.title, "bold"))
            if meeting
            else Content.styled("Room", "bold")
        )
        self.set_class(meeting is None, "-nothing")
        self.query_one(Title).left = title
        self.query_one(Rail).items = meeting.items if meeting else ()
        item = meeting.current if meeting else None
        if meeting is None or item is None:
            self.rows.put([Row("", Content(NOBODY))])
            return
        self._fresh = item.number != self._segment
        if self._fresh:
            self._segment, self._card, self._last = item.number, 0, ""
        self.set_class(self.on_screen is not None, "-exercise")
        if self.on_screen is None:
            self._looked = None
            self._paint(item, meeting, self._newest())
        else:
            self.look()

    def paint_exercise(self, before: Looked | None) -> None:
        """Everything of the segment, once its exercise was looked at."""
        meeting, told = self.state.running, self._looked
        if meeting is None or meeting.current is None or told is None:
            return
        made = self._newest() or newest(before.found if before else None, told.found)
        turned = before is None or before.script != told.script
        first = next((row.id for row in told.rows if row.id), "") if turned else ""
        self._paint(meeting.current, meeting, made or first)
        if turned and not made and self._of_exercise():
            self.rows.begin()

    def _paint(self, item: Item, meeting: Meeting, made: str) -> None:
        """The words, the list, the third column; `made`: the row that was just made."""
        results = bool(self._looked and self._looked.board)
        if results != self.has_class("-results"):
            self.set_class(results, "-results")
            self.call_after_refresh(self.look)  # the third column has another width for them
        self.query_one("#card", Static).update(self._words(item, meeting))
        rows = segment_rows(self.state, meeting, item.number, self.wording, self._waiting())
        of_exercise = self._of_exercise()
        chosen = made or (rows[-1].id if self._fresh and rows and not of_exercise else "")
        listed = [*of_exercise, *([Row("", Content(""))] if of_exercise and rows else []), *rows]
        self._fresh = False
        self.rows.put(listed or [Row("", Content.styled(NOTHING, "$quiet"))], chosen)
        self.query_one("#side", Static).update(self._side(meeting))
        self.tick()
        if self.typing:
            self.read_line()
        else:
            self.show_kind(self.line.text)
            self._show_row()

    def _of_exercise(self) -> list[Row]:
        """What came in, then what the step shows where there is no third column for it; a verdict stands first."""
        told = self._looked
        if told is None:
            return []
        lines: list[Content] = []
        if told.board and not self.has_class("-full"):
            lines = board(told.board, max(self.rows.size.width - 3, 20))
        results = tuple(Row("", line) for line in lines)
        verdict = any(isinstance(result, Banner) for result in told.board)
        parts = (results, told.rows, told.other) if verdict else (told.rows, results, told.other)
        rows: list[Row] = []
        for part in (part for part in parts if part):
            rows += [Row("", Content("")), *part] if rows else part
        return rows

    def _newest(self) -> str:
        """The id of the record that was just made; empty where none was."""
        before, now = self._counters, self.state.counters
        self._counters = now
        pairs = (("N", before.entry, now.entry), ("D", before.decision, now.decision),
                 ("X", before.dispute, now.dispute), ("A", before.action, now.action))  # fmt: skip
        return next((ids.show(letter, new) for letter, old, new in pairs if new > old), "")

    def _words(self, item: Item, meeting: Meeting) -> Content:
        """Who leads, what to say, and the card on screen."""
        leads = "both teams" if item.segment.leads == ("both",) else " or ".join(item.segment.leads)
        lines = [Content.styled(self.wording.words(prompt), "italic") for prompt in item.segment.prompts]
        card, told = self.card, self._looked
        if told is not None and card is None:
            width = max(self.query_one("#segment").size.width - 2, 20)
            most = 4 if self.has_class("-tall") else 1 if self.has_class("-high") else 0
            words = script_words(told.script, self.glyphs, width, most) or Content("\n").join(lines)
            mine = item.segment.exercise == told.found.exercise.slug
            return words if mine else Content.assemble((told.script.title, "$shown bold"), "\n", words)
        if card is not None:
            place = f"card {self.cards.index(card) + 1}/{len(self.cards)}  "
            lines = [
                Content.assemble((place, "$quiet"), (card.title, "bold"), (f"  {card.prompt}", "italic"))
            ]
        if leads:
            both = meeting.lead and item.segment.leads == ("both",)
            first = f" {self.glyphs.dot} {meeting.lead} speaks first" if both else ""
            lines.append(Content.styled(f"led by {leads}{first}", "$quiet"))
        return Content("\n").join(lines)

    def _side(self, meeting: Meeting) -> Content:
        """The third column of a wide terminal: what this meeting decided and promised."""
        state, number = self.state, meeting.number
        decisions = [
            decision_row(d, self.wording).content
            for d in state.decisions
            if d.meeting == number and not d.struck
        ]
        actions = [
            action_row(a, self.wording).content for a in state.actions if a.meeting == number and a.live
        ]
        none = [Content.styled("none yet", "$quiet")]
        shown = self._looked.board if self._looked else ()
        results = board(shown, max(self.query_one("#side").size.width - 2, 20)) if shown else []
        return Content("\n").join(
            [*results, *([Content("")] if results else []), Content.styled("Decisions", "bold"), *(decisions or none), Content(""),
             Content.styled("Actions", "bold"), *(actions or none)]
        )  # fmt: skip

    def on_resize(self) -> None:
        """Words and bars are as long as there is room."""
        self.call_after_refresh(self.look)

    # Each second ---------------------------------------------------------------------------------

    def tick(self) -> None:
        """Both clocks, the question, who speaks."""
        meeting = self.state.running
        self.line.placeholder = WAITS if meeting is None or self.program.desk.reading_along else STORES
        if meeting is None or meeting.current is None:
            self.query_one(SegmentHead).reading = None
            self.query_one(Title).right = Content("")
            return
        moment = self.workspace.house().moment
        shown = face(meeting, moment)
        head = self.query_one(SegmentHead)
        head.reading, head.mark = (meeting.current, meeting.last, shown), self._mark()
        self.query_one(Title).right = meeting_clock(shown, self.glyphs, short=self.size.width < 80)
        question = self.question(meeting, moment)
        self.query_one("#question", Static).display = bool(question)
        self._put("question", question)
        self._put("voices", self._voices(meeting, moment))

    def _mark(self) -> str:
        """The step beside the clock: `step 2/6, minute 2 to 9`."""
        told = self._looked
        if told is None or not told.script.step or self.card is not None:
            return ""
        return f"step {told.script.step}/{told.script.of}, minute {told.minutes[0]} to {told.minutes[1]}"

    def _put(self, name: str, told: Content) -> None:
        """New words each second; the screen is laid out again only when they take more or fewer lines."""
        widget = self.query_one(f"#{name}", Static)
        lines = told.plain.count("\n")
        widget.update(told, layout=lines != str(widget.content).count("\n"))

    def _voices(self, meeting: Meeting, moment: int) -> Content:
        """Below the agenda as a table; where there is no agenda, on one line."""
        told, turns = voices(meeting.entries), meeting.turns
        names = (self.wording.name(row.person).partition(" ")[0] for row in unheard(meeting))
        known = Voices(
            tuple(told.of(side) for side in SIDES), tuple(airtime(meeting, moment)),
            turns[-1].team if turns else "", tuple(names),
        )  # fmt: skip
        narrow = self.has_class("-tiny")
        width = self.size.width - 2 if narrow else self.query_one("#voices").size.width
        return (as_line if narrow else as_table)(known, width, self.glyphs)

    # Focus and rows ------------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        """The hints follow the focus: chips for the line, the whole record for a row."""
        if not self.program.stocked:
            return
        if self.typing:
            self.read_line()
        else:
            self._show_row()
        self.tick()

    def on_option_list_option_highlighted(self, moved: OptionList.OptionHighlighted) -> None:
        """The row at hand in full."""
        if not self.typing:
            self._show_row()

    def _show_row(self) -> None:
        """Everything about the row, and what it lacks."""
        ref = self.rows.chosen
        found = record(self.state, ref)
        lacks = next((f"  ? {point.fix}" for point in self._tray() if point.ref == ref), "")
        mine = self.row_at_hand(ref)
        if mine is not None:
            self.hints.record(self._told(mine))
        else:
            self.hints.record(f"{in_full(found, self.wording)}{lacks}" if found else "")

    def _told(self, mine: AtHand) -> str:
        hides = self.on_screen is not None and mine.input.slug not in self.on_screen.run.revealed
        lacks = row_words(mine.input, mine.row, self.wording).lacks
        missing = f"  ? lacks {', '.join(lacks)}" if lacks else ""
        return f"{row_line(mine.input, mine.row, self.wording, hides=hides)}{missing}"

    def on_option_list_option_selected(self, chosen: OptionList.OptionSelected) -> None:
        """Enter on a row edits it."""
        self.action_row_edit()
