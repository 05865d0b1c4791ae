"""The program on the screen: one workspace, one state, one thread that does things, and the screens by name."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from importlib import import_module
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from workshop.line.wording import Wording
from workshop.model.commands import Command, Redo, Start, Undo
from workshop.model.state import State
from workshop.model.values import dataclass
from workshop.tui import keys, requests
from workshop.tui.answers import shortly
from workshop.tui.desk import Desk, Outcome
from workshop.tui.dialogs.reading import Reading
from workshop.tui.feeder import Feeder
from workshop.tui.glyphs import PLAIN, Glyphs
from workshop.tui.in_turn import InTurn
from workshop.tui.plain import PlainSigns
from workshop.tui.screens.page import Page
from workshop.tui.themes import WholeBar, themes
from workshop.workspace import Workspace

if TYPE_CHECKING:
    from workshop.tui.dialogs.palette import Find

T = TypeVar("T")
EVERY = 5
"""Seconds between two looks at what other programs stored; every second where we only read along."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How it looks, from the command line."""

    theme: str = "dark"
    ascii: bool = False
    calm: bool = False
    """Nothing moves by itself but the clock."""
    mark: str = ""
    """Stands quietly in every title: `rehearsal x60`."""
    greeting: str = ""
    """The first thing the status line says."""


def _screen(name: str) -> Page:
    """The screen of that name; its parts are imported when it first comes up, so that the first one is there sooner."""
    module = import_module(f"workshop.tui.screens.{name}")
    screen: Page = getattr(module, f"{name.capitalize()}Screen")()
    return screen


class WorkshopApp(InTurn):
    """The program."""

    BINDINGS = keys.bindings("everywhere")
    SCREENS = {
        name: partial(_screen, name)
        for name in ("home", "plan", "room", "close", "actions", "record", "result")
    }
    ENABLE_COMMAND_PALETTE = False
    TITLE = "Workshop"

    # None of these repaints the whole screen: the widgets that follow them repaint themselves.
    state: reactive[State] = reactive(State(), init=False, repaint=False)
    """What the record says; set after each thing done. Screens follow it through `show`."""
    moment: reactive[int] = reactive(0, init=False, repaint=False)
    """ms on the workspace's timeline, once a second."""
    sentence: reactive[tuple[str, bool]] = reactive(("", True), init=False, repaint=False)
    """What the status line says, and whether it is calm."""

    def __init__(
        self, workspace: Workspace, *, opens: str = "home", start: int = 0, looks: Looks | None = None
    ) -> None:
        """`opens`: the first screen; `start`: the number of a planned meeting to open at once."""
        super().__init__(css_path=["base.tcss", f"screens/{opens}.tcss"])
        self.workspace = workspace
        self.desk = Desk(workspace)
        self.wording = Wording(workspace)
        self.feeder = Feeder(self)
        self.looks = looks or Looks()
        self.glyphs: Glyphs = PLAIN if self.looks.ascii else Glyphs()
        self.keys = keys.Keys(workspace.settings.keys)
        self.said: tuple[str, ...] = ()
        """The answers to the last thing asked, in full."""
        self.stocked = False
        """Whether the shelves were read; until then a screen shows its frame and takes what is typed."""
        self._drawn = Event()
        self._opens, self._start = opens, start
        self._ticks = 0
        self.set_reactive(WorkshopApp.state, workspace.state)
        for theme in themes(workspace.settings.colour):
            self.register_theme(theme)
        self.set_class(self.looks.ascii, "-ascii")
        self.set_class(self.looks.theme == "mono", "-mono-look")
        ScrollBar.renderer = WholeBar
        self.theme = self.looks.theme  # before the style sheets are read: they use our names of colours

    # Life ----------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """The first screen, with no empty one below it, which would be drawn first."""
        screen = self.get_screen(self._opens)
        screen._push_result_callback(self, None)  # as `push_screen` does, so that another may take its place
        return screen

    def refresh_css(self, animate: bool = True) -> None:
        """Takes a theme into the styles; before the first picture they are yet to be read, and only once."""
        if self._drawn.is_set():
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Looks and keys; then the data."""
        if self.looks.calm:
            self.animation_level = "none"
        self.set_keymap(self.keys.keymap)
        self.desk.run(self._drawn.wait)
        self.run_worker(self._begin(), name="begin")
        self.set_interval(1.0, self._tick)

    def on_ready(self) -> None:
        """The first picture stands; work with files begins."""
        self._drawn.set()

    async def _begin(self) -> None:
        """Reads the shelves, takes the right to steer, says what was found; then the first command, if any."""
        await self._done(self.desk.run(lambda: self.workspace.library.kinds))
        self.stocked = True
        if isinstance(self.screen, Page):
            self.screen.come_up()
        await self._done(self.desk.refresh())
        self.said = tuple(
            filter(None, (*self.workspace.notices, *self.keys.clashes, self.desk.reading_along))
        )
        if self.said:
            self.say(" ".join(self.said), calm=False)
        if self._start:
            await self.perform(Start(self._start))
        if self.looks.greeting:
            self.said = (self.looks.greeting,)
            self.say(self.looks.greeting)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Plain signs where the terminal has no others."""
        return [*super().get_line_filters(), *([PlainSigns()] if self.looks.ascii else [])]

    def on_unmount(self) -> None:
        """Everything asked for is stored before the program leaves."""
        self._drawn.set()
        self.desk.close()

    def _fit(self) -> None:
        """Takes the size of the terminal anew where the word of a change got lost on the way."""
        try:
            real = Size(*os.get_terminal_size(sys.__stderr__.fileno())) if sys.__stderr__ else self.size
        except OSError:
            return
        if not self.is_headless and (real != self.size or real != self.screen.size):
            (self if real != self.size else self.screen).post_message(events.Resize(real, real))

    def _tick(self) -> None:
        self._ticks += 1
        self._fit()
        self.moment = self.workspace.house().moment
        if self.desk.reading_along or self._ticks % EVERY == 0:
            self.run_worker(self._done(self.desk.refresh()), name="refresh")

    # Doing ---------------------------------------------------------------------------------------

    async def feed(self, line: str) -> Outcome:
        """Does one typed line; returns what became of it when it is stored and shown."""
        return self._told(await self._done(self.desk.feed(line)))

    async def perform(self, command: Command) -> Outcome:
        """Does one command."""
        return self._told(await self._done(self.desk.perform(command)))

    async def work(self, job: Callable[[], T]) -> T:
        """Does other work with files, in turn with everything else; its errors are raised here."""
        return await self._done(self.desk.run(job))

    async def _done(self, future: Future[T]) -> T:
        outcome = await asyncio.wrap_future(future)
        before, self.state = self.state, self.desk.state
        self._follow(before, self.state)
        self.feeder.follow(self.state)
        return outcome

    def _told(self, outcome: Outcome) -> Outcome:
        if outcome.refusal is not None:
            self.said = (str(outcome.refusal),)
            self.say(str(outcome.refusal), calm=False)
        else:
            self.said = outcome.said
            sentence, calm = shortly(outcome.said)
            self.say(sentence, calm=calm)
        return outcome

    def _follow(self, before: State, after: State) -> None:
        """A meeting that begins brings up its room, one that was closed here its closing."""
        if before.running is None and after.running is not None:
            self.go("room")
        elif before.running is not None and after.running is None and not self.desk.reading_along:
            self.go("close")

    def say(self, sentence: str, *, calm: bool = True) -> None:
        """A sentence for the status line."""
        self.sentence = (sentence, calm)

    def go(self, screen: str, target: str = "") -> None:
        """Brings up a screen by its name; `target`: the record, meeting or person it shall show."""
        if not isinstance(self.screen, Page):
            return
        if self.screen.where != screen:
            self.switch_screen(screen)
        if target:
            self.call_after_refresh(self._aim, target)

    def _aim(self, target: str) -> None:
        if isinstance(self.screen, Page):
            self.screen.aim(target)

    # Requests ------------------------------------------------------------------------------------

    def on_typed(self, asked: requests.Typed) -> None:
        """A widget has a line."""
        self.run_worker(self.feed(asked.line), name="feed")

    def on_wanted(self, asked: requests.Wanted) -> None:
        """A widget has a command."""
        self.run_worker(self.perform(asked.command), name="perform")

    def on_go(self, asked: requests.Go) -> None:
        """A widget wants another screen."""
        self.go(asked.screen)

    def on_say(self, asked: requests.Say) -> None:
        """A widget has something to say."""
        self.say(asked.sentence, calm=asked.calm)

    # Keys ----------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last thing."""
        self.post_message(requests.Wanted(Undo()))

    def action_redo(self) -> None:
        """Do it again."""
        self.post_message(requests.Wanted(Redo()))

    def action_leave(self) -> None:
        """One layer back."""
        if isinstance(self.screen, Page):
            self.screen.leave()

    def action_said(self) -> None:
        """The last answers in full."""
        lines = self.said or ("Nothing was said yet.",)
        self.push_screen(Reading("What was said", Content("\n".join(lines))))

    def action_picture(self) -> None:
        """A picture of the screen, kept in the workspace."""
        from workshop.tui.pictures import without_fonts  # like help and palette, only when somebody asks

        name = f"screen-{self.workspace.house().now:%Y-%m-%d-%H%M%S}.svg"
        (self.workspace.directory / name).write_text(
            without_fonts(self.export_screenshot()), encoding="utf-8"
        )
        self.say(f"The picture is in {name}.")

    def action_help(self) -> None:
        """What is possible here."""
        from workshop.tui.finding import help_sheet

        if isinstance(self.screen, Page):
            self.push_screen(help_sheet(self, self.screen))

    def action_commands(self) -> None:
        """The palette."""
        from workshop.tui.dialogs.palette import Palette
        from workshop.tui.finding import finds

        if isinstance(self.screen, Page):
            self.push_screen(Palette(tuple(finds(self, self.screen))), self._chosen)

    @staticmethod
    def _chosen(find: Find | None) -> None:
        if find is not None:
            find.run()

    def action_go_home(self) -> None:
        """Home."""
        self.go("home")

    def action_go_plan(self) -> None:
        """Plan."""
        self.go("plan")

    def action_go_room(self) -> None:
        """Room."""
        self.go("room")

    def action_go_close(self) -> None:
        """Close."""
        self.go("close")

    def action_go_actions(self) -> None:
        """Actions."""
        self.go("actions")

    def action_go_record(self) -> None:
        """Record."""
        self.go("record")


def open_program(
    workspace: Workspace, *, opens: str = "home", start: int = 0, looks: Looks | None = None
) -> int:
    """Runs the program until somebody leaves it; returns its exit code."""
    # Our own theme without colours stands for NO_COLOR; Textual would grey every colour on top.
    os.environ.pop("NO_COLOR", None)
    return WorkshopApp(workspace, opens=opens, start=start, looks=looks).run() or 0
