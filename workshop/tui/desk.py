"""The desk: the one thread in which lines and commands are done, one after the other, and the right to steer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from workshop.errors import Locked, Refused, WorkshopError
from workshop.grammar import parse
from workshop.line.context import context
from workshop.model.asks import NamePerson, only_shows
from workshop.model.commands import Add, AddPerson, Command, PlanMeeting, SetAction, SetStatus
from workshop.model.state import State
from workshop.model.values import dataclass
from workshop.workspace import Workspace

if TYPE_CHECKING:
    from workshop.line.session import Session

T = TypeVar("T")
_BESIDE = (Add, SetAction, SetStatus, AddPerson, PlanMeeting, NamePerson)
"""What may be done beside a meeting that another terminal runs: it takes nothing away from it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line or a command."""

    asked: str
    """The line as typed; empty for a command."""
    said: tuple[str, ...] = ()
    refusal: WorkshopError | None = None
    """Why nothing was done."""

    @property
    def done(self) -> bool:
        """Whether it was done, and stored."""
        return self.refusal is None


class Desk:
    """Lines and commands go in, in order; outcomes come out. Only its thread touches files."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.reading_along = ""
        """Why this terminal only reads along; empty where it steers, or where no meeting runs."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._steering = ExitStack()
        self._steered = 0

    @cached_property
    def _session(self) -> Session:
        return self._opened(outside=False)

    @cached_property
    def _beside(self) -> Session:
        return self._opened(outside=True)

    def _opened(self, *, outside: bool) -> Session:
        from workshop.line.session import Session  # brings every answer; the first picture does without

        return Session(self.workspace, outside=outside, issue=False)

    @property
    def state(self) -> State:
        """What the record says now."""
        return self.workspace.state

    def run(self, job: Callable[[], T]) -> Future[T]:
        """Any other work with files, in turn."""
        return self._thread.submit(job)

    def feed(self, line: str) -> Future[Outcome]:
        """Does one typed line."""
        return self.run(lambda: self._outcome(line, lambda: self._feed(line)))

    def perform(self, command: Command) -> Future[Outcome]:
        """Does one command."""
        return self.run(lambda: self._outcome("", lambda: self._perform(command)))

    def refresh(self) -> Future[None]:
        """Takes in what other programs appended."""
        return self.run(self._refresh)

    def close(self) -> None:
        """Ends the thread once everything asked for is done, and lets the meeting go."""
        self._thread.shutdown()
        self._steering.close()

    def _outcome(self, asked: str, job: Callable[[], Iterator[str]]) -> Outcome:
        try:
            self._take_the_right()
            said = tuple(job())
            self._take_the_right()
        except WorkshopError as refusal:
            return Outcome(asked, refusal=refusal)
        return Outcome(asked, said)

    def _feed(self, line: str) -> Iterator[str]:
        if not self.reading_along:
            return self._session.feed(line)
        if line.strip():
            self._check_beside(parse(line, context(self.workspace)))
        return self._beside.feed(line)

    def _perform(self, command: Command) -> Iterator[str]:
        if not self.reading_along:
            return self._session.perform(command)
        self._check_beside(command)
        return self._beside.perform(command)

    def _check_beside(self, asked: object) -> None:
        if not isinstance(asked, _BESIDE) and not only_shows(asked):
            raise Refused(self.reading_along, fix="Here you read along; what you type waits in the inbox.")

    def _refresh(self) -> None:
        self.workspace.refresh()
        if self.workspace.state.running is None or not (self._steered or self.reading_along):
            self._take_the_right()

    def _take_the_right(self) -> None:
        """Steers the running meeting, or notes why not."""
        running = self.workspace.state.running
        number = running.number if running else 0
        if number == self._steered:
            return
        self._steering.close()
        self._steered, self.reading_along = 0, ""
        if not number:
            return
        try:
            self._steering.enter_context(self.workspace.running_lock(number))
            self._steered = number
        except Locked as busy:
            self.reading_along = busy.sentence
