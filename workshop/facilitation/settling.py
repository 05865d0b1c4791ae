"""What leaves the state once it is settled, so that running a meeting costs the same after ten years."""

from __future__ import annotations

from dataclasses import replace

from workshop.model.entries import Change, Metric
from workshop.model.meeting import Meeting
from workshop.model.runs import Run
from workshop.model.state import State

KEEP = 4
"""Closed meetings that stay at hand: for corrections, approval and the next minutes."""
RUNS = 6
"""Runs of an exercise that stay at hand besides those of the meetings at hand: a comparison reaches back so far."""
VALUES = 6
"""Values of a metric that stay at hand, for its series."""


def settled(state: State) -> State:
    """The state without what no later meeting needs: long closed meetings and what came to its end in them."""
    closed = sorted((m for m in state.meetings if m.closed is not None), key=lambda m: m.closed or 0)
    kept = closed[-KEEP:]
    since = min((meeting.closed or 0 for meeting in kept), default=0) if len(closed) > KEEP else 0
    meetings = tuple(meeting for meeting in state.meetings if _stays(meeting, kept))
    numbers = {meeting.number for meeting in meetings}
    return replace(
        state,
        meetings=meetings,
        actions=tuple(a for a in state.actions if a.live or a.meeting in numbers or a.closed_at >= since > 0 or not since),
        decisions=tuple(d for d in state.decisions if d.meeting in numbers),
        disputes=tuple(x for x in state.disputes if x.live or x.meeting in numbers or _touched(x.history, numbers)),
        metrics=_latest(state.metrics, numbers),
        parked=tuple(topic for topic in state.parked if not topic.settled or topic.settled >= since),
        programmes=tuple(entry for entry in state.programmes if entry.said.get("gate") != "debriefed" or entry.meeting in numbers),
        exchanges=state.exchanges[-12:],
        runs=_last_runs(state.runs, numbers),
        undoable=() if state.running is None else state.undoable,
        redoable=() if state.running is None else state.redoable,
    )  # fmt: skip


def _stays(meeting: Meeting, kept: list[Meeting]) -> bool:
    return meeting.status in ("planned", "running") or meeting in kept


def _touched(history: tuple[Change, ...], numbers: set[int]) -> bool:
    return any(step.meeting in numbers for step in history)


def _latest(metrics: tuple[Metric, ...], numbers: set[int]) -> tuple[Metric, ...]:
    left: dict[str, int] = {}
    kept: list[Metric] = []
    for metric in reversed(metrics):
        name = metric.name.casefold()
        left[name] = left.get(name, 0) + 1
        if metric.meeting in numbers or left[name] <= VALUES:
            kept.append(metric)
    return tuple(reversed(kept))


def _last_runs(runs: tuple[Run, ...], numbers: set[int]) -> tuple[Run, ...]:
    left: dict[str, int] = {}
    kept: list[Run] = []
    for run in reversed(runs):
        left[run.exercise] = left.get(run.exercise, 0) + 1
        if run.meeting in numbers or left[run.exercise] <= RUNS:
            kept.append(run)
    return tuple(reversed(kept))
