"""The papers before a meeting as plain lines, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.exporting.days import clock, long_day, near_day
from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.digest.rows import ActionRow
from workshop.exporting.language import say, speaking, word
from workshop.exporting.text import plain
from workshop.exporting.told.before import Planned, agenda, brief, runsheet

GROUPS = ("sales", "marketing", "guests")


def brief_lines(source: Source, side: str) -> tuple[str, ...]:
    """What one side brings, leads, promised and is asked for."""
    minutes = digest(source)
    with speaking(source.settings.locale):
        return tuple(_brief(source, minutes, side))


def runsheet_lines(source: Source) -> tuple[str, ...]:
    """Clock times and words to say."""
    minutes = digest(source)
    with speaking(source.settings.locale):
        told = runsheet(source, minutes, "")
        return (*_head(minutes), *(line for row in told["plan"] for line in _planned(row)))


def bring_lines(source: Source) -> tuple[str, ...]:
    """What each side brings."""
    minutes = digest(source)
    with speaking(source.settings.locale):
        bring = agenda(source, minutes, "")["bring"]
        told = [line for side in GROUPS for line in _section(say(side).capitalize(), map(word, bring[side]))]
        return (*_head(minutes), *(told or ("", say("Nothing has to be brought."))))


def _head(minutes: Minutes) -> Iterator[str]:
    place = f" · {plain(minutes.place)}" if minutes.place else ""
    yield f"{plain(word(minutes.title))}, {long_day(minutes.when.on, minutes.locale)}, {clock(minutes.when.start)}{place}"


def _brief(source: Source, minutes: Minutes, side: str) -> Iterator[str]:
    told = brief(source, minutes, side)
    sections = [
        *_section(say("Bring"), map(word, told["bring"])),
        *_section(
            say("You lead"), (f"{clock(row.start)} {word(row.segment.title)}" for row in told["leads"])
        ),
        *_section(say("You promised"), (_promise(row, minutes) for row in told["promised"])),
        *_section(say("You are asked for"), (f"{row.id} {row.text}" for row in told["asked"])),
        *_section(say("Programmes to look at"), (f"{row.id} {row.name}" for row in told["programmes"])),
    ]
    yield from _head(minutes)
    yield from sections or ("", say("Nothing is owed and nothing is asked for. Come and listen."))


def _section(title: str, texts: Iterable[str]) -> Iterator[str]:
    listed = [f"- {' '.join(plain(text).split())}" for text in texts]
    if listed:
        yield from ("", title, *listed)


def _promise(row: ActionRow, minutes: Minutes) -> str:
    due = near_day(row.due, minutes.locale, minutes.when.on.year) if row.due else say("no date")
    return f"{row.id} {row.text} · {row.owner.name if row.owner else say('nobody yet')} · {due}"


def _planned(row: Planned) -> Iterator[str]:
    yield ""
    yield f"{clock(row.start)}  {row.segment.number} {plain(word(row.segment.title))} ({row.minutes} {say('min')})"
    for prompt in row.segment.prompts:
        yield f"       {say('“{words}”', words=plain(word(prompt)))}"
    for step in row.steps:
        words = (say("“{words}”", words=plain(step.say)) if step.say else "", plain(step.do))
        yield f"       {clock(step.at)} {' '.join(part for part in words if part)}"
