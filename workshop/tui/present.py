"""Present: what the room sees on a second terminal; it knows the audience feed and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.filter import LineFilter
from textual.widgets import Digits, Static
from textual.worker import Worker

from workshop.errors import Damaged, WorkshopError
from workshop.facilitation.clock import advance, clockwise
from workshop.facilitation.face import Dial
from workshop.line.feed import Feed, Now, Result, read_feed
from workshop.model.moments import Reading
from workshop.store import read_clock
from workshop.tui.glyphs import PLAIN, Glyphs
from workshop.tui.plain import PlainSigns
from workshop.tui.themes import themes
from workshop.tui.widgets.exercise import board
from workshop.tui.widgets.hanging import hanging

LOOK = 0.5
"""Seconds between two looks at the file."""
ABOVE = 13
"""Lines that prompt, clock and keys take before the screen is laid out."""
STYLES = {"calm": "$ink", "soon": "$amber", "over": "$red"}


class PresentApp(App[int]):
    """Prompt, clock, results, decisions, actions; `b` makes it black."""

    CSS_PATH = "present.tcss"
    BINDINGS = [
        Binding("b", "black", show=False),
        Binding("q,escape,ctrl+q", "quit", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high"), (36, "-tall")]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "Workshop"

    def __init__(
        self,
        directory: Path,
        *,
        clock: Callable[[], Reading] = read_clock,
        theme: str = "dark",
        ascii: bool = False,  # noqa: A002 - as in Looks
    ) -> None:
        super().__init__()
        self._directory, self._clock = directory, clock
        self._ascii = ascii
        self._glyphs = PLAIN if ascii else Glyphs()
        self._feed = Feed()
        self._off = ""
        self._looking: Worker[None] | None = None
        self._lines: list[Content] = []
        """Results as they were last drawn."""
        for known in themes():
            self.register_theme(known)
        self.theme = theme

    def compose(self) -> ComposeResult:
        """Head, prompt and clock, results, decisions, actions."""
        with Vertical(id="all"):
            with Horizontal(id="head"):
                yield Static(id="title", markup=False)
                yield Static(id="place", markup=False)
            with Horizontal(id="now"):
                with Vertical(id="words"):
                    yield Static(id="segment", markup=False)
                    yield Static(id="prompts", markup=False)
                with Vertical(id="clock"):
                    yield Digits("", id="left")
                    yield Static(id="plain", markup=False)
                    yield Static(id="signal", markup=False)
            with VerticalScroll(id="board"):
                yield Static(id="shown", markup=False)
            with Horizontal(id="made"):
                yield Static(id="results", markup=False)
                yield Static(id="decisions", markup=False)
                yield Static(id="actions", markup=False)
            yield Static(id="keys")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Plain signs where the terminal has no others."""
        return [*super().get_line_filters(), *([PlainSigns()] if self._ascii else [])]

    async def on_mount(self) -> None:
        """The first look, then one after the other."""
        self.screen.set_class(self._ascii, "-ascii")
        self.query_one("#left").display = not self._ascii
        self.query_one("#plain").display = self._ascii
        self._show_keys()
        await self.look()
        self.set_interval(LOOK, self._look_again)

    def on_resize(self) -> None:
        """Entries are as long as their column is wide."""
        self.call_after_refresh(self._show)

    def _look_again(self) -> None:
        """One look after the other. Textual waits for its timers when somebody leaves, and a timer that waits for a look
        would never end."""
        if self._looking is None or self._looking.is_finished:
            self._looking = self.run_worker(self.look(), name="look")

    async def look(self) -> None:
        """Reads the file beside the screen and shows what it says."""
        fresh = await asyncio.to_thread(self._read)
        try:
            self._take(fresh)
        except NoMatches:
            return  # somebody left while the file was read, and the screen is being taken down

    def _take(self, told: Feed | str) -> None:
        """What was read, or why it could not be: then what was there before stays, under that sentence."""
        fresh, off = (self._feed, told) if isinstance(told, str) else (told, "")
        if (fresh, off) != (self._feed, self._off):
            self._feed, self._off = fresh, off
            self._show()
        self._tick()

    def _read(self) -> Feed | str:
        try:
            return read_feed(self._directory)
        except WorkshopError as off:
            return str(off)

    def action_black(self) -> None:
        """Nothing but black; again, and everything is back."""
        self.screen.toggle_class("-black")

    # What is shown -------------------------------------------------------------------------------

    def _show(self) -> None:
        told, now = self._feed, self._feed.now
        self._put(
            "title", Content.assemble((told.firm or "Workshop", "bold"), (f"  {told.meeting}", "$quiet"))
        )
        self._put(
            "place", Content.styled(f"{now.number} of {now.of}" if now and now.number else "", "$quiet")
        )
        made = bool(told.results or told.decisions or told.actions)
        self.screen.set_class(made, "-made")
        self.screen.set_class(not made and not (told.board and told.board.results), "-alone")
        self._put("segment", Content.styled(self._heading(), "bold $shown"))
        self._put("prompts", self._prompts())
        self.call_after_refresh(self._show_board)
        self._show_made()

    def _show_board(self) -> None:
        """Results of the exercise, as wide as the screen; nothing else is made beside them where it is narrow."""
        told = self._feed.board
        self.screen.set_class(bool(told and told.results), "-board")
        self.call_after_refresh(self._show_keys)
        if told is None or not told.results:
            return
        area = self.query_one("#board", VerticalScroll)
        cells = max(area.scrollable_content_region.width - 1, 20)
        try:
            lines = board([shown.result() for shown in told.results], cells)
        except Damaged as off:
            lines = [Content(str(off))]
        if lines != self._lines:
            self._lines = lines
            self.query_one("#shown", Static).update(Content("\n").join(lines))
            area.scroll_home(animate=False)
            area.focus()

    def _show_keys(self) -> None:
        """Scrolling only where there is more than fits."""
        ways = [("b", "black"), ("q", "leave")]
        if self.screen.has_class("-board") and self.query_one("#board", VerticalScroll).max_scroll_y:
            ways.append(("down", "more below"))
        parts = [Content.assemble((key, "$shown bold"), f" {word}") for key, word in ways]
        self.query_one("#keys", Static).update(Content("   ").join(parts))

    def _show_made(self) -> None:
        """What was made so far, side by side; with air between the entries where all of them have room."""
        told = self._feed
        columns = sum(bool(each) for each in (told.results, told.decisions, told.actions))
        edges = 8 if self.screen.has_class("-wide") else 4
        wide = (self.size.width - edges) // max(columns, 1) - 2
        parts = {
            "results": [self._result(each, wide) for each in told.results],
            "decisions": self._decisions(wide),
            "actions": self._actions(wide),
        }
        height = self.query_one("#made").size.height or self.size.height - ABOVE
        airy = all(sum(_height(each) + 1 for each in entries) < height for entries in parts.values())
        for name, entries in parts.items():
            self._put(name, _part(name.capitalize(), entries, height, airy=airy))

    def _put(self, name: str, content: Content) -> None:
        widget = self.query_one(f"#{name}", Static)
        widget.update(content)
        if name in ("prompts", "results", "decisions", "actions"):
            widget.display = bool(content.plain)

    def _heading(self) -> str:
        if self._off:
            return self._off
        if self._feed.now is not None:
            return self._feed.now.segment
        return "Thank you." if self._feed.over else "No meeting is running yet."

    def _prompts(self) -> Content:
        told = self._feed
        if told.board is not None and told.board.say:
            return Content.styled(told.board.say, "bold")
        if told.now is not None:
            return Content("\n\n").join([Content.styled(prompt, "bold") for prompt in told.now.prompts])
        return Content.styled(f"We meet again {told.next}" if told.next else "", "bold")

    def _result(self, result: Result, wide: int) -> Content:
        most = max((count for _, count in result.bars), default=0) or 1
        bars = [
            Content.assemble(
                (f"{label}  ", "$quiet"), (f"{self._glyphs.full * round(count * 12 / most)} ".lstrip(), "$shown"), f"{count}",
            )
            for label, count in result.bars
        ]  # fmt: skip
        words = hanging(Content(""), Content.styled(result.words, "$quiet"), wide)
        return Content("\n").join([Content.styled(result.title, "bold"), words, *bars])

    def _decisions(self, wide: int) -> list[Content]:
        """The newest first, so that nothing fresh is below the edge."""
        return [
            hanging(_id(each.id), Content.assemble(each.text, (f"  {each.how}", "$quiet")), wide)
            for each in reversed(self._feed.decisions)
        ]

    def _actions(self, wide: int) -> list[Content]:
        """The newest first."""
        done = f"{self._glyphs.done} "
        told = (
            (each.id, Content.assemble(
                (done if each.done else "", "$green"), (f"{each.owner or 'nobody yet'}: ", "$shown"),
                each.text, (f"  {each.due}", "$quiet"),
            ))
            for each in reversed(self._feed.actions)
        )  # fmt: skip
        return [hanging(_id(ref), words, wide) for ref, words in told]

    # The clock -----------------------------------------------------------------------------------

    def _tick(self) -> None:
        now = self._feed.now
        self.query_one("#clock").display = now is not None and now.item is not None
        if now is None or now.item is None:
            return
        dial = now.item.at(self._passed(now))
        left = f"{'+' if dial.left < 0 else ''}{clockwise(abs(dial.left))}"
        digits, plain = self.query_one("#left", Digits), self.query_one("#plain", Static)
        digits.update(left)
        plain.update(left)
        for widget in (digits, plain):
            widget.set_classes(dial.signal)
        self._put("signal", self._signal(dial, now))

    def _passed(self, now: Now) -> int:
        """ms since the feed was written."""
        moment, _ = advance(0, now.reading, self._clock())
        return moment

    def _signal(self, dial: Dial, now: Now) -> Content:
        if now.item is not None and not now.item.runs:
            sign, word, style = self._glyphs.paused, "the clock stands still", "$amber"
        else:
            sign, word = {
                "calm": (self._glyphs.calm, "left"), "soon": (self._glyphs.soon, "left, nearly there"), "over": (self._glyphs.over, "over"),
            }[dial.signal]  # fmt: skip
            style = STYLES[dial.signal]
        return Content.assemble((f"{sign} {word}", style), (f"\nends {now.ends}", "$quiet"))


def _id(ref: str) -> Content:
    return Content.styled(f"{ref:<5}", "$quiet")


def _height(content: Content) -> int:
    return content.plain.count("\n") + 1


def _part(title: str, entries: list[Content], height: int, *, airy: bool) -> Content:
    """A title and as many entries as fit whole; of the others it is told how many there are."""
    if not entries:
        return Content("")
    shown, used = [Content.styled(title, "$shown bold")], 1
    for place, entry in enumerate(entries):
        used += _height(entry)
        if not airy and used + (place + 1 < len(entries)) > height and place:
            shown.append(Content.styled(f"and {len(entries) - place} before", "$quiet"))
            break
        shown.append(entry)
    return Content("\n\n" if airy else "\n").join(shown)
