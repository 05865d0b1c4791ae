"""What the sponsor reads: one page, no names in ratings (G13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop.exporting.digest import Minutes, Source

MOST_DECISIONS, MOST_LATE, MOST_WAITING = 3, 8, 4
"""So that it stays one page."""


def sponsor(_source: Source, minutes: Minutes, _whose: str) -> Mapping[str, Any]:
    """Escalations, the first decisions, what is late."""
    old = minutes.matters.rows if minutes.matters else ()
    late = tuple(row for row in old if row.standing == "overdue" and row.status in ("open", "blocked"))
    waiting = tuple(row for row in minutes.disputes if row.status == "escalated")
    return {
        "escalated": waiting[:MOST_WAITING],
        "decisions": minutes.decisions[:MOST_DECISIONS],
        "more_decisions": max(0, len(minutes.decisions) - MOST_DECISIONS),
        "late": late[:MOST_LATE],
        "more_late": max(0, len(late) - MOST_LATE),
    }
