"""Lines for the program itself: looks, searches, settings, a script's clock; none of them is decided into facts."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from workshop.model.teams import Team
from workshop.model.values import dataclass

PlanChange = Literal[
    "show", "minutes", "longer", "lock", "unlock", "core", "optional", "drop", "add", "before", "after"
]


@dataclass(frozen=True, slots=True)
class Look:
    """Show something; stores nothing."""

    what: Literal[
        "help", "time", "agenda", "inbox", "tray", "actions", "decisions", "parked", "record", "read-back", "people", "gate", "present",
        "exercise", "result", "rows",
    ]  # fmt: skip
    word: str = ""


@dataclass(frozen=True, slots=True)
class Find:
    text: str


@dataclass(frozen=True, slots=True)
class MoveClock:
    """Scripts only: the script's clock."""

    at: datetime
    """Naive: local time in the workspace's zone."""


@dataclass(frozen=True, slots=True)
class NamePerson:
    """Scripts and the command line: a new person, by name."""

    name: str
    team: Team
    role: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """Scripts and the command line: a value of workshop.toml, or a duty."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Usual:
    """What the segments of a planned meeting usually take."""

    meeting: int = 0
    """0 for the next one planned."""
    apply: bool = False
    """Whether the plan takes these minutes; else they are only shown."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a planned meeting: shown, or one of its segments changed."""

    meeting: int = 0
    """0 for the next one planned."""
    segment: int = 0
    """0 shows the whole plan."""
    change: PlanChange = "show"
    value: int = 0
    """Minutes, more minutes, or the number of the segment it shall stand beside."""


@dataclass(frozen=True, slots=True)
class TryRule:
    """Try the rule that the teams signed on a CSV file."""

    path: str
    won: str = ""
    """`column` or `column=word`: which rows became orders."""
    threshold: int | None = None
    """0 to 100; None for the one agreed."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the line mode; the meeting goes on and can be taken up again."""


Ask: TypeAlias = Look | Find | MoveClock | NamePerson | Setting | Usual | Plan | TryRule | Quit


def only_shows(asked: object) -> bool:
    """Whether something is looked at and nothing is stored."""
    match asked:
        case Look() | Find() | TryRule() | Usual(apply=False) | Plan(change="show"):
            return True
    return False
