"""Tables that are there without an input: everybody who is known, and every marketer with every seller."""

from __future__ import annotations

from workshop.exercising.surroundings import Surroundings
from workshop.exercising.tables import Row
from workshop.measures.formula import Id


def people_rows(surroundings: Surroundings) -> list[Row]:
    """Everybody who is known, with the team."""
    return [
        Row(person.name, values={"text": Id(person.id), "team": person.team})
        for person in surroundings.people
    ]


def pair_rows(surroundings: Surroundings) -> list[Row]:
    """Every marketer with every seller."""
    sellers = [person for person in surroundings.people if person.team == "sales"]
    marketers = [person for person in surroundings.people if person.team == "marketing"]
    return [
        Row(
            f"{one.name} + {other.name}",
            values={"text": f"{one.name} + {other.name}", "marketer": Id(one.id), "seller": Id(other.id)},
        )
        for one in marketers
        for other in sellers
    ]
