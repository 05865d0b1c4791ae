"""Rehearsal: a meeting run in a throw-away copy of the workspace, on a clock that runs faster (F16)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from workshop.errors import Refused
from workshop.model import ids
from workshop.model.commands import ChangeMeeting, PlanMeeting
from workshop.model.meeting import Meeting
from workshop.model.values import dataclass
from workshop.settings import FILE
from workshop.store import FastClock, read_clock, replace_file
from workshop.store.durable import make_folder
from workshop.workspace.core import Clock, Workspace
from workshop.workspace.issuing import FOLDER, issue
from workshop.workspace.learning import planned

SPEEDS = (10, 60)
"""Times as fast."""
# Boxes hold answers in confidence, minutes/ the real papers, locks/ the rights of running programs: they stay behind.
# journal.head would vouch for a last line that was stored while the copy was made.
_FILES = (FILE, "journal.jsonl", "people.json", "register.json")
_FOLDERS = ("agendas", "exercises", "exports")


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A meeting that leaves nothing behind."""

    workspace: Workspace
    """The copy, on the fast clock."""
    meeting: int
    """The number of the meeting in the copy; it is planned, and waits to be started."""
    speed: int

    @property
    def mark(self) -> str:
        """For the title of a screen: `rehearsal x60`."""
        return f"rehearsal x{self.speed}"

    @property
    def greeting(self) -> str:
        """What is said at the start."""
        return (
            "A rehearsal: everything typed here is thrown away at the end. "
            f"It runs {self.speed} times as fast, in {self.workspace.directory}"
        )

    def papers(self) -> Iterator[str]:
        """Makes the minutes if the close has not made them, and says where they are. Raises what `issue` raises."""
        if not self._papers() and _begun(self.workspace.state.meeting(self.meeting)):
            yield from issue(self.workspace, self.meeting)

    def keep(self, folder: Path) -> tuple[Path, ...]:
        """Puts the papers into a folder, each named as a rehearsal; returns where they are. Raises NotStored."""
        make_folder(folder)
        kept = tuple(folder / f"rehearsal {path.name}" for path in self._papers())
        for source, target in zip(self._papers(), kept, strict=True):
            replace_file(target, source.read_bytes(), private=False)
        return kept

    def _papers(self) -> tuple[Path, ...]:
        return tuple(sorted((self.workspace.directory / FOLDER).glob(f"M-{self.meeting} *")))


FAREWELL = "The rehearsal is over. Everything typed in it was thrown away; the workspace is as it was."


@contextmanager
def rehearse(
    original: Workspace, what: str = "", speed: int = SPEEDS[0], machine: Clock = read_clock
) -> Iterator[Rehearsal]:
    """A rehearsal of a planned meeting (`M-1`), of a template by its slug, or of the next meeting.

    The clock begins at the planned start where that lies ahead, else now. When the body ends, however it ends, the
    copy is deleted. Raises Refused while a meeting runs, and where there is nothing to rehearse; NotFound.
    """
    running = original.state.running
    if running is not None:
        raise Refused(
            f"M-{running.number} {running.title} is running.",
            fix="Rehearse when it is closed, or take it up.",
        )
    meeting = _asked(original, what)
    with TemporaryDirectory(prefix="workshop-rehearsal-") as folder:
        copy(original.directory, Path(folder), original.settings.logo)
        now = machine().at
        ahead = meeting is not None and (start := _start(meeting)) > now
        workspace = Workspace(Path(folder), FastClock(speed, start if ahead else now, machine).read)
        yield Rehearsal(workspace, _planned_in(workspace, meeting, what), speed)


def copy(source: Path, target: Path, logo: str = "") -> None:
    """What a rehearsal needs of a workspace; nothing given in confidence."""
    for name in (*_FILES, logo):
        inside = bool(name) and (source / name).resolve().is_relative_to(source.resolve())
        if inside and (source / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, target / name)
    for name in _FOLDERS:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name)


def _asked(original: Workspace, what: str) -> Meeting | None:
    """The planned meeting that is meant; None where a template is."""
    found = ids.read(what) if what else None
    if not what or (found is not None and found[0] == "M"):
        return planned(original, found[1] if found else 0)
    original.library.agenda(what)  # raises NotFound with the nearest
    return None


def _planned_in(workspace: Workspace, meeting: Meeting | None, what: str) -> int:
    """The number of the meeting in the copy, with a title that nobody takes for the real one."""
    if meeting is None:
        now = workspace.house().now
        agenda = workspace.library.agenda(what)
        workspace.do(
            PlanMeeting(
                what, now.date(), now.time().replace(second=0, microsecond=0), f"{agenda.title} (rehearsal)"
            )
        )
        return workspace.state.counters.meeting
    workspace.do(ChangeMeeting(meeting.number, title=f"{meeting.title} (rehearsal)"))
    return meeting.number


def _start(meeting: Meeting) -> datetime:
    return datetime.combine(meeting.on, meeting.start, ZoneInfo(meeting.zone))


def _begun(meeting: Meeting | None) -> bool:
    return meeting is not None and meeting.opened is not None
