"""A record as a row: what was said, the fields of its kind, what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cached_property

from workshop.exercising.numbers import Numbers
from workshop.exercising.records import Record, of_kinds
from workshop.exercising.surroundings import Surroundings
from workshop.exercising.tables import Row
from workshop.exercising.values import person, value_of
from workshop.measures.formula import Value
from workshop.measures.input_names import column_name, fields_of
from workshop.measures.marks import Marks, marks
from workshop.model import ids
from workshop.model.entries import Action, Dispute, Entry, Metric, Round
from workshop.model.exercises import Input
from workshop.model.kinds import Field
from workshop.model.runs import Run
from workshop.model.teams import GROUPS


def record_rows(given: Input, run: Run, surroundings: Surroundings) -> list[Row]:
    """The records of an input's kinds as rows, in their order."""
    fields = fields_of(given, surroundings.kinds)
    numbers = Numbers(surroundings, run.meeting)
    told = Retold(run, surroundings)
    return [
        _row(number, record, fields, numbers, told, date.fromisoformat(run.on))
        for number, record in enumerate(of_kinds(given, run, surroundings), 1)
    ]


class Retold:
    """How often something was told before, and what came of it."""

    def __init__(self, run: Run, surroundings: Surroundings) -> None:
        self._run, self._surroundings = run, surroundings

    @cached_property
    def _meetings(self) -> dict[tuple[str, str], set[int]]:
        """Meetings up to this one by kind and words: looked up for each of the rows, so gone through only once."""
        found = defaultdict[tuple[str, str], set[int]](set)
        for entry in self._surroundings.entries:
            if entry.meeting <= self._run.meeting and not entry.struck:
                found[entry.said.kind, entry.said.text.casefold()].add(entry.meeting)
        return found

    @cached_property
    def _actions(self) -> dict[str, list[Action]]:
        """Actions by what they came from."""
        found = defaultdict[str, list[Action]](list)
        for one in self._surroundings.actions:
            if not one.struck:
                found[one.said.source].append(one)
        return found

    def times(self, kind: str, text: str) -> Fraction:
        """Meetings up to this one in which an entry of that kind said the same words."""
        return Fraction(max(1, len(self._meetings.get((kind, text.casefold()), ()))))

    def acted(self, source: str, meeting: int | None = None) -> dict[str, Value]:
        """Actions that came from a record or a row, and how many of them are done."""
        told = self._actions.get(source, ()) if source else ()
        found = [one for one in told if meeting in (None, one.meeting)]
        done = sum(1 for one in found if one.status == "done")
        return {"acted": Fraction(len(found)), "acted_done": Fraction(done)}


def _row(
    number: int, record: Record, fields: Iterable[Field], numbers: Numbers, retold: Retold, today: date
) -> Row:
    said, source = record.said, _id(record)
    told = {column_name(field.name): value_of(field, said.all(field.name)) for field in fields}
    known: dict[str, Value] = {
        "text": said.text, "number": Fraction(number), "kind": said.kind, "detail": said.detail or None,
        "team": said.team or None, "person": person(said.speaker), "source": source or None,
        "held_in": None if record.meeting is None else Fraction(record.meeting),
        "times": retold.times(said.kind, said.text), **retold.acted(source),
    }  # fmt: skip
    own = numbers.columns(record) if isinstance(record, Metric) else _own(record, today)
    return Row(str(own.get("text", said.text)), source, {**known, **told, **own})


def _id(record: Record) -> str:
    letter = {Entry: "N", Dispute: "X", Action: "A"}.get(type(record), "")
    return "" if isinstance(record, Metric) else ids.show(letter, record.number)


def _own(record: Entry | Dispute | Action, today: date) -> dict[str, Value]:
    """What a record knows beside its words."""
    match record:
        case Entry():
            return {"vote": _vote(record.rounds), "on": record.at.date()}
        case Dispute():
            return {
                "level": record.level, "arbiter": person(record.arbiter), "decide_by": record.decide_by,
                "status": _status(record, today), "outcome": record.outcome or None, "opened": record.opened,
                "settled_on": record.settled_on, "on": record.opened, "vote": _vote(record.rounds),
            }  # fmt: skip
        case Action():
            return {
                "owner": person(record.owner), "due": record.due, "on": record.added, "status": record.status,
                "done_when": record.done_when or None, "closed_on": record.closed_on,
            }  # fmt: skip


def _status(dispute: Dispute, today: date) -> str:
    """Past its decide-by date and not settled it is shown as escalated (R60)."""
    late = dispute.live and dispute.decide_by is not None and dispute.decide_by < today
    return "escalated" if late else dispute.status


def _vote(rounds: tuple[Round, ...]) -> Marks | None:
    """The last vote."""
    if not rounds:
        return None
    counts = {group: _counts(rounds[-1].values(group)) for group in GROUPS}
    return marks(counts, {value: Fraction(value) for told in counts.values() for value in told})


def _counts(values: Iterable[int]) -> dict[str, int]:
    told: dict[str, int] = {}
    for value in values:
        told[str(value)] = told.get(str(value), 0) + 1
    return told
