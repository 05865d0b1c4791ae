"""What is given in confidence while a meeting runs: rows in boxes, taken back in this run, gone with the reveal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workshop.model.commands import Row
from workshop.model.runs import Answer
from workshop.model.state import State
from workshop.model.teams import Group
from workshop.model.values import dataclass
from workshop.store import Box, boxes
from workshop.store import Row as HeldRow

GROUPS: dict[str, Group] = {"sales": "sales", "marketing": "marketing", "others": "others"}
NONE = "-"


@dataclass(frozen=True, slots=True)
class Asking:
    """What a box is for: an input of an exercise; the return on time where both are empty."""

    exercise: str = ""
    input: str = ""

    def box(self, meeting: int) -> str:
        """The name of the box in a meeting. No slug holds a dot, so it can be taken apart again."""
        return f"M-{meeting}-{self.exercise}.{self.input}" if self.exercise else f"M-{meeting}-roti"


ROTI = Asking()


class Confidence:
    """The boxes of the meeting that runs. They know nobody's name."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._boxes: dict[str, Box] = {}
        self._marks: list[tuple[int, Asking]] = []
        """What was given in this run, with the line that undo would have reached then; 0 for none."""
        self.changes = 0
        """How often what is held changed in this run."""
        self._taken_back: tuple[int, ...] | None = None
        """What undo would have reached when rows were last taken out; None where none were."""

    # Return on time ------------------------------------------------------------------------------

    def rows(self, state: State) -> tuple[Row, ...]:
        """Everything that is held of it."""
        held = self._held(state, ROTI)
        return tuple(Row(GROUPS[row.team], tuple(int(digit) for digit in row.digits)) for row in held)

    def give(self, state: State, rows: Iterable[Row]) -> None:
        """Holds rows; they are on the disk when this returns. Each answer lies alone, so that none tells of another."""
        self._add(state, ROTI, [HeldRow(row.group, (value,)) for row in rows for value in row.values])

    # Exercises -----------------------------------------------------------------------------------

    def answers(self, state: State, asking: Asking) -> tuple[Answer, ...]:
        """Everything that is held of an input."""
        return tuple(
            Answer(asking.input, GROUPS[row.team], tuple(str(digit) for digit in row.digits), row.item)
            for row in self._held(state, asking)
        )

    def hold(self, state: State, asking: Asking, answers: Iterable[Answer]) -> None:
        """Holds sheets, and of answers about one item each alone; they are on the disk when this returns."""
        rows: list[HeldRow] = []
        for answer in answers:
            digits = tuple(_digit(value) for value in answer.values)
            if answer.item:
                rows += [HeldRow(answer.group, (digit,), answer.item) for digit in digits if digit != NONE]
            else:
                rows.append(HeldRow(answer.group, digits))
        self._add(state, asking, rows)

    def waiting(self, state: State) -> tuple[Asking, ...]:
        """The inputs of exercises that have a box in the meeting that runs."""
        if state.running is None:
            return ()
        prefix = f"M-{state.running.number}-"
        names = (name.removeprefix(prefix).partition(".") for name in boxes(self._directory, prefix))
        found = (Asking(exercise, slug) for exercise, dot, slug in names if dot)
        return tuple(asking for asking in found if self._held(state, asking))

    # Both ----------------------------------------------------------------------------------------

    def last(self, state: State) -> Asking | None:
        """What rows were given to, if that was the last thing done in this run and not taken back."""
        last = state.undoable[-1] if state.undoable else 0
        return self._marks[-1][1] if self._marks and self._marks[-1][0] == last else None

    def take_back(self, state: State) -> None:
        """Takes out the rows given last in this run."""
        if self._marks and (box := self._box(state, self._marks[-1][1])) is not None:
            box.take_back_last()
            self._marks.pop()
            self.changes += 1
            self._taken_back = state.undoable

    def just_taken_back(self, state: State) -> bool:
        """Whether rows were taken out in this run and no line was stored or undone since."""
        return self._taken_back == state.undoable and not state.redoable

    def empty(self, state: State, asking: Asking) -> None:
        """Throws away what is held."""
        box = self._box(state, asking)
        if box is not None:
            box.delete()
            self.changes += 1
        self._marks = [mark for mark in self._marks if mark[1] != asking]

    def tidy(self, state: State) -> None:
        """A box whose totals stand in the journal is gone, whatever happened in between; undo stops there too."""
        meeting = state.running
        if meeting is None:
            return
        runs = (run for run in state.runs if run.meeting == meeting.number)
        shown = [Asking(run.exercise, totals.input) for run in runs for totals in run.totals]
        for asking in (*shown, *((ROTI,) if meeting.roti.revealed else ())):
            if asking.box(meeting.number) in boxes(self._directory, f"M-{meeting.number}-"):
                self.empty(state, asking)
                self._marks.clear()

    def _held(self, state: State, asking: Asking) -> tuple[HeldRow, ...]:
        box = self._box(state, asking)
        return box.rows() if box else ()

    def _add(self, state: State, asking: Asking, rows: list[HeldRow]) -> None:
        box = self._box(state, asking)
        if box is not None and rows:
            box.add(rows)
            self.changes += 1
            self._taken_back = None
            self._marks.append((state.undoable[-1] if state.undoable else 0, asking))

    def _box(self, state: State, asking: Asking) -> Box | None:
        if state.running is None:
            return None
        name = asking.box(state.running.number)
        return self._boxes.setdefault(name, Box(self._directory, name))


def _digit(value: str) -> int | str:
    return int(value) if value.isdecimal() else value
