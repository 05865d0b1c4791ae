"""What exercises came to, read back from JSON: the kind of a result says which shape it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import msgspec

from workshop.exporting.digest.readings import ExerciseRow
from workshop.model.results import (
    Banner,
    Bars,
    Cards,
    FigureReading,
    Funnel,
    Grid,
    Line,
    Moved,
    Outcome,
    Result,
    Table,
)

Fill = Callable[[Any, Any], Any]
"""Puts empty text where null stands for it, for a value and its type."""
SHAPES: Mapping[str, type[Any]] = {
    "line": Line, "banner": Banner, "table": Table, "bars": Bars, "four-box": Grid, "matrix": Grid, "funnel": Funnel,
    "cards": Cards,
}  # fmt: skip
_EXACT = re.compile(r"-?\d{1,300}(/[1-9]\d{0,299})?")
"""A number as it is written; `1e999999999` would take longer to read than anybody waits."""
SAID_TWICE = ("number",)
"""Keys that stand beside an exact value for readers that know no fractions."""


def read_exercise(raw: dict[str, Any], fill: Fill) -> ExerciseRow:
    """One exercise of the minutes. Raises msgspec.ValidationError, KeyError for another shape."""
    outcome = Outcome(
        exercise=raw["exercise"], title=raw["title"] or "", meeting=raw["meeting"], segments=tuple(raw["segments"]),
        figures=tuple(_figure(row) for row in raw["figures"]),
        results=tuple(_result(row, fill) for row in raw["results"]),
        moved=tuple(_made(row, Moved, fill) for row in raw["moved"]), notes=tuple(raw["notes"]),
        version=raw["version"] or 0, signed=tuple(raw["signed"]),
    )  # fmt: skip
    return ExerciseRow(raw["segment"], raw["heading"] or "", outcome)


def _figure(raw: dict[str, Any]) -> FigureReading:
    value = _exact(Fraction, raw["value"]) if raw["number"] is not None else raw["value"]
    return FigureReading(raw["name"], raw["label"] or "", value, raw["reads"] or "", raw["n"])


def _result(raw: dict[str, Any], fill: Fill) -> Result:
    shape = SHAPES[raw["kind"]]
    told = raw if shape is Grid else {key: held for key, held in raw.items() if key != "kind"}
    result: Result = _made(_once(told), shape, fill)
    return result


def _once(value: Any) -> Any:
    """The value without what is said twice."""
    if isinstance(value, dict):
        return {key: _once(held) for key, held in value.items() if key not in SAID_TWICE}
    return [_once(held) for held in value] if isinstance(value, list) else value


def _made(raw: Any, shape: type[Any], fill: Fill) -> Any:
    return msgspec.convert(fill(raw, shape), shape, dec_hook=_exact)


def _exact(kind: type[Any], raw: Any) -> Any:
    """Fractions are written as text; the ends of a scale as numbers."""
    if kind is Fraction:
        if isinstance(raw, str) and not _EXACT.fullmatch(raw):
            raise ValueError(f"'{raw[:40]}' is no number")
        return Fraction(raw)
    raise TypeError(f"{kind} is no value of a result.")
