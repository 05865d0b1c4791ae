"""What a channel and the text of a mail are told: the first page in a few lines, cut where a channel stops reading."""

from __future__ import annotations

from workshop.exporting.days import clock, long_day, near_day
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import ActionRow, DecisionRow
from workshop.exporting.language import say, word


def headline(minutes: Minutes) -> str:
    """`Norvik: Kickoff`"""
    return f"{minutes.firm}: {word(minutes.title)}"


def circumstances(minutes: Minutes) -> str:
    """`M-1, draft · Tuesday 3 March 2026 · Room Fjord`"""
    parts = (
        f"M-{minutes.number}, {say(minutes.mark.lower())}",
        long_day(minutes.when.on, minutes.locale),
        minutes.place,
    )
    return " · ".join(part for part in parts if part)


def decision(row: DecisionRow) -> str:
    """`D-1 text (passed)`"""
    return f"{row.id} {row.text}{f' ({say(row.verdict)})' if row.verdict else ''}"


def action(row: ActionRow, minutes: Minutes) -> str:
    """`A-1 text · Ravi Menon · Fri 6 March`"""
    who = row.owner.name if row.owner else say("nobody yet")
    due = near_day(row.due, minutes.locale, minutes.when.on.year) if row.due else ""
    return f"{row.id} {row.text} · {who} · {due or say('next meeting' if row.at_next else 'no date')}"


def next_meeting(minutes: Minutes) -> str:
    """The next date; empty where none was set."""
    told = minutes.next
    if told is None or told.on is None:
        return ""
    start = f", {clock(told.start)}" if told.start else ""
    return f"{say('Next')}: {long_day(told.on, minutes.locale)}{start}"


def cut(text: str, most: int) -> str:
    """The text in at most so many characters, with a sign where it was cut."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
