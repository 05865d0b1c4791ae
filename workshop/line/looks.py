"""What can be looked at without storing anything: clock, agenda, inbox, tray, lists, search, help."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping

from workshop.errors import Refused
from workshop.facilitation.clock import clockwise, signed
from workshop.facilitation.exercises import OnScreen
from workshop.facilitation.face import face
from workshop.facilitation.gate import gate, tray
from workshop.line.exercises import exercise_lines, rows_lines
from workshop.line.help import everything, explain, page
from workshop.line.results import outcome_lines
from workshop.line.usual import plan_lines
from workshop.line.wording import Wording
from workshop.model.asks import Find, Look
from workshop.model.meeting import Meeting
from workshop.workspace import Workspace
from workshop.workspace.exercises import current, outcome_of
from workshop.workspace.learning import planned
from workshop.workspace.rounds import as_shown

GLYPHS = {"ahead": " ", "running": ">", "done": "x", "skipped": "-", "dropped": "-"}


class Looks:
    """Readings of the state as lines."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._say = Wording(workspace)

    def lines(self, look: Look) -> Iterator[str]:
        """The lines of one look."""
        if look.what == "help":
            yield from self._help(look.word.lstrip("/"))
            return
        if look.what == "rows":
            yield from self._rows(look.word)
            return
        yield from self._looks[look.what]()

    def _help(self, word: str) -> Iterator[str]:
        if word == "all":
            return everything()
        return explain(word, self._workspace) if word else page(self._workspace)

    @property
    def _looks(self) -> Mapping[str, Callable[[], Iterator[str]]]:
        return {
            "time": self.time,
            "agenda": self._agenda,
            "inbox": self._inbox,
            "tray": self._tray,
            "gate": self._gate,
            "actions": self._actions,
            "decisions": self._decisions,
            "parked": self._parked,
            "record": self._record,
            "read-back": self._read_back,
            "people": self._people,
            "exercise": lambda: exercise_lines(self._workspace),
            "result": self._result,
            "present": self._present,
        }

    def _meeting(self) -> Meeting:
        meeting = self._workspace.state.running
        if meeting is None:
            raise Refused("No meeting is running.", fix="/start begins the next one.")
        return meeting

    def time(self) -> Iterator[str]:
        """Both clocks, ahead or behind, and when it ends."""
        meeting = self._meeting()
        shown = face(meeting, self._workspace.house().moment)
        item = meeting.current
        if shown.item is not None and item is not None:
            yield f"{item.segment.title}: {clockwise(shown.item.gone)} of {item.minutes} min, {_left(shown.item.left)}"
        behind = "on time" if abs(shown.behind_ms) < 30_000 else f"{signed(shown.behind_ms)} {'behind' if shown.behind_ms > 0 else 'ahead'}"  # fmt: skip
        yield f"Meeting: {clockwise(shown.meeting.gone)} of {shown.meeting.minutes} min, {behind}, ends {shown.ends_at:%H:%M}"
        if shown.paused:
            yield f"The clock of the {'segment' if shown.paused == 'item' else 'meeting'} stands still; /pause goes on."

    def _agenda(self) -> Iterator[str]:
        """Of the running meeting; before the start that of the next one, with what its segments usually take."""
        meeting = self._workspace.state.running
        if meeting is None:
            yield from plan_lines(self._workspace, planned(self._workspace))
            return
        for item in meeting.items:
            core = "" if item.segment.core else " (optional)"
            minutes = (
                f"{item.minutes}"
                if item.minutes == item.segment.minutes
                else f"{item.segment.minutes} -> {item.minutes}"
            )
            yield f"{GLYPHS[item.state]} {item.number:>2} {item.segment.title}{core} · {minutes} min · {item.state}"

    def _inbox(self) -> Iterator[str]:
        captures = self._workspace.state.captures
        if not captures:
            yield "The inbox is empty."
        for capture in captures:
            who = f"{self._say.name(capture.said.speaker)}: " if capture.said.speaker else ""
            yield f"C-{capture.number} {capture.said.kind} · {who}{capture.said.text}"

    def _tray(self) -> Iterator[str]:
        points = tray(self._workspace.state, self._meeting(), self._workspace.house())
        if not points:
            yield "Nothing waits to be completed."
        yield from (f"{point.sentence} {point.fix}" for point in points)

    def _gate(self) -> Iterator[str]:
        shown = as_shown(self._workspace)
        points = gate(shown, shown.running or self._meeting(), self._workspace.house())
        if not points:
            yield "Everything is settled: /close"
        for point in points:
            yield f"- {point.sentence}"
            yield f"    {point.fix}"

    def _actions(self) -> Iterator[str]:
        actions = [action for action in self._workspace.state.actions if action.live]
        if not actions:
            yield "No action is open."
        yield from (self._say.action(action) for action in actions)

    def _decisions(self) -> Iterator[str]:
        meeting = self._workspace.state.running
        decisions = [
            decision
            for decision in self._workspace.state.decisions
            if not decision.struck and (meeting is None or decision.meeting == meeting.number)
        ]
        if not decisions:
            yield "Nothing is decided yet."
        yield from (self._say.decision(decision) for decision in decisions)

    def _parked(self) -> Iterator[str]:
        topics = [topic for topic in self._workspace.state.parked if not topic.settled]
        if not topics:
            yield "Nothing is parked."
        for topic in topics:
            until = f" {topic.date}" if topic.date else ""
            yield f"{topic.ref} {topic.text} · {topic.disposition or 'undecided'}{until}"

    def _record(self) -> Iterator[str]:
        meeting, say = self._meeting(), self._say
        state, here = self._workspace.state, meeting.number
        lines = [say.entry(entry) for entry in meeting.entries if not entry.struck]
        lines += [say.dispute(x) for x in state.disputes if x.meeting == here and not x.struck]
        lines += [say.decision(d) for d in state.decisions if d.meeting == here and not d.struck]
        lines += [say.action(a) for a in state.actions if a.meeting == here and not a.struck]
        yield from lines or ["Nothing is recorded yet."]

    def _on_screen(self) -> OnScreen:
        self._meeting()
        found = current(self._workspace)
        if found is None:
            raise Refused("No exercise is on screen.", fix="/exercise and a name brings one up.")
        return found

    def _result(self) -> Iterator[str]:
        """Everything the exercise on screen has come to."""
        outcome = outcome_of(self._workspace, self._on_screen().exercise.slug)
        yield from outcome_lines(outcome, self._say)
        if not (outcome.results or outcome.notes or outcome.drafts):
            yield "   Nothing to show yet."

    def _rows(self, slug: str) -> Iterator[str]:
        found = self._on_screen()
        told = list(rows_lines(self._workspace, found, slug))
        yield from told or ["There are no rows yet."]

    def _read_back(self) -> Iterator[str]:
        meeting = self._meeting()
        state = self._workspace.state
        decisions = [d for d in state.decisions if d.meeting == meeting.number and not d.struck]
        actions = [a for a in state.actions if a.meeting == meeting.number and a.live]
        yield "Decisions:" if decisions else "No decisions today."
        yield from (f"  {self._say.decision(decision)}" for decision in decisions)
        yield "Actions - yours aloud, and say yes:" if actions else "No new actions today."
        yield from (f"  {self._say.action(action)}" for action in actions)

    def _people(self) -> Iterator[str]:
        meeting = self._workspace.state.running
        for person in self._workspace.people:
            row = meeting.person(person.id) if meeting else None
            role = f" · {person.role}" if person.role else ""
            yield f"{person.name} · {person.team}{role}{' · ' + row.presence if row else ''}"

    def _present(self) -> Iterator[str]:
        folder = shlex.quote(str(self._workspace.directory.resolve()))
        yield f"In a second terminal: workshop -w {folder} present"
        yield "   It shows prompt, clock, results, decisions and actions; b makes it black, q leaves. Nothing private."
        yield "   It follows the meeting on the screens (workshop run)."

    def find(self, find: Find) -> Iterator[str]:
        """Every record at hand whose words hold the text."""
        wanted = find.text.casefold()
        state = self._workspace.state
        lines = [self._say.entry(e) for m in state.meetings for e in m.entries if not e.struck]
        lines += [self._say.decision(d) for d in state.decisions if not d.struck]
        lines += [self._say.action(a) for a in state.actions if not a.struck]
        lines += [self._say.dispute(x) for x in state.disputes if not x.struck]
        found = [line for line in lines if wanted in line.casefold()]
        yield from found or [
            f"Nothing at hand says '{find.text}'. An earlier meeting as text: workshop show M-1"
        ]


def _left(ms: int) -> str:
    return f"{clockwise(ms)} left" if ms >= 0 else f"{signed(-ms)} over"
