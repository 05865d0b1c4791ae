"""What a file that left the program says of itself: the digest it prints, the data inside it, its words."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections import Counter
from dataclasses import replace
from email import message_from_bytes, policy
from html import unescape
from pathlib import PurePath

from workshop.errors import Damaged, Refused
from workshop.exporting.jsonfile import fingerprint, read
from workshop.exporting.pdf.attached import NAME, opened
from workshop.exporting.pdf.attached import text as text_of
from workshop.model.values import dataclass

MOST = 32_000_000
"""Bytes of a file, and of what is packed inside one; minutes have a hundredth of that."""
FIRST = 3
"""Meetings that are asked for a digest."""
_SEAL = re.compile(r"(?<![0-9a-zA-Z])[0-9a-f]{64}(?![0-9a-zA-Z])")
_MEETING = re.compile(r"\bM-([1-9]\d{0,5})\b")
_MARKUP = re.compile(r"<[^<>]*>")
_APART = re.compile(r"</w:p>|<w:(?:br|tab)\b[^<>]*>|</(?:td|th|p|li|h\d|div|text)>|<br>")
ENDINGS = {".md": "md", ".markdown": "md", ".txt": "txt", ".html": "html", ".htm": "html", ".eml": "eml"}
"""Files that do not say by their first bytes what they are."""
LINES = ".jsonl"
"""Ending of records, one a line: they begin like JSON and print no digest of minutes."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A file of minutes, taken apart."""

    form: str
    """Name of its format."""
    content: bytes
    digest: str
    """As it prints it; of JSON, that of its data. Empty where it prints none, or none that can be read."""
    inside: tuple[tuple[str, bytes], ...] = ()
    """Files that ride inside a PDF."""
    paper: str = ""
    """Of a PDF: `A4` or `Letter`."""
    readable: bool = True
    """Of a PDF: whether the words of its last page can be read."""
    laid_on: int = 0
    """Of a PDF: notes, stamps and fields on its pages."""
    out_of: str = ""
    """The mail that it was taken out of."""

    @property
    def data(self) -> bytes | None:
        """The minutes for programs; null for a format that is only read by people."""
        if self.form == "json":
            return self.content
        return next((held for name, held in self.inside if name == NAME), None)

    def meetings(self) -> tuple[int, ...]:
        """Numbers of the first meetings that it names: its own comes first."""
        words = " ".join(words_of(self.form, self.content, ""))
        return tuple(dict.fromkeys(int(found) for found in _MEETING.findall(words)))[:FIRST]


def carried(content: bytes, place: str) -> Carried:
    """The file taken apart; `place` is its name. Raises Damaged, Refused where it is no file of minutes."""
    if PurePath(place).suffix.casefold() == LINES:
        raise _unsealed(place)
    form = _form(content, place)
    if form == "eml":
        return _mailed(content, place)
    if form == "pdf":
        return _printed(content, place)
    if form == "json":
        minutes = read(content, place)
        return Carried(form, content, fingerprint(minutes))
    return Carried(form, content, _seal(" ".join(words_of(form, content, place)), place))


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def words_of(form: str, content: bytes, place: str) -> tuple[str, ...]:
    """The words that a person reads in a file of that format. Raises Damaged."""
    if form == "pdf":
        return tuple(text_of(content, place).split())
    text = _document(content, place) if form == "docx" else content.decode("utf-8", "replace")
    if form in ("docx", "html"):
        _, body, behind = text.partition("<body")
        text = unescape(_MARKUP.sub("", _APART.sub(" ", body + behind or text)))
    return tuple(text.split())


def beside(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words that only the first has, and those that only the second has, each as often as it has them more."""
    one, other = Counter(ours), Counter(theirs)
    return tuple((one - other).elements()), tuple((other - one).elements())


def _form(content: bytes, place: str) -> str:
    ending = PurePath(place).suffix.casefold()
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if ending == ".pdf":
        raise Damaged(f"{place} does not read as a PDF.")
    if content.startswith(b"PK"):
        return "docx"
    if ending in ENDINGS:
        return ENDINGS[ending]
    return "json" if content.lstrip()[:1] == b"{" or ending == ".json" else "txt"


def _printed(content: bytes, place: str) -> Carried:
    found = opened(content, place)
    if NAME not in dict(found.inside):
        raise Refused(
            f"{place} carries no minutes, so there is nothing to check it by.",
            fix="Minutes do, as PDF, JSON, Markdown, page, text, Word file or mail.",
        )
    last = _SEAL.findall(found.last_page)
    return Carried(
        "pdf", content, last[-1] if last else "", found.inside, found.paper, found.readable, found.laid_on
    )  # fmt: skip


def _mailed(content: bytes, place: str) -> Carried:
    """The PDF of minutes in a mail."""
    mail = message_from_bytes(content[:MOST], policy=policy.default)
    for part in mail.walk():
        if part.get_content_type() == "application/pdf":
            name, held = part.get_filename() or "PDF", part.get_payload(decode=True)
            found = _printed(held if isinstance(held, bytes) else b"", f"{place}: {name}")
            return replace(found, out_of=name)
    raise Refused(f"No PDF is attached to {place}.", fix="Take the mail with the minutes.")


def _seal(text: str, place: str) -> str:
    found = _SEAL.findall(text.replace("`", " "))
    if not found:
        raise _unsealed(place)
    return str(found[-1])


def _unsealed(place: str) -> Refused:
    return Refused(
        f"{place} prints no digest of minutes, so there is nothing to check it by.",
        fix="Minutes do, as PDF, JSON, Markdown, page, text, Word file or mail.",
    )


def _document(content: bytes, place: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open("word/document.xml") as part:
            return part.read(MOST).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError) as off:
        raise Damaged(f"{place} does not read as a Word file: {off}.") from off
