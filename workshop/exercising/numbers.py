"""The numbers of the scoreboard in formulas: their values, and how they stand to a target (E10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from workshop.exercising.surroundings import Surroundings
from workshop.measures.formula import Value
from workshop.measures.formulas import in_form, reading
from workshop.measures.parts import Parts
from workshop.measures.targets import Direction, Status, read_target, status
from workshop.model.entries import Metric
from workshop.model.metrics import Definition


class Numbers:
    """Values up to one meeting, of each number by any of its names."""

    def __init__(self, surroundings: Surroundings, meeting: int) -> None:
        self._definitions, self._currency = surroundings.definitions, surroundings.currency
        self._rows = tuple(row for row in surroundings.metrics if row.meeting <= meeting)

    @property
    def functions(self) -> Mapping[str, Callable[..., Value]]:
        """As formulas call them."""
        return {"metric": self.latest, "standing": self.standing, "kept": self.kept}

    def columns(self, row: Metric) -> dict[str, Value]:
        """What a row of the scoreboard knows beside what was typed."""
        known, parts = self._known(row.name), self._parts(row)
        target = row.said.get("target") or (known.target if known else "")
        return {
            "text": row.name, "value": parts.value if parts else None, "reads": self._reads(row, parts),
            "target": target or None, "better": self._better(row.name) or None,
            "few": parts.few_cases if parts else None,
        }  # fmt: skip

    def latest(self, name: Value) -> Value:
        """The last value of a number."""
        values = self._values(name)
        return values[-1] if values else None

    def standing(self, name: Value, target: Value) -> Value:
        """Green, amber or red: the last value beside a target; without one beside that of the shelf."""
        values = self._values(name)
        return self._status(name, values[-1], target) if values else None

    def kept(self, name: Value, target: Value) -> Value:
        """Green values / values."""
        told = [found for value in self._values(name) if (found := self._status(name, value, target))]
        return Fraction(told.count("green"), len(told)) if told else None

    def _status(self, name: Value, value: Fraction, target: Value) -> Status | None:
        known, better = self._known(str(name)), self._better(str(name))
        typed = (
            str(target)
            if isinstance(target, str | Fraction) and target != ""
            else known.target
            if known
            else ""
        )
        aim = read_target(typed, share=bool(known and known.form == "percent"))
        return None if aim is None or better is None else status(value, aim, better)

    def _better(self, name: str) -> Direction | None:
        """The direction as it was told last, else that of the shelf."""
        told = [row.said.get("better") for row in self._told(name)]
        known = self._known(name)
        last = next((one for one in reversed(told) if one), known.better if known else "")
        return "up" if last == "up" else "down" if last == "down" else None

    def _values(self, name: Value) -> list[Fraction]:
        rows = self._told(str(name))
        return [parts.value for row in rows if (parts := self._parts(row)) and parts.value is not None]

    def _told(self, name: str) -> list[Metric]:
        known = self._known(name) or Definition(name)
        return sorted((row for row in self._rows if known.called(row.name)), key=lambda row: row.meeting)

    def _known(self, name: str) -> Definition | None:
        return next((one for one in self._definitions if one.called(name)), None)

    def _parts(self, row: Metric) -> Parts | None:
        known = self._known(row.name)
        return reading(row.said.get("parts"), known.formula if known else "")

    def _reads(self, row: Metric, parts: Parts | None) -> Value:
        if parts is None:
            return row.said.get("parts") or None
        known = self._known(row.name)
        return in_form(parts, known.form, self._currency) if known else parts.words()
