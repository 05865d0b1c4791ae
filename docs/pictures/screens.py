"""Makes the pictures of the screens and the recorded run anew, from the program itself.

Run it from anywhere with the Python of the virtual environment: `.venv/bin/python docs/pictures/screens.py`.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from importlib.resources import files
from itertools import takewhile
from pathlib import Path

from textual.pilot import Pilot

from workshop.errors import WorkshopError
from workshop.line.script_workspace import script_session
from workshop.store import ManualClock
from workshop.tui import Looks, WorkshopApp
from workshop.tui.pictures import without_fonts
from workshop.workspace import Workspace

HERE = Path(__file__).parent
SAMPLE = files("workshop") / "sample"
SIZE = (100, 30)
"""Columns and rows."""
_ID = re.compile(r"terminal-\d+")
RECORD = HERE.parent / "recorded-run.md"
HEAD = """# A recorded run

The screens as text, for those who read with a screen reader or cannot see the pictures in the README. It is the sample
firm's kickoff; the words stand as the program drew them at 100 columns and 30 rows, without colour. Made by
`docs/pictures/screens.py` from the program itself. The line mode (`workshop run --plain`) says the same line by line and
never redraws; it is the way to work with a screen reader.
"""
Hands = Callable[["Shown"], Awaitable[None]]


class Shown:
    """The program on a screen that is not there, on the script's clock."""

    def __init__(self, app: WorkshopApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Keys, and everything that comes of them."""
        for key in keys:
            await self.pilot.press(key)
        for _ in range(3):
            await asyncio.wrap_future(self.app.desk.run(lambda: None))
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Letters."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    def picture(self) -> str:
        """As SVG, without addresses of fonts, and the same one each time."""
        return _ID.sub("terminal", without_fonts(self.app.export_screenshot(title="workshop")))

    def text(self) -> str:
        """As text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)


def main() -> None:
    """Writes the pictures beside this file and the record above it."""
    with tempfile.TemporaryDirectory() as folder:
        RECORD.write_text(HEAD + "".join(_scenes(Path(folder))), encoding="utf-8")


def _scenes(folder: Path) -> Iterator[str]:
    """Each scene: its picture is written, its text given back."""
    for number, (name, until, opens, words, hands) in enumerate(SCENES):
        directory = folder / str(number)
        at = _played(directory, until)
        picture, text = asyncio.run(_stage(directory, at, opens, hands))
        if name:
            (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")
        yield f"\n## {words}\n\n```text\n{text}\n```\n"


def _played(directory: Path, until: str) -> ManualClock:
    """The sample's scripts up to a line; then the script's clock."""
    lines = (
        line for name in ("kickoff.txt", "between.txt", "sync.txt")
        for line in (SAMPLE / name).read_text(encoding="utf-8").splitlines()
    )  # fmt: skip
    session = script_session(directory, issue=False)
    for line in takewhile(lambda line: not line.startswith(until), lines):
        try:
            tuple(session.feed(line))
        except WorkshopError as refused:
            raise SystemExit(f"{line}: {refused}") from refused
    return ManualClock(session.workspace.clock().at)


async def _stage(directory: Path, clock: ManualClock, opens: str, hands: Hands) -> tuple[str, str]:
    app = WorkshopApp(Workspace(directory, clock.read), opens=opens, looks=Looks(calm=True))
    async with app.run_test(size=SIZE) as pilot:
        shown = Shown(app, pilot)
        await shown.press()
        await hands(shown)
        return shown.picture(), shown.text()


async def look(shown: Shown) -> None:
    """Nothing is pressed."""
    await shown.press()


async def typing(shown: Shown) -> None:
    """A line half-way, as it is understood."""
    await shown.press("f2")
    await shown.type("Publish delivery weeks @clara >fri")


async def scoring(shown: Shown) -> None:
    """A sheet half-way."""
    await shown.type("332232")


async def results(shown: Shown) -> None:
    """What it came to, large."""
    await shown.press("ctrl+r")


async def over_time(shown: Shown) -> None:
    """Five minutes more."""
    await shown.press("f6")


async def reading(shown: Shown) -> None:
    """The first thing read back."""
    await shown.press("r")


SCENES: tuple[tuple[str, str, str, str, Hands], ...] = (
    ("home", "/at 2026-03-17", "home", "Home: what is next, what is due, what waits", look),
    ("plan", "/at 2026-03-17", "plan", "Plan: does it fit, and is everybody ready", look),
    ("room", "# 6 Break", "room", "Room: an action is typed, and understood before it is stored", typing),
    ("", "# 6 Break", "room", "Room: five minutes more, and who pays for them", over_time),
    ("exercise", "sales 33223", "room", "Room: an exercise, with a sheet typed as digits", scoring),
    ("", "# 4 What is coming", "room", "Results: both teams side by side", results),
    ("close", "# 11 Close", "close", "Close: what is still open", look),
    ("", "/readback", "close", "Close: the read-back in large type", reading),
    ("", "NOTHING", "close", "Close: page one of the minutes", look),
)
"""Name of the picture, the line of the scripts before which it is taken, the screen, its heading, and the keys."""


if __name__ == "__main__":
    main()
