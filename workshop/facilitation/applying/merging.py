"""Entries made one, and put in another order: nothing that was said is lost, and what came from an entry still leads to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workshop.facilitation.applying.records import entry_edited, struck
from workshop.facilitation.applying.stamp import Stamp, change_entry
from workshop.model import ids
from workshop.model.entries import Entry, Said
from workshop.model.facts import EntriesMerged, EntryEdited, EntryMoved, Struck
from workshop.model.meeting import Meeting
from workshop.model.state import State


def entry_moved(state: State, fact: EntryMoved, _: Stamp) -> State:
    state = change_entry(state, fact.number, lambda entry: replace(entry, segment=fact.segment))
    if not fact.before and not fact.after:
        return state
    return replace(state, meetings=tuple(_placed(meeting, fact) for meeting in state.meetings))


def _placed(meeting: Meeting, fact: EntryMoved) -> Meeting:
    beside = fact.before or fact.after
    moved = next((entry for entry in meeting.entries if entry.number == fact.number), None)
    rest = [entry for entry in meeting.entries if entry is not moved]
    place = next((index for index, entry in enumerate(rest) if entry.number == beside), None)
    if moved is None or place is None:
        return meeting
    rest.insert(place if fact.before else place + 1, moved)
    return replace(meeting, entries=tuple(rest))


def entries_merged(state: State, fact: EntriesMerged, stamp: Stamp) -> State:
    earlier = [number for gone in fact.gone if (entry := state.entry(gone)) for number in entry.merged]
    state = entry_edited(state, EntryEdited(fact.number, fact.said), stamp)
    for gone in fact.gone:
        state = struck(state, Struck(ids.show("N", gone)), stamp)
    joined = tuple(dict.fromkeys((*fact.gone, *earlier)))
    state = change_entry(state, fact.number, lambda entry: replace(entry, merged=entry.merged + joined))
    return _pointing(state, fact.gone, fact.number)


def pointed(said: Said, gone: Iterable[int], into: int) -> Said:
    """The line with each source and reference to one of these entries leading to the one they joined."""
    refs = {ids.show("N", number) for number in gone}
    target = ids.show("N", into)
    if said.source not in refs and not any(field.value in refs for field in said.fields):
        return said
    fields = tuple(replace(field, value=target) if field.value in refs else field for field in said.fields)
    return replace(said, source=target if said.source in refs else said.source, fields=fields)


def _pointing(state: State, gone: tuple[int, ...], into: int) -> State:
    """Every record that came from one of these entries comes from the one they joined."""

    def anew(said: Said) -> Said:
        return pointed(said, gone, into)

    def entries(held: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(replace(entry, said=anew(entry.said)) for entry in held)

    return replace(
        state,
        meetings=tuple(replace(meeting, entries=entries(meeting.entries)) for meeting in state.meetings),
        agreements=entries(state.agreements),
        terms=entries(state.terms),
        programmes=entries(state.programmes),
        actions=tuple(replace(action, said=anew(action.said)) for action in state.actions),
        decisions=tuple(replace(decision, said=anew(decision.said)) for decision in state.decisions),
        disputes=tuple(replace(dispute, said=anew(dispute.said)) for dispute in state.disputes),
        metrics=tuple(replace(metric, said=anew(metric.said)) for metric in state.metrics),
        captures=tuple(replace(capture, said=anew(capture.said)) for capture in state.captures),
    )
