"""Records of the meeting as the rows of an input: entries, disputes, actions, numbers of some kinds."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.exercising.surroundings import Surroundings
from workshop.model.entries import Action, Dispute, Entry, Metric
from workshop.model.exercises import Input
from workshop.model.runs import Run

Record = Entry | Dispute | Action | Metric


def of_kinds(source: Input, run: Run, surroundings: Surroundings) -> tuple[Record, ...]:
    """The records of the input's kinds that its run speaks of: entries and numbers of its meeting; of disputes and
    actions those that were there by then."""
    found: Iterable[Record] = (
        *(entry for entry in surroundings.entries if entry.meeting == run.meeting and not entry.struck),
        *(dispute for dispute in surroundings.disputes if dispute.meeting <= run.meeting and not dispute.struck),
        *(action for action in surroundings.actions if (action.meeting or 0) <= run.meeting and not action.struck),
        *(metric for metric in surroundings.metrics if metric.meeting == run.meeting),
    )  # fmt: skip
    return tuple(record for record in found if record.said.kind in source.kinds)
