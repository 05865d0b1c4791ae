"""What each command leads to: facts, or a sentence why not. Pure; nothing here touches a file or a clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop.errors import Refused
from workshop.facilitation.deciding import (
    actions,
    answers,
    clock,
    closing,
    edits,
    exercises,
    merging,
    plan,
    records,
    undo,
    votes,
)
from workshop.facilitation.house import House
from workshop.model import commands
from workshop.model.commands import Command
from workshop.model.facts import Fact
from workshop.model.state import State


def _reveal(_state: State, _command: Command, _house: House) -> tuple[Fact, ...]:
    raise Refused("What was given in confidence lies in its box; the workspace keeps it.")


Deciding = Callable[[State, Any, House], tuple[Fact, ...]]

DECIDING: Mapping[type[Command], Deciding] = {
    commands.Add: records.add,
    commands.GiveRoti: closing.note_roti,
    commands.AddPerson: plan.add_person,
    commands.GiveDuty: plan.give_duty,
    commands.PlanMeeting: plan.plan_meeting,
    commands.ChangeMeeting: plan.change_meeting,
    commands.SetAgenda: plan.set_agenda,
    commands.ImportMinutes: plan.import_minutes,
    commands.Prepare: plan.prepare,
    commands.CancelMeeting: plan.cancel_meeting,
    commands.Attend: plan.attend,
    commands.Start: clock.start,
    commands.Next: clock.next_segment,
    commands.Back: clock.back,
    commands.GoTo: clock.go_to,
    commands.Pause: clock.pause,
    commands.Extend: clock.extend,
    commands.Retime: clock.retime,
    commands.Skip: clock.skip,
    commands.StartedEarlier: clock.started_earlier,
    commands.Floor: clock.floor,
    commands.Edit: edits.edit,
    commands.Strike: records.strike,
    commands.Move: records.move,
    commands.Place: merging.place,
    commands.Merge: merging.merge,
    commands.Split: merging.split,
    commands.Correct: records.correct,
    commands.Dispose: records.dispose,
    commands.SettleCapture: records.settle_capture,
    commands.Amend: votes.amend,
    commands.Vote: votes.vote,
    commands.Settle: votes.settle,
    commands.Escalate: votes.escalate,
    commands.SetAction: actions.set_action,
    commands.SetStatus: actions.set_status,
    commands.Override: votes.override,
    commands.OpenExercise: exercises.open_exercise,
    commands.Step: exercises.step,
    commands.SetRow: exercises.set_row,
    commands.SetRows: exercises.set_rows,
    commands.StrikeRow: exercises.strike_row,
    commands.TakeDraft: exercises.take_draft,
    commands.Confide: answers.confide,
    commands.GiveAnswers: answers.give_answers,
    commands.ClearAnswers: answers.clear_answers,
    commands.RevealInput: answers.reveal_input,
    commands.Reveal: _reveal,
    commands.Collect: _reveal,
    commands.PassGate: closing.pass_gate,
    commands.SetNextDate: closing.set_next_date,
    commands.Close: closing.close,
    commands.Approve: closing.approve,
    commands.Reopen: closing.reopen,
    commands.Undo: undo.undo,
    commands.Redo: undo.redo,
}


def decide(state: State, command: Command, house: House) -> tuple[Fact, ...]:
    """The facts a command leads to; raises Refused, NotFound with the sentence why not."""
    return DECIDING[type(command)](state, command, house)
