"""Minutes and sheets as HTML pages, made by the templates of the shelf with a team's own laid over them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache, partial
from pathlib import Path
from traceback import extract_tb

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from workshop.errors import ShelfError
from workshop.exporting import charts, tables
from workshop.exporting.days import clock, known_locale, long_day, near_day, short_day
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import Who
from workshop.exporting.jsonfile import fingerprint
from workshop.exporting.language import counted, figures, say, speaking, told, word
from workshop.exporting.look import Look
from workshop.exporting.sheets import Sheet
from workshop.exporting.text import behind, capital, plain
from workshop.exporting.worded import worded
from workshop.measures.rounding import NOT_AVAILABLE
from workshop.model import ids
from workshop.shelves import shelf

_LONG = re.compile(r"\S{40}(?=\S)")
"""A word may break after so many characters; without places to break, laying out a long one takes seconds."""
DRAWN: tuple[Callable[..., object], ...] = (
    charts.bar_chart, charts.drawn, charts.funnel_lines, charts.spark, charts.tone, tables.boxes, tables.cell, tables.facts, tables.has_tie, tables.kind, tables.numeric,
    tables.origins, tables.pairs_of_cards, tables.row_number, tables.slim, tables.table_shape, tables.tall, tables.upright, behind, capital,
)  # fmt: skip
"""What templates draw results with, each under its own name."""
_LEFT = re.compile(r"(?<!\s)(?<!</p>)\s+(?=</t[dh]>|</p>|</li>|<p[ >])")
"""Blanks behind the last word of a block. WeasyPrint 70 breaks a line that fits without them behind its first word."""
TALL = 1500
"""Letters in one cell of a row; it may then be longer than a page, and is not kept whole."""
_KEPT = re.compile(r"<(?=(?:tr|blockquote)[ >])")
_BEGINS = re.compile(r"^\w+")
_ENDS = re.compile(r"</(?:t[dhr]|blockquote)>")
_MARKUP = re.compile(r"<[^<>]*>")
_STAYS = re.compile(r"(?<=\d) (?=%(?!\w))| (?=\(n=\d)")
"""Blanks at which no line is broken: `42.9 %`, `3.40 (n=5)`."""
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Signs that say where a word may break or not: a few thousand of them take half a minute to lay out."""
_WHOLE = Markup('<span class="short">{}</span>').format(NOT_AVAILABLE)
"""No line ends behind its stroke."""
NOWHERE: frozenset[str] = frozenset()
MOST_MARKS = 4
"""Combining marks on one letter; more is no writing, and each of them costs time to lay out."""


PAPER = "minutes"
"""Its folder holds what every paper is made of."""


def page(minutes: Minutes, look: Look, paper: str = PAPER, **more: object) -> str:
    """The minutes, self-contained; other papers use the minutes' small pieces, and know `more`.

    A ShelfError names the template that does not work.
    """
    folders = tuple(dict.fromkeys((paper, PAPER)))
    return _filled(
        paper, folders, look, minutes.locale, minutes.when.on.year, **more, m=minutes, paper=paper,
        anchors=frozenset(_ids(minutes)), homes=_homes(minutes), digest=fingerprint(minutes),
    )  # fmt: skip


def sheet_page(sheet: Sheet, look: Look) -> str:
    """A living result on a page of its own, made of the same pieces. Raises ShelfError."""
    folders, year = ("sheet", PAPER), sheet.named.on.year
    return _filled("sheet", folders, look, sheet.locale, year, s=sheet, anchors=NOWHERE, homes=NOWHERE)


def _homes(minutes: Minutes) -> frozenset[str]:
    """Ids of records that have no section of their own, since a table of results holds them."""
    return frozenset(need.id for need in minutes.needs) if minutes.needs_in_results else NOWHERE


def _filled(name: str, folders: tuple[str, ...], look: Look, locale: str, year: int, **values: object) -> str:
    """The template of that name, its pieces looked for in these folders, the team's own before ours."""
    own = tuple(look.own / folder for folder in folders) if look.own else ()
    shelves = (*own, *(shelf("exports") / folder for folder in folders))
    try:
        with speaking(locale, look.own) as spoken:
            shown = {held: worded(value, spoken) for held, value in values.items()}
            made = _environment(shelves, locale, year).get_template(f"{name}.html.jinja").render(
                look=look, lang=str(known_locale(locale)).replace("_", "-"), css=_stylesheets(shelves, folders), **shown,
            )  # fmt: skip
            return _unbound(_LEFT.sub("", made))
    except TemplateError as off:  # the first: a template that is not there is an OSError as well
        told = getattr(off, "name", None) or "a template"
        raise ShelfError(f"exports/{name}: {told}: {off}.") from off
    except (OSError, UnicodeDecodeError) as off:
        raise ShelfError(f"exports/{name}: a file of it does not read as UTF-8 text: {off}.") from off
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as off:
        place = _own_line(off, own)
        if not place:
            raise
        raise ShelfError(f"exports/{name}: {place}: {off}.") from off


def _own_line(off: Exception, own: tuple[Path, ...]) -> str:
    """The line of a team's own template in which it came up; empty where it came up in ours."""
    lines = [f"{Path(at.filename).name}, line {at.lineno}" for at in extract_tb(off.__traceback__) if Path(at.filename).parent in own]  # fmt: skip
    return lines[-1] if lines else ""


def _unbound(html: str) -> str:
    """The page with its longest rows free to break. One that fits on no page would, kept whole, leave its heading alone
    on the page before."""
    first, *rows = _KEPT.split(html)
    return "<".join(
        (
            first,
            *(
                _BEGINS.sub(r'\g<0> style="break-inside: auto"', row) if _is_tall(row) else row
                for row in rows
            ),
        )
    )


def _is_tall(row: str) -> bool:
    *cells, _behind = _ENDS.split(row)
    return len(row) > TALL and any(len(_MARKUP.sub("", cell)) > TALL for cell in cells)


@lru_cache(maxsize=8)
def _environment(shelves: tuple[Path, ...], locale: str, year: int) -> ImmutableSandboxedEnvironment:
    """The templates, kept compiled: reading them anew takes as long as filling them in."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(shelves), autoescape=True, undefined=StrictUndefined, finalize=_clean,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters.update(
        day=partial(near_day, locale=locale, year=year), full=partial(short_day, locale=locale),
        long=partial(long_day, locale=locale), clock=clock, count=_counted, runs=runs, apart=apart, typed=typed,
        quoted=quoted, told=told, said=word, figures=figures,
        **{drawn.__name__: drawn for drawn in DRAWN},
    )  # fmt: skip
    environment.globals.update(_=_said, _n=_count)
    return environment


def _said(english: str, **gaps: object) -> Markup:
    """A fixed text in the language of the page; what fills its gaps is escaped, unless a macro made it."""
    return escape(say(english)).format(**_cleaned(gaps))


def _count(number: int, one: str, several: str, **gaps: object) -> Markup:
    """The same by a count, which fills the gap `n`."""
    return escape(counted(number, one, several)).format(n=number, **_cleaned(gaps))


def _counted(number: int, one: str, several: str = "") -> Markup:
    """`3 days` for `3|count("day")`."""
    return _count(number, f"{{n}} {one}", f"{{n}} {several or one + 's'}")


def _cleaned(gaps: dict[str, object]) -> dict[str, object]:
    return {name: _clean(held) for name, held in gaps.items()}


def quoted(text: str) -> Markup:
    """A text as a string of a stylesheet."""
    return Markup('"{}"').format(re.sub(r'["\\<>\n]', "", text))


def apart(text: str) -> str:
    """Words of people: long ones get places to break, those from right to left keep their direction to themselves."""
    shown = escape(_LONG.sub("\\g<0>\u200b", str(_clean(text)))).replace("\u200b", Markup("<wbr>"))
    if len(text) > len(NOT_AVAILABLE):
        shown = shown.replace(NOT_AVAILABLE, _WHOLE)
    if text.isascii() or not any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text):
        return shown
    return Markup("<bdi>{}</bdi>").format(shown)


def typed(text: str) -> str:
    """Words with their commands in one piece: no line ends behind the slash of `/take 1`."""
    return text.replace(" /", " /\u2060")


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


def _stylesheets(shelves: tuple[Path, ...], folders: tuple[str, ...]) -> str:
    """Of each folder the sheet of its name, the general one first."""
    return "\n".join(_stylesheet(shelves, f"{folder}.css") for folder in reversed(folders))


def _stylesheet(shelves: tuple[Path, ...], name: str) -> str:
    """The first of that name; a paper that needs no look of its own has none."""
    path = next((folder / name for folder in shelves if (folder / name).is_file()), None)
    return path.read_text(encoding="utf-8") if path else ""


def _clean(value: object) -> object:
    """Text that can be laid out: no control characters, no towers of combining marks, no figure parted from its sign."""
    if type(value) is not str:
        return value
    text = _STAYS.sub("\u00a0", _UNSEEN.sub("", plain(value)))
    return text if text.isascii() else "".join(_marked(text))


def _marked(text: str) -> Iterator[str]:
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
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
