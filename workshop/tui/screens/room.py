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
from workshop.model import ids
from workshop.model.meeting import Item, Meeting
from workshop.model.state import Counters, State
from workshop.tui.keys import bindings
from workshop.tui.records import action_row, decision_row, in_full, record, segment_rows
from workshop.tui.screens.room_clock import ClockPart
from workshop.tui.widgets.dials import SegmentHead, meeting_clock
from workshop.tui.widgets.entry_line import EntryLine
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
            yield EntryLine()
        yield Hints()

    def on_mount(self) -> None:
        """What was left in the line comes back."""
        self.line.cursor_blink = False  # nothing blinks; it would also cost as much as both clocks
        self._counters = self.state.counters
        self.run_worker(self.take_up_draft(), name="draft")

    def leave(self) -> None:
        """From the line to the list, from the list Home."""
        if self.typing:
            self.rows.focus()
        else:
            super().leave()

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """What is needed most while talking."""
        if self.state.running is None:
            return ("leave",)
        if typing:
            return (
                "kind-action",
                "kind-decision",
                "kind-objection",
                "next-segment",
                "park",
                "more-time",
                "kind-note",
            )
        return (
            "kind-action",
            "kind-decision",
            "kind-objection",
            "kind-note",
            "kind-parked",
            "next-segment",
            "type",
        )

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
        fresh = item.number != self._segment
        if fresh:
            self._segment, self._card = item.number, 0
        self.query_one("#card", Static).update(self._words(item, meeting))
        rows = segment_rows(state, meeting, item.number, self.wording, self._waiting())
        newest = self._newest() or (rows[-1].id if fresh and rows else "")
        self.rows.put(rows or [Row("", Content.styled(NOTHING, "$quiet"))], newest)
        self.query_one("#side", Static).update(self._side(meeting))
        self.tick()
        if self.typing:
            self.read_line()
        else:
            self._show_row()

    def _newest(self) -> str:
        """The id of the record that was just made; empty where none was."""
        before, now = self._counters, self.state.counters
        self._counters = now
        pairs = (("N", before.entry, now.entry), ("D", before.decision, now.decision),
                 ("X", before.dispute, now.dispute), ("A", before.action, now.action))  # fmt: skip
        return next((ids.show(letter, new) for letter, old, new in pairs if new > old), "")

    def _words(self, item: Item, meeting: Meeting) -> Content:
        """Who leads, what to say, and the card on screen."""
        leads = " or ".join(item.segment.leads)
        lines = [Content.styled(self.wording.words(prompt), "italic") for prompt in item.segment.prompts]
        if self.cards:
            card = self.cards[self._card]
            place = f"card {self._card + 1}/{len(self.cards)}  "
            lines = [
                Content.assemble((place, "$quiet"), (card.title, "bold"), (f"  {card.prompt}", "italic"))
            ]
        if leads:
            first = (
                f" {self.glyphs.dot} {meeting.lead} speaks first" if meeting.lead and leads == "both" else ""
            )
            lines.append(Content.styled(f"{leads} {'lead' if leads == 'both' else 'leads'}{first}", "$quiet"))
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
        return Content("\n").join(
            [Content.styled("Decisions", "bold"), *(decisions or none), Content(""),
             Content.styled("Actions", "bold"), *(actions or none), Content(""), *self._silent(meeting)]
        )  # fmt: skip

    def _silent(self, meeting: Meeting) -> list[Content]:
        names = [self.wording.name(row.person) for row in unheard(meeting)]
        if not names:
            return []
        return [Content.styled("Not heard yet", "bold"), *(Content.styled(name, "$quiet") for name in names)]

    # Each second ---------------------------------------------------------------------------------

    def tick(self) -> None:
        """Both clocks, the question, who speaks."""
        meeting = self.state.running
        if meeting is None or meeting.current is None:
            self.query_one(SegmentHead).reading = None
            self.query_one(Title).right = Content("")
            return
        moment = self.workspace.house().moment
        shown = face(meeting, moment)
        self.query_one(SegmentHead).reading = (meeting.current, len(meeting.items), shown)
        self.query_one(Title).right = meeting_clock(shown, self.glyphs, short=self.size.width < 80)
        question = self.question(meeting, moment)
        self.query_one("#question", Static).display = bool(question)
        self._put("question", question)
        self._put("voices", self._voices(meeting, moment))

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
        self.hints.record(f"{in_full(found, self.wording)}{lacks}" if found else "")

    def on_option_list_option_selected(self, chosen: OptionList.OptionSelected) -> None:
        """Enter on a row edits it."""
        self.action_row_edit()
