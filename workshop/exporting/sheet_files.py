"""A sheet as a file: to print, to put on the intranet, for a wiki."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from workshop.errors import NotFound
from workshop.exporting import pdf
from workshop.exporting.days import short_day
from workshop.exporting.language import say, speaking
from workshop.exporting.look import Look, look_of
from workshop.exporting.markdown.results import result
from workshop.exporting.markdown.shapes import bullets, joined, section
from workshop.exporting.pages import sheet_page
from workshop.exporting.sheets import Holdings, Sheet, sheet
from workshop.exporting.text import markdown as words
from workshop.exporting.worded import worded
from workshop.model.words import did_you_mean


def render(held: Holdings, name: str, ending: str, workspace: Path | None = None) -> bytes:
    """The sheet of that name in the format of that ending (`.pdf`). Raises NotFound, MissingLibrary, ShelfError."""
    writer = WRITERS.get(ending.casefold())
    if writer is None:
        near = did_you_mean(ending, WRITERS)
        raise NotFound(f"A sheet is no '{ending}' file{near}", fix=f"One of {', '.join(WRITERS)}.")
    return writer(sheet(held, name), look_of(held.settings, workspace))


def _pdf(made: Sheet, look: Look) -> bytes:
    return pdf.sheet(sheet_page(made, look), look, made.stamp)


def _html(made: Sheet, look: Look) -> bytes:
    return sheet_page(made, look).encode("utf-8", "replace")


def _markdown(made: Sheet, look: Look) -> bytes:
    with speaking(made.locale, look.own) as spoken:
        blocks = [block for block in _blocks(worded(made, spoken)) if block]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _blocks(made: Sheet) -> Iterator[str]:
    named = made.named
    yield f"# {words(made.firm)}: {words(named.title)}"
    yield f"{say('Version {n}', n=named.version)}, {short_day(named.on, made.locale)}, M-{named.meeting}"
    yield from map(result, made.results)
    yield bullets(map(words, made.notes))
    yield section(
        say("Words"), bullets(f"**{words(term.text)}**: {words(term.meaning)}" for term in made.terms)
    )
    names = ", ".join(map(words, made.signed))
    yield section(
        say("Signed"),
        joined(names, bullets(f"{say('For {side}', side=say(side))}: " for side in made.to_sign), by="\n\n"),
    )


WRITERS: dict[str, Callable[[Sheet, Look], bytes]] = {".pdf": _pdf, ".html": _html, ".md": _markdown}
"""By the ending of the file."""
