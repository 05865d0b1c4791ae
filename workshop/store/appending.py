"""Appending to the journal file: one write, one sync, and back to before when the disk does not take it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from workshop.errors import NotStored
from workshop.model.moments import Reading
from workshop.store.chain import JOURNAL, lines_after
from workshop.store.durable import sync
from workshop.store.lines import Line, Place, decode, encode
from workshop.store.witness import WITNESS, testify


class FileWriter:
    """The journal file in the hand of whoever holds its lock; made by FileJournal.locked."""

    def __init__(self, directory: Path, file: BinaryIO, place: Place, tell: Callable[[str], None]) -> None:
        self._directory = directory
        self._file = file
        self._place = place
        self._tell = tell

    @property
    def place(self) -> Place:
        """The end of the journal."""
        return self._place

    def catch_up(self, place: Place) -> tuple[Line, ...]:
        """What was appended since that place. Raises Damaged, also when the place is no longer in the journal."""
        return tuple(lines_after(self._file, place))

    def append(
        self, meeting: int | None, reading: Reading, command: str, facts: Iterable[Mapping[str, Any]]
    ) -> Line:
        """Stores one command with its facts; when it returns, the line is on the disk.

        Gives the line as it will be read again. Raises NotStored; the journal is then as it was before.
        """
        raw = encode(self._place, meeting, reading, command, facts)
        self._write(raw + b"\n")
        line = decode(raw, self._place.offset)
        self._place = line.place
        try:
            testify(self._directory, self._place)
        except OSError as reason:
            self._tell(f"{WITNESS} could not be written ({reason.strerror}); the line itself is stored.")
        return line

    def _write(self, content: bytes) -> None:
        descriptor = self._file.fileno()
        try:
            os.lseek(descriptor, self._place.offset, os.SEEK_SET)
            _write_whole(descriptor, content)
            sync(descriptor)
        except OSError as reason:
            raise NotStored(
                f"Not stored: the disk did not take the line ({reason.strerror}). Your text is still in hand; "
                f"{self._put_back()}",
                fix="Make room on the disk, then enter it once more.",
            ) from reason

    def _put_back(self) -> str:
        try:
            os.ftruncate(self._file.fileno(), self._place.offset)
            sync(self._file.fileno())
        except OSError as reason:
            return f"half of it may stand at the end of {JOURNAL} ({reason.strerror}) and is set aside at the next line."
        return f"{JOURNAL} is as it was before."


def _write_whole(descriptor: int, content: bytes) -> None:
    # A full disk may take the beginning without complaint.
    if os.write(descriptor, content) < len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
