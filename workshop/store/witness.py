"""The witness of the journal: a second file that remembers the last line, so that a clean cut is noticed."""

from __future__ import annotations

import os
from pathlib import Path

from workshop.store.chain import JOURNAL
from workshop.store.lines import Place

WITNESS = "journal.head"


def testify(directory: Path, place: Place) -> None:
    """Writes number and hash of the last line in place, at fixed width. Not synced: it may lag, never lead."""
    flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
    descriptor = os.open(directory / WITNESS, flags, 0o600)
    try:
        os.write(descriptor, f"{place.n:>10} {place.hash}\n".encode())
    finally:
        os.close(descriptor)


def dismiss(directory: Path) -> None:
    """Takes the witness away, before the journal is written anew."""
    (directory / WITNESS).unlink(missing_ok=True)


def contradiction(directory: Path, place: Place) -> str:
    """A sentence when the witness remembers more than the journal holds, or another last line; else empty."""
    n, mark = _remembered(directory)
    if n > place.n:
        return f"{JOURNAL} ends at line {place.n}, {_lost(place.n + 1, n)}"
    if n == place.n and mark != place.hash:
        return f"Line {n}, the last of {JOURNAL}, is not the one that was stored. Compare it with a backup."
    return ""


def _lost(first: int, last: int) -> str:
    go_on = f"Restore a backup, or go on: the next line becomes line {first}."
    if first == last:
        return f"but line {last} had been stored: one line is missing. {go_on}"
    return f"but lines {first} to {last} had been stored: {last - first + 1} lines are missing. {go_on}"


def _remembered(directory: Path) -> tuple[int, str]:
    """Number and hash; (-1, "") where there is no witness, or none that can be read (it is never synced)."""
    try:
        words = (directory / WITNESS).read_bytes().decode("ascii", "replace").split()
    except OSError:
        return -1, ""
    if len(words) != 2 or not words[0].isdecimal():
        return -1, ""
    return int(words[0]), words[1]
