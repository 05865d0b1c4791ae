"""The journal as JSON Lines in the workspace directory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from io import FileIO
from pathlib import Path
from typing import BinaryIO, Literal

from workshop.errors import NotFound, Refused, WorkshopError
from workshop.store.appending import FileWriter
from workshop.store.chain import JOURNAL, SCHEMA, checked_start, first_place, header, holds, lines_after
from workshop.store.durable import make_folder, replace_file
from workshop.store.journal import Change, Writer, rewritten
from workshop.store.lines import START, Line, Place
from workshop.store.locks import hold
from workshop.store.mending import mend
from workshop.store.migrations import migrate
from workshop.store.witness import WITNESS, dismiss


class FileJournal:
    """A journal that other programs may read and append to at the same time."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._path = directory / JOURNAL
        self._notices: list[str] = []

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences on what was found and put right since this object was made, oldest first."""
        return tuple(self._notices)

    def create(self) -> None:
        """Begins an empty journal, and the directory where there is none. Raises Refused where a journal lies."""
        make_folder(self._directory)
        with self._hold():
            if self._path.exists():
                raise Refused(f"There is a journal in {self._directory} already; it was left as it is.")
            dismiss(self._directory)
            replace_file(self._path, header(SCHEMA))

    def holds(self, place: Place) -> bool:
        """Whether what was read up to that place still stands. Raises NotFound."""
        with self._open("rb") as file:
            return holds(file, place)

    def read(self, after: Place = START) -> Iterator[Line]:
        """The lines after a place, without a lock. Raises NotFound, NewerFile, Damaged."""
        if self._schema() < SCHEMA:
            with self._hold():
                self._bring_up()
        with self._open("rb") as file:
            return lines_after(file, after)

    @contextmanager
    def locked(self) -> Iterator[Writer]:
        """The right to append, for the body. Raises NotFound, Locked, NewerFile, Damaged. Not to be nested."""
        self._schema()  # says so when there is no journal, before a lock is made in a folder that is none of ours
        with self._hold():
            self._bring_up()
            with self._open("r+b") as file:
                checked_start(file)
                yield FileWriter(self._directory, file, self._mended(file), self._tell)

    def rewrite(self, change: Change) -> None:
        """Passes every fact through `change`, chains anew and replaces the file at once. Raises Damaged, NotStored."""
        with self.locked():
            content = rewritten(self._path.read_bytes(), change)
            dismiss(self._directory)
            replace_file(self._path, content)
        for name in self._leftovers():
            self._tell(f"{name} still holds what was typed earlier: delete it when nobody needs it.")

    def _mended(self, file: BinaryIO) -> Place:
        place, notices = mend(self._directory, file)
        for sentence in notices:
            self._tell(sentence)
        return place

    def _bring_up(self) -> None:
        if self._schema() >= SCHEMA:
            return
        with self._open("r+b") as file:
            self._mended(file)
        self._tell(migrate(self._directory))

    def _schema(self) -> int:
        with self._open("rb") as file:
            return first_place(file)[0]

    def _open(self, mode: Literal["rb", "r+b"]) -> FileIO:
        try:
            return self._path.open(mode, buffering=0)
        except FileNotFoundError as reason:
            raise NotFound(
                f"There is no journal in {self._directory}.", fix="Type `workshop init` to begin one."
            ) from reason
        except OSError as reason:
            raise WorkshopError(
                f"{self._path} cannot be opened ({reason.strerror}).", fix="Check who may read and write it."
            ) from reason

    def _hold(self) -> AbstractContextManager[None]:
        return hold(
            self._directory,
            "journal",
            busy="Another program has been writing in the journal for some seconds.",
            fix="Your text is still in hand: enter it once more, or see what else is open on this workspace.",
        )

    def _tell(self, sentence: str) -> None:
        if sentence not in self._notices:
            self._notices.append(sentence)

    def _leftovers(self) -> list[str]:
        found = [*self._directory.glob("journal.*"), *self._directory.glob(f".{JOURNAL}.*")]
        return sorted(path.name for path in found if path.name not in {JOURNAL, WITNESS})
