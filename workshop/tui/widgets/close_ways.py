"""From the fix of an open point to the lines that settle it, each ready for the answer line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshop.facilitation.gate import Point
from workshop.model.meeting import Meeting
from workshop.tui.widgets.answer_line import Draft

LABELS = {
    "/escalate": "hand it on", "/settle": "it is settled", "/override": "carry on, and why", "/done": "it is done",
    "/drop": "let it go", "n:": "answer it", "a:": "act on it", "p:": "park it", "credit:": "note one",
    "/credits": "nobody is named", "/nextdate DAY": "name a day", "/nextdate none": "no date, and why",
    "/inbox place": "place all", "/inbox park": "park all", "/inbox drop": "drop all",
}  # fmt: skip
"""What each way is called where several are offered."""
_BEGINS = re.compile(r"(?<![\w/])(?:/[a-z]+\b|(?:[nap]|credit|roti): )")
_BLANK = re.compile(
    r"\.\.\.|(?<=@)name|(?<= )name$|(?<=>)(?:when|fri)|and (?:how|why)$|(?<=// )why$"
    r"|sales \d.*$|\d{4}-\d\d-\d\d$"
)
"""What a fix leaves to be filled in, or shows as an example."""


def ways(point: Point, meeting: Meeting | None = None) -> tuple[Draft, ...]:
    """Every line that the fix of a point names, the first one first."""
    if point.fix.startswith("Type it again"):
        return (_draft(point.fix.partition("metric: ")[1] + point.fix.partition("metric: ")[2]),)
    if point.ref == "next" and meeting is not None:
        return _dates(meeting)
    return tuple(_draft(line) for piece in _pieces(point.fix) for line in _spread(piece))


def label(draft: Draft) -> str:
    """A way in two or three words; the answer itself where the line gives one."""
    words = draft.text.split(" ")
    known = LABELS.get(" ".join(words[:2])) or LABELS.get(words[0])
    return known or draft.text.partition("=")[2] or " ".join(words[2:])


def _pieces(fix: str) -> Iterator[str]:
    starts = [found.start() for found in _BEGINS.finditer(fix)] or [0]  # of a row the word of its input
    for start, end in zip(starts, [*starts[1:], len(fix)], strict=True):
        yield re.sub(r"(?:,| or| act with|\s)+$", "", fix[start:end])


def _spread(piece: str) -> Iterator[str]:
    """`/dispose N-1 drop (or a, b)` and `/inbox place all, park or drop` name several answers."""
    line, _, hint = piece.partition(" (")
    if line.startswith("/inbox"):
        yield from (f"/inbox {word} all" for word in ("place", "park", "drop"))
        return
    yield line
    if hint.startswith("or "):
        head = line[: line.rindex("=") + 1] if "=" in line else " ".join(line.split(" ")[:2]) + " "
        yield from (f"{head}{word.strip()}" for word in hint[3:].rstrip(")").split(","))


def _dates(meeting: Meeting) -> tuple[Draft, ...]:
    """The next meeting at the same hour and of the same kind; only the day is asked for."""
    line = f"/nextdate DAY {meeting.template} {meeting.start:%H:%M}"
    none = "/nextdate none WHY"
    return (Draft(line, line.index("DAY"), line.index("DAY") + 3), Draft(none, len(none) - 3, len(none)))


def _draft(line: str) -> Draft:
    found = _BLANK.search(line)
    return Draft(line, found.start(), found.end()) if found else Draft(line)
