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
from workshop.model.facts.exercises import (
    AnswersCleared,
    AnswersGiven,
    ConfidenceChosen,
    InputRevealed,
    RowSet,
    RowStruck,
    RunOpened,
    RunStepped,
    TotalsRevealed,
    VersionMade,
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
    EntriesMerged,
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
    | EntryAdded | EntryEdited | EntryMoved | EntriesMerged | Struck | Captured | CaptureSettled | Disposed | Corrected
    | DecisionAdded | DecisionAmended | VoteTaken
    | ActionAdded | ActionSet | ActionStatusSet | Cleared
    | DisputeOpened | DisputeEdited | DisputeChanged | MetricRecorded
    | RunOpened | RunStepped | RowSet | RowStruck | AnswersGiven | AnswersCleared | InputRevealed | TotalsRevealed
    | ConfidenceChosen | VersionMade
    | RotiNoted | RotiRevealed | GateStepDone | NextDateSet | MeetingClosed | MinutesApproved | MeetingReopened
    | Undone | Redone
)  # fmt: skip

__all__ = [
    "ActionAdded",
    "ActionSet",
    "ActionStatusSet",
    "AgendaSet",
    "AnswersCleared",
    "AnswersGiven",
    "AttendanceNoted",
    "BeganEarlier",
    "CaptureSettled",
    "Captured",
    "Cleared",
    "ClockPaused",
    "ClockResumed",
    "ConfidenceChosen",
    "Corrected",
    "DecisionAdded",
    "DecisionAmended",
    "Disposed",
    "DisputeChanged",
    "DisputeEdited",
    "DisputeOpened",
    "DutyGiven",
    "EntriesMerged",
    "EntryAdded",
    "EntryEdited",
    "EntryMoved",
    "Fact",
    "FloorGiven",
    "GateStepDone",
    "HeldAsPreparation",
    "InputRevealed",
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
    "RowSet",
    "RowStruck",
    "RunOpened",
    "RunStepped",
    "SegmentBegan",
    "SegmentSkipped",
    "Struck",
    "TeamChanged",
    "TotalsRevealed",
    "Undone",
    "VersionMade",
    "VoteTaken",
]
