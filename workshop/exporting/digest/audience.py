"""Who may read what: records that are not for this copy are taken out before anything is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from workshop.exporting.digest.source import Copy, Source
from workshop.model import ids
from workshop.model.entries import Action, Audience, Decision, Dispute, Entry, Metric, Said
from workshop.model.meeting import Correction, Meeting
from workshop.model.state import State

T = TypeVar("T", Action, Decision, Dispute, Entry, Metric)


def private(said: Said) -> bool:
    """For the facilitator alone: never leaves, and is not counted as withheld."""
    return said.kind == "private" or said.audience == "me"


def may_read(said: Said, copy: Copy) -> bool:
    """Whether a record may stand in this copy. What one team keeps to itself is not in the copy of both, and what both
    keep to themselves not in that of guests."""
    return not private(said) and _open_to(said.audience, copy)


def _open_to(audience: Audience, copy: Copy) -> bool:
    return audience in ("", copy) or (audience == "internal" and copy != "guests")


def sifted(source: Source) -> Source:
    """The source without anything that this copy may not hold, and without what was struck."""
    state, copy = source.state, source.audience
    gone = _hidden(source)
    kept = replace(
        state,
        meetings=tuple(_meeting(source, meeting, gone) for meeting in state.meetings),
        actions=_kept(state.actions, copy),
        decisions=_kept(state.decisions, copy),
        disputes=_kept(state.disputes, copy),
        metrics=tuple(metric for metric in state.metrics if may_read(metric.said, copy)),
        captures=tuple(capture for capture in state.captures if may_read(capture.said, copy)),
        parked=tuple(
            topic for topic in state.parked if topic.ref not in gone and _open_to(topic.audience, copy)
        ),
        agreements=_kept(state.agreements, copy),
        terms=_kept(state.terms, copy),
        programmes=_kept(state.programmes, copy),
    )
    return replace(source, state=kept, meeting=_meeting(source, source.meeting, gone))


def _meeting(source: Source, meeting: Meeting, gone: frozenset[str]) -> Meeting:
    def visible(correction: Correction) -> bool:
        return correction.ref not in gone

    return replace(
        meeting,
        entries=_kept(meeting.entries, source.audience),
        corrections=tuple(filter(visible, meeting.corrections)),
        closing=replace(meeting.closing, left_open=_left_open(source, meeting, gone)),
    )


def _left_open(source: Source, meeting: Meeting, gone: frozenset[str]) -> tuple[str, ...]:
    """What was open at an early close; a sentence begins with its record, or has the name of a number in quotes."""
    metrics = (metric for metric in source.state.metrics if metric.meeting == meeting.number)
    names = [f"'{metric.name}'" for metric in metrics if not may_read(metric.said, source.audience)]
    return tuple(
        told
        for told in meeting.closing.left_open
        if told.partition(" ")[0] not in gone and not any(name in told for name in names)
    )


def _kept(records: tuple[T, ...], copy: Copy) -> tuple[T, ...]:
    return tuple(
        record for record in records if may_read(record.said, copy) and not getattr(record, "struck", 0)
    )


def _hidden(source: Source) -> frozenset[str]:
    """Ids of every record that is not for this copy."""
    return frozenset(
        ref for ref, said in _records(source.state, source.meeting) if not may_read(said, source.audience)
    )


def withheld(source: Source) -> int:
    """How many records of this meeting, or still alive from earlier ones, this copy does not hold."""
    refs = {
        ref
        for ref, said in _records(source.state, source.meeting, here=True)
        if not private(said) and not may_read(said, source.audience)
    }
    return len(refs)


def _records(state: State, meeting: Meeting, *, here: bool = False) -> list[tuple[str, Said]]:
    """Every record not struck with its id; `here`: only those that the minutes of this meeting would show."""
    meetings = (meeting,) if here else (*state.meetings, meeting)
    kept = (*state.agreements, *state.terms, *state.programmes)
    entries = [entry for told in meetings for entry in told.entries] + list(kept)
    found = [(ids.show("N", entry.number), entry.said) for entry in entries if not entry.struck]
    for letter, records in (("A", state.actions), ("D", state.decisions), ("X", state.disputes)):
        found += [
            (ids.show(letter, record.number), record.said)
            for record in records
            if not record.struck
            and (not here or record.meeting == meeting.number or getattr(record, "live", False))
        ]
    found += [
        (f"metric {index}", metric.said)
        for index, metric in enumerate(state.metrics)
        if not here or metric.meeting == meeting.number
    ]
    return found
