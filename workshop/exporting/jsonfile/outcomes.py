"""What exercises came to, as JSON: every result names its kind, every value stands exact and as a number."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from typing import Any

import msgspec

from workshop.exporting.digest.readings import ExerciseRow
from workshop.exporting.tables import kind
from workshop.model.results import BarRow, Bars, FigureReading, Funnel, Outcome, Result


def exercise(row: ExerciseRow) -> dict[str, Any]:
    """One exercise of the minutes."""
    return {"segment": row.segment, "heading": row.heading, **outcome(row.outcome)}


def outcome(found: Outcome) -> dict[str, Any]:
    """Everything but the suggestions: what came of them stands among the actions and decisions."""
    return {
        "exercise": found.exercise,
        "title": found.title,
        "meeting": found.meeting,
        "segments": list(found.segments),
        "figures": [_figure(figure) for figure in found.figures],
        "results": [_result(result) for result in found.results],
        "moved": msgspec.to_builtins(found.moved),
        "notes": list(found.notes),
        "version": found.version or None,
        "signed": list(found.signed),
    }


def _figure(figure: FigureReading) -> dict[str, Any]:
    value = figure.value
    exact = value if value is None or isinstance(value, (str, bool)) else str(value)
    return {
        "name": figure.name, "label": figure.label, "value": exact, "number": _number(value), "reads": figure.reads,
        "n": figure.n,
    }  # fmt: skip


def _number(value: Fraction | str | bool | None) -> float | None:
    return float(value) if isinstance(value, Fraction) else None


def _result(result: Result) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": kind(result), "slug": result.slug, "title": result.title}
    if isinstance(result, Bars):
        return {
            **told, "low": float(result.low), "high": float(result.high), "rows": [_bar_row(row) for row in result.rows]
        }  # fmt: skip
    if isinstance(result, Funnel):
        return {**told, "steps": [_valued(step) for step in result.steps]}
    rest = (field.name for field in fields(result) if field.name not in told)
    return {**told, **{name: msgspec.to_builtins(getattr(result, name)) for name in rest}}


def _bar_row(row: BarRow) -> dict[str, Any]:
    return {
        "label": row.label, "bars": [_valued(bar) for bar in row.bars], "note": row.note, "source": row.source
    }  # fmt: skip


def _valued(row: Any) -> dict[str, Any]:
    """The fields of a row, its value exact and as a number."""
    told: dict[str, Any] = {}
    for field in fields(row):
        held = getattr(row, field.name)
        if field.name == "value":
            told |= {"value": None if held is None else str(held), "number": _number(held)}
        else:
            told[field.name] = held
    return told
