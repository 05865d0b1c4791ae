"""One fact in a few words: what a line did, or what an undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop.line.wording import Wording
from workshop.model import facts
from workshop.model.facts import Fact

STEPS = {
    "read-back": "Read back",
    "unsaid": "Asked for anything unsaid",
    "credits": "Asked for credits",
}


def brief(fact: Fact, say: Wording) -> str:
    """The fact as a short clause."""
    tell = _TELL.get(type(fact))
    return tell(fact, say) if tell else "Done"


def _team(fact: facts.PersonAdded | facts.TeamChanged, say: Wording) -> str:
    return f"{say.name(fact.person)}, {fact.team}"


def _planned(fact: facts.MeetingPlanned, say: Wording) -> str:
    minutes = sum(segment.minutes for segment in fact.segments)
    when = f"{say.day(fact.on)} {fact.start:%H:%M}"
    return f"M-{fact.meeting} {fact.title} · {when} · {len(fact.segments)} segments, {minutes} minutes"


def _attendance(fact: facts.AttendanceNoted, say: Wording) -> str:
    joined = f" {fact.joined:%H:%M}" if fact.joined else ""
    left = f", leaves {fact.left:%H:%M}" if fact.left else ""
    remark = f" ({fact.remark})" if fact.remark else ""
    return f"{say.name(fact.person)}: {fact.presence}{joined}{left}{remark}"


def _disposed(fact: facts.Disposed, say: Wording) -> str:
    return f"{fact.ref}: {fact.disposition}{', ' + say.day(fact.on) if fact.on else ''}"


def _corrected(fact: facts.Corrected, _say: Wording) -> str:
    if fact.after_approval:
        return f"Note {fact.number} on {fact.ref}, for these minutes: {fact.text}"
    return f"{fact.ref} corrected in the minutes of M-{fact.target}: {fact.text}"


def _status(fact: facts.ActionStatusSet, say: Wording) -> str:
    remark = f" · {fact.remark}" if fact.remark else ""
    return f"A-{fact.number} {fact.status} {say.day(fact.on)}{remark}"


def _cleared(fact: facts.Cleared, say: Wording) -> str:
    return f"{fact.ref} {fact.why}{' to ' + say.name(fact.who) if fact.who else ''}"


def _dispute(fact: facts.DisputeChanged, say: Wording) -> str:
    outcome = f": {fact.outcome}" if fact.outcome else ""
    who = f", {say.name(fact.arbiter)} decides" if fact.arbiter else ""
    by = f" by {say.day(fact.decide_by)}" if fact.decide_by else ""
    return f"X-{fact.number} {fact.status}{outcome}{who}{by}"


def _next(fact: facts.NextDateSet, say: Wording) -> str:
    if fact.next.on is None:
        return f"No next date, because {fact.next.why_none}"
    return f"Next: {say.day(fact.next.on)} {fact.next.template}".rstrip()


def _lists(fact: facts.RotiNoted, _say: Wording) -> str:
    parts = [f"We change: {', '.join(fact.change)}"] if fact.change else []
    parts += [f"We keep: {', '.join(fact.keep)}"] if fact.keep else []
    return ". ".join(parts)


def _paused(fact: facts.ClockPaused, _say: Wording) -> str:
    return f"The clock of the {'segment' if fact.scope == 'item' else 'meeting'} stands still"


def _skipped(fact: facts.SegmentSkipped, _say: Wording) -> str:
    return f"Segment {fact.segment} skipped{': ' + fact.why if fact.why else ''}; it comes back next time"


def _approved(fact: facts.MinutesApproved, say: Wording) -> str:
    where = f", {fact.where}" if fact.where else ""
    return f"Minutes of M-{fact.meeting} approved{' by ' + say.name(fact.by) if fact.by else ''}{where}"


def _agenda(fact: facts.AgendaSet, _say: Wording) -> str:
    return f"{len(fact.segments)} segments, {sum(segment.minutes for segment in fact.segments)} minutes"


def _on_screen(fact: facts.RunOpened, say: Wording) -> str:
    exercise = say.exercise(fact.exercise)
    called = exercise.title if exercise else fact.exercise
    part = exercise.part(fact.part) if exercise else None
    of_it = f", {(part.title if part else '') or fact.part}" if fact.part else ""
    return f"'{called}'{of_it} is on screen"


def _row(fact: facts.RowSet, say: Wording) -> str:
    row = fact.row
    if not row.text:
        return say.title(fact.exercise, row.input)
    return f"{say.word(fact.exercise, row.input)} {row.number} '{row.text}'"


def _answers(fact: facts.AnswersGiven, say: Wording) -> str:
    about = fact.answers[0].input if fact.answers else fact.asked.input if fact.asked else ""
    called = say.title(fact.exercise, about)
    return f"answers to '{called}'" if fact.answers else f"'{called}' is asked"


def _chosen(fact: facts.ConfidenceChosen, say: Wording) -> str:
    called = say.title(fact.exercise, fact.input)
    if fact.confided:
        return f"'{called}' is asked in confidence: no names, only totals are kept"
    return f"'{called}' is asked openly"


def _moved(fact: facts.EntryMoved) -> str:
    if fact.before or fact.after:
        return (
            f"N-{fact.number} stands {f'before N-{fact.before}' if fact.before else f'after N-{fact.after}'}"
        )
    return f"N-{fact.number} is under segment {fact.segment}"


def _refs(numbers: tuple[int, ...]) -> str:
    return " and ".join(f"N-{number}" for number in numbers)


_TELL: Mapping[type[Fact], Callable[[Any, Wording], str]] = {
    facts.PersonAdded: _team,
    facts.TeamChanged: _team,
    facts.DutyGiven: lambda fact, say: f"{say.name(fact.person)} is {fact.duty}",
    facts.MeetingPlanned: _planned,
    facts.MeetingChanged: lambda fact, say: f"{fact.title} · {say.day(fact.on)} {fact.start:%H:%M}",
    facts.MeetingCancelled: lambda fact, _: f"Called off: {fact.why}",
    facts.AgendaSet: _agenda,
    facts.HeldAsPreparation: lambda _fact, _: "Held as a preparation: no joint figures, no sign-off",
    facts.AttendanceNoted: _attendance,
    facts.MeetingOpened: lambda _fact, _: "The opening",
    facts.SegmentBegan: lambda fact, _: f"Segment {fact.segment}",
    facts.SegmentSkipped: _skipped,
    facts.ClockPaused: _paused,
    facts.ClockResumed: lambda _fact, _: "The clock goes on",
    facts.BeganEarlier: lambda fact, _: f"Began {fact.minutes} minutes earlier",
    facts.Retimed: lambda fact, _: f"Re-timed ({fact.retiming.cause})",
    facts.FloorGiven: lambda fact, _: f"Floor: {fact.team}",
    facts.EntryAdded: lambda fact, _: f"N-{fact.number} {fact.said.kind} '{fact.said.text}'",
    facts.EntryEdited: lambda fact, _: f"N-{fact.number} now '{fact.said.text}'",
    facts.EntryMoved: lambda fact, _: _moved(fact),
    facts.EntriesMerged: lambda fact, _: f"{_refs(fact.gone)} joined N-{fact.number}",
    facts.Struck: lambda fact, _: f"{fact.ref} is struck",
    facts.Captured: lambda fact, _: (
        f"C-{fact.number} {fact.said.kind} '{fact.said.text}' waits for the next meeting"
    ),
    facts.CaptureSettled: lambda fact, _: f"C-{fact.number} {fact.how}",
    facts.Disposed: _disposed,
    facts.Corrected: _corrected,
    facts.DecisionAdded: lambda fact, say: f"D-{fact.number} {fact.said.text}{say.tail(fact.said)}",
    facts.DecisionAmended: lambda fact, _: f"D-{fact.number} now: {fact.text}",
    facts.VoteTaken: lambda fact, _: f"the vote on {fact.ref}",
    facts.ActionAdded: lambda fact, _: f"A-{fact.number} '{fact.said.text}'",
    facts.ActionSet: lambda fact, _: f"A-{fact.number} '{fact.text}'",
    facts.ActionStatusSet: _status,
    facts.Cleared: _cleared,
    facts.DisputeEdited: lambda fact, say: f"X-{fact.number} now {fact.said.text}{say.tail(fact.said)}",
    facts.DisputeOpened: lambda fact, say: f"X-{fact.number} {fact.said.text}{say.tail(fact.said)}",
    facts.DisputeChanged: _dispute,
    facts.MetricRecorded: lambda fact, say: f"{fact.name}{say.tail(fact.said)}",
    facts.RunOpened: _on_screen,
    facts.RunStepped: lambda fact, _: f"Step {fact.step}",
    facts.RowSet: _row,
    facts.RowStruck: lambda fact, say: f"{say.word(fact.exercise, fact.input)} {fact.number} is struck",
    facts.AnswersGiven: _answers,
    facts.AnswersCleared: lambda fact, say: (
        f"The answers to '{say.title(fact.exercise, fact.input)}' are gone; collect anew"
    ),
    facts.ConfidenceChosen: _chosen,
    facts.InputRevealed: lambda fact, say: f"'{say.title(fact.exercise, fact.input)}' is revealed",
    facts.TotalsRevealed: lambda fact, say: f"'{say.title(fact.exercise, fact.totals.input)}' is revealed",
    facts.VersionMade: lambda fact, _: f"This makes version {fact.version}",
    facts.RotiNoted: _lists,
    facts.GateStepDone: lambda fact, _: STEPS[fact.step],
    facts.NextDateSet: _next,
    facts.MinutesApproved: _approved,
    facts.MeetingReopened: lambda fact, say: f"Open again by {say.name(fact.who)}: {fact.why}",
}
