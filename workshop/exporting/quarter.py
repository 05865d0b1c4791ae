"""The quarter report: what several meetings in a row came to, made from the minutes of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from workshop.errors import NotFound, Refused
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.readings import MetricRow, Share
from workshop.exporting.digest.rows import DecisionRow, DisputeRow
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.pdf import sheet
from workshop.model.results import Moved
from workshop.model.values import dataclass

SETTLED = ("settled", "decided")


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting of the quarter in a line."""

    number: int
    title: str
    on: date
    planned: int
    real: int | None
    """Minutes."""
    decisions: int
    actions: int
    """Made in it."""
    kept: Share | None
    """Promises that were done by their day, as the meeting found them."""
    roti: str
    n: int


@dataclass(frozen=True, slots=True)
class Series:
    """A number both teams look at, through the quarter."""

    last: MetricRow
    points: tuple[tuple[float | None, str], ...]
    """Number and words, the oldest first."""

    @property
    def first(self) -> str:
        """The words of the first value; empty where there is only one."""
        return self.points[0][1] if len(self.points) > 1 else ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What moved in an exercise since its run before."""

    title: str
    meeting: int
    rows: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Quarter:
    """Everything the report shows, over the meetings of some months."""

    begin: date
    end: date
    held: tuple[Held, ...]
    between: int | None
    """Days between two meetings, the median; null for one meeting."""
    series: tuple[Series, ...]
    compared: tuple[Comparison, ...]
    decisions: tuple[DecisionRow, ...]
    disputes: tuple[DisputeRow, ...]
    """Open at the end."""
    kept: int
    due: int
    """Promises that were due in these meetings, each once, and how many of them were kept by their day."""


def quarter(minutes: Sequence[Minutes], begin: date, end: date) -> Quarter:
    """The report from the minutes of its meetings, the oldest first. Raises NotFound where none was held."""
    if begin > end:
        raise Refused(
            f"{begin} is after {end}.", fix="Give the first day behind --from and the last behind --to."
        )
    told = sorted((m for m in minutes if begin <= m.when.on <= end), key=lambda m: (m.when.on, m.number))
    if not told:
        raise NotFound(
            f"No meeting was closed from {begin} to {end}.", fix="workshop list shows them with their days."
        )
    promises = _promises(told)
    days = [(later.when.on - earlier.when.on).days for earlier, later in pairwise(told)]
    return Quarter(
        begin, end, tuple(map(_held, told)), round(median(days)) if days else None, tuple(_series(told)),
        tuple(_compared(told)), tuple(row for m in told for row in m.decisions),
        tuple(row for row in told[-1].disputes if row.status not in SETTLED),
        sum(map(_was_kept, promises)), len(promises),
    )  # fmt: skip


def render(minutes: Sequence[Minutes], begin: date, end: date, look: Look, form: str = "pdf") -> bytes:
    """The report as `pdf` or `html`. Raises NotFound, Refused, MissingLibrary, ShelfError."""
    if form not in ("pdf", "html"):
        raise Refused(
            f"The quarter report is a PDF or a page{f', not {form}' if form else ''}.",
            fix="Take --to FILE.pdf or FILE.html.",
        )
    made = quarter(minutes, begin, end)
    last = next(m for m in minutes if m.number == made.held[-1].number)
    html = page(last, look, "quarter", q=made)
    return sheet(html, look, last.when.stamp) if form == "pdf" else html.encode("utf-8", "replace")


def _held(m: Minutes) -> Held:
    kept = m.matters.by_due if m.matters else None
    mean, n = (m.roti.mean, m.roti.n) if m.roti and m.roti.n else ("", 0)
    return Held(
        m.number, m.title, m.when.on, m.when.planned, m.when.real, len(m.decisions), len(m.actions), kept, mean, n
    )  # fmt: skip


def _promises(told: Sequence[Minutes]) -> tuple[tuple[str, ...], ...]:
    """How each action that was due stood from meeting to meeting; one that was late for four of them is one promise."""
    found: dict[str, list[str]] = {}
    for m in told:
        for row in m.matters.rows if m.matters else ():
            early = row.due is None or row.due > m.when.on
            if row.standing in ("overdue", "due", "done late") or (row.standing == "done" and not early):
                found.setdefault(row.id, []).append(row.standing)
    return tuple(map(tuple, found.values()))


def _was_kept(standings: Sequence[str]) -> bool:
    return standings[-1] == "done" and "overdue" not in standings


def _series(told: Sequence[Minutes]) -> Iterator[Series]:
    rows: dict[str, list[MetricRow]] = {}
    for m in told:
        for row in m.scoreboard:
            rows.setdefault(row.name, []).append(row)
    for found in rows.values():
        yield Series(found[-1], tuple((row.number, row.value) for row in found))


def _compared(told: Sequence[Minutes]) -> Iterator[Comparison]:
    """Of each exercise the last comparison."""
    last = {row.outcome.exercise: row.outcome for m in told for row in m.exercises if row.outcome.moved}
    for outcome in last.values():
        yield Comparison(outcome.title, outcome.meeting, outcome.moved)
