"""What a line would do, in a few short words, while it is still being typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from workshop.facilitation.gate import missing
from workshop.grammar import SLASHES
from workshop.line.wording import Wording
from workshop.model import commands as c
from workshop.model.asks import Ask
from workshop.model.commands import Add, Command, Due, GiveRoti


def chips(asked: Command | Ask, say: Wording, line: str = "") -> tuple[str, ...]:
    """The parts that were understood: kind, who, when, marks, fields, what is still asked for."""
    match asked:
        case Add():
            return tuple(_entry(asked, say))
        case GiveRoti():
            return tuple(_rows(asked))
    return (*_slash(line), *_TELL.get(type(asked), _nothing)(asked, say))


def _entry(asked: Add, say: Wording) -> Iterator[str]:
    said = asked.said
    kind = say.kind(said.kind)
    yield kind.label.lower() if kind else said.kind
    if said.kind == "action":
        names = [say.name(person) for person in asked.who]
        yield f"{names[0]}{' with ' + ', '.join(names[1:]) if names[1:] else ''}" if names else "nobody yet"
        yield _due(asked.due or Due(at_next=True), say)
    elif said.speaker:
        yield f"{say.name(said.speaker)} ({said.team})"
    elif said.team:
        yield "both teams" if said.team == "both" else f"{said.team} as a team"
    for field in said.fields:
        yield f"{field.name} {say.value(said.kind, field.name, field.value)}"
    yield from (f"#{tag}" for tag in said.tags)
    if said.priority:
        yield f"{said.priority} priority"
    if said.source:
        yield f"from {said.source}"
    if said.audience:
        yield "only for me" if said.audience == "me" else f"for {said.audience}"
    if said.detail:
        yield "with detail"
    lacks = missing(said, kind) if kind else ()
    if lacks and said.kind not in ("action", "decision"):
        yield f"later: {', '.join(lacks)}"


def _rows(asked: GiveRoti) -> Iterator[str]:
    yield "in confidence"
    counts: dict[str, int] = {}
    for row in asked.rows:
        counts[row.group] = counts.get(row.group, 0) + len(row.values)
    yield from (f"{group} {count} answer{'s' if count != 1 else ''}" for group, count in counts.items())
    yield from (f"change {text}" for text in asked.change)
    yield from (f"keep {text}" for text in asked.keep)


def _slash(line: str) -> Iterator[str]:
    """The line of help of a slash command."""
    name = line.lstrip().removeprefix("/").split(" ")[0].lower()
    yield from (slash.help.rstrip(".") for slash in SLASHES if slash.name == name)


def _due(due: Due, say: Wording) -> str:
    return "due at the next meeting" if due.at_next else f"due {say.day(due.on)}" if due.on else "no date"


def _nothing(_asked: object, _say: Wording) -> Iterator[str]:
    yield from ()


def _people_and_day(asked: Any, say: Wording) -> Iterator[str]:
    yield from (say.name(person) for person in asked.who)
    if asked.due is not None:
        yield _due(asked.due, say)


def _ballots(asked: c.Vote, _say: Wording) -> Iterator[str]:
    yield from (f"{ballot.group} {len(ballot.values)}" for ballot in asked.ballots)


def _attend(asked: c.Attend, say: Wording) -> Iterator[str]:
    if asked.meeting:
        yield f"M-{asked.meeting}"
    yield ", ".join(say.name(person) for person in asked.people)


def _row(asked: c.SetRow, say: Wording) -> Iterator[str]:
    yield f"{asked.input} {asked.number or asked.text}".strip()
    yield from (f"{value.name} {value.value}" for value in asked.fields)
    if asked.person:
        yield say.name(asked.person)


def _several(asked: c.SetRows, _say: Wording) -> Iterator[str]:
    named = ", ".join(str(row.number or row.text) for row in asked.rows)
    yield f"{asked.rows[0].input} {named}"
    yield from (f"{value.name} {value.value}" for value in asked.rows[0].fields)


def _sheets(asked: c.GiveAnswers, say: Wording) -> Iterator[str]:
    yield asked.input
    for sheet in asked.sheets:
        who = say.name(sheet.person) if sheet.person else sheet.group
        about = f" on {sheet.item}" if sheet.item else ""
        yield f"{who} {len(sheet.values)} value{'s' if len(sheet.values) != 1 else ''}{about}"


_TELL: Mapping[type[Any], Callable[[Any, Wording], Iterator[str]]] = {
    c.SetAction: _people_and_day,
    c.Edit: _people_and_day,
    c.Split: lambda asked, _: iter((f"{len(asked.parts)} entries",)),
    c.Vote: _ballots,
    c.Attend: _attend,
    c.SetRow: _row,
    c.SetRows: _several,
    c.GiveAnswers: _sheets,
    c.Extend: lambda asked, _: iter((f"{asked.minutes:+d} minutes",)),
    c.SetNextDate: lambda asked, say: iter((say.day(asked.on),) if asked.on else ()),
}
