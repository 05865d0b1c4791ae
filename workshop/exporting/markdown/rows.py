"""Rows of the minutes as lines of Markdown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from workshop.exporting.days import near_day
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.readings import StillOpen
from workshop.exporting.digest.rows import ActionRow, DecisionRow, DisputeRow, EntryRow, Here, Pair, VoteRow
from workshop.exporting.language import count, say
from workshop.exporting.markdown.shapes import joined
from workshop.exporting.text import markdown as words


def days(minutes: Minutes) -> Callable[[date | None], str]:
    """How days read in this document; empty for none."""
    return lambda day: near_day(day, minutes.locale, minutes.when.on.year) if day else ""


def people(rows: tuple[Here, ...]) -> str:
    """Names with role of guests and remarks."""
    return ", ".join(_here(row) for row in rows)


def _here(row: Here) -> str:
    notes = joined(words(row.role) if row.who.team == "guest" else "", words(row.note), by=", ")
    return words(row.who.name) + (f" ({notes})" if notes else "")


def pairs(row_pairs: tuple[Pair, ...]) -> str:
    """`tactic: loan unit · worked: yes`."""
    return joined(*(f"{words(pair.label)}: {words(pair.text)}" for pair in row_pairs))


class Record(Protocol):
    """Every row with these."""

    @property
    def pairs(self) -> tuple[Pair, ...]: ...
    @property
    def tags(self) -> tuple[str, ...]: ...
    @property
    def source(self) -> str: ...
    @property
    def correction(self) -> int | None: ...
    @property
    def detail(self) -> str: ...
    @property
    def audience(self) -> str: ...


def aside(row: Record) -> str:
    """What belongs to a record besides its words, in one line."""
    return joined(
        words(row.detail), pairs(row.pairs), " ".join(f"\\#{words(tag)}" for tag in row.tags),
        f"{say('source|from')} {words(row.source)}" if row.source else "", f"{say('corrected')}, {say('no. {n}', n=row.correction)}" if row.correction else "",
        only_for(row.audience),
    )  # fmt: skip


def only_for(audience: str) -> str:
    """Who may read a record, where not everybody may."""
    return (
        f"{say('only for')} {say('both teams' if audience == 'internal' else audience)}" if audience else ""
    )


def entry(row: EntryRow, *, kind: bool = True) -> str:
    """One entry."""
    more = aside(row)
    label = f"{words(row.label)}: " if kind else ""
    mark = {"high": "! ", "low": f"({say('priority|low')}) "}.get(row.priority, "")
    votes = joined(*(vote(row_vote) for row_vote in row.rounds))
    merged = f"{say('with')} {' '.join(row.merged)}" if row.merged else ""
    return joined(f"**{row.id}** {mark}{label}{words(row.text)}", words(row.by), more, merged, votes)


def vote(row: VoteRow) -> str:
    """One vote with every ballot."""
    groups = (f"{say(group.group)} {' '.join(map(str, group.values))} = {group.mean}" for group in row.groups)
    joint = f"{say('joint')} {row.joint}" if row.joint else ""
    objection = f"{say('objection')}: {words(row.objection)}" if row.objection else ""
    return joined(say(row.verdict), joined(*groups, joint, by=", "), objection, by=": ")


def decision(row: DecisionRow, day: Callable[[date | None], str]) -> str:
    """One decision with how it came about."""
    review = f"{say('review')} {day(row.review)}" if row.review else ""
    how = joined(say(row.verdict), words(row.how), by=" ")
    more = aside(row)
    told = joined(f"**{row.id}** {words(row.text)}", how, review, more)
    rounds = [
        f"  - {say('round {n}', n=cast.number)}: {words(cast.text)} · {vote(cast)}" for cast in row.rounds
    ]
    return "\n".join((told, *rounds))


def action(row: ActionRow, day: Callable[[date | None], str], *, old: bool = False) -> tuple[str, ...]:
    """The cells of one action."""
    owner = joined(
        words(row.owner.name) if row.owner else say("nobody yet"), *(f"{say('with')} {words(who.name)}" for who in row.helpers),
        by=", ",
    )  # fmt: skip
    due = day(row.due) or say("next meeting" if row.at_next else "no date")
    moved = f"~~{day(row.original_due)}~~ " if row.original_due else ""
    mark = {"high": "! ", "low": f"({say('priority|low')}) "}.get(row.priority, "")
    more = aside(row)
    cells = (row.id, joined(f"{mark}{words(row.text)}", more), owner, f"{moved}{due}", words(row.done_when))
    return (*cells, _standing(row, day) if old else joined(_status(row), words(row.remark)))


def _status(row: ActionRow) -> str:
    return "" if row.status == "open" else say(row.status)


def _standing(row: ActionRow, day: Callable[[date | None], str]) -> str:
    days_off = say("{n} d", n=row.days) if row.days else ""
    return joined(
        joined(say(row.standing), days_off, day(row.closed_on), by=" "), say("blocked") if row.status == "blocked" else "",
        say("carried {times}", times=row.carried) if row.carried else "", words(row.remark),
        words(row.cleared) if row.cleared != row.remark else "",
    )  # fmt: skip


def carried(row: ActionRow, day: Callable[[date | None], str]) -> str:
    """One action that was due and goes on."""
    due = day(row.due) or say("next meeting" if row.at_next else "no date")
    return joined(
        f"**{row.id}** {words(row.text)}", words(row.owner.name) if row.owner else say("nobody yet"), _late(row),
        f"{say('now')} {due}", say("blocked") if row.status == "blocked" else "", words(row.remark),
    )  # fmt: skip


def _late(row: ActionRow) -> str:
    return count(row.days, "{n} day late", "{n} days late") if row.days else say("due today")


def open_in_all(found: StillOpen) -> str:
    """`11 open in all: 3 carried over, 3 not due yet, 5 new`."""
    counts = ((found.carried, "{n} carried over"), (found.not_due, "{n} not due yet"), (found.new, "{n} new"))
    return f"{say('{n} open in all', n=found.total)}: {', '.join(say(text, n=n) for n, text in counts if n)}"


def _decider(row: DisputeRow, day: Callable[[date | None], str]) -> str:
    """Who decides by when; who did, once it is decided."""
    who = words(row.arbiter.name) if row.arbiter else say(row.level)
    if row.settled_on:
        return f"{say('decided by')}: {who}" if row.status == "decided" else ""
    return joined(
        f"{say('who decides')}: {who}", f"{say('by')} {day(row.decide_by)}" if row.decide_by else "", by=" "
    )


def dispute(row: DisputeRow, day: Callable[[date | None], str]) -> str:
    """One dispute with all that is known."""
    told = [
        f"{say('outcome')}: {words(row.outcome)} {day(row.settled_on)}".rstrip() if row.outcome else "",
        f"{say('root')}: {words(row.root)}" if row.root else "",
        *(f"{say('both accept')}: {words(text)}" for text in row.facts),
        *(f"{say('still missing')}: {words(text)}" for text in row.missing),
        *(f"{say('side')}: {words(text)}" for text in row.sides),
        *(
            f"{say('vote')} {cast.number}: {joined(words(cast.text) if cast.text != row.question else '', vote(cast))}"
            for cast in row.rounds
        ),
        _decider(row, day),
        aside(row),
    ]
    head = f"**{row.id}** {words(row.question)} ({say(row.status)})"
    return "\n".join((head, *(f"  - {line}" for line in told if line)))
