"""The sides of the table and who sits on them."""

from __future__ import annotations

from typing import Literal, get_args

from workshop.model.values import dataclass

Team = Literal["sales", "marketing", "guest", "facilitator", "sponsor"]
TEAMS: tuple[Team, ...] = get_args(Team)
Side = Literal["sales", "marketing"]
SIDES: tuple[Side, ...] = get_args(Side)
Group = Literal["sales", "marketing", "others"]
"""Whose answers are shown together: guests, facilitator and sponsor are `others`."""
GROUPS: tuple[Group, ...] = get_args(Group)


def group_of(team: str) -> Group:
    """The answering group of a team."""
    if team == "sales":
        return "sales"
    return "marketing" if team == "marketing" else "others"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part. The journal knows only `id` and `team`; the rest lies in people.json."""

    id: str
    """`P-7`"""
    name: str
    team: Team
    role: str = ""
    """What they do; of a guest, the department they speak for."""
    email: str = ""

    @property
    def first(self) -> str:
        """The first word of the name, for short lines."""
        return self.name.split()[0] if self.name.split() else self.name
