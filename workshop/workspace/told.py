"""Lines of the journal as the fold reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.model.codec import NAMES, read_fact
from workshop.model.facts import MeetingClosed
from workshop.model.lines import Told
from workshop.store import Line

CLOSED = NAMES[MeetingClosed]


def told(lines: Iterable[Line]) -> Iterator[Told]:
    """Each line with its facts as values. Raises Damaged naming the line that does not fit."""
    for line in lines:
        facts = tuple(read_fact(fact, f"journal line {line.n}") for fact in line.facts)
        yield Told(line.n, line.meeting, line.reading, line.command, facts)


def closes(line: Line) -> bool:
    """Whether a meeting closed on this line."""
    return any(fact.get("fact") == CLOSED for fact in line.facts)


def chapters(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """The lines in stretches that end where a meeting closed: no undo reaches over such an end."""
    chapter: list[Line] = []
    for line in lines:
        chapter.append(line)
        if closes(line):
            yield tuple(chapter)
            chapter = []
    if chapter:
        yield tuple(chapter)
