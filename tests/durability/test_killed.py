"""The program killed at any moment: every line that was acknowledged is there, and the clock is right."""

from __future__ import annotations

from pathlib import Path
from random import Random

from durability.programs import Killable, LineMode, launching, now
from durability.rooms import planned, running, texts

from workshop.cli.root import run

KILLS = 100
WORDS = (
    "o: ten weeks is too long @ana",
    "n: the sheet is old",
    "a: call the lab @finn >fri",
    "d: one price list",
)


class Room:
    """What the test knows of the meeting that is killed again and again."""

    def __init__(self, directory: Path, seed: int) -> None:
        self.directory = directory
        self.chance = Random(seed)  # noqa: S311 - chance, not a secret
        self.stored: list[str] = []
        """Texts that were acknowledged, in order."""
        self.doubtful: str | None = None
        """A text that was typed and not acknowledged: it may be there or not."""
        self.torn = False
        """Whether the last line was broken off on its way to the disk."""
        self.count = 0

    def line(self) -> tuple[str, str]:
        """A new line to type, and the text in it."""
        self.count += 1
        kind, _, rest = self.chance.choice(WORDS).partition(": ")
        text = f"{self.count} {rest.partition(' @')[0]}"
        return f"{kind}: {self.count} {rest}", text

    def check_texts(self) -> None:
        """All that was acknowledged is there, in order, and nothing else but perhaps the last line."""
        found = texts(self.directory)
        if self.doubtful is not None and found == [*self.stored, self.doubtful]:
            self.stored.append(self.doubtful)
        assert found == self.stored
        self.doubtful = None

    def check_record(self, problems: list[str]) -> None:
        """`verify` is content; only a line that the kill broke off may be named, until the next one is stored."""
        if self.torn and problems:
            assert len(problems) == 1
            assert "is torn" in problems[0] or "lacks its end" in problems[0]
        else:
            assert problems == []


def one_life(room: Room, program: Killable) -> None:
    """Types some lines and kills the program between two of them, within one, or after it before it was told."""
    for _ in range(room.chance.randrange(4)):
        line, text = room.line()
        program.type(line)
        room.stored.append(text)
        room.torn = False
    way = room.chance.choice(("idle", "any", "write", "sync"))
    if way == "idle":
        program.kill()
        return
    line, room.doubtful = room.line()
    if way == "any":
        program.send(line=line)
        program.answered_within(room.chance.uniform(0, 0.006))
        replies = program.kill()
    else:
        program.ask(die=way, after=room.chance.randrange(1000))
        program.send(line=line)
        replies = program.last_replies()
        room.torn = way == "write"
    if replies:
        assert "said" in replies[0]
        room.stored.append(room.doubtful)
        room.doubtful = None


def test_a_hundred_kills_lose_no_line_and_no_second(tmp_path: Path) -> None:
    directory = tmp_path / "firm"
    planned(directory)
    room = Room(directory, seed=20260303)
    with launching(directory) as launch:
        program = launch()
        before = now()
        program.type("/start")
        after = now()
        for _ in range(KILLS):
            one_life(room, program)
            asked = now()
            program = launch()
            seen = program.ask()
            told = now()
            room.check_texts()
            room.check_record(seen["problems"])
            assert asked - after - 2 <= seen["gone"] <= told - before + 2
            # The first segment of the template has two minutes.
            assert seen["item_left"] == 2 * 60_000 - seen["gone"]
        program.type("n: the end")
        assert program.ask()["problems"] == []
        program.close()
    assert len(room.stored) > KILLS
    assert texts(directory)[-1] == "the end"
    assert list(directory.glob("journal.torn-*.jsonl"))


def test_the_real_program_killed_five_times_goes_on_in_the_same_segment(tmp_path: Path) -> None:
    directory = tmp_path / "firm"
    running(directory)
    began = now()
    room = Room(directory, seed=5)
    for kill in range(5):
        with LineMode(directory) as program:
            program.until(" goes on.")
            program.until(f"== {kill + 1}/")
            for _ in range(room.chance.randrange(1, 4)):
                line, text = room.line()
                program.send(line)
                program.until(text)
                room.stored.append(text)
            program.send("/next")
            program.until(f"== {kill + 2}/")
            line, room.doubtful = room.line()
            program.send(line)
            program.kill()
        room.check_texts()
        assert run(["-w", str(directory), "verify"]) == 0
    with LineMode(directory) as program:
        program.send("/time")
        gone = program.until("Meeting: ").split()[1]
        minutes, _, seconds = gone.partition(":")
        assert abs(int(minutes) * 60 + int(seconds) - (now() - began) / 1000) < 2
