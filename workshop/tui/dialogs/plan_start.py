"""Starting a planned meeting: at once on its day, with one question on another, for a start is not undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.model.commands import Start
from workshop.model.meeting import Meeting
from workshop.tui.dialogs.choose import Choice, Choose
from workshop.tui.requests import Wanted

if TYPE_CHECKING:
    from workshop.tui.screens.page import Page


def start(page: Page, meeting: Meeting) -> None:
    """Asks for the start on behalf of a screen."""
    today = page.workspace.house().today
    if meeting.on == today:
        page.post_message(Wanted(Start(meeting.number)))
        return

    def answer(word: str | None) -> None:
        if word:
            page.post_message(Wanted(Start(meeting.number)))

    day = page.wording.near(meeting.on, today)
    question = f"{meeting.title} is planned for {day}. Start it now?"
    choices = (Choice("y", "yes, today", "yes"), Choice("n", "not yet", ""))
    page.program.push_screen(Choose(question, choices), answer)
