"""What each fact does to the state; one function a fact, none of them can refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop.facilitation.applying import actions, clock, closing, exercises, merging, plan, records
from workshop.facilitation.applying.stamp import Stamp
from workshop.model import facts
from workshop.model.facts import Fact
from workshop.model.state import State


def _nothing(state: State, _fact: Fact, _stamp: Stamp) -> State:
    return state


Effect = Callable[[State, Any, Stamp], State]

EFFECTS: Mapping[type[Fact], Effect] = {
    facts.PersonAdded: plan.person_added,
    facts.TeamChanged: plan.team_changed,
    facts.DutyGiven: plan.duty_given,
    facts.PersonForgotten: _nothing,
    facts.MeetingPlanned: plan.meeting_planned,
    facts.MeetingChanged: plan.meeting_changed,
    facts.AgendaSet: plan.agenda_set,
    facts.MinutesImported: plan.minutes_imported,
    facts.HeldAsPreparation: plan.held_as_preparation,
    facts.MeetingCancelled: plan.meeting_cancelled,
    facts.AttendanceNoted: plan.attendance_noted,
    facts.MeetingOpened: clock.meeting_opened,
    facts.SegmentBegan: clock.segment_began,
    facts.SegmentSkipped: clock.segment_skipped,
    facts.ClockPaused: clock.clock_paused,
    facts.ClockResumed: clock.clock_resumed,
    facts.BeganEarlier: clock.began_earlier,
    facts.Retimed: clock.retimed,
    facts.FloorGiven: clock.floor_given,
    facts.EntryAdded: records.entry_added,
    facts.EntryEdited: records.entry_edited,
    facts.EntryMoved: merging.entry_moved,
    facts.EntriesMerged: merging.entries_merged,
    facts.Struck: records.struck,
    facts.Captured: records.captured,
    facts.CaptureSettled: records.capture_settled,
    facts.Disposed: records.disposed,
    facts.Corrected: records.corrected,
    facts.DecisionAdded: records.decision_added,
    facts.DecisionAmended: records.decision_amended,
    facts.VoteTaken: records.vote_taken,
    facts.ActionAdded: actions.action_added,
    facts.ActionSet: actions.action_set,
    facts.ActionStatusSet: actions.action_status_set,
    facts.Cleared: actions.cleared,
    facts.DisputeOpened: records.dispute_opened,
    facts.DisputeEdited: records.dispute_edited,
    facts.DisputeChanged: records.dispute_changed,
    facts.MetricRecorded: records.metric_recorded,
    facts.RunOpened: exercises.run_opened,
    facts.RunStepped: exercises.run_stepped,
    facts.RowSet: exercises.row_set,
    facts.RowStruck: exercises.row_struck,
    facts.AnswersGiven: exercises.answers_given,
    facts.AnswersCleared: exercises.answers_cleared,
    facts.ConfidenceChosen: exercises.confidence_chosen,
    facts.InputRevealed: exercises.input_revealed,
    facts.TotalsRevealed: exercises.totals_revealed,
    facts.VersionMade: exercises.version_made,
    facts.RotiNoted: closing.roti_noted,
    facts.RotiRevealed: closing.roti_revealed,
    facts.GateStepDone: closing.gate_step_done,
    facts.NextDateSet: closing.next_date_set,
    facts.MeetingClosed: closing.meeting_closed,
    facts.MinutesApproved: closing.minutes_approved,
    facts.MeetingReopened: closing.meeting_reopened,
    facts.Undone: _nothing,
    facts.Redone: _nothing,
}


TO_BE_READ = (facts.DecisionAdded, facts.DecisionAmended, facts.ActionAdded, facts.ActionSet)
"""What is said after the read-back was not read back."""


def apply(state: State, fact: Fact, stamp: Stamp) -> State:
    """The state after one fact."""
    state = EFFECTS[type(fact)](state, fact, stamp)
    return closing.not_read_back(state, stamp) if isinstance(fact, TO_BE_READ) else state
