"""Records of the meeting as the rows of an input: entries, disputes, actions of some kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from workshop.exercising.surroundings import Surroundings
from workshop.exercising.tables import Row
from workshop.exercising.values import value_of
from workshop.measures.exercise_names import column_name, fields_of
from workshop.measures.formula import Id, Value
from workshop.measures.marks import Marks, marks
from workshop.model import ids
from workshop.model.entries import Action, Dispute, Entry, Metric, Round, Said
from workshop.model.exercises import Input
from workshop.model.kinds import Field
from workshop.model.runs import Run
from workshop.model.teams import GROUPS

Record = Entry | Dispute | Action | Metric


def of_kinds(given: Input, run: Run, surroundings: Surroundings) -> tuple[Record, ...]:
    """The records of the input's kinds that its run speaks of: entries and numbers of its meeting; of disputes and
    actions those that were there by then."""
    found: Iterable[Record] = (
        *(entry for entry in surroundings.entries if entry.meeting == run.meeting and not entry.struck),
        *(dispute for dispute in surroundings.disputes if dispute.meeting <= run.meeting and not dispute.struck),
        *(action for action in surroundings.actions if (action.meeting or 0) <= run.meeting and not action.struck),
        *(metric for metric in surroundings.metrics if metric.meeting == run.meeting),
    )  # fmt: skip
    return tuple(record for record in found if record.said.kind in given.kinds)


def record_rows(given: Input, run: Run, surroundings: Surroundings) -> list[Row]:
    """Those records as rows, with the fields of their kinds."""
    fields = fields_of(given, surroundings.kinds)
    return [
        _row(number, record, fields, surroundings)
        for number, record in enumerate(of_kinds(given, run, surroundings), 1)
    ]


def _row(number: int, record: Record, fields: Iterable[Field], surroundings: Surroundings) -> Row:
    said, source = record.said, _id(record)
    told = {column_name(field.name): value_of(field, said.all(field.name)) for field in fields}
    return Row(
        said.text, source,
        {**_said(number, said, source), **_acted(source, surroundings), **told, "meeting": _meeting(record),
         **_own(record)},
    )  # fmt: skip


def _said(number: int, said: Said, source: str) -> dict[str, Value]:
    return {
        "text": said.text, "number": Fraction(number), "kind": said.kind, "detail": said.detail or None,
        "team": said.team or None, "person": Id(said.speaker) if said.speaker else None, "source": source or None,
    }  # fmt: skip


def _id(record: Record) -> str:
    match record:
        case Entry():
            return ids.show("N", record.number)
        case Dispute():
            return ids.show("X", record.number)
        case Action():
            return ids.show("A", record.number)
        case Metric():
            return ""


def _meeting(record: Record) -> Value:
    return None if record.meeting is None else Fraction(record.meeting)


def _acted(source: str, surroundings: Surroundings) -> dict[str, Value]:
    """Actions that came from a record, and how many of them are done."""
    acted = [one for one in surroundings.actions if source and one.said.source == source and not one.struck]
    done = sum(1 for one in acted if one.status == "done")
    return {"acted": Fraction(len(acted)), "acted_done": Fraction(done)}


def _own(record: Record) -> Mapping[str, Value]:
    """What a record knows beside its words."""
    match record:
        case Entry():
            return {"vote": _vote(record.rounds[-1] if record.rounds else None), "on": record.at.date()}
        case Dispute():
            return {
                "level": record.level, "arbiter": Id(record.arbiter) if record.arbiter else None,
                "decide_by": record.decide_by, "status": record.status, "outcome": record.outcome or None,
                "opened": record.opened, "settled_on": record.settled_on, "on": record.opened,
                "vote": _vote(record.rounds[-1] if record.rounds else None),
            }  # fmt: skip
        case Action():
            return {
                "owner": Id(record.owner) if record.owner else None, "due": record.due, "on": record.added,
                "done_when": record.done_when or None, "status": record.status, "closed_on": record.closed_on,
            }  # fmt: skip
        case Metric():
            return {}


def _vote(vote: Round | None) -> Marks | None:
    if vote is None:
        return None
    counts = {group: _counts(vote.values(group)) for group in GROUPS}
    numbers = {value: Fraction(value) for told in counts.values() for value in told}
    return marks(counts, numbers)


def _counts(values: Iterable[int]) -> dict[str, int]:
    told: dict[str, int] = {}
    for value in values:
        told[str(value)] = told.get(str(value), 0) + 1
    return told
