"""Records around a run that are the rows of an input: which ones, and updates as one row with what they update."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from workshop.exercising.surroundings import Surroundings
from workshop.model import ids
from workshop.model.entries import Action, Dispute, Entry, Metric
from workshop.model.exercises import Input
from workshop.model.runs import Run

Record = Entry | Dispute | Action | Metric


def of_kinds(given: Input, run: Run, surroundings: Surroundings) -> tuple[Record, ...]:
    """The records of the input's kinds that its run speaks of.

    Entries and numbers of its meeting, or as far back as the input says; disputes and actions that were there by then.
    """
    entries = tuple(_entries(given, run, surroundings.entries))
    found: Iterable[Record] = (
        *(_merged(entries) if given.merged else entries),
        *(_as_of(one, run) for one in surroundings.disputes if one.meeting <= run.meeting and not one.struck),
        *(one for one in surroundings.actions if (one.meeting or 0) <= run.meeting and not one.struck),
        *(one for one in surroundings.metrics if _told_by(one.meeting, given, run)),
    )
    return tuple(record for record in found if record.said.kind in given.kinds)


def said_on(entry: Entry) -> date:
    """The day that an entry is about, else that on which it was typed."""
    try:
        return date.fromisoformat(entry.said.get("date"))
    except ValueError:
        return entry.at.date()


def _entries(given: Input, run: Run, entries: Iterable[Entry]) -> Iterable[Entry]:
    first = date.fromisoformat(run.on) - timedelta(days=given.since)
    for entry in entries:
        if entry.struck or entry.said.kind not in given.kinds:
            continue
        if (given.since and entry.meeting <= run.meeting and said_on(entry) >= first) or (
            not given.since and _told_by(entry.meeting, given, run)
        ):
            yield entry


def _told_by(meeting: int, given: Input, run: Run) -> bool:
    return meeting <= run.meeting if given.ever else meeting == run.meeting


def _as_of(dispute: Dispute, run: Run) -> Dispute:
    """A dispute as it stood on the day of the run: what was settled later was open then."""
    if dispute.settled_on is None or dispute.settled_on <= date.fromisoformat(run.on):
        return dispute
    return replace(dispute, status="open", settled_on=None, outcome="")


def _merged(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The first keeps its words and its id; fields told later replace the old ones, votes are added."""
    told: dict[int, Entry] = {}
    home: dict[int, int] = {}
    for entry in sorted(entries, key=lambda entry: entry.number):
        first = _first(entry, told, home)
        home[entry.number] = first if first is not None else entry.number
        told[home[entry.number]] = _continued(told[first], entry) if first is not None else entry
    return tuple(told.values())


def _first(entry: Entry, told: dict[int, Entry], home: dict[int, int]) -> int | None:
    """The record that `ref=` means, by id or by its words, also by way of an earlier update."""
    ref = entry.said.get("ref")
    found = ids.read(ref)
    if found and found[0] == "N":
        return home.get(found[1])
    name = ref.strip().casefold()
    return next((number for number, one in told.items() if name and one.said.text.casefold() == name), None)


def _continued(first: Entry, later: Entry) -> Entry:
    told = tuple(field for field in later.said.fields if field.name != "ref")
    names = {field.name for field in told}
    kept = tuple(field for field in first.said.fields if field.name not in names)
    said = replace(first.said, fields=kept + told)
    return replace(first, said=said, rounds=first.rounds + later.rounds, at=later.at)
