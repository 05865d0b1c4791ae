"""The minutes as a PDF: tagged, with its data attached, the same bytes for the same record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from workshop.exporting import actions, jsonfile
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.pdf.toolkit import Work, check, press

__all__ = ["Press", "Work", "check", "press", "render", "sheet", "work"]

Press = Callable[[Work], bytes]
"""Makes the PDF: here, or in a process that stands ready."""


def sheet(html: str, look: Look, at: datetime) -> bytes:
    """Any other page as a PDF, without data attached. Raises MissingLibrary."""
    return press(Work(html, look.logo, (), at))


def render(minutes: Minutes, look: Look) -> bytes:
    """The PDF. MissingLibrary says what to install where the system lacks what draws text."""
    return press(work(minutes, look))


def work(minutes: Minutes, look: Look) -> Work:
    """What the PDF is made of, its data among it."""
    attached = (
        ("minutes.json", "The data of these minutes", jsonfile.render(minutes)),
        ("actions.csv", "The action list as a table", actions.csv_file(minutes)),
        ("actions.ics", "The action list for calendars", actions.calendar(minutes)),
    )
    return Work(page(minutes, look), look.logo, attached, minutes.when.stamp)
