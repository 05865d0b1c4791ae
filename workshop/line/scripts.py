"""Scripts: the same lines in a file; a line that cannot be done stops it with file, line number and reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.line.session import Session
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a script and what was said after it."""

    line: str
    said: tuple[str, ...]


class ScriptStopped(WorkshopError):
    """A line of a script that could not be done; what went before is stored."""

    def __init__(self, path: Path, number: int, line: str, reason: WorkshopError) -> None:
        super().__init__(f"{path.name}, line {number}: {line}\n{reason.sentence}", fix=reason.fix)
        self.exit_code = reason.exit_code


def play(session: Session, path: Path, *, keep_going: bool = False) -> Iterator[Step | ScriptStopped]:
    """Plays a script line by line. Raises ScriptStopped at the first line that cannot be done, or, with
    `keep_going`, gives it in place of a step and goes on."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield Step(line, tuple(session.feed(line)))
        except WorkshopError as reason:
            stopped = ScriptStopped(path, number, line, reason)
            if not keep_going:
                raise stopped from reason
            yield stopped
