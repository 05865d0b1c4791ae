"""Facts about what is said: entries, captures, parked topics, decisions, votes, disputes, numbers."""

from __future__ import annotations

from dataclasses import replace

from workshop.facilitation.applying.stamp import Stamp, change_entry, change_meeting, changed
from workshop.model import ids
from workshop.model.entries import Capture, Change, Decision, Dispute, Entry, Metric, Round, Said, Value
from workshop.model.facts import (
    Captured,
    CaptureSettled,
    Corrected,
    DecisionAdded,
    DecisionAmended,
    Disposed,
    DisputeChanged,
    DisputeEdited,
    DisputeOpened,
    EntryAdded,
    EntryEdited,
    MetricRecorded,
    Struck,
    VoteTaken,
)
from workshop.model.meeting import Correction
from workshop.model.state import Parked, State

SETTLING = ("drop", "action")
"""Dispositions after which a topic does not come back by itself."""


def entry_added(state: State, fact: EntryAdded, stamp: Stamp) -> State:
    entry = Entry(fact.number, stamp.meeting, fact.segment, stamp.at, fact.said, fact.read_aloud)
    state = replace(state, counters=replace(state.counters, entry=max(state.counters.entry, fact.number)))
    state = change_meeting(state, stamp.meeting, lambda m: replace(m, entries=(*m.entries, entry)))
    return _kept(state, entry, stamp)


def _kept(state: State, entry: Entry, stamp: Stamp) -> State:
    """Entries that live on beyond their meeting are held where later meetings find them."""
    match entry.said.kind:
        case "agreement":
            return replace(state, agreements=(*state.agreements, entry))
        case "term":
            return replace(state, terms=(*state.terms, entry))
        case "programme":
            return replace(state, programmes=(*state.programmes, entry))
        case "parking":
            return replace(state, parked=(*state.parked, _parked(entry, stamp)))
    return state


def _let_go(state: State, number: int) -> State:
    """The entry no longer lives on beyond its meeting."""
    ref = ids.show("N", number)
    return replace(
        state,
        parked=tuple(parked for parked in state.parked if parked.ref != ref),
        agreements=tuple(entry for entry in state.agreements if entry.number != number),
        terms=tuple(entry for entry in state.terms if entry.number != number),
        programmes=tuple(entry for entry in state.programmes if entry.number != number),
    )


def _parked(entry: Entry, stamp: Stamp) -> Parked:
    disposition = entry.said.get("disposition")
    return Parked(
        ids.show("N", entry.number), entry.said.text, entry.said.speaker, entry.meeting,
        disposition, entry.said.get("date"), since=stamp.t, settled=stamp.t if disposition in SETTLING else 0,
        audience=entry.said.audience,
    )  # fmt: skip


def entry_edited(state: State, fact: EntryEdited, stamp: Stamp) -> State:
    before = state.entry(fact.number)
    state = change_entry(state, fact.number, lambda entry: replace(entry, said=fact.said))
    entry = state.entry(fact.number)
    if before is None or entry is None:
        return state
    if before.said.kind != entry.said.kind:
        return _kept(_let_go(state, fact.number), entry, stamp)
    return _parked_anew(state, entry, stamp) if entry.said.kind == "parking" else state


def _parked_anew(state: State, entry: Entry, stamp: Stamp) -> State:
    ref = ids.show("N", entry.number)
    old = next((parked for parked in state.parked if parked.ref == ref), None)
    new = _parked(entry, stamp)
    if old is None:
        return replace(state, parked=(*state.parked, new))
    new = replace(new, carried=old.carried, cleared=old.cleared, since=old.since)
    return replace(state, parked=changed(state.parked, lambda parked: parked.ref == ref, lambda _: new))


def struck(state: State, fact: Struck, _: Stamp) -> State:
    letter, number = ids.read(fact.ref) or ("", 0)
    match letter:
        case "N":
            return _let_go(change_entry(state, number, lambda entry: replace(entry, struck=True)), number)
        case "A":
            gone = changed(state.actions, lambda a: a.number == number, lambda a: replace(a, struck=True))
            return replace(state, actions=gone)
        case "D":
            left = changed(state.decisions, lambda d: d.number == number, lambda d: replace(d, struck=True))
            return replace(state, decisions=left)
        case "X":
            rest = changed(state.disputes, lambda x: x.number == number, lambda x: replace(x, struck=True))
            return replace(state, disputes=rest)
    return state


def captured(state: State, fact: Captured, stamp: Stamp) -> State:
    capture = Capture(fact.number, stamp.at, fact.said)
    counters = replace(state.counters, capture=max(state.counters.capture, fact.number))
    return replace(state, captures=(*state.captures, capture), counters=counters)


def capture_settled(state: State, fact: CaptureSettled, _: Stamp) -> State:
    return replace(state, captures=tuple(c for c in state.captures if c.number != fact.number))


def disposed(state: State, fact: Disposed, stamp: Stamp) -> State:
    day = fact.on.isoformat() if fact.on else ""

    def settle(parked: Parked) -> Parked:
        settled = stamp.t if fact.disposition in SETTLING else 0
        return replace(parked, disposition=fact.disposition, date=day, settled=settled)

    state = replace(state, parked=changed(state.parked, lambda parked: parked.ref == fact.ref, settle))
    letter, number = ids.read(fact.ref) or ("", 0)
    if letter != "N":
        return state
    values = tuple(v for v in (Value("disposition", fact.disposition), Value("date", day)) if v.value)
    return change_entry(state, number, lambda entry: replace(entry, said=with_fields(entry.said, values)))


def with_fields(said: Said, values: tuple[Value, ...]) -> Said:
    """The line with fields replaced by name; `-` takes a field away."""
    names = {value.name for value in values}
    kept = tuple(field for field in said.fields if field.name not in names)
    return replace(said, fields=kept + tuple(value for value in values if value.value != "-"))


def corrected(state: State, fact: Corrected, stamp: Stamp) -> State:
    correction = Correction(
        fact.number,
        fact.ref,
        fact.text,
        fact.target,
        stamp.meeting or None,
        fact.on,
        fact.after_approval,
        fact.original,
    )
    state = replace(
        state, counters=replace(state.counters, correction=max(state.counters.correction, fact.number))
    )
    if not fact.after_approval:
        state = _reworded(state, fact.ref, fact.text)
    return change_meeting(
        state, fact.target or stamp.meeting, lambda m: replace(m, corrections=(*m.corrections, correction))
    )


def _reworded(state: State, ref: str, text: str) -> State:
    """What lives on beyond its meeting carries the corrected words; the meeting's own entries keep the old ones, so
    that its minutes can list what was corrected."""
    letter, number = ids.read(ref) or ("", 0)

    def anew(said: Said) -> Said:
        return replace(said, text=text)

    def entries(held: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return changed(held, lambda e: e.number == number, lambda e: replace(e, said=anew(e.said)))

    match letter:
        case "N":
            parked = changed(
                state.parked, lambda topic: topic.ref == ref, lambda topic: replace(topic, text=text)
            )
            return replace(
                state, parked=parked, agreements=entries(state.agreements), terms=entries(state.terms)
            )
        case "A":
            actions = changed(
                state.actions, lambda a: a.number == number, lambda a: replace(a, said=anew(a.said))
            )
            return replace(state, actions=actions)
        case "X":
            disputes = changed(
                state.disputes, lambda x: x.number == number, lambda x: replace(x, said=anew(x.said))
            )
            return replace(state, disputes=disputes)
    return state


def decision_added(state: State, fact: DecisionAdded, stamp: Stamp) -> State:
    decision = Decision(
        fact.number, stamp.meeting, fact.segment, fact.said, fact.mode, fact.decider, fact.review
    )
    counters = replace(state.counters, decision=max(state.counters.decision, fact.number))
    return replace(state, decisions=(*state.decisions, decision), counters=counters)


def decision_amended(state: State, fact: DecisionAmended, _: Stamp) -> State:
    return replace(
        state,
        decisions=changed(
            state.decisions,
            lambda decision: decision.number == fact.number,
            lambda decision: replace(decision, said=replace(decision.said, text=fact.text), amended=True),
        ),
    )


def vote_taken(state: State, fact: VoteTaken, _: Stamp) -> State:
    vote = Round(fact.text, fact.ballots, fact.objection)
    letter, number = ids.read(fact.ref) or ("", 0)
    match letter:
        case "N":
            return change_entry(state, number, lambda entry: replace(entry, rounds=(*entry.rounds, vote)))
        case "D":
            decisions = changed(
                state.decisions, lambda d: d.number == number, lambda d: replace(d, rounds=(*d.rounds, vote))
            )
            return replace(state, decisions=decisions)
        case "X":
            disputes = changed(
                state.disputes, lambda x: x.number == number, lambda x: replace(x, rounds=(*x.rounds, vote))
            )
            return replace(state, disputes=disputes)
    return state


def dispute_opened(state: State, fact: DisputeOpened, stamp: Stamp) -> State:
    dispute = Dispute(
        fact.number, stamp.meeting, fact.segment, fact.said, fact.on, fact.level, fact.arbiter,
        fact.decide_by, fact.status, history=(Change(fact.on, "opened", "", stamp.meeting or None),),
    )  # fmt: skip
    counters = replace(state.counters, dispute=max(state.counters.dispute, fact.number))
    return replace(state, disputes=(*state.disputes, dispute), counters=counters)


def dispute_edited(state: State, fact: DisputeEdited, _: Stamp) -> State:
    def edit(dispute: Dispute) -> Dispute:
        return replace(
            dispute,
            said=fact.said,
            level=fact.level,
            arbiter=fact.arbiter,
            decide_by=fact.decide_by or dispute.decide_by,
        )

    return replace(state, disputes=changed(state.disputes, lambda x: x.number == fact.number, edit))


def dispute_changed(state: State, fact: DisputeChanged, stamp: Stamp) -> State:
    def change(dispute: Dispute) -> Dispute:
        step = Change(fact.on, fact.status, fact.outcome, stamp.meeting or None)
        return replace(
            dispute,
            status=fact.status,
            outcome=fact.outcome or dispute.outcome,
            level="arbiter" if fact.status == "escalated" else dispute.level,
            arbiter=fact.arbiter or dispute.arbiter,
            decide_by=fact.decide_by or dispute.decide_by,
            settled_on=fact.on if fact.status in ("settled", "decided") else None,
            history=(*dispute.history, step),
        )

    disputes = changed(state.disputes, lambda dispute: dispute.number == fact.number, change)
    return replace(state, disputes=disputes)


def metric_recorded(state: State, fact: MetricRecorded, stamp: Stamp) -> State:
    """Typed again in the same meeting, a number takes the place of one without a period, or with the same."""
    new = Metric(fact.name, stamp.meeting, fact.said)

    def replaced(old: Metric) -> bool:
        same = old.meeting == new.meeting and old.name.casefold() == new.name.casefold()
        return same and old.period in ("", new.period)

    return replace(state, metrics=(*(old for old in state.metrics if not replaced(old)), new))
