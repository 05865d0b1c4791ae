"""What may be done next, and why: signals read off the record, and the rotation of a year."""

from __future__ import annotations

from workshop.model.profiles import Trigger
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Watch:
    """A number of the scoreboard, or a figure of an exercise, that asks for attention; one of the three limits is told,
    as people type it."""

    name: str
    because: str
    """In words: `few leads are accepted`; the value is said behind it."""
    metric: str = ""
    """The number, by any of its names."""
    figure: str = ""
    """In its place a figure of the last run of an exercise: `collateral-audit.unused`."""
    below: str = ""
    """Its last value is under this: `60 %`, `5 days`."""
    above: str = ""
    """Its last value is over this."""
    fallen_by: str = ""
    """Its last value is less than the one before by this share of it, or more: `20 %`."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Something in the record that asks for an agenda or an exercise."""

    trigger: Trigger | Watch
    agenda: str
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class Rotation:
    """What fills the monthly slot when nothing asks for attention."""

    months: tuple[str, ...] = ()
    """Slugs of exercises, January to December."""
    every_third: str = ""
    """The exercise that takes the slot in every third month."""

    def of(self, month: int) -> str:
        """The exercise of a month from 1 to 12; empty where the file names none."""
        if self.every_third and month % 3 == 0:
            return self.every_third
        return self.months[month - 1] if len(self.months) >= month else ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to do next; nothing is planned unless somebody plans it."""

    because: str
    agenda: str = ""
    exercise: str = ""
    sales: str = ""
    """What sales brings."""
    marketing: str = ""
