"""Both clocks as text and bar: time gone and left, ahead or behind, each told by word, sign and colour."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workshop.facilitation.clock import clockwise, signed
from workshop.facilitation.face import Dial, Face
from workshop.model.meeting import Item
from workshop.tui.glyphs import Glyphs

COLOURS = {"calm": "$ink", "soon": "$amber", "over": "$red"}
ON_TIME = 30_000
"""ms of difference that nobody needs to hear of."""
MINUTE = 60_000
"""ms; the meeting is told in whole minutes, so that only one clock moves."""


def item_clock(dial: Dial, paused: bool, glyphs: Glyphs) -> Content:
    """`▲ 3:12 left of 15 min`"""
    whole = f" of {dial.minutes} min"
    left = f"{clockwise(dial.left)} left" if dial.left >= 1000 else f"{signed(max(-dial.left, 1000))} over"
    if paused:
        return Content.assemble((f"{glyphs.paused} paused, {left}", "$amber bold"), (whole, "$quiet"))
    sign = {"calm": "", "soon": f"{glyphs.soon} ", "over": f"{glyphs.over} "}[dial.signal]
    return Content.assemble((f"{sign}{left}", f"{COLOURS[dial.signal]} bold"), (whole, "$quiet"))


def meeting_clock(face: Face, glyphs: Glyphs, *, short: bool = False) -> Content:
    """`58 of 120 min  ▲ 2 min behind  ends 11:02`"""
    gone = f"{face.meeting.gone // MINUTE} of {face.meeting.minutes} min  "
    off = f"{max(round(abs(face.behind_ms) / MINUTE), 1)} min"
    ends = f"  ends {face.ends_at:%H:%M}"
    if face.paused == "meeting":
        told = Content.styled(f"{glyphs.paused} paused", "$amber bold")
    elif abs(face.behind_ms) < ON_TIME:
        told = Content.styled(f"{glyphs.calm} on time", "$green")
    elif face.behind_ms > 0:
        told = Content.styled(f"{glyphs.soon} {off} behind", "$amber")
    else:
        told = Content.styled(f"{glyphs.calm} {off} ahead", "$green")
    return told + ends if short else Content.assemble(gone, told, ends)


def bar(share: float, width: int, style: str, glyphs: Glyphs) -> Content:
    """A thin line, full as far as the time is gone."""
    full = max(0, min(round(share * width), width))
    return Content.assemble((glyphs.full * full, style), (glyphs.empty * (width - full), "$quiet"))


class SegmentHead(Widget):
    """The segment at hand: number, title and clock on one line, a bar below."""

    reading: reactive[tuple[Item, int, Face] | None] = reactive(None)
    """The item, how many there are, and both clocks."""
    mark: reactive[str] = reactive("")
    """The step of an exercise, beside the bar of the clock."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="head")
        self._glyphs = glyphs

    def render(self) -> Content:
        """Two lines."""
        if self.reading is None:
            return Content("")
        item, count, face = self.reading
        width = max(self.content_size.width, 10)
        if face.item is None:
            return Content.styled(item.segment.title, "bold")
        clock = item_clock(face.item, face.paused is not None, self._glyphs)
        room = max(width - clock.cell_length - 2, 8)
        title = Content.assemble(
            (f"{item.number}/{count} ", "$quiet"), (item.segment.title, "bold")
        ).truncate(room, ellipsis=True)
        gap = " " * max(width - title.cell_length - clock.cell_length, 1)
        style = "$shown" if face.item.signal == "calm" else COLOURS[face.item.signal]
        mark = Content.styled(f"  {self.mark}" if self.mark else "", "$ink").truncate(width)
        line = bar(face.item.share, max(width - mark.cell_length, 0), style, self._glyphs)
        return Content.assemble(title, gap, clock, "\n", line, mark)
