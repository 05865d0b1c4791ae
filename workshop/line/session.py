"""A session: takes typed lines one by one, does what they say, and tells what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from workshop.errors import Refused
from workshop.facilitation.clock import clockwise
from workshop.facilitation.deciding.clock import compressed_plan, preview_retime
from workshop.facilitation.face import face
from workshop.facilitation.house import House
from workshop.facilitation.retiming import in_words
from workshop.grammar import hints, is_called, parse
from workshop.line.astray import astray
from workshop.line.context import context
from workshop.line.looks import Looks
from workshop.line.plan import changed_line, changed_plan, shown_plan
from workshop.line.replies import Replies
from workshop.line.usual import learned_lines, learned_plan
from workshop.line.wording import told_person
from workshop.model.asks import Ask, Find, Look, MoveClock, NamePerson, Plan, Quit, Setting, TryRule, Usual
from workshop.model.commands import Add, Command, Edit, PassGate, Retime, TakeDraft
from workshop.model.facts import MeetingClosed, MinutesApproved
from workshop.store import ManualClock
from workshop.workspace import Done, Workspace
from workshop.workspace.drafts import draft

MARKS = (80, 100)
"""Per cent of a segment at which the time is said."""


def says_nothing(line: str) -> bool:
    """Whether a line is passed over: a blank one, or a comment."""
    return not line.strip() or line.startswith("# ")


class Session:
    """One person, one workspace, one line after the other."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        clock: ManualClock | None = None,
        pace: Callable[[float], None] | None = None,
        outside: bool = False,
        issue: bool = True,
    ) -> None:
        self.workspace = workspace
        self.over = False
        """True after /quit."""
        self._clock = clock
        """A script's clock; None where time passes by itself."""
        self._pace = pace
        """Waits for so many seconds of the script; None plays at once."""
        self._outside = outside
        """Beside a meeting that may be running elsewhere: entries are captured, undo does not see them."""
        self._issue = issue
        """Whether a close makes the draft minutes, and an approval the approved ones."""
        self._said_marks: set[tuple[int, int, int]] = set()
        self._told_notices: set[str] = set()

    def feed(self, line: str) -> Iterator[str]:
        """What to say after one line. Raises a WorkshopError with the sentence why nothing was done."""
        line = line.strip("\r\n")
        if says_nothing(line):
            return
        self.workspace.refresh()
        yield from self._notices_of_store()
        room = context(self.workspace, script=self._clock is not None)
        asked = parse(line, room)
        yield from self._answer(asked)
        if isinstance(asked, (Add, Edit)):
            told = (*hints(line, room), *(astray(self.workspace, line) if isinstance(asked, Add) else ()))
            yield from (f"   {hint}" for hint in told)
        yield from self._notices_of_store()
        yield from self.marks()

    def _answer(self, asked: Command | Ask) -> Iterator[str]:
        match asked:
            case Quit():
                self.over = True
            case Look() | Find() | TryRule() | Usual(apply=False) | Plan(change="show"):
                yield from self._shown(asked)
            case Plan():
                command = changed_plan(self.workspace, asked)
                yield from self.perform(command)
                yield from changed_line(self.workspace, asked, command.meeting)
            case Usual():
                yield from self.perform(learned_plan(self.workspace, asked.meeting))
            case MoveClock(at=at):
                yield from self._move_clock(at)
            case NamePerson():
                known = next((who for who in self.workspace.people if is_called(who, asked.name)), None)
                yield told_person(known, self.workspace.name_person(asked))
            case Setting(key=key, value=value):
                self.workspace.change_setting(key, value)
                yield f"{key} = {value}"
            case Retime(apply=False):
                yield from self._preview(asked)
            case TakeDraft(number=number) if (found := draft(self.workspace, number)).kind == "line":
                yield from self._answer(parse(found.text, context(self.workspace)))
            case _:
                yield from self.perform(asked)

    def _shown(self, asked: Look | Find | TryRule | Usual | Plan) -> Iterator[str]:
        """What is looked at and stores nothing."""
        match asked:
            case Look():
                yield from Looks(self.workspace).lines(asked)
            case Find():
                yield from Looks(self.workspace).find(asked)
            case TryRule():
                yield from self._tried(asked)
            case Usual():
                yield from learned_lines(self.workspace, asked.meeting)
            case Plan():
                yield from shown_plan(self.workspace, asked.meeting)

    def _tried(self, asked: TryRule) -> Iterator[str]:
        from workshop.workspace.trying import ready, told  # reads CSV files; few lines need it

        found = ready(self.workspace, Path(asked.path).expanduser(), asked.won)
        yield from told(found, found.threshold if asked.threshold is None else Fraction(asked.threshold))

    def perform(self, command: Command) -> Iterator[str]:
        """Does one command and says what came of it."""
        if isinstance(command, PassGate) and command.step == "read-back":
            yield from Looks(self.workspace).lines(Look("read-back"))
        done = self.workspace.do(command, outside=self._outside)
        yield from Replies(self.workspace).lines(done)
        yield from self._notices_of_store()
        if self._issue:
            yield from self._issued(done)

    def _issued(self, done: Done) -> Iterator[str]:
        if not any(isinstance(fact, (MeetingClosed, MinutesApproved)) for fact in done.facts):
            return
        from workshop.workspace.issuing import (
            issue,  # brings the formats, 60 ms; a line that is said needs none
        )

        for fact in done.facts:
            if isinstance(fact, MeetingClosed) and done.before.running:
                yield from issue(self.workspace, done.before.running.number)
            elif isinstance(fact, MinutesApproved) and done.after.running:
                yield f"   The approved minutes: workshop export M-{fact.meeting} --to minutes.pdf"
            elif isinstance(fact, MinutesApproved):
                yield from issue(self.workspace, fact.meeting)

    def _preview(self, asked: Retime) -> Iterator[str]:
        house = self.workspace.house()
        meeting = self.workspace.state.running
        if meeting is None:
            yield from self._preview_plan(asked, house)
            return
        preview = preview_retime(meeting, asked, house)
        yield in_words(meeting, preview, house.moment)
        if preview.changes or preview.dropped:
            minutes = f" {asked.minutes}" if asked.minutes else ""
            yield f"   /retime{minutes} go applies it; /undo takes it back."

    def _preview_plan(self, asked: Retime, house: House) -> Iterator[str]:
        if asked.minutes is None:
            raise Refused(
                "No meeting is running.", fix="/retime 45 fits the next planned meeting into 45 minutes."
            )
        for segment in compressed_plan(self.workspace.state, asked.minutes, house):
            yield f"   {segment.number:>2} {segment.title} · {segment.minutes} min"
        yield f"   /retime {asked.minutes} go applies it."

    def _move_clock(self, at: datetime) -> Iterator[str]:
        if self._clock is None:
            raise Refused(
                "/at moves a script's clock; here time passes by itself.",
                fix="/started 6m says it began earlier.",
            )
        zone = self.workspace.zone
        before = self._clock.read().at
        self._clock.move_to(at.replace(tzinfo=zone))
        if self._pace is not None and self.workspace.state.running is not None:
            self._pace((self._clock.read().at - before).total_seconds())
        yield f"-- {at:%Y-%m-%d %H:%M}"

    def _notices_of_store(self) -> Iterator[str]:
        """What was put right since the last line; putting right happens when something is stored."""
        for notice in self.workspace.notices:
            if notice not in self._told_notices:
                self._told_notices.add(notice)
                yield f"! {notice}"

    def marks(self) -> Iterator[str]:
        """Says once when 80 and 100 per cent of a segment's minutes are gone; never interrupts."""
        meeting = self.workspace.state.running
        item = meeting.current if meeting else None
        if meeting is None or item is None or self._outside:
            return
        dial = face(meeting, self.workspace.house().moment).item
        if dial is None or dial.planned <= 0:
            return
        for mark in MARKS:
            key = (item.number, item.minutes, mark)
            if dial.gone * 100 >= dial.planned * mark and key not in self._said_marks:
                self._said_marks |= {(item.number, item.minutes, lower) for lower in MARKS if lower <= mark}
                if mark < MARKS[-1] and dial.gone >= dial.planned:
                    continue
                yield self._mark(mark, item.segment.title, dial.left)

    @staticmethod
    def _mark(mark: int, title: str, left: int) -> str:
        if mark < MARKS[-1]:
            return f"[{mark} %] {title}: {clockwise(left)} left."
        return f"[{mark} %] {title} is at its time. /extend 3 borrows from later, d: decides now, /park keeps it for later."
