"""The minutes of a close are made before it, and are those that would have been made after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from scripts import Stage

from workshop.errors import ShelfError
from workshop.exporting.pdf import Work, press
from workshop.exporting.pdf.beside import Beside, Pressed
from workshop.store import ManualClock
from workshop.workspace.ahead import EVERY as BETWEEN
from workshop.workspace.ahead import WARM, Ahead
from workshop.workspace.issuing import issue, render

HELD = """
/at 2026-03-03 08:50
/person Ana Ruiz; sales
/person Bo Dahl; marketing
/meeting sync-30 2026-03-03 09:00 title=Sync
/here all
/at 09:00
/start
n: The fair was full @ana
/readback
/unsaid
/credits
roti: sales 4 marketing 5
/reveal
"""
LAST = "/nextdate none we meet when there is news"


class Process(Beside):
    """Stands for the second process; the work is done here, and counted."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = False
        self.made: list[bytes] = []
        self.lives = True
        self.meanwhile: Callable[[], object] = lambda: None
        """What happens while it works, once."""
        self.wanted: list[bool] = []
        """Whether each was still wanted then."""

    def start(self) -> None:
        self.begun = True

    def press(self, work: Work, wanted: Callable[[], bool] = lambda: True) -> Pressed | None:
        if not (self.begun and self.lives):
            return None
        meanwhile, self.meanwhile = self.meanwhile, lambda: None
        meanwhile()
        self.wanted.append(wanted())
        if not self.wanted[-1]:
            return None
        self.made.append(work.key)
        return Pressed(press(work))

    def close(self) -> None:
        self.begun = False


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.play(HELD)
    return stage


@pytest.fixture
def process() -> Process:
    return Process()


@pytest.fixture
def ahead(stage: Stage, process: Process) -> Iterator[Ahead]:
    """Asked to look by the test, not by a clock."""
    ahead = Ahead(stage.workspace, process)
    stage.workspace.press = ahead.press
    yield ahead
    stage.workspace.press = None


def looked(ahead: Ahead) -> None:
    """Nothing was stored between two looks."""
    ahead.look()
    ahead.look()


def later(stage: Stage, seconds: int) -> None:
    clock = stage.workspace.clock.__self__  # type: ignore[attr-defined]  # bound to the script's clock
    assert isinstance(clock, ManualClock)
    clock.move_to(clock.read().at + timedelta(seconds=seconds))


def closed(stage: Stage) -> bytes:
    """Closes the meeting; gives back the PDF that then lies on the disk."""
    stage.type("/close")
    tuple(issue(stage.workspace, 1))
    (path,) = (stage.directory / "minutes").glob("*.pdf")
    return path.read_bytes()


@pytest.mark.parametrize("seconds", [0, 1, 44])
def test_once_the_gate_is_open_the_close_finds_its_minutes_ready(
    stage: Stage, ahead: Ahead, process: Process, seconds: int
) -> None:
    stage.type(LAST)
    looked(ahead)
    later(stage, seconds)
    written = closed(stage)
    assert len(process.made) == 1
    stage.workspace.press = None
    assert written == render(stage.workspace, 1, "pdf")


def test_before_the_minute_is_over_the_next_one_is_made_too(
    stage: Stage, ahead: Ahead, process: Process
) -> None:
    stage.type(LAST)
    later(stage, 50)
    looked(ahead)
    assert len(set(process.made)) == 2
    later(stage, 20)
    closed(stage)
    assert len(process.made) == 2


def test_nothing_is_made_while_points_are_open(ahead: Ahead, process: Process) -> None:
    looked(ahead)
    assert not process.begun
    assert process.made == []


def test_nothing_is_made_while_somebody_types(stage: Stage, ahead: Ahead, process: Process) -> None:
    stage.type(LAST)
    ahead.look()
    stage.type("n: One more thing @bo")
    ahead.look()
    assert process.made == []


def test_minutes_that_are_overtaken_while_they_are_made_are_given_up(
    stage: Stage, ahead: Ahead, process: Process
) -> None:
    stage.type(LAST)
    later(stage, 50)
    process.meanwhile = lambda: stage.type("credit: Bo's list came early @ana to=marketing")
    looked(ahead)
    assert process.wanted == [False]  # nor is the next minute begun
    looked(ahead)
    assert process.wanted == [False, True, True]


def test_a_close_makes_nobody_give_up_what_it_waits_for(stage: Stage, ahead: Ahead, process: Process) -> None:
    stage.type(LAST)
    process.meanwhile = lambda: stage.type("/close")
    looked(ahead)
    assert process.wanted == [True]
    tuple(issue(stage.workspace, 1))
    assert len(process.made) == 1


def test_a_close_that_waits_for_other_minutes_has_them_given_up(
    stage: Stage, ahead: Ahead, process: Process
) -> None:
    stage.type(LAST)
    looked(ahead)
    said = process.made[0]
    assert ahead._wanted(said)
    ahead._asked = b"other minutes"
    assert not ahead._wanted(said)


def test_what_was_said_at_the_last_moment_stands_in_the_minutes(
    stage: Stage, ahead: Ahead, process: Process
) -> None:
    stage.type(LAST)
    looked(ahead)
    stage.type("credit: Bo's list came early @ana to=marketing")
    written = closed(stage)
    assert len(set(process.made)) == 2
    stage.workspace.press = None
    assert written == render(stage.workspace, 1, "pdf")


def test_when_the_second_process_is_gone_the_minutes_are_made_here(
    stage: Stage, ahead: Ahead, process: Process
) -> None:
    process.lives = False
    stage.type(LAST)
    looked(ahead)
    written = closed(stage)
    assert process.made == []
    assert written == render(stage.workspace, 1, "pdf")


def test_a_meeting_that_has_run_a_while_finds_the_process_ready_for_an_early_close(
    ahead: Ahead, process: Process
) -> None:
    for _ in range(round(WARM / BETWEEN) + 1):
        ahead.look()
    assert process.begun
    assert process.made == []


def test_a_template_that_does_not_work_is_said_at_the_close(
    stage: Stage, ahead: Ahead, process: Process
) -> None:
    folder = stage.directory / "exports" / "minutes"
    folder.mkdir(parents=True)
    (folder / "actions.jinja").write_text("{{ nothing_of_that_name }}", encoding="utf-8")
    stage.type(LAST)
    looked(ahead)
    assert process.made == []
    with pytest.raises(ShelfError, match=r"actions\.jinja|nothing_of_that_name"):
        closed(stage)


def test_it_ends_with_the_program(stage: Stage, process: Process) -> None:
    process.begun = True
    with Ahead(stage.workspace, process) as ahead:
        assert stage.workspace.press == ahead.press
    assert stage.workspace.press is None
    assert not process.begun


def test_what_still_lies_in_a_box_is_shown_by_the_close_and_no_reason_to_wait(
    tmp_path: Path, process: Process
) -> None:
    stage = Stage(tmp_path)
    stage.play(HELD.replace("roti: sales 4 marketing 5\n/reveal\n", LAST))
    ahead = Ahead(stage.workspace, process)
    stage.workspace.press = ahead.press
    looked(ahead)
    assert process.made == []  # return on time is not asked yet
    stage.type("roti: sales 4 marketing 5")
    looked(ahead)
    assert len(process.made) == 1
    written = closed(stage)
    assert len(process.made) == 1
    stage.workspace.press = None
    assert written == render(stage.workspace, 1, "pdf")
