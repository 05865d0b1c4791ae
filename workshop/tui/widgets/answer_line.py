"""A line to answer in: it comes up with words to complete, the part to be filled in already marked."""

from __future__ import annotations

from textual.widgets.text_area import Selection

from workshop.model.values import dataclass
from workshop.tui.widgets.entry_line import EntryLine


@dataclass(frozen=True, slots=True)
class Draft:
    """Words for the line, and which of them are to be replaced by typing."""

    text: str
    start: int = -1
    """First character to be filled in; -1 puts the cursor behind everything."""
    end: int = -1

    @property
    def whole(self) -> bool:
        """Nothing is to be filled in."""
        return self.start < 0


class AnswerLine(EntryLine):
    """The room's line for other screens."""

    _draft_shown = Draft("")

    def on_mount(self) -> None:
        """Nothing blinks."""
        self.cursor_blink = False

    @property
    def gap(self) -> str:
        """The part to fill in, as long as nobody filled it in; empty afterwards."""
        draft = self._draft_shown
        return "" if draft.whole or self.text != draft.text else draft.text[draft.start : draft.end]

    def propose(self, draft: Draft) -> None:
        """Puts the draft in place of what stands here, and marks the part to fill in."""
        self._draft_shown = draft
        self.write(draft.text)
        if not draft.whole:
            self.selection = Selection((0, draft.start), (0, draft.end))
