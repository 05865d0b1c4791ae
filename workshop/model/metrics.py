"""What the shelf says about a number of the scoreboard: how it is worked out, how it reads, where better lies."""

from __future__ import annotations

from typing import Literal

from workshop.model.values import dataclass

Form = Literal["plain", "percent", "money", "money per day", "hours", "days"]


@dataclass(frozen=True, slots=True)
class Definition:
    """One number both teams look at (E10)."""

    name: str
    """As it is typed; large and small letters mean the same."""
    form: Form = "plain"
    better: Literal["", "up", "down"] = ""
    """The direction in which it should move; empty where that cannot be said."""
    formula: str = ""
    """Over named parts: `won/(won+lost)`; not needed for a number that is typed as a quotient."""
    second: str = ""
    """A second figure from the same parts: `won/(won+lost+none)`."""
    second_label: str = ""
    """What the second figure is: `with no-decision`."""
    also: tuple[str, ...] = ()
    """Other names for the same number."""
    target: str = ""
    """Where it should be, as people type it: `60 %`, `5 days`; a target told with a value goes before it."""

    def called(self, name: str) -> bool:
        """Whether that is one of its names."""
        return name.casefold() in (known.casefold() for known in (self.name, *self.also))
