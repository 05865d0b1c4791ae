"""Commands: what somebody wants. `facilitation.decide` turns them into facts, or refuses with a sentence."""

from __future__ import annotations

from typing import TypeAlias

from workshop.model.commands.clock import (
    Back,
    Extend,
    Floor,
    GoTo,
    Next,
    Pause,
    Retime,
    Skip,
    Start,
    StartedEarlier,
)
from workshop.model.commands.closing import (
    Approve,
    Close,
    Collect,
    PassGate,
    Redo,
    Reopen,
    Reveal,
    SetNextDate,
    Undo,
)
from workshop.model.commands.exercises import (
    ClearAnswers,
    Confide,
    GiveAnswers,
    OpenExercise,
    RevealInput,
    SetRow,
    SetRows,
    Sheet,
    Step,
    StrikeRow,
    TakeDraft,
)
from workshop.model.commands.plan import (
    AddPerson,
    Attend,
    CancelMeeting,
    ChangeMeeting,
    GiveDuty,
    ImportMinutes,
    PlanMeeting,
    Prepare,
    SetAgenda,
)
from workshop.model.commands.records import (
    Amend,
    Correct,
    Dispose,
    Edit,
    Escalate,
    Merge,
    Move,
    Override,
    Place,
    SetAction,
    SetStatus,
    Settle,
    SettleCapture,
    Split,
    Strike,
    Vote,
)
from workshop.model.commands.typed import (
    Add,
    Due,
    GiveRoti,
    Row,
)

Command: TypeAlias = (
    Add | GiveRoti
    | AddPerson | GiveDuty | PlanMeeting | ChangeMeeting | SetAgenda | ImportMinutes | Prepare | CancelMeeting | Attend
    | Start | Next | Back | GoTo | Pause | Extend | Retime | Skip | StartedEarlier | Floor
    | Edit | Strike | Move | Place | Merge | Split | Correct | Dispose | SettleCapture
    | Amend | Vote | Settle | Escalate | SetAction | SetStatus | Override
    | OpenExercise | Step | SetRow | SetRows | StrikeRow | Confide | GiveAnswers | ClearAnswers | RevealInput
    | TakeDraft
    | Reveal | Collect | PassGate | SetNextDate | Close | Approve | Reopen | Undo | Redo
)  # fmt: skip

__all__ = [
    "Add",
    "AddPerson",
    "Amend",
    "Approve",
    "Attend",
    "Back",
    "CancelMeeting",
    "ChangeMeeting",
    "ClearAnswers",
    "Close",
    "Collect",
    "Command",
    "Confide",
    "Correct",
    "Dispose",
    "Due",
    "Edit",
    "Escalate",
    "Extend",
    "Floor",
    "GiveAnswers",
    "GiveDuty",
    "GiveRoti",
    "GoTo",
    "ImportMinutes",
    "Merge",
    "Move",
    "Next",
    "OpenExercise",
    "Override",
    "PassGate",
    "Pause",
    "Place",
    "PlanMeeting",
    "Prepare",
    "Redo",
    "Reopen",
    "Retime",
    "Reveal",
    "RevealInput",
    "Row",
    "SetAction",
    "SetAgenda",
    "SetNextDate",
    "SetRow",
    "SetRows",
    "SetStatus",
    "Settle",
    "SettleCapture",
    "Sheet",
    "Skip",
    "Split",
    "Start",
    "StartedEarlier",
    "Step",
    "Strike",
    "StrikeRow",
    "TakeDraft",
    "Undo",
    "Vote",
]
