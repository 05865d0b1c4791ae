"""The facts: what the journal holds. One command writes one line with all of its facts."""

from __future__ import annotations

from typing import TypeAlias

from workshop.model.facts.actions import (
    ActionAdded,
    ActionSet,
    ActionStatusSet,
    Cleared,
)
from workshop.model.facts.clock import (
    BeganEarlier,
    ClockPaused,
    ClockResumed,
    FloorGiven,
    MeetingOpened,
    Retimed,
    SegmentBegan,
    SegmentSkipped,
)
from workshop.model.facts.closing import (
    GateStepDone,
    MeetingClosed,
    MeetingReopened,
    MinutesApproved,
    NextDateSet,
    Redone,
    RotiNoted,
    RotiRevealed,
    Undone,
)
from workshop.model.facts.plan import (
    AgendaSet,
    AttendanceNoted,
    DutyGiven,
    HeldAsPreparation,
    MeetingCancelled,
    MeetingChanged,
    MeetingPlanned,
    MinutesImported,
    PersonAdded,
    PersonForgotten,
    TeamChanged,
)
from workshop.model.facts.records import (
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
    EntryMoved,
    MetricRecorded,
    Struck,
    VoteTaken,
)

Fact: TypeAlias = (
    PersonAdded | TeamChanged | DutyGiven | PersonForgotten
    | MeetingPlanned | MinutesImported | MeetingChanged | AgendaSet | HeldAsPreparation | MeetingCancelled | AttendanceNoted
    | MeetingOpened | SegmentBegan | SegmentSkipped | ClockPaused | ClockResumed | BeganEarlier | Retimed | FloorGiven
    | EntryAdded | EntryEdited | EntryMoved | Struck | Captured | CaptureSettled | Disposed | Corrected
    | DecisionAdded | DecisionAmended | VoteTaken
    | ActionAdded | ActionSet | ActionStatusSet | Cleared
    | DisputeOpened | DisputeEdited | DisputeChanged | MetricRecorded
    | RotiNoted | RotiRevealed | GateStepDone | NextDateSet | MeetingClosed | MinutesApproved | MeetingReopened
    | Undone | Redone
)  # fmt: skip

__all__ = [
    "ActionAdded",
    "ActionSet",
    "ActionStatusSet",
    "AgendaSet",
    "AttendanceNoted",
    "BeganEarlier",
    "CaptureSettled",
    "Captured",
    "Cleared",
    "ClockPaused",
    "ClockResumed",
    "Corrected",
    "DecisionAdded",
    "DecisionAmended",
    "Disposed",
    "DisputeChanged",
    "DisputeEdited",
    "DisputeOpened",
    "DutyGiven",
    "EntryAdded",
    "EntryEdited",
    "EntryMoved",
    "Fact",
    "FloorGiven",
    "GateStepDone",
    "HeldAsPreparation",
    "MeetingCancelled",
    "MeetingChanged",
    "MeetingClosed",
    "MeetingOpened",
    "MeetingPlanned",
    "MeetingReopened",
    "MetricRecorded",
    "MinutesApproved",
    "MinutesImported",
    "NextDateSet",
    "PersonAdded",
    "PersonForgotten",
    "Redone",
    "Retimed",
    "RotiNoted",
    "RotiRevealed",
    "SegmentBegan",
    "SegmentSkipped",
    "Struck",
    "TeamChanged",
    "Undone",
    "VoteTaken",
]
