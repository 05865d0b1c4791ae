"""The result of an exercise as it is shown: on screen, on paper, in exports; every value is worked out and worded."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias

from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence."""

    slug: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Banner:
    """A verdict in large type, with the reason."""

    slug: str
    title: str
    verdict: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, with the records it came from."""

    cells: tuple[str, ...]
    source: str = ""
    """`N-12`, or `lead 3`: where the row comes from (rule 7)."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads."""

    slug: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    numeric: tuple[bool, ...] = ()
    """Which columns are numbers and stand right."""
    bold_means: str = ""
    """What it says of a row that it stands out; empty where none does."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, its exact value, how that reads."""

    series: str
    """`sales`, `marketing`, or empty for the only one."""
    value: Fraction | None
    reads: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """One line of a bar chart: one bar, or those of both teams beside each other."""

    label: str
    bars: tuple[Bar, ...]
    note: str = ""
    """`gap -1.95`, `n=3`, `noise`."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars between `low` and `high`; a value below zero goes to the left."""

    slug: str
    title: str
    rows: tuple[BarRow, ...]
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Box:
    """One field of a four-box or a matrix."""

    row: str
    column: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A four-box or a matrix."""

    slug: str
    title: str
    kind: Literal["four-box", "matrix"]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step of a funnel."""

    label: str
    value: Fraction | None
    reads: str
    rate: str = ""
    """Share that came through from the step before."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Steps, widest first."""

    slug: str
    title: str
    steps: tuple[FunnelStep, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One card: a head and labelled words."""

    title: str
    lines: tuple[tuple[str, str], ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards, one a treated row."""

    slug: str
    title: str
    cards: tuple[Card, ...]


Result: TypeAlias = Line | Banner | Table | Bars | Grid | Funnel | Cards


@dataclass(frozen=True, slots=True)
class Draft:
    """A suggestion; nothing is created unless somebody confirms owner and date."""

    number: int
    """From 1, in the order of the file; how it is taken: `/take 2`."""
    kind: Literal["action", "decision", "parking", "dispute", "exercise", "line"]
    text: str
    """Of an exercise its title; of a line what would be typed."""
    why: str
    owner: str = ""
    due: str = ""
    done_when: str = ""
    source: str = ""
    sales: str = ""
    """Of an exercise: what sales brings."""
    marketing: str = ""
    exercise: str = ""
    """Of an exercise: its slug."""
    taken: str = ""
    """The record that it became (`A-2`), as long as that stands."""


@dataclass(frozen=True, slots=True)
class FigureReading:
    """One figure for JSON, comparisons and tests."""

    name: str
    label: str
    value: Fraction | str | bool | None
    reads: str
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A value beside the one of the last run."""

    label: str
    old: str
    new: str
    difference: str
    n_old: int | None = None
    n_new: int | None = None
    noise: bool = False
    """Smaller than one step of one person (rule 5)."""
    fresh: bool = False
    """New or reworded since."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything an exercise has come to."""

    exercise: str
    title: str
    meeting: int
    segments: tuple[int, ...] = ()
    figures: tuple[FigureReading, ...] = ()
    results: tuple[Result, ...] = ()
    """For the minutes, in the order of the file."""
    moved: tuple[Moved, ...] = ()
    drafts: tuple[Draft, ...] = ()
    notes: tuple[str, ...] = ()
    """What cannot be told and why: one team only, no split, a formula that is off, by name."""
    version: int = 0
    signed: tuple[str, ...] = ()
