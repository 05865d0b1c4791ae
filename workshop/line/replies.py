"""What is said after a command: one line for each fact that somebody in the room wants to hear."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.errors import WorkshopError
from workshop.facilitation.gate import tray
from workshop.facilitation.planning import left_out
from workshop.facilitation.retiming import fits, in_words
from workshop.followup.load import over_cap
from workshop.line.brief import brief
from workshop.line.exercises import board_lines, given_lines, revealed_lines, state_line, step_lines
from workshop.line.numbers import number_lines
from workshop.line.opening import opening
from workshop.line.run_rows import row_line
from workshop.line.segments import segment_lines
from workshop.line.usual import offer
from workshop.line.wording import Wording, means
from workshop.measures.roti import figures, open_round
from workshop.measures.rounding import show
from workshop.measures.verdicts import buy_in, decision_verdict, dispute_verdict
from workshop.model import facts, ids
from workshop.model.agenda import Segment
from workshop.model.commands import Attend, Collect, GiveAnswers, GiveRoti, Merge, OpenExercise, Split, Undo
from workshop.model.facts import Fact
from workshop.model.runs import Totals
from workshop.workspace import Done, Workspace
from workshop.workspace.exercises import collected, current

ASIDE = (facts.RunOpened, facts.VersionMade)
"""What happens along with something else and is not said beside it."""
OF_EXERCISES = (
    facts.RunOpened, facts.RunStepped, facts.RowSet, facts.RowStruck, facts.AnswersGiven, facts.AnswersCleared,
    facts.ConfidenceChosen, facts.InputRevealed, facts.TotalsRevealed, facts.VersionMade,
)  # fmt: skip


class Replies:
    """Sentences for what a command did."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._say = Wording(workspace)

    def lines(self, done: Done) -> Iterator[str]:
        """What to say, line by line."""
        if done.boxed:
            yield from self._boxed(done)
            return
        if isinstance(done.command, (GiveRoti, Undo)) and done.held and not done.facts:
            yield self._held(done)
            return
        if isinstance(done.command, Collect):
            yield "The box is empty; collect anew."
            return
        if isinstance(done.command, Undo) and not done.facts:
            yield "Taken back; nothing is held in confidence now."
            return
        for fact in done.facts:
            if not (isinstance(done.command, Split) and isinstance(fact, facts.EntryMoved)):
                yield from self._fact(fact, done)
        if isinstance(done.command, Merge):
            yield from (f"   {brief(fact, self._say)}; /undo takes them apart" for fact in done.facts)
        if done.held:
            yield self._held(done)
        for title in done.thrown:
            yield f"   {title}: too few answers to show any; they were thrown away."
        yield from self._cap(done)

    def _boxed(self, done: Done) -> Iterator[str]:
        """Sheets that went into a box, or came out of it again."""
        if isinstance(done.command, GiveAnswers):
            yield from given_lines(self._workspace, done.command)
            return
        found = current(self._workspace)
        given = found.exercise.input(done.boxed) if found else None
        told = state_line(collected(self._workspace, found, given)) if found and given else done.boxed
        yield f"Taken back. {told}"

    @staticmethod
    def _held(done: Done) -> str:
        """How many slips are in; no more was promised than the room was told."""
        meeting = done.after.running
        how = "Held back" if meeting and open_round(meeting) else "Held in confidence"
        counts = {row.group: 0 for row in done.held}
        for row in done.held:
            counts[row.group] += len(row.values)
        listed = ", ".join(f"{group} {count}" for group, count in counts.items())
        return f"{how}: {listed}. /reveal shows the totals."

    def _cap(self, done: Done) -> Iterator[str]:
        """Soft cap: said, not refused (R74)."""
        meeting = done.after.running
        if meeting is None or not any(
            isinstance(fact, (facts.ActionAdded, facts.ActionSet)) for fact in done.facts
        ):
            return
        before = {load.person for load in over_cap(done.before, meeting)}
        for load in over_cap(done.after, meeting):
            if load.person not in before:
                yield f"   {self._say.name(load.person)} takes {load.actions} new actions today; who helps?"

    def _fact(self, fact: Fact, done: Done) -> Iterator[str]:
        match fact:
            case facts.Undone() | facts.Redone():
                word = "Taken back" if isinstance(fact, facts.Undone) else "Back again"
                parts = [part for part in done.undone if not isinstance(part, ASIDE)] or done.undone
                yield f"{word}: {'; '.join(brief(part, self._say) for part in parts) or 'the last line'}."
            case facts.MeetingOpened():
                yield from opening(self._workspace, done)
            case facts.SegmentBegan(segment=number):
                yield from segment_lines(self._workspace, number)
            case facts.EntryAdded() | facts.EntryEdited() | facts.EntriesMerged():
                yield from self._entry(fact.number, done)
            case facts.VoteTaken():
                yield from self._vote(fact, done)
            case facts.MeetingPlanned() | facts.MeetingChanged() | facts.AgendaSet():
                yield from self._plan(fact, done)
            case facts.RotiRevealed():
                yield from self._roti(done)
            case _ if isinstance(fact, OF_EXERCISES):
                yield from self._exercise(fact, done)
            case facts.MeetingClosed():
                yield from self._closed(done)
            case _:
                yield self._one_line(fact, done)
                yield from number_lines(self._workspace, fact)

    def _exercise(self, fact: Fact, done: Done) -> Iterator[str]:
        found = current(self._workspace)
        if found is None:
            yield brief(fact, self._say)
            return
        match fact:
            case facts.RunOpened():
                if isinstance(done.command, OpenExercise):
                    yield from step_lines(self._workspace, found)
            case facts.RunStepped():
                yield from step_lines(self._workspace, found)
                yield from _told(board_lines(self._workspace, found))
            case facts.RowSet(row=row):
                given = found.exercise.input(row.input)
                hides = row.input not in found.run.revealed
                yield row_line(given, row, self._say, hides=hides) if given else brief(fact, self._say)
            case facts.AnswersGiven():
                if isinstance(done.command, GiveAnswers) and fact.answers:
                    yield from given_lines(self._workspace, done.command)
            case facts.InputRevealed(input=slug) | facts.TotalsRevealed(totals=Totals(input=slug)):
                yield f"{brief(fact, self._say)}."
                yield from _told(revealed_lines(self._workspace, found, slug))
            case facts.RowStruck():
                yield f"{brief(fact, self._say)}; /undo brings it back"
            case _:
                yield f"   {brief(fact, self._say)}."

    def _plan(self, fact: Fact, done: Done) -> Iterator[str]:
        yield brief(fact, self._say)
        yield from self._too_full(done)
        if isinstance(fact, facts.MeetingPlanned):
            yield from self._not_on_the_shelf(fact.segments)
            yield from self._new_plan(fact.meeting, done)

    def _new_plan(self, number: int, done: Done) -> Iterator[str]:
        """What the profile leaves out, and what earlier meetings of this kind really took."""
        meeting = done.after.meeting(number)
        if meeting is None:
            return
        segments = tuple(item.segment for item in meeting.items)
        gone = left_out(segments, self._workspace.library.agenda(meeting.template).segments)
        if gone:
            titles = ", ".join(segment.title for segment in gone)
            yield f"   Left out, as the profile {self._workspace.settings.profile} hides it: {titles}."
        yield from offer(self._workspace, meeting)

    def _too_full(self, done: Done) -> Iterator[str]:
        """Says before the start that a plan does not fit before its hard end."""
        for meeting in done.after.meetings:
            over = fits(meeting, done.after.moment) if meeting.status == "planned" else 0
            if over > 0 and meeting != done.before.meeting(meeting.number) and meeting.hard_end:
                room = sum(item.segment.minutes for item in meeting.items) - over
                yield f"   {over} minutes too long for the end at {meeting.hard_end:%H:%M}: /retime {room} shows what would give."

    def _not_on_the_shelf(self, segments: tuple[Segment, ...]) -> Iterator[str]:
        missing = self._workspace.library.missing_exercises(segments)
        if missing:
            yield f"   Not on the shelf yet: {', '.join(missing)}. The prompts and the clock are here."

    def _one_line(self, fact: Fact, done: Done) -> str:
        match fact:
            case facts.ActionAdded(number=number) | facts.ActionSet(number=number):
                action = done.after.action(number)
                return self._say.action(action) if action else brief(fact, self._say)
            case facts.Retimed(retiming=retiming) if done.before.running:
                return in_words(done.before.running, retiming, done.after.moment)
            case facts.AttendanceNoted() if isinstance(done.command, Attend) and done.command.meeting:
                return f"M-{done.command.meeting} {brief(fact, self._say)}"
            case facts.Struck():
                return f"{brief(fact, self._say)}; /undo brings it back"
            case facts.ClockPaused():
                return f"{brief(fact, self._say)}; /pause goes on"
        return brief(fact, self._say)

    def _entry(self, number: int, done: Done) -> Iterator[str]:
        entry = done.after.entry(number)
        if entry is None:
            return
        yield self._say.entry(entry)
        meeting = done.after.running
        if meeting is None:
            return
        warning = self._say.warnings(entry, meeting.on)
        if warning:
            yield warning
        ref = ids.show("N", number)
        for point in tray(done.after, meeting, self._workspace.house()):
            if point.ref == ref:
                yield f"   Complete later: {point.sentence} {point.fix}"

    def _vote(self, fact: facts.VoteTaken, done: Done) -> Iterator[str]:
        letter, number = ids.read(fact.ref) or ("", 0)
        decision, dispute, entry = (
            done.after.decision(number),
            done.after.dispute(number),
            done.after.entry(number),
        )
        if letter == "D" and decision is not None:
            count, found = (
                f", round {len(decision.rounds)}" if fact.ballots else "",
                decision_verdict(decision),
            )
            yield f"{fact.ref}{count}: {self._say.verdict(found)}"
            if found.word == "stopped":
                yield f"   Stopped. New words: /amend {fact.ref} ...; or hand it on: dispute: How do we ...? from:{fact.ref}"
        elif letter == "X" and dispute is not None:
            verdict = dispute_verdict(dispute)
            yield f"{fact.ref}, round {len(dispute.rounds)}: {self._say.verdict(verdict) if verdict else 'not voted'}"
            if verdict and verdict.word == "stopped":
                arbiter = self._say.name(dispute.arbiter or done.after.arbiter) or "NAME"
                yield f"   Stopped. Hand it on with a day: /escalate {fact.ref} @{arbiter.split()[0].lower()} >fri"
        elif entry is not None:
            lens = buy_in(entry)
            yield f"{fact.ref} buy-in: {means(lens)}" if lens else f"{fact.ref}: no votes"
            warning = self._say.warnings(entry, done.after.running.on) if done.after.running else ""
            if warning:
                yield warning

    def _roti(self, done: Done) -> Iterator[str]:
        meeting = done.after.running
        if meeting is None:
            return
        found = figures(meeting.roti)
        bars = "  ".join(f"{value}:{count}" for value, count in found.histogram)
        yield f"Return on time: mean {show(found.mean, 2)} (n={found.n})  {bars}"
        split = ", ".join(f"{group.group} {show(group.mean, 2)} (n={group.n})" for group in found.groups)
        yield f"   {split or found.split_note}"

    def _closed(self, done: Done) -> Iterator[str]:
        meeting = done.before.running
        if meeting is None:
            return
        closed = done.after.meeting(meeting.number) or meeting
        yield f"M-{closed.number} {closed.title} is closed. Minutes are a draft until the next meeting approves them."
        if closed.closing.left_open:
            yield f"   Left open ({closed.closing.early}): {len(closed.closing.left_open)} points; they stand in the minutes."


def _told(results: Iterator[str]) -> Iterator[str]:
    """Results after a line that is stored already: where they cannot be worked out, that is said and no more."""
    try:
        yield from results
    except WorkshopError as off:
        yield f"   ! The result cannot be shown: {off}"
