"""The figures of the minutes: return on time, who was heard, how fresh the field's words are."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from statistics import median

from workshop.exporting.days import plural
from workshop.exporting.digest.desk import Desk, as_day
from workshop.exporting.digest.first_page import absent
from workshop.exporting.digest.readings import Airtime, Bar, RotiRow, SideCount
from workshop.exporting.digest.rows import GroupVote
from workshop.facilitation import clock
from workshop.followup.between import previous
from workshop.followup.cadence import WINDOW, cadence
from workshop.followup.load import new_by_team
from workshop.followup.voices import voices
from workshop.measures.roti import RotiFigures, figures, open_round
from workshop.measures.rounding import DAYS, RATING, RATIO, percent, show


def return_on_time(desk: Desk) -> RotiRow | None:
    """Totals only; None where nobody was asked and nothing was said."""
    roti = desk.meeting.roti
    if not (roti.revealed or roti.change or roti.keep):
        return None
    found = figures(roti)
    split = tuple(GroupVote(row.group, (), f"{show(row.mean, RATING)} (n={row.n})") for row in found.groups)
    mean = show(found.mean, RATING) if found.n else ""
    return RotiRow(
        found.n, mean, _bars(found), split, found.split_note, _mean_before(desk), roti.change, roti.keep,
        bool(open_round(desk.full.meeting)),
    )  # fmt: skip


def _mean_before(desk: Desk) -> str:
    last = previous(desk.source.state, desk.meeting)
    before = desk.source.state.meeting(last.meeting) if last else None
    found = figures(before.roti) if before else None
    return show(found.mean, RATING) if found and found.n else ""


def _bars(found: RotiFigures) -> tuple[Bar, ...]:
    longest = max((count for _, count in found.histogram), default=0)
    return tuple(
        Bar(str(value), count, round(100 * count / longest) if longest else 0)
        for value, count in found.histogram
    )


def sides(desk: Desk) -> tuple[tuple[SideCount, ...], str]:
    """Entries by the speaker's team, and the balance of the two sides; over the whole record."""
    heard = voices(desk.full.meeting.entries)
    if not any(voice.entries for voice in heard.teams):
        return (), ""
    counts = tuple(SideCount(voice.team, voice.entries) for voice in heard.teams)
    joint = heard.balance is not None and not absent(desk)
    return counts, show(heard.balance, RATIO) if joint else ""


def new_actions(desk: Desk) -> tuple[SideCount, ...]:
    """New actions by the team of the owner."""
    return tuple(SideCount(team, count) for team, count in new_by_team(desk.full.state, desk.full.meeting))


def airtime(desk: Desk) -> tuple[Airtime, ...]:
    """How long each team held the floor."""
    held = clock.airtime(desk.meeting, desk.source.state.moment)
    total = sum(ms for _, ms in held)
    if not total:
        return ()
    return tuple(
        Airtime(team, ms, clock.whole_minutes(ms), percent(Fraction(ms, total))) for team, ms in held
    )


def freshness(desk: Desk) -> str:
    """Median days from hearing to the meeting, with n; entries without the day are left out."""
    told = (entry.said.get("heard") for entry in desk.full.meeting.entries if not entry.struck)
    days = [(desk.meeting.on - day).days for day in map(_day, told) if day]
    if not days:
        return ""
    return f"median {show(median(map(Fraction, days)), DAYS)} days from hearing to telling (n={len(days)})"


def _day(text: str) -> date | None:
    return as_day(text) if text else None


def exchanges(desk: Desk) -> str:
    """`2 exchanges in 30 days (agreed 2: met), 14 days since the last`; empty for a meeting not held yet."""
    meeting = desk.meeting
    if meeting.opened is None or meeting.preparation:
        return ""
    found = cadence(desk.source.state, meeting.on, desk.source.settings.cadence, meeting)
    kept = "met" if found.met else "not met yet"
    since = f", {plural(found.since, 'day')} since the last" if found.since is not None else ""
    return f"{plural(found.exchanges, 'exchange')} in {WINDOW} days (agreed {found.target}: {kept}){since}"
