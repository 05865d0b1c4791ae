"""Who was heard: entries by the speaker's team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from workshop.measures.lens import balance
from workshop.model.entries import Entry
from workshop.model.meeting import Attendance, Meeting
from workshop.model.teams import TEAMS, Team
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """Entries of one team."""

    team: Team
    entries: int


@dataclass(frozen=True, slots=True)
class Voices:
    """Entries by the speaker's team; teams that said nothing are left out, except the two sides."""

    teams: tuple[Voice, ...]

    def of(self, team: Team) -> int:
        """Entries of a team."""
        return next((voice.entries for voice in self.teams if voice.team == team), 0)

    @property
    def balance(self) -> Fraction | None:
        """Smaller / larger of the two sides; None where neither spoke."""
        return balance(self.of("sales"), self.of("marketing"))


def voices(entries: Iterable[Entry]) -> Voices:
    """Counts by team, without what both said together, what was read aloud and what was struck.

    An entry that was merged into another one was said all the same.
    """
    told = tuple(entries)
    joined = {number for entry in told if not entry.struck for number in entry.merged}
    heard = (replace(entry, struck=False) if entry.number in joined else entry for entry in told)
    counts = Counter(entry.said.team for entry in heard if _shown(entry) and not entry.read_aloud)
    return Voices(
        tuple(Voice(team, counts[team]) for team in TEAMS if counts[team] or team in ("sales", "marketing"))
    )


def unheard(meeting: Meeting) -> tuple[Attendance, ...]:
    """Those who are here and of whom nothing is on record yet; for the facilitator's eyes alone (F7)."""
    heard = (entry.said for entry in meeting.entries if _shown(entry) and not entry.read_aloud)
    spoke = {person for said in heard for person in said.speakers}
    return tuple(row for row in meeting.here if row.team != "facilitator" and row.person not in spoke)


def _shown(entry: Entry) -> bool:
    """Not struck, and not the facilitator's own note, which leaves no trace in the minutes."""
    return not entry.struck and entry.said.kind != "private" and entry.said.audience != "me"
