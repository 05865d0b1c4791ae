"""How long segments really took, and what that says about the next plan (U17)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from workshop.errors import Refused
from workshop.measures.rounding import whole
from workshop.model.agenda import Segment
from workshop.model.values import dataclass

ENOUGH = 3
"""Recorded meetings from which a median is offered."""
MINUTE = 60_000
"""ms"""


@dataclass(frozen=True, slots=True)
class Timed:
    """A segment of a meeting that was held, as the register keeps it."""

    meeting: str
    """Its id, `M-3`."""
    template: str
    title: str
    exercise: str
    part: str
    real_ms: int
    """Time on screen without pauses."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What a segment of a plan usually takes."""

    number: int
    """Of the segment in the plan."""
    minutes: int
    """The median, at least one."""
    n: int
    """Meetings it is the median of."""

    def words(self) -> str:
        """`usually 9 (n=4)`"""
        return f"usually {self.minutes} (n={self.n})"


def learned(history: Iterable[Timed], template: str, segments: Iterable[Segment]) -> tuple[Learned, ...]:
    """The usual minutes of each segment of a plan, for those that three recorded meetings tell of.

    Those of the same template count where there are three; else those of any meeting, by the exercise and its part,
    or by the title where no exercise fills the segment. One value a meeting, the first that fits.
    """
    rows = tuple(history)
    told = ((segment, _values(rows, template, segment)) for segment in segments)
    return tuple(
        Learned(segment.number, max(1, whole(median(values) / MINUTE)), len(values))
        for segment, values in told
        if len(values) >= ENOUGH
    )


def median(values: Sequence[int]) -> Fraction:
    """The middle value, or the exact mean of the two in the middle; ms in, ms out. Raises ValueError for none."""
    if not values:
        raise ValueError("a median needs a value")
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return Fraction(ordered[middle])
    return Fraction(ordered[middle - 1] + ordered[middle], 2)


def differing(told: Iterable[Learned], segments: Iterable[Segment]) -> tuple[Learned, ...]:
    """What was learned about segments that are not locked and have other minutes now."""
    open_ = {segment.number: segment.minutes for segment in segments if not segment.locked}
    return tuple(one for one in told if open_.get(one.number, one.minutes) != one.minutes)


def taken_over(segments: Sequence[Segment], told: Iterable[Learned]) -> tuple[Segment, ...]:
    """The plan with the usual minutes; locked segments keep theirs. Raises Refused where nothing changes."""
    known = tuple(told)
    if not known:
        raise Refused(
            "Fewer than three recorded meetings tell of these segments.",
            fix="Hold the meeting as planned; it teaches the next one.",
        )
    minutes = {one.number: one.minutes for one in differing(known, segments)}
    if not minutes:
        raise Refused("The plan has the usual minutes already.")
    return tuple(replace(one, minutes=minutes.get(one.number, one.minutes)) for one in segments)


def _values(rows: Sequence[Timed], template: str, segment: Segment) -> tuple[int, ...]:
    """ms; of the same template and title if that is enough, else of whatever is alike."""
    title = _plain(segment.title)
    same = _each_once(rows, lambda row: row.template == template and _plain(row.title) == title)
    return same if len(same) >= ENOUGH else _each_once(rows, lambda row: _alike(row, segment))


def _alike(row: Timed, segment: Segment) -> bool:
    if segment.exercise:
        return (row.exercise, row.part) == (segment.exercise, segment.part)
    return not row.exercise and _plain(row.title) == _plain(segment.title)


def _each_once(rows: Sequence[Timed], fits: Callable[[Timed], bool]) -> tuple[int, ...]:
    found: dict[str, int] = {}
    for row in rows:
        if fits(row):
            found.setdefault(row.meeting, row.real_ms)
    return tuple(found.values())


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()
