"""What formulas may know that is no table and no figure: the meeting, the firm, the settings, the last run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from workshop.errors import NotUnderstood
from workshop.exercising.surroundings import Surroundings
from workshop.measures.formula import Holder, Value
from workshop.model.runs import Run

if TYPE_CHECKING:
    from workshop.exercising.worksheet import Worksheet


class Around(Holder):
    """Names behind a dot that are no table: `meeting.people`."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values

    def get(self, name: str) -> Value:
        if name not in self._values:
            raise NotUnderstood(f"there is nothing called '{name}' here.")
        return self._values[name]


class Last(Holder):
    """The figures of the last run: `last.agreement`."""

    __slots__ = ("_sheet",)

    def __init__(self, sheet: Worksheet | None) -> None:
        self._sheet = sheet

    def get(self, name: str) -> Value:
        return self._sheet.figure(name).value if self._sheet else None


def outside(name: str, run: Run, surroundings: Surroundings) -> Holder:
    """`meeting`, `firm` or `settings`. Raises NotUnderstood for anything else."""
    match name:
        case "meeting":
            return Around({**_people(run, surroundings), "today": date.fromisoformat(run.on)})
        case "firm":
            teams = [person.team for person in surroundings.people]
            return Around(
                {"sellers": Fraction(teams.count("sales")), "marketers": Fraction(teams.count("marketing"))}
            )
        case "settings":
            return Around({"hourly_rate": Fraction(surroundings.hourly_rate) or None})
    raise NotUnderstood(f"there is nothing called '{name}' here.")


def _people(run: Run, surroundings: Surroundings) -> dict[str, Value]:
    """How many are here; missing where nobody noted it."""
    here = surroundings.at(run.meeting)
    if here is None:
        return dict.fromkeys(("people", "sellers", "marketers", "others"))
    return {
        "people": Fraction(here.sales + here.marketing + here.others), "sellers": Fraction(here.sales),
        "marketers": Fraction(here.marketing), "others": Fraction(here.others),
    }  # fmt: skip
