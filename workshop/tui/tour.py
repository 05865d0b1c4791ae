"""A short tour of five keys, for somebody who sees the room for the first time: one quiet line, a key at a time."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from workshop.model.values import dataclass
from workshop.tui.app import Looks, WorkshopApp
from workshop.tui.screens.room import RoomScreen
from workshop.tui.widgets.title import Title
from workshop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Stop:
    """One key of the tour."""

    action: str
    """Id of the action whose key it is; empty for enter."""
    words: str


STOPS = (
    Stop("", "stores a line. Type  o: ten weeks is too long @jonas"),
    Stop("kind-action", "makes it an action, with who and by when: send the list @ben >fri"),
    Stop("more-time", "gives five minutes more; the line below says who pays for them."),
    Stop("next-segment", "goes on to the next segment. The agenda on the left goes with you."),
    Stop("leave", "leaves the line for the list. There  u  takes the last thing back,  i  types on."),
)
OVER = "That was the tour. {key} helps wherever you are, {quit} leaves."


class TourLine(Static):
    """The stop at hand."""

    DEFAULT_CSS = "TourLine { height: auto; max-height: 2; padding: 0 1; background: $raised; color: $ink; }"


class TourApp(WorkshopApp):
    """The program, with the tour over its room."""

    stop: reactive[int] = reactive(0, init=False, repaint=False)
    """How many keys were pressed of those the tour asks for."""

    def on_ready(self) -> None:
        """The first stop, under the title."""
        line = TourLine(self._words(), markup=False, id="tour")
        self.screen.mount(line, after=self.screen.query_one(Title))

    async def on_event(self, event: events.Event) -> None:
        """Every key goes its way; the one asked for also leads on."""
        leads_on = isinstance(event, events.Key) and not event.is_forwarded and self._asked(event.key)
        await super().on_event(event)
        if leads_on:
            self.stop += 1

    def _asked(self, key: str) -> bool:
        """Whether it is the key of the stop at hand, pressed in the room."""
        if self.stop >= len(STOPS) or not isinstance(self.screen, RoomScreen):
            return False
        action = STOPS[self.stop].action
        return key in (self.keys.of(action) if action else ("enter",))

    def watch_stop(self) -> None:
        """The next stop; behind the last one the line goes."""
        line = self.get_screen("room").query_one("#tour", TourLine)
        if self.stop < len(STOPS):
            line.update(self._words())
        else:
            line.remove()
            self.say(OVER.format(key=self._shown("help"), quit=self._shown("quit")))

    def _shown(self, action: str) -> str:
        return self.keys.shown(action, typing=True)

    def _words(self) -> Content:
        """`1 of 5  Enter stores a line.`"""
        stop = STOPS[self.stop]
        key = self._shown(stop.action) if stop.action else "Enter"
        return Content.assemble(
            (f"{self.stop + 1} of {len(STOPS)}  ", "$quiet"), (key, "$shown bold"), f" {stop.words}"
        )


def open_tour(workspace: Workspace, looks: Looks) -> int:
    """Runs the program over a meeting that runs, until somebody leaves it; returns its exit code."""
    return TourApp(workspace, opens="room", looks=looks).run() or 0
