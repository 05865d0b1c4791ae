"""The closing gate: what is still open, each point with the line that settles it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from workshop.errors import NotFound
from workshop.facilitation.deciding.votes import third_time
from workshop.facilitation.exercises import is_asked, lacking, on_screen
from workshop.facilitation.house import House
from workshop.measures.verdicts import decision_verdict
from workshop.model import ids
from workshop.model.entries import Decision, Dispute, Entry, Said, Value
from workshop.model.exercises import Exercise, Input
from workshop.model.kinds import Kind
from workshop.model.meeting import Item, Meeting
from workshop.model.state import State
from workshop.model.teams import GROUPS, group_of
from workshop.model.values import dataclass

FORTNIGHT = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class Point:
    """One open point. The sentence holds ids, never names: it may be stored with an early close."""

    ref: str
    sentence: str
    fix: str
    """The exact line to type."""


def tray(state: State, meeting: Meeting, house: House) -> tuple[Point, ...]:
    """Complete later: records and rows of exercises of this meeting that lack a field that is asked for."""
    entries = (entry for entry in meeting.entries if not entry.struck)
    rows = [(ids.show("N", entry.number), entry.said) for entry in entries]
    rows += [
        (ids.show("X", dispute.number), _with_date(dispute))
        for dispute in state.disputes
        if dispute.meeting == meeting.number and dispute.live
    ]
    points = [point for ref, said in rows for point in _incomplete(ref, said, house)]
    metrics = (metric for metric in state.metrics if metric.meeting == meeting.number and not metric.period)
    return (
        *points,
        *(_metric_point(metric.name) for metric in metrics),
        *_half_told(state, meeting, house),
        *_actions(state, meeting),
    )


def _half_told(state: State, meeting: Meeting, house: House) -> Iterator[Point]:
    """Rows that somebody typed without a required field: one point for all of an input that lack the same."""
    now = on_screen(state, house.exercise)
    for run in (run for run in state.runs if run.meeting == meeting.number):
        exercise, here = house.exercise(run.exercise), now is not None and now.exercise.slug == run.exercise
        for given in exercise.inputs if exercise else ():
            lacks: dict[tuple[str, ...], list[int]] = {}
            typed = (row for row in run.of(given.slug) if not row.preset)
            for row in (row for row in typed if exercise and is_asked(exercise, given, run, row)):
                lacks.setdefault(lacking(given, row), []).append(row.number)
            told = ((fields, rows) for fields, rows in lacks.items() if fields)
            yield from (_row_point(run.exercise, given, rows, fields, here=here) for fields, rows in told)


def _row_point(slug: str, given: Input, rows: list[int], fields: tuple[str, ...], *, here: bool) -> Point:
    called = given.prefix if given.shape == "form" else f"{given.prefix} {', '.join(map(str, rows))}"
    verb = "lacks" if len(rows) == 1 else "lack"
    number = "" if given.shape == "form" else f"{rows[0]} "
    line = f"{given.prefix}: {number}{'; '.join(f'{name}=...' for name in fields)}"
    fix = f"{line} (? will do)" if here else f"/exercise {slug} (then {line})"
    return Point(called, f"{called} {verb} {', '.join(fields)} ({slug}).", fix)


def _with_date(dispute: Dispute) -> Said:
    """What a dispute was told with, the day it was given since among it."""
    day = (Value("decide_by", dispute.decide_by.isoformat()),) if dispute.decide_by else ()
    return replace(dispute.said, fields=dispute.said.fields + day)


def _metric_point(name: str) -> Point:
    return Point(
        name,
        f"The number '{name}' has no period.",
        f"Type it again with its period: metric: {name}=... period=...",
    )


def _kind(house: House, name: str) -> Kind | None:
    try:
        return house.kind(name)
    except NotFound:
        return None  # a kind of the team's own that was taken off the shelf again: nothing to ask for


def missing(said: Said, kind: Kind) -> tuple[str, ...]:
    """Required fields without a value. A line that refers to an earlier record inherits from it."""
    if said.get("ref"):
        return ()
    return tuple(field.name for field in kind.fields if field.required and not said.get(field.name))


def _incomplete(ref: str, said: Said, house: House) -> Iterator[Point]:
    kind = _kind(house, said.kind)
    fields = missing(said, kind) if kind else ()
    if not fields:
        return
    hint = "; ".join(f"{name}=..." for name in fields)
    unknown = kind is not None and any(
        field.unknown or "unknown" in field.options for field in kind.fields if field.name in fields
    )
    yield Point(
        ref,
        f"{ref} {said.kind} lacks {', '.join(fields)}.",
        f"/edit {ref} {hint}" + (" (unknown or ? will do)" if unknown else ""),
    )


def _actions(state: State, meeting: Meeting) -> Iterator[Point]:
    next_date = meeting.closing.next_date
    no_next = next_date is not None and next_date.on is None
    for action in state.actions:
        if action.meeting != meeting.number or not action.live:
            continue
        ref = ids.show("A", action.number)
        if not action.owner:
            yield Point(ref, f"{ref} has no owner.", f"/assign {ref} @name")
        if action.due is None and (no_next or not action.at_next):
            yield Point(ref, f"{ref} has no date.", f"/due {ref} >fri")
        if not action.done_when:
            yield Point(ref, f"{ref} does not say when it is done.", f"/edit {ref} done_when=...")


def unanswered(state: State, meeting: Meeting, house: House) -> Iterator[Point]:
    """Questions and needs without an answer, and without anything that came from them."""
    answered = _sources(state, meeting)
    for entry in meeting.entries:
        kind = _kind(house, entry.said.kind)
        ref = ids.show("N", entry.number)
        if entry.struck or kind is None or not kind.asks or entry.said.get("answer") or ref in answered:
            continue
        if kind.field("answer"):
            fix = f"/edit {ref} answer=yes (or counter, no, later)"
        else:
            fix = f"answer with n: ... from:{ref}, act with a: ... from:{ref}, or p: ... from:{ref}"
        yield Point(ref, f"{ref} {entry.said.kind} waits for an answer.", fix)


def _sources(state: State, meeting: Meeting) -> frozenset[str]:
    said: list[Said] = [entry.said for entry in meeting.entries if not entry.struck]
    said += [action.said for action in state.actions if not action.struck]
    said += [decision.said for decision in state.decisions if not decision.struck]
    return frozenset(ref for line in said for ref in (line.source, line.get("ref")) if ref)


def _undisposed(state: State, meeting: Meeting) -> Iterator[Point]:
    for topic in state.parked:
        if topic.meeting == meeting.number and not topic.disposition:
            fix = f"/dispose {topic.ref} next agenda (or action, separate talk, drop)"
            yield Point(topic.ref, f"{topic.ref} is parked; what becomes of it?", fix)


def _unvoted(state: State, meeting: Meeting) -> Iterator[Point]:
    for decision in state.decisions:
        if decision.meeting == meeting.number and not decision.struck and waits_for_vote(decision):
            ref = ids.show("D", decision.number)
            fix = f"/vote {ref} none (or objection and why)"
            if decision.mode != "consent":
                fix = f"/vote {ref} {_everybody(meeting)} (your own numbers)"
            yield Point(ref, f"{ref} waits for its vote.", fix)


def waits_for_vote(decision: Decision) -> bool:
    """Decided by numbers or consent, and nobody was asked about the words as they stand now."""
    return decision_verdict(decision).word == "not voted"


def _everybody(meeting: Meeting) -> str:
    """Rows that fit the people here: `sales 4x5 marketing 4x4`."""
    here = [group_of(row.team) for row in meeting.expected]
    rows = [f"{group} 4x{here.count(group)}" for group in GROUPS if group in here]
    return " ".join(rows) or "sales 4x2 marketing 4x2"


def _steps(state: State, meeting: Meeting, house: House) -> Iterator[Point]:
    closing = meeting.closing
    if state.captures:
        count = len(state.captures)
        yield Point("inbox", f"{count} waiting in the inbox.", "/inbox place all (or park, drop)")
    for ref in third_time(state, meeting):
        way = f"/escalate {ref} name, /override {ref} and why" + (
            f", /done {ref}, /drop {ref} // why" if ref[0] == "A" else f", /dispose {ref} drop"
        )
        yield Point(ref, f"{ref} came up a third time.", way)
    if not closing.read_back and _made_here(state, meeting):
        yield Point("read-back", "Decisions and actions are not read back yet.", "/readback")
    if not closing.unsaid_asked:
        yield Point("unsaid", "Was anybody asked for anything unsaid?", "/unsaid")
    if (
        not closing.credits_asked
        and asks_for(meeting.items, "credit", house.exercise)
        and not _credits(meeting)
    ):
        yield Point(
            "credits", "No credit to the other team yet.", "credit: ... @name to=marketing, or /credits"
        )
    if not meeting.roti.revealed and asks_for(meeting.items, "roti", house.exercise):
        yield Point(
            "roti", "Return on time is not asked yet.", f"roti: {_everybody(meeting)} (your own numbers)"
        )
    if closing.next_date is None:
        yield Point(
            "next",
            "When do you meet next?",
            f"/nextdate {meeting.on + FORTNIGHT} {_again(meeting)} or /nextdate none and why",
        )


def _again(meeting: Meeting) -> str:
    """What may come in a fortnight: the same short meeting, after a long one the light contact between two of them."""
    planned = sum(item.segment.minutes for item in meeting.items)
    return meeting.template if planned <= 60 else "sync-30"


def _made_here(state: State, meeting: Meeting) -> bool:
    decisions = any(d.meeting == meeting.number and not d.struck for d in state.decisions)
    return decisions or any(a.meeting == meeting.number and not a.struck for a in state.actions)


def asks_for(items: Iterable[Item], kind: str, shelf: Callable[[str], Exercise | None]) -> bool:
    """Whether an exercise or a building block of these segments asks for entries of that kind."""
    slugs = (slug for item in items for slug in (item.segment.exercise, *item.segment.blocks) if slug)
    found = (shelf(slug) for slug in dict.fromkeys(slugs))
    return any(kind in given.kinds for exercise in found if exercise for given in exercise.inputs)


def _credits(meeting: Meeting) -> tuple[Entry, ...]:
    return tuple(entry for entry in meeting.entries if entry.said.kind == "credit" and not entry.struck)


def gate(state: State, meeting: Meeting, house: House) -> tuple[Point, ...]:
    """Everything that stands between here and a full close, in the order to settle it."""
    return (
        *tray(state, meeting, house),
        *unanswered(state, meeting, house),
        *_undisposed(state, meeting),
        *_unvoted(state, meeting),
        *_steps(state, meeting, house),
    )
