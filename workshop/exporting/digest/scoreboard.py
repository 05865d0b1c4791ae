"""The scoreboard: each number in its form, with its second figure and with what it was before."""

from __future__ import annotations

from fractions import Fraction

from workshop.exporting.digest.desk import Desk
from workshop.exporting.digest.readings import MetricRow, Point
from workshop.measures import targets
from workshop.measures.formulas import in_form, reading, worked_out
from workshop.measures.parts import Parts
from workshop.model.entries import Metric
from workshop.model.metrics import Definition

ASIDE = ("parts", "period", "target", "better")
LENGTH = 6
"""Values of a series."""


def scoreboard(desk: Desk) -> tuple[MetricRow, ...]:
    """The numbers of the meeting, each with its value of last time where there is one."""
    return tuple(
        _metric(desk, row) for row in desk.source.state.metrics if row.meeting == desk.meeting.number
    )


def _metric(desk: Desk, metric: Metric) -> MetricRow:
    defined, last = desk.source.library.metric(metric.name), _last(desk, metric)
    now, before = _parts(metric, defined), _parts(last, defined) if last else None
    unequal = last is not None and _span(last) != _span(metric)
    better, target = _better(desk, metric, defined), _target(desk, metric, defined)
    aim = targets.read_target(target, share=_is_share(defined))
    return MetricRow(
        metric.name, _value(desk, metric, defined) or "not told", metric.said.get("parts"), _number(now), metric.period,
        bool(now and now.few_cases), _second(desk, metric, defined), _value(desk, last, defined) if last else "",
        last.period if last else "", unequal, _trend(now, before, better, unequal and not _is_share(defined)),
        desk.pairs(metric.said, ASIDE), metric.said.detail, metric.said.tags, metric.said.source, None,
        metric.said.audience, target, _status(now, aim, better, _is_share(defined)), _series(desk, metric, defined),
        None if aim is None else float(aim),
    )  # fmt: skip


def _parts(metric: Metric, defined: Definition | None) -> Parts | None:
    """The parts with their value; None where they do not read as numbers, and then they are shown as typed."""
    return reading(metric.said.get("parts"), defined.formula if defined else "")


def _number(parts: Parts | None) -> float | None:
    return float(parts.value) if parts and parts.value is not None else None


def _value(desk: Desk, metric: Metric, defined: Definition | None) -> str:
    """In the form that the shelf gives it; without a definition as the parts read."""
    parts = _parts(metric, defined)
    if parts is None:
        return metric.said.get("parts")
    return in_form(parts, defined.form, desk.source.settings.currency) if defined else parts.words()


def _second(desk: Desk, metric: Metric, defined: Definition | None) -> str:
    """`with no-decision 24.0 %`; empty where the parts give no second figure."""
    parts = _parts(metric, defined)
    second = worked_out(parts, defined.second) if parts and defined else None
    if second is None or defined is None:
        return ""
    return f"{defined.second_label} {in_form(second, defined.form, desk.source.settings.currency)}"


def _last(desk: Desk, metric: Metric) -> Metric | None:
    """The value of the same number, by any of its names, in the nearest earlier meeting."""
    earlier = [row for row in _same(desk, metric) if row.meeting < metric.meeting]
    return earlier[-1] if earlier else None


def _same(desk: Desk, metric: Metric) -> list[Metric]:
    """Every value of that number up to this one, by meeting."""
    defined = desk.source.library.metric(metric.name) or Definition(metric.name)
    same = [row for row in desk.source.state.metrics if defined.called(row.name)]
    return sorted((row for row in same if row.meeting <= metric.meeting), key=lambda row: row.meeting)


def _series(desk: Desk, metric: Metric, defined: Definition | None) -> tuple[Point, ...]:
    points = tuple(
        Point(row.meeting, row.period, _value(desk, row, defined), _number(_parts(row, defined)))
        for row in _same(desk, metric)[-LENGTH:]
    )
    return points if len(points) > 1 else ()


def _better(desk: Desk, metric: Metric, defined: Definition | None) -> str:
    """Where better lies: as it was told last, or as the shelf has it."""
    told = [row.said.get("better") for row in _same(desk, metric)]
    return next(filter(None, reversed(told)), defined.better if defined else "")


def _target(desk: Desk, metric: Metric, defined: Definition | None) -> str:
    """As told with the value; else as agreed in an exercise, on a row with the name of the number; else the shelf's."""
    named = defined or Definition(metric.name)
    agreed = (
        row.get("target")
        for run in reversed(desk.source.state.runs)
        for row in run.rows
        if run.meeting <= metric.meeting and not row.struck and named.called(row.text)
    )
    return metric.said.get("target") or next(filter(None, agreed), named.target)


def _is_share(defined: Definition | None) -> bool:
    return defined is not None and defined.form == "percent"


def _status(now: Parts | None, aim: Fraction | None, better: str, share: bool) -> str:
    """Green, amber or red; empty where there is nothing to compare."""
    if now is None or now.value is None or aim is None or better not in ("up", "down"):
        return ""
    value = targets.typed_share(now.value) if share and not now.computed else now.value
    return targets.status(value, aim, "up" if better == "up" else "down")


def _span(metric: Metric) -> str:
    """The period without the blanks: `2025 Q4` and `2025q4` are one."""
    return "".join(metric.period.split()).casefold()


def _trend(now: Parts | None, before: Parts | None, better: str, summed: bool) -> str:
    """`better` or `worse` than before; empty where few cases or a sum over another period say nothing of it."""
    if not (now and before and better) or now.few_cases or before.few_cases or summed:
        return ""
    if now.value is None or before.value is None:
        return ""
    step: Fraction = now.value - before.value
    return ("better" if (step > 0) == (better == "up") else "worse") if step else "as before"
