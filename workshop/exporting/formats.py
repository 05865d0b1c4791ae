"""Every format that leaves the program, registered in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workshop.errors import NotFound, Refused
from workshop.exporting import (
    actions,
    channels,
    jsonfile,
    mail,
    markdown,
    pages,
    pdf,
    plaintext,
    results,
    word,
)
from workshop.exporting.actions import only
from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.look import Look, look_of
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean

Writer = Callable[[Minutes, Look], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write minutes."""

    name: str
    endings: tuple[str, ...]
    title: str
    writer: Writer
    personal: bool = False
    """Can be cut down to the actions of one person."""

    def render(self, source: Source, workspace: Path | None = None, person: str = "") -> bytes:
        """The file; `person` (id) keeps only the actions of one person. Raises MissingLibrary, ShelfError, Refused."""
        return self.write(digest(source), look_of(source.settings, workspace), person)

    def write(self, minutes: Minutes, look: Look, person: str = "") -> bytes:
        """The same from minutes that are there already: those of another workspace."""
        if person and not self.personal:
            raise Refused("Only an action list can be that of one person.", fix="Take csv or ics.")
        return self.writer(only(minutes, person) if person else minutes, look)


def _data(write: Callable[[Minutes], bytes]) -> Writer:
    """A format that has no look."""
    return lambda minutes, _look: write(minutes)


def _spoken(write: Callable[[Minutes, Path | None], bytes]) -> Writer:
    """A format without a look, in the words of the team's languages."""
    return lambda minutes, look: write(minutes, look.own)


def _html(minutes: Minutes, look: Look) -> bytes:
    return pages.page(minutes, look).encode("utf-8", "replace")


def _mail(minutes: Minutes, look: Look) -> bytes:
    """Without addresses; `workshop mail` writes it with them."""
    return mail.written(next(mail.letters(minutes, (), look.own)), look)


FORMATS: tuple[Format, ...] = (
    Format("pdf", (".pdf",), "Minutes to print and to send", pdf.render),
    Format("html", (".html", ".htm"), "Minutes as one page for mail and intranet", _html),
    Format("md", (".md", ".markdown"), "Minutes for wikis", _spoken(markdown.render)),
    Format("txt", (".txt",), "Minutes as plain text", _spoken(plaintext.render)),
    Format("docx", (".docx",), "Minutes for people who have to edit them", word.render),
    Format("json", (".json",), "Minutes for programs", _data(jsonfile.render)),
    Format("eml", (".eml",), "The mail to send, as a draft", _mail),
    Format("jsonl", (".jsonl",), "Minutes for programs, one record a line", _data(jsonfile.render_lines)),
    Format("csv", (".csv",), "Action list for spreadsheets", _data(actions.csv_file), personal=True),
    Format(
        "ics", (".ics",), "Next meeting and tasks for calendars", _spoken(actions.calendar), personal=True
    ),
    Format("ics-days", (), "The same, tasks as days", _spoken(actions.calendar_of_days), personal=True),
    Format("todotxt", (), "Action list as todo.txt", _data(actions.todotxt), personal=True),
    Format("taskwarrior", (), "Action list for task import", _spoken(actions.taskwarrior), personal=True),
    Format("results", (), "Results of the exercises for spreadsheets", _data(results.csv_file)),
    Format("slack", (), "Page one as blocks for Slack", _spoken(channels.slack)),
    Format("teams", (), "Page one as a card for Teams", _spoken(channels.teams)),
)


def format_for(name: str) -> Format:
    """The format of a name or of a file's ending; NotFound names the nearest."""
    ending = Path(name).suffix.casefold() or f".{name.casefold()}"
    found = next((form for form in FORMATS if name.casefold() == form.name or ending in form.endings), None)
    if found is None:
        names = [form.name for form in FORMATS]
        raise NotFound(
            f"There is no format '{ending[1:]}'{did_you_mean(ending[1:], names)}",
            fix=f"One of {', '.join(names)}, by the file's ending or with -f.",
        )
    return found
