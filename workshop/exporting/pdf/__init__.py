"""The minutes as a PDF: tagged, with its data attached, the same bytes for the same record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from workshop.exporting import actions, jsonfile, results
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.pdf.toolkit import Attached, Work, check, press

__all__ = ["Press", "Work", "check", "enclosed", "press", "render", "sheet", "work"]

Press = Callable[[Work], bytes]
"""Makes the PDF: here, or in a process that stands ready."""


def sheet(html: str, look: Look, at: datetime) -> bytes:
    """Any other page as a PDF, without data attached. Raises MissingLibrary."""
    return press(Work(html, look.logo, (), at))


def enclosed(minutes: Minutes, own: Path | None = None) -> tuple[Attached, ...]:
    """The data that ride inside the PDF: for programs, for spreadsheets, for calendars (in the team's own words)."""
    told = (
        ("minutes.json", "The data of these minutes", jsonfile.render(minutes)),
        ("actions.csv", "The action list as a table", actions.csv_file(minutes)),
        ("actions.ics", "The action list for calendars", actions.calendar(minutes, own)),
    )
    if not minutes.results:
        return told
    return (*told, ("results.csv", "The results of the exercises as a table", results.csv_file(minutes)))


def work(minutes: Minutes, look: Look) -> Work:
    """What the PDF is made of, its data among it."""
    return Work(page(minutes, look), look.logo, enclosed(minutes, look.own), minutes.when.stamp)


def render(minutes: Minutes, look: Look) -> bytes:
    """The PDF. MissingLibrary says what to install where the system lacks what draws text."""
    return press(work(minutes, look))
