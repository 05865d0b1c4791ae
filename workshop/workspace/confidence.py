"""What is given in confidence while a meeting runs: rows in a box, taken back in this run, gone with the reveal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workshop.model.commands import Row
from workshop.model.state import State
from workshop.model.teams import Group
from workshop.store import Box
from workshop.store import Row as HeldRow

GROUPS: dict[str, Group] = {"sales": "sales", "marketing": "marketing", "others": "others"}


class Confidence:
    """The box of the meeting that runs. It knows nobody's name."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._boxes: dict[int, Box] = {}
        self._marks: list[int] = []
        """The line that undo would have reached when rows were given in this run; 0 for none."""

    def rows(self, state: State) -> tuple[Row, ...]:
        """Everything that is held."""
        box = self._box(state)
        return tuple(Row(GROUPS[row.team], row.digits) for row in box.rows()) if box else ()

    def give(self, state: State, rows: Iterable[Row]) -> None:
        """Holds rows; they are on the disk when this returns. Each answer lies alone, so that none tells of another."""
        box = self._box(state)
        singles = [HeldRow(row.group, (value,)) for row in rows for value in row.values]
        if box is not None and singles:
            box.add(singles)
            self._marks.append(_last(state))

    def is_last(self, state: State) -> bool:
        """Whether the last thing done in this run and not taken back was to give rows."""
        return bool(self._marks) and self._marks[-1] == _last(state)

    def take_back(self, state: State) -> None:
        """Takes out the rows given last in this run."""
        box = self._box(state)
        if box is not None:
            box.take_back_last()
        self._marks.pop()

    def empty(self, state: State) -> None:
        """Throws away what is held."""
        box = self._box(state)
        if box is not None:
            box.delete()
        self._marks.clear()

    def tidy(self, state: State) -> None:
        """A box whose totals stand in the journal is gone, whatever happened in between."""
        for meeting in state.meetings:
            if meeting.roti.revealed and meeting.status == "running":
                self._of(meeting.number).delete()
                self._marks.clear()

    def _box(self, state: State) -> Box | None:
        return self._of(state.running.number) if state.running else None

    def _of(self, meeting: int) -> Box:
        return self._boxes.setdefault(meeting, Box(self._directory, f"M-{meeting}-roti"))


def _last(state: State) -> int:
    return state.undoable[-1] if state.undoable else 0
