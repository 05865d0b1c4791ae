"""The minutes as a PDF: tagged, with its data attached, the same bytes for the same record."""

from __future__ import annotations

from datetime import datetime

from workshop.exporting import actions, jsonfile
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.pdf.toolkit import check, press
from workshop.shelves import shelf

__all__ = ["check", "render", "sheet"]


def sheet(html: str, look: Look, at: datetime) -> bytes:
    """Any other page as a PDF, without data attached. Raises MissingLibrary."""
    return press(html, shelf("exports") / "fonts", look.logo, (), at)


def render(minutes: Minutes, look: Look) -> bytes:
    """The PDF. MissingLibrary says what to install where the system lacks what draws text."""
    fonts = shelf("exports") / "fonts"
    attached = (
        ("minutes.json", "The data of these minutes", jsonfile.render(minutes)),
        ("actions.csv", "The action list as a table", actions.csv_file(minutes)),
        ("actions.ics", "The action list for calendars", actions.calendar(minutes)),
    )
    return press(page(minutes, look), fonts, look.logo, attached, minutes.when.stamp)
