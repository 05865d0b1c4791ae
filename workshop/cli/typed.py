"""Lines as they were typed: words of the command, or the standard input where a word is `-`."""

from __future__ import annotations

import io
import os
import select
import sys
from collections.abc import Iterable, Iterator


def typed(words: Iterable[str]) -> Iterator[str]:
    """Each word, and for `-` each line of the standard input."""
    for word in words:
        if word == "-":
            yield from piped()
        else:
            yield word


def piped() -> Iterator[str]:
    """The lines of the standard input, as they come.

    A byte that is no text stays in its line as a character that no line may hold: that line is refused by name, and
    the others go in.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    yield from (line.rstrip("\r\n") for line in sys.stdin)


AT_ONCE = 0.05
"""Seconds to wait for the next piece of what is being pasted."""


def typed_ahead() -> tuple[str, ...]:
    """Lines that lie unread in the terminal: pasted behind the last one, they would go to the shell otherwise."""
    if os.name == "nt" or not sys.stdin.isatty():
        return ()
    found = b""
    while select.select([sys.stdin], [], [], AT_ONCE)[0]:
        piece = os.read(sys.stdin.fileno(), 65536)
        if not piece:
            break
        found += piece
    return tuple(found.decode(errors="replace").splitlines())
