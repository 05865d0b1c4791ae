"""The kickoff of 3 March 2026 and the sync of 17 March, as far as actions and meetings go."""

from dataclasses import replace

import pytest
from factories import action, attendance, day, exchange, meeting, members, next_date, state

from workshop.model.entries import Action
from workshop.model.state import State
from workshop.model.teams import Team

PEOPLE: dict[str, Team] = {
    "marta": "sales", "tomasz": "sales", "dieter": "sales", "priya": "sales", "jonas": "sales",
    "clara": "marketing", "ben": "marketing", "lena": "marketing", "ravi": "marketing",
    "hugo": "guest", "sofia": "guest", "ingrid": "facilitator",
}  # fmt: skip
KICKOFF_CLOSED, SYNC_OPENED = 2000, 5000

# Number, owner, date at the opening of the sync, day it was done, ms at which that was said, date given in the sync.
OLD = (
    (1, "ravi", "2026-03-06", "2026-03-06", 2500, ""),
    (2, "priya", "2026-03-10", "2026-03-12", 3500, ""),
    (3, "lena", "2026-03-16", "", 0, "2026-03-24"),
    (4, "tomasz", "2026-03-09", "2026-03-09", 5100, ""),
    (5, "ben", "2026-03-13", "2026-03-11", 5110, ""),
    (6, "dieter", "2026-03-13", "2026-03-13", 5120, ""),
    (7, "clara", "2026-03-06", "2026-03-05", 2400, ""),
    (8, "marta", "2026-03-13", "", 0, "2026-03-20"),
    (9, "hugo", "2026-03-13", "", 0, "2026-03-27"),
    (10, "jonas", "2026-03-11", "2026-03-11", 5130, ""),
    (11, "sofia", "2026-03-16", "2026-03-16", 5140, ""),
    (12, "ravi", "2026-03-24", "", 0, ""),
    (13, "clara", "2026-03-12", "2026-03-12", 5150, ""),
    (14, "marta", "2026-03-27", "", 0, ""),
    (15, "ingrid", "2026-06-02", "", 0, ""),
)
NEW = ((16, "sofia"), (17, "ben"), (18, "clara"), (19, "ravi"), (20, "jonas"))


def _old(number: int, owner: str, due: str, done: str, told: int, redated: str) -> Action:
    found = action(
        number, owner, redated or due, status="done" if done else "open", closed_on=done, closed_at=told
    )
    return replace(found, original_due=day(due), status="blocked" if number == 9 else found.status)


@pytest.fixture
def sync() -> State:
    """The sync while it runs: the old actions reviewed, five new ones made, the next date agreed."""
    alive = tuple((number, day(due)) for number, _, due, _, told, _ in OLD if not told or told > SYNC_OPENED)
    first = meeting(1, "2026-03-03", opened=1000, closed=KICKOFF_CLOSED, template="kickoff-120")
    second = meeting(
        2,
        "2026-03-17",
        opened=SYNC_OPENED,
        attending=attendance(marta="sales", ben="marketing"),
        due_at_opening=alive,
    )
    agreed = replace(second.closing, next_date=next_date("2026-04-07", "monthly-90"))
    new = tuple(action(n, owner, "2026-03-31", meeting=2, added="2026-03-17") for n, owner in NEW)
    return state(
        people=members(**PEOPLE),
        meetings=(first, replace(second, closing=agreed)),
        actions=tuple(_old(*row) for row in OLD) + new,
        exchanges=(exchange(1, "2026-03-03", closed=KICKOFF_CLOSED),),
    )
