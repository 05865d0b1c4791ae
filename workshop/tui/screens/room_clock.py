"""The room's clock: segments, minutes, pauses, the floor, by single keys."""

from __future__ import annotations

from textual import events
from textual.content import Content

from workshop.facilitation.deciding.clock import preview_retime
from workshop.facilitation.face import face
from workshop.facilitation.retiming import extend, in_words
from workshop.model.commands import Back, Extend, Floor, GoTo, Next, Pause, Retime, Skip
from workshop.model.meeting import Meeting
from workshop.tui.dialogs.choose import Choice
from workshop.tui.requests import Go, Wanted
from workshop.tui.screens.room_list import ListPart

MORE, BORROWED = 5, 3
"""Minutes"""
TITLE, LEAST = 18, 6
"""Cells for the title of whoever pays, at most and at least: the question stays short."""
REST = len("Time is up.  F6 borrow 5 from ")
"""Cells in front of that title."""


class ClockPart(ListPart):
    """Everything about time."""

    _previewed = False

    def action_next_segment(self) -> None:
        """On to the next."""
        self.post_message(Wanted(Next()))

    def action_back_segment(self) -> None:
        """Back one."""
        self.post_message(Wanted(Back()))

    def action_more_time(self) -> None:
        """Five minutes more."""
        self.post_message(Wanted(Extend(MORE)))

    def action_less_time(self) -> None:
        """Five minutes fewer."""
        self.post_message(Wanted(Extend(-MORE)))

    def action_borrow(self) -> None:
        """Three minutes more."""
        self.post_message(Wanted(Extend(BORROWED)))

    def action_pause(self) -> None:
        """Stop, go on."""
        self.post_message(Wanted(Pause()))

    def action_skip(self) -> None:
        """To the next meeting."""
        self.post_message(Wanted(Skip()))

    def action_retime(self) -> None:
        """First press: who pays; second press: it is done."""
        meeting = self.state.running
        if meeting is None or self._previewed:
            self._previewed = False
            self.post_message(Wanted(Retime(apply=True)))
            return
        house = self.workspace.house()
        told = preview_retime(meeting, Retime(), house)
        words = in_words(meeting, told, house.moment)
        self._previewed = bool(told.changes or told.dropped)
        key = self.program.keys.shown("retime")
        self.program.say(
            f"{key} again does it: {words}" if self._previewed else words, calm=not self._previewed
        )  # a second line rather than an end cut off: it says when the meeting ends

    def action_set_time(self) -> None:
        """Into so many minutes, or began earlier."""
        ways = (Choice("m", "minutes in all", "/retime "), Choice("b", "it began earlier", "/started "))
        self._ask("Set the time:", ways, self.begin)

    def action_floor(self) -> None:
        """To the other team."""
        turns = self.state.running.turns if self.state.running else ()
        last = turns[-1].team if turns else self.state.running.lead if self.state.running else None
        self.post_message(Wanted(Floor("marketing" if last == "sales" else "sales")))

    def action_close(self) -> None:
        """To what is open before the close."""
        self.post_message(Go("close"))

    def on_key(self, event: events.Key) -> None:
        """A digit in the list goes to that segment."""
        if not self.typing and event.character and event.character in "123456789":
            event.stop()
            self.post_message(Wanted(GoTo(int(event.character))))

    def question(self, meeting: Meeting, moment: int) -> Content:
        """The one question when the time of a segment is used up; empty before."""
        dial = face(meeting, moment).item
        if (
            dial is None
            or dial.signal != "over"
            or meeting.current is None
            or meeting.current.segment.kind == "close"
        ):
            return Content("")
        minutes = MORE if self.typing else BORROWED
        payers = extend(meeting, minutes, moment)
        titles = {item.number: item.segment.title for item in meeting.items}
        later = [titles[number] for number, before, after in payers.changes if after < before]
        later += [titles[number] for number in payers.dropped]
        width = self.query_one("#segment").size.width
        others = f" and {len(later) - 1} more" if later[1:] else ""
        title = max(min(TITLE, width - REST - len(others)), LEAST)
        first = Content(later[0]).truncate(title, ellipsis=True).plain if later else ""
        source = f" from {first}{others}" if later else ""
        ways = (
            ("more-time" if self.typing else "borrow", f"borrow {minutes}{source}"),
            ("kind-decision", "decide now"), ("park", "park it"),
        )  # fmt: skip
        shown = self.program.keys.shown
        borrow, *more = (
            Content.assemble((shown(id_, typing=self.typing), "$shown bold"), (f" {words}", "$ink"))
            for id_, words in ways
        )
        told = Content("  ").join([Content.styled("Time is up.", "$amber bold"), borrow])
        rest = Content("  ").join(more)
        return Content("  " if told.cell_length + rest.cell_length + 2 <= width else "\n").join([told, rest])
