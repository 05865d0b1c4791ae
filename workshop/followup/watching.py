"""Numbers of the scoreboard that a signal watches: held against a limit, or against the value before (E10)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from workshop.measures.formulas import in_form, reading
from workshop.measures.parts import Parts
from workshop.measures.rounding import grouped
from workshop.measures.targets import read_target, typed_share
from workshop.model.entries import Metric
from workshop.model.metrics import Definition
from workshop.model.signals import Watch
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class _Told:
    """One value with what it was made of."""

    metric: Metric
    parts: Parts
    value: Fraction


def seen(watch: Watch, number: Definition, metrics: Iterable[Metric], currency: str) -> str:
    """`lead acceptance 45.0 % (n=20, 2026Q1)`, for a fall with what it was before; empty where nothing calls."""
    same = sorted((row for row in metrics if number.called(row.name)), key=lambda row: row.meeting)
    told = [found for row in same if (found := _told(row, number))]
    if not told:
        return ""
    last = f"{number.name} {_reads(told[-1], number, currency)}"
    if not watch.fallen_by:
        return last if past(watch, told[-1].value, _is_share(number)) else ""
    before = _before(told)
    if before is None or not _fell(watch, before, told[-1], number):
        return ""
    return f"{last}, before {_reads(before, number, currency)}"


def _told(metric: Metric, number: Definition) -> _Told | None:
    parts = reading(metric.said.get("parts"), number.formula)
    if parts is None or parts.value is None:
        return None
    single = _is_share(number) and not parts.computed
    return _Told(metric, parts, typed_share(parts.value) if single else parts.value)


def past(watch: Watch, value: Fraction, share: bool) -> bool:
    """Whether a value is under or over its limit."""
    limit = read_target(watch.below or watch.above, share=share)
    return limit is not None and (value < limit if watch.below else value > limit)


def _before(told: list[_Told]) -> _Told | None:
    """The last value of an earlier meeting."""
    now = told[-1].metric.meeting
    return next((one for one in reversed(told) if one.metric.meeting < now), None)


def _fell(watch: Watch, before: _Told, now: _Told, number: Definition) -> bool:
    """By the share or more; few cases say nothing, and sums of different periods are not compared."""
    if before.parts.few_cases or now.parts.few_cases:
        return False
    if now.parts.of is None and not _is_share(number) and _span(before) != _span(now):
        return False
    limit = read_target(watch.fallen_by, share=True) or Fraction(0)
    return before.value > 0 and now.value <= before.value * (1 - limit)


def _span(told: _Told) -> str:
    """The period without the blanks: `2025 Q4` and `2025q4` are one."""
    return "".join(told.metric.period.split()).casefold()


def _reads(told: _Told, number: Definition, currency: str) -> str:
    """The value with its n and period, as far as they were told."""
    n = told.parts.of
    whole = n is not None and n.denominator == 1
    behind = [f"n={grouped(n, 0)}" if n is not None and whole else "", told.metric.period]
    shown = ", ".join(part for part in behind if part)
    return in_form(told.parts, number.form, currency) + (f" ({shown})" if shown else "")


def _is_share(number: Definition) -> bool:
    return number.form == "percent"
