"""The register's documents: what the lists of the command line show, read off the state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workshop.facilitation.clock import item_time
from workshop.followup.programmes import calendar
from workshop.measures.verdicts import decision_verdict
from workshop.model import ids
from workshop.model.entries import Action, Decision, Dispute, Entry
from workshop.model.meeting import Item, Meeting
from workshop.model.runs import Run
from workshop.model.state import Imported, State

DEALS = ("win", "loss", "no-decision", "churn")
Tables = Mapping[str, Sequence[Mapping[str, Any]]]
SHAPE = 9
"""Version of what the documents mean; raise it and every register is built anew."""


def tables(state: State) -> Tables:
    """Documents by table, each with its stable id. People are ids: names lie in people.json alone."""
    entries = [entry for meeting in state.meetings for entry in meeting.entries if not entry.struck]
    return {
        "meetings": [
            *map(imported_document, state.imported),
            *(meeting_document(meeting) for meeting in state.meetings),
        ],
        "actions": [action_document(action) for action in state.actions if not action.struck],
        "decisions": [decision_document(decision) for decision in state.decisions if not decision.struck],
        "disputes": [dispute_document(dispute) for dispute in state.disputes if not dispute.struck],
        "objections": [entry_document(entry) for entry in entries if entry.said.kind == "objection"],
        "programmes": [entry_document(entry) for entry in calendar(_programmes(state))],
        "agreements": [entry_document(entry) for entry in entries if entry.said.kind == "agreement"],
        "metrics": [
            {
                "id": f"{metric.name} {metric.period} M-{metric.meeting}",
                "name": metric.name,
                "period": metric.period or None,
                "parts": metric.said.get("parts") or None,
                "source": metric.said.get("source") or None,
                "meeting": ids.show("M", metric.meeting),
            }
            for metric in state.metrics
        ],
        "deals": [entry_document(entry) for entry in entries if entry.said.kind in DEALS],
        "shadows": [entry_document(entry) for entry in entries if entry.said.kind == "shadow"],
        "runs": [run_document(run) for run in state.runs],
    }


def struck(state: State) -> Mapping[str, Sequence[str]]:
    """Ids by table of what was struck: no list shows them, though an earlier one may have."""
    entries = [
        ids.show("N", entry.number) for meeting in state.meetings for entry in meeting.entries if entry.struck
    ]
    return {
        "actions": [ids.show("A", action.number) for action in state.actions if action.struck],
        "decisions": [ids.show("D", decision.number) for decision in state.decisions if decision.struck],
        "disputes": [ids.show("X", dispute.number) for dispute in state.disputes if dispute.struck],
        **dict.fromkeys(("objections", "agreements", "deals", "shadows"), entries),
        "programmes": [*entries, *_merged(state)],
    }


def _merged(state: State) -> list[str]:
    """Ids of news on a programme: they stand in the programme itself."""
    told = _programmes(state)
    first = {entry.number for entry in calendar(told)}
    return [ids.show("N", entry.number) for entry in told if entry.number not in first]


def _programmes(state: State) -> list[Entry]:
    """Those that are not over, told in whatever meeting, and all of the meetings at hand."""
    entries = (*state.programmes, *(entry for meeting in state.meetings for entry in meeting.entries))
    return [entry for entry in entries if entry.said.kind == "programme" and not entry.struck]


def meeting_document(meeting: Meeting) -> dict[str, Any]:
    """A meeting in a list."""
    return {
        "id": ids.show("M", meeting.number),
        "title": meeting.title,
        "template": meeting.template,
        "date": meeting.on.isoformat(),
        "start": f"{meeting.start:%H:%M}",
        "place": meeting.place or None,
        "mode": meeting.mode,
        "status": meeting.status,
        "planned_minutes": sum(item.segment.minutes for item in meeting.items),
        "entries": sum(1 for entry in meeting.entries if not entry.struck),
        "people": len(meeting.here),
        "preparation": meeting.preparation,
        "segments": [_segment(meeting, item) for item in meeting.items],
    }


def imported_document(found: Imported) -> dict[str, Any]:
    """A meeting of another workspace in a list."""
    return {
        "id": ids.show("M", found.meeting), "title": found.title, "template": found.template, "date": found.on,
        "status": "imported", "segments": [],
    }  # fmt: skip


def run_document(run: Run) -> dict[str, Any]:
    """A run of an exercise in a list: what was done when, never what anybody answered."""
    inputs = dict.fromkeys(row.input for row in run.rows)
    return {
        "id": f"{run.exercise} M-{run.meeting}",
        "exercise": run.exercise,
        "meeting": ids.show("M", run.meeting),
        "on": run.on,
        "version": run.version or None,
        "rows": {slug: len(run.of(slug)) for slug in inputs},
    }


def _segment(meeting: Meeting, item: Item) -> dict[str, Any]:
    """A segment as it was planned and as long as it took; null where it was not held, or the meeting is not over."""
    over = meeting.closed is not None and item.visits and item.state not in ("skipped", "dropped")
    return {
        "number": item.number,
        "title": item.segment.title,
        "exercise": item.segment.exercise or None,
        "part": item.segment.part or None,
        "planned_minutes": item.segment.minutes,
        "real_ms": item_time(meeting, item, meeting.closed or 0) if over else None,
    }


def action_document(action: Action) -> dict[str, Any]:
    """An action in a list."""
    return {
        "id": ids.show("A", action.number),
        "text": action.said.text,
        "owner": action.owner or None,
        "helpers": list(action.helpers),
        "due": action.due.isoformat() if action.due else None,
        "due_next_meeting": action.at_next,
        "original_due": action.original_due.isoformat() if action.original_due else None,
        "done_when": action.done_when or None,
        "status": action.status,
        "closed_on": action.closed_on.isoformat() if action.closed_on else None,
        "carried": action.carried,
        "meeting": ids.show("M", action.meeting) if action.meeting else None,
        "source": action.said.source or None,
        "priority": action.said.priority or None,
        "tags": list(action.said.tags),
        "audience": action.said.audience or None,
        "history": [
            {
                "on": step.on.isoformat(),
                "what": step.what,
                "remark": step.remark or None,
                "meeting": ids.show("M", step.meeting) if step.meeting else None,
            }
            for step in action.history
        ],
    }


def decision_document(decision: Decision) -> dict[str, Any]:
    """A decision in a list."""
    verdict = decision_verdict(decision)
    return {
        "id": ids.show("D", decision.number),
        "text": decision.said.text,
        "mode": decision.mode,
        "verdict": verdict.word if verdict else None,
        "rounds": len(decision.rounds),
        "decider": decision.decider or None,
        "review": decision.review.isoformat() if decision.review else None,
        "meeting": ids.show("M", decision.meeting),
        "source": decision.said.source or None,
        "audience": decision.said.audience or None,
    }


def dispute_document(dispute: Dispute) -> dict[str, Any]:
    """A dispute in a list."""
    return {
        "id": ids.show("X", dispute.number),
        "question": dispute.said.text,
        "root": dispute.said.get("root") or None,
        "status": dispute.status,
        "level": dispute.level,
        "arbiter": dispute.arbiter or None,
        "opened": dispute.opened.isoformat(),
        "decide_by": dispute.decide_by.isoformat() if dispute.decide_by else None,
        "settled_on": dispute.settled_on.isoformat() if dispute.settled_on else None,
        "outcome": dispute.outcome or None,
        "meeting": ids.show("M", dispute.meeting),
        "audience": dispute.said.audience or None,
    }


def entry_document(entry: Entry) -> dict[str, Any]:
    """An entry in a list."""
    return {
        "id": ids.show("N", entry.number),
        "kind": entry.said.kind,
        "text": entry.said.text,
        "detail": entry.said.detail or None,
        "speaker": entry.said.speaker or None,
        "team": entry.said.team or None,
        "fields": {field.name: field.value for field in entry.said.fields},
        "tags": list(entry.said.tags),
        "meeting": ids.show("M", entry.meeting),
        "audience": entry.said.audience or None,
    }
