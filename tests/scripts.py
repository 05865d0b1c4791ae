"""Scripts for the scenario tests: lines typed in a test, played on a script's clock, and all that was said."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from workshop.errors import WorkshopError
from workshop.exporting.digest import Minutes, digest
from workshop.line.script_workspace import script_session
from workshop.model.meeting import Meeting
from workshop.model.results import Outcome
from workshop.model.state import State
from workshop.workspace import Workspace, standing
from workshop.workspace.exercises import outcome_in
from workshop.workspace.issuing import render, source

SAMPLE = Path(__file__).parents[1] / "workshop" / "sample"
KEPT = ("journal.jsonl", "people.json", "boxes/*.json")
"""Files that hold what was stored; the register is only a reading of the first."""


class Stage:
    """One workspace on a script's clock, with everything that was said in it."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.session = script_session(directory, issue=False)
        self.said: list[tuple[str, tuple[str, ...]]] = []
        """Each line typed, and what was said after it."""

    # Typing --------------------------------------------------------------------------------------

    def type(self, line: str) -> str:
        """One line; gives back what was said."""
        told = tuple(self.session.feed(line))
        self.said.append((line, told))
        return "\n".join(told)

    def play(self, *scripts: str) -> str:
        """Many lines; gives back what was said after the last."""
        lines = [line.strip() for script in scripts for line in script.splitlines() if line.strip()]
        return [self.type(line) for line in lines][-1]

    def play_file(self, name: str) -> Stage:
        """One of the sample scripts."""
        self.play((SAMPLE / f"{name}.txt").read_text(encoding="utf-8"))
        return self

    def play_case(self, name: str) -> Stage:
        """A script beside the scenario tests; a line behind `? ` is one that is refused."""
        script = Path(__file__).parent / "scenarios" / "scripts" / f"{name}.txt"
        for line in script.read_text(encoding="utf-8").splitlines():
            if line.startswith("? "):
                self.refuses(line.removeprefix("? "))
            else:
                self.type(line)
        return self

    def refuses(self, line: str) -> WorkshopError:
        """A line that is refused with a reason, and after which everything stored is as it was, byte for byte."""
        before = self.kept()
        with pytest.raises(WorkshopError) as caught:
            self.type(line)
        assert caught.value.sentence
        assert self.kept() == before
        return caught.value

    def after(self, beginning: str) -> str:
        """What was said after the last line that begins so."""
        return next("\n".join(told) for line, told in reversed(self.said) if line.startswith(beginning))

    # Looking -------------------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        return self.session.workspace

    @property
    def state(self) -> State:
        return self.workspace.state

    @property
    def running(self) -> Meeting:
        meeting = self.state.running
        assert meeting is not None
        return meeting

    def meeting(self, number: int) -> Meeting:
        """A meeting as it is today."""
        return standing(self.workspace, number).meeting

    def at_close(self, number: int) -> State:
        """The state right after the close of a meeting; now, for one that is not closed."""
        return standing(self.workspace, number).state

    def minutes(self, number: int) -> Minutes:
        """The minutes of a meeting, for both teams."""
        return digest(source(self.workspace, number))

    def outcome(self, number: int, slug: str) -> Outcome:
        """What an exercise came to in a meeting."""
        found = standing(self.workspace, number)
        return outcome_in(self.workspace, found.state, found.meeting, slug)

    def paper(self, number: int, name: str, person: str = "") -> bytes:
        """The minutes in a format; of one person, by name, where one is given."""
        return render(self.workspace, number, name, "internal", self.id(person) if person else "")

    def id(self, name: str) -> str:
        """The id of somebody known."""
        return next(person.id for person in self.workspace.people if person.name == name)

    def name(self, person: str) -> str:
        """The name behind an id."""
        return self.workspace.person(person).name if person else ""

    @property
    def carried(self) -> dict[str, int]:
        """How often each open action and each waiting topic was carried."""
        actions = {f"A-{action.number}": action.carried for action in self.state.actions if action.live}
        return actions | {topic.ref: topic.carried for topic in self.state.parked if not topic.settled}

    def kept(self) -> dict[str, bytes]:
        """The bytes of every file that holds what was stored."""
        found = (path for pattern in KEPT for path in sorted(self.directory.glob(pattern)))
        return {path.name: path.read_bytes() for path in found}

    def restarted(self) -> Stage:
        """The same workspace, opened anew."""
        return Stage(self.directory)


def people(*rows: str) -> str:
    """`/person` lines; each row is a team and its names: `sales Ana Ruiz, Bo Lind`."""
    return "\n".join(
        f"/person {name.strip()}; {team}"
        for team, _, names in (row.partition(" ") for row in rows)
        for name in names.split(",")
    )


def table(rows: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Pairs as a table, each key once."""
    found = list(rows)
    assert len({key for key, _ in found}) == len(found)
    return dict(found)


TEAM = people(
    "facilitator Ida Fell", "sales Ana Ruiz, Bo Lind", "marketing Finn Moe, Gita Rao", "sponsor Jo Marsh"
)


def opened(day: str, template: str = "sync-30") -> str:
    """A meeting of that day, planned, attended by one of each side of `TEAM` and begun at nine."""
    return f"/at {day} 08:00\n/meeting {template} {day} 09:00\n/at 09:00\n/here Ana Ruiz, Finn Moe\n/start"
