"""The minutes as one HTML page, made by the templates of the shelf with a team's own laid over them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from workshop.errors import ShelfError
from workshop.exporting.days import clock, known_locale, long_day, near_day, plural, short_day
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import Who
from workshop.exporting.jsonfile import fingerprint
from workshop.exporting.look import Look
from workshop.exporting.text import plain
from workshop.model import ids
from workshop.shelves import shelf

PAPER = "minutes"
_LONG = re.compile(r"\S{40}(?=\S)")
"""A word may break after so many characters; without places to break, laying out a long one takes seconds."""
MOST_MARKS = 4
"""Combining marks on one letter; more is no writing, and each of them costs time to lay out."""


def page(minutes: Minutes, look: Look, paper: str = PAPER, **more: object) -> str:
    """The page, self-contained; other papers than the minutes use the minutes' small pieces, and know `more`.

    A ShelfError names the template that does not work.
    """
    shelves = tuple(
        root / folder
        for folder in dict.fromkeys((paper, PAPER))
        for root in (look.own, shelf("exports"))
        if root is not None
    )
    environment = _environment(shelves, minutes.locale, minutes.when.on.year)
    try:
        return environment.get_template(f"{paper}.html.jinja").render(
            **more, m=minutes, look=look, paper=paper, lang=str(known_locale(minutes.locale)).replace("_", "-"),
            css=_stylesheet(shelves), anchors=frozenset(_ids(minutes)), digest=fingerprint(minutes),
        )  # fmt: skip
    except TemplateError as off:
        raise ShelfError(f"exports/{paper}: {getattr(off, 'name', None) or 'a template'}: {off}.") from off


@lru_cache(maxsize=8)
def _environment(shelves: tuple[Path, ...], locale: str, year: int) -> ImmutableSandboxedEnvironment:
    """The templates, kept compiled: reading them anew takes as long as filling them in."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(shelves), autoescape=True, undefined=StrictUndefined, finalize=_clean,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters.update(
        day=partial(near_day, locale=locale, year=year), full=partial(short_day, locale=locale),
        long=partial(long_day, locale=locale), clock=clock, count=plural, runs=runs, apart=apart,
    )  # fmt: skip
    return environment


def apart(text: str) -> str:
    """Words of people: long ones get places to break, those from right to left keep their direction to themselves."""
    shown = escape(_LONG.sub("\\g<0>\u200b", str(_clean(text)))).replace("\u200b", Markup("<wbr>"))
    if text.isascii() or not any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text):
        return shown
    return Markup("<bdi>{}</bdi>").format(shown)


def runs(found: tuple[str, ...]) -> list[tuple[str, str]]:
    """Ids in a row as first and last, from three on: N-5 N-6 N-7 N-9 gives (N-5, N-7) and (N-9, N-9)."""
    told: list[list[str]] = []
    for ref in found:
        letter, number = ids.read(ref) or ("", 0)
        if told and told[-1][-1] == ids.show(letter, number - 1):
            told[-1].append(ref)
        else:
            told.append([ref])
    return [
        span
        for run in told
        for span in ([(run[0], run[-1])] if len(run) > 2 else [(ref, ref) for ref in run])
    ]


def _stylesheet(shelves: tuple[Path, ...]) -> str:
    path = next(folder / f"{PAPER}.css" for folder in shelves if (folder / f"{PAPER}.css").is_file())
    return path.read_text(encoding="utf-8")


def _clean(value: object) -> object:
    """Text that can be laid out: no control characters, no towers of combining marks."""
    if type(value) is not str:
        return value
    text = plain(value)
    return text if text.isascii() else "".join(_marked(text))


def _marked(text: str) -> Iterator[str]:
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MOST_MARKS:
            yield letter


def _ids(value: object) -> Iterator[str]:
    """Ids of everything that stands in the minutes, for links inside the page."""
    if isinstance(value, tuple):
        for item in value:
            yield from _ids(item)
    elif is_dataclass(value) and not isinstance(value, Who):
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name in ("id", "ref") and isinstance(held, str) and held:
                yield held
            elif not isinstance(held, str):
                yield from _ids(held)
