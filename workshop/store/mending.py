"""What is done to the end of a journal before something is appended to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from workshop.errors import NotStored
from workshop.store.chain import JOURNAL
from workshop.store.durable import free_name, replace_file, sync
from workshop.store.ending import find_ending
from workshop.store.lines import Place
from workshop.store.witness import contradiction

_SHOWN = 200
"""Characters of a torn line that a notice repeats."""


def mend(directory: Path, file: BinaryIO) -> tuple[Place, tuple[str, ...]]:
    """The place at the end of a journal opened for writing, and a sentence for everything that was noticed.

    A whole last line that lacks its newline gets it; a torn one is set aside in a file of its own. Call it under the
    lock. Raises Damaged when the last line was changed, NotStored when the disk does not take the torn line.
    """
    ending = find_ending(file, os.fstat(file.fileno()).st_size)
    notices = []
    try:
        if ending.unended:
            _finish(file, ending.place)
            notices.append(f"Line {ending.place.n} of {JOURNAL} lacked its end; it is whole and was kept.")
        if ending.torn:
            notices.append(_set_aside(directory, file, ending.place, ending.torn))
    except OSError as reason:
        raise NotStored(
            f"The end of {JOURNAL} could not be put right ({reason.strerror}); nothing was stored."
        ) from reason
    return ending.place, (*notices, *filter(None, [contradiction(directory, ending.place)]))


def _finish(file: BinaryIO, place: Place) -> None:
    os.lseek(file.fileno(), place.offset - 1, os.SEEK_SET)
    os.write(file.fileno(), b"\n")
    sync(file.fileno())


def _set_aside(directory: Path, file: BinaryIO, place: Place, torn: bytes) -> str:
    aside = free_name(directory / f"journal.torn-{place.n + 1}.jsonl")
    replace_file(aside, torn)
    os.ftruncate(file.fileno(), place.offset)
    sync(file.fileno())
    return (
        f"Line {place.n + 1} of {JOURNAL} was torn: the program or the machine stopped while it was written. "
        f"It now lies in {aside.name} and holds: {_shown(torn)} Everything before it is there."
    )


def _shown(torn: bytes) -> str:
    """What was typed, as far as it can be read; the facts are what somebody misses."""
    text = torn.decode("utf-8", "replace").rstrip("\n")
    text = text.partition('"facts":')[2] or text
    text = "".join(sign if sign.isprintable() else "\N{MIDDLE DOT}" for sign in text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
