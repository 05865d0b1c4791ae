"""Charts as numbers ready to draw: where each bar begins and ends, where a line goes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from workshop.model.results import Bar, Bars, Funnel
from workshop.model.values import dataclass

TONES = {"sales": "one", "marketing": "two", "": "one"}
"""How the bars of a team are filled: full, or an outline."""
SPARK_WIDTH, SPARK_HEIGHT = 100, 20
"""Of the drawing of a series, in its own units."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One bar as it is drawn; places are per cent of the chart's width."""

    series: str
    tone: str
    left: str
    width: str
    """Empty where there is no value."""
    reads: str


@dataclass(frozen=True, slots=True)
class BarLine:
    """One line of a bar chart."""

    ref: str
    label: str
    strokes: tuple[Stroke, ...]
    note: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """A bar chart ready to draw."""

    lines: tuple[BarLine, ...]
    zero: str
    """Where zero lies, in per cent; empty where the chart begins at its low end."""
    low: str
    high: str
    refs: bool
    notes: int
    """Characters of the longest note."""
    named: bool
    """Bars carry the word of their team."""


def bar_chart(bars: Bars) -> BarChart:
    """Bars begin at zero, or at the low end of a scale that begins above it; beyond the ends they are cut."""
    base = max(bars.low, Fraction(0)) if bars.high > 0 else bars.high
    lines = tuple(
        BarLine(row.source, row.label, tuple(_stroke(bar, bars, base) for bar in row.bars), row.note)
        for row in bars.rows
    )
    return BarChart(
        lines, _share(base, bars.low, bars.high) if bars.low < base else "", _end(bars.low), _end(bars.high),
        any(line.ref for line in lines), max((len(line.note) for line in lines), default=0),
        any(bar.series for line in lines for bar in line.strokes),
    )  # fmt: skip


def drawn(bars: Bars) -> bool:
    """Whether there is a value at all: a chart without one says nothing."""
    return any(bar.value is not None for row in bars.rows for bar in row.bars)


def tone(series: str) -> str:
    """How the bars of a series are filled; what is no team of ours is grey."""
    return TONES.get(series, "three")


def _stroke(bar: Bar, bars: Bars, base: Fraction) -> Stroke:
    if bar.value is None or bars.low >= bars.high:
        return Stroke(bar.series, tone(bar.series), "0", "", bar.reads)
    value = min(max(bar.value, bars.low), bars.high)
    left, right = sorted((value, base))
    width = _share(bars.low + right - left, bars.low, bars.high)
    return Stroke(bar.series, tone(bar.series), _share(left, bars.low, bars.high), width, bar.reads)


def _share(value: Fraction, low: Fraction, high: Fraction) -> str:
    """Per cent of the way from low to high, with one place where it needs one."""
    return f"{float(100 * (value - low) / (high - low)):.1f}".removesuffix(".0")


def _end(value: Fraction) -> str:
    return f"{float(value):,.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class FunnelLine:
    """One step of a funnel, as wide as its share of the widest."""

    label: str
    width: str
    """Per cent; empty where there is no value."""
    reads: str
    rate: str
    note: str


def funnel_lines(funnel: Funnel) -> tuple[FunnelLine, ...]:
    """The steps; what is larger than nothing can be seen."""
    widest = max((step.value for step in funnel.steps if step.value), default=None)
    return tuple(
        FunnelLine(step.label, _of(step.value, widest), step.reads, step.rate, step.note)
        for step in funnel.steps
    )


def _of(value: Fraction | None, widest: Fraction | None) -> str:
    if value is None or not widest or value < 0:
        return ""
    return f"{max(float(100 * value / widest), 0.6 if value else 0.0):.1f}"


@dataclass(frozen=True, slots=True)
class Spark:
    """A series as a line: runs of points `x,y`, gaps where a value is missing, and the height of the target."""

    runs: tuple[str, ...]
    dots: tuple[tuple[str, str], ...]
    target: str
    """Empty without one."""
    words: str
    """The same for those who do not see it."""


def spark(values: Sequence[tuple[float | None, str]], target: float | None = None) -> Spark | None:
    """The line through a series of values, each with how it reads; None with fewer than two values."""
    told = [value for value, _ in values if value is not None]
    if len(told) < 2:
        return None
    ends = (*told, target) if target is not None else tuple(told)
    low, high = min(ends), max(ends)
    step = SPARK_WIDTH / (len(values) - 1)

    def height(value: float) -> str:
        share = (value - low) / (high - low) if high > low else 0.5
        return f"{SPARK_HEIGHT - 2 - share * (SPARK_HEIGHT - 4):.1f}"

    dots = [
        None if value is None else (f"{step * at:.1f}", height(value)) for at, (value, _) in enumerate(values)
    ]
    runs = (list(run) for told, run in groupby(dots, key=bool) if told)
    return Spark(
        tuple(" ".join(",".join(dot) for dot in run if dot) for run in runs), tuple(dot for dot in dots if dot),
        "" if target is None else height(target), ", ".join(reads for _, reads in values),
    )  # fmt: skip
