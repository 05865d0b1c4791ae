"""What a PDF holds for programs: the files that ride inside, the words on its pages, its paper."""

from __future__ import annotations

import io
import logging
import zlib
from typing import TYPE_CHECKING, TypeVar

from workshop.errors import Damaged
from workshop.exporting.digest import Minutes
from workshop.exporting.jsonfile import read
from workshop.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader

NAME = "minutes.json"
T = TypeVar("T")
LETTER = 612
"""Width of that paper in points; A4 has 595."""
UNREAD = "\x00"
"""In what the reader gives for a font whose letters it cannot tell; no paper has it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF as a reader finds it."""

    inside: tuple[tuple[str, bytes], ...]
    """Files that ride inside, by name; a name that is there twice stands twice."""
    last_page: str
    """Its words, as far as they can be read."""
    readable: bool
    """False where a font with a letter missing leaves the reader with numbers in place of the words."""
    paper: str
    laid_on: int
    """Notes, stamps, fields and the like that lie on its pages: everything but links."""


def minutes_in(content: bytes, place: str) -> Minutes:
    """The minutes attached to a PDF; `place` names the file. Raises Damaged, NewerFile."""
    found = _told(content, place, lambda reader: reader.attachments.get(NAME))
    if not found:
        raise Damaged(
            f"{place} carries no minutes.", fix="Take a PDF that workshop made; others hold no record."
        )
    return read(found[0], f"{place}: {NAME}")


def opened(content: bytes, place: str) -> Opened:
    """Everything that can be compared. Raises Damaged."""
    return _told(content, place, _opened)


def text(content: bytes, place: str) -> str:
    """The words of all its pages: seconds for a long one. Raises Damaged."""
    return _told(content, place, lambda reader: "\n".join(page.extract_text() for page in reader.pages))


def _opened(reader: PdfReader) -> Opened:
    inside = tuple((name, held) for name, files in reader.attachments.items() for held in files)
    last, on_pages = reader.pages[-1], (one for page in reader.pages for one in page.annotations or ())
    paper = "Letter" if round(last.mediabox.width) == LETTER else "A4"
    laid_on = sum(one.get_object().get("/Subtype") != "/Link" for one in on_pages)
    words = last.extract_text()
    return Opened(inside, words, UNREAD not in words, paper, laid_on)


def _told(content: bytes, place: str, ask: Callable[[PdfReader], T]) -> T:
    """What a reader says. A damaged file makes it stumble in many ways, each of them a sentence here."""
    from pypdf import PdfReader  # 60 ms, and only somebody who opens a PDF needs it
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # its remarks on damage are said in one sentence here
    try:
        return ask(PdfReader(io.BytesIO(content)))
    except (
        PyPdfError, OSError, ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError,
        ValueError, zlib.error,
    ) as off:  # fmt: skip
        raise Damaged(f"{place} does not read as a PDF: {off}.") from off
