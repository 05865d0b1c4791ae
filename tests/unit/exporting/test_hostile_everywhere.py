"""Hostile words, in records and in the rows of exercises: harmless in every format, and whole."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from docx import Document
from factories import action, entry, said
from leaving import everything
from pypdf import PdfReader

from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.digest.exercises import headlines, in_order
from workshop.exporting.formats import FORMATS, format_for
from workshop.exporting.look import Look
from workshop.model.results import Bar, BarRow, Bars, Card, Cards, Line, Outcome, Table, TableRow

LONG = 600
MARKS = 50_000
WHOLE = (
    "=HYPERLINK(0) +1 @SUM(1)",
    "<script>alert(1)</script><img src=file:///etc/passwd>",
    "a | b ] `c` *d* # e {{ 7*7 }}",
    "BEGIN:VALARM;X=1,2 \\n end",
    "Ä Ł Ñ O'Brien Şahin Ελένη Ольга",
)
CLEANED = (
    "bell \x07 and \x1b[31m",
    "\u202eturned\u2066 round",
    "half a pair \ud83d here",
    "a\r\nBcc: x@example.org",
)
"""Words that hold signs which no paper can carry; the letters around them stay."""
TEXTS = (*WHOLE, *CLEANED, "W" * LONG, "e" + "\u0301" * MARKS, "a\u200b" * 300)
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def outcome(text: str) -> Outcome:
    """An exercise whose rows hold nothing else."""
    results = (
        Line("l", text, text),
        Table("t", text, (text, "Two"), (TableRow((text, text)),)),
        Bars("b", text, low=1, high=5, rows=(BarRow(text, (Bar("sales", None, text),), text),)),  # type: ignore[arg-type]  # whole numbers do
        Cards("c", text, (Card(text, ((text, text),)),)),
    )
    return Outcome("hostile", text, 2, (1,), results=results, notes=(text,))


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    """Each format made once."""
    return {}


@pytest.fixture
def file(saying: Callable[..., Source], written: dict[str, bytes]) -> Callable[[str], bytes]:
    """The minutes in a format, with every text as entry, action, name of a meeting and result."""

    def made(name: str) -> bytes:
        if name not in written:
            written[name] = format_for(name).write(hostile(saying), Look())
        return written[name]

    return made


def hostile(saying: Callable[..., Source]) -> Minutes:
    lines = [
        entry(30 + at, said(("note", "objection")[at % 2], text, who="P-1", team="sales", effect=text), meeting=2, segment=1 + at % 2)
        for at, text in enumerate(TEXTS)
    ]  # fmt: skip
    source = saying(*lines)
    tasks = tuple(
        replace(action(30 + at, "P-1", meeting=2), said=said("action", text), done_when=text)
        for at, text in enumerate(TEXTS)
    )
    state = replace(source.state, actions=(*source.state.actions, *tasks))
    title = "\r\nBcc: x@example.org <b>Sync</b>"
    minutes = replace(digest(replace(source, state=state)), place=TEXTS[5], title=title)
    rows = in_order(
        source.meeting, [replace(outcome(text), exercise=f"e{at}") for at, text in enumerate(TEXTS)]
    )
    return replace(minutes, exercises=rows, headlines=headlines(rows))


def squeezed(text: str) -> str:
    """Without blanks and without signs that were taken out."""
    return re.sub(r"[\s\ufffd\u200b\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff?]+", "", text)


def words(name: str, content: bytes) -> str:
    """What a person reads in it, without what the format puts before signs of its own."""
    if name == "docx":
        document = Document(io.BytesIO(content))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return squeezed(" ".join((*(one.text for one in document.paragraphs), *cells)))
    if name == "pdf":
        return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))
    return squeezed(everything(name, content))


@pytest.mark.parametrize("name", [form.name for form in FORMATS])
def test_every_format_is_made_and_reads(name: str, file: Callable[[str], bytes]) -> None:
    content = file(name)
    assert content
    if name in ("json", "taskwarrior", "slack", "teams"):
        assert json.loads(content)
    if name == "jsonl":
        assert [json.loads(line) for line in content.decode().split("\n") if line]


@pytest.mark.parametrize("name", ["pdf", "docx", "txt"])
def test_every_text_is_whole_on_paper(name: str, file: Callable[[str], bytes]) -> None:
    told = words(name, file(name))
    for text in (*WHOLE, *CLEANED):
        assert told.count(squeezed(text)) >= 5, text[:40]


def test_the_pdf_holds_our_own_files_alone_and_few_marks(file: Callable[[str], bytes]) -> None:
    """Marks are cut before the layout, which thousands of them would keep busy."""
    reader = PdfReader(io.BytesIO(file("pdf")))
    assert set(reader.attachments) == {"minutes.json", "actions.csv", "actions.ics", "results.csv"}
    assert all(
        "/JS" not in str(one) and "/URI" not in str(one)
        for page in reader.pages
        for one in page.get("/Annots", [])
    )
    assert sum(page.extract_text().count("\u0301") for page in reader.pages) < 1000


@pytest.mark.parametrize("name", ["csv", "results"])
def test_no_cell_is_a_formula_and_every_row_has_its_columns(name: str, file: Callable[[str], bytes]) -> None:
    head, *rows = csv.reader(io.StringIO(file(name).decode("utf-8-sig"), newline=""))
    assert len(rows) >= len(TEXTS)
    for row in rows:
        assert len(row) == len(head)
        assert not [cell for cell in row if cell.startswith(FORMULAS) and not re.fullmatch(r"-?[\d.]+", cell)]


def test_a_page_has_no_script_no_picture_and_asks_for_nothing(file: Callable[[str], bytes]) -> None:
    mail = message_from_bytes(file("eml"), policy=policy.default)
    part = mail.get_body(("html",))
    assert part is not None
    for html in (file("html").decode(), str(part.get_content())):
        assert not re.search(r"<(script|img|iframe|object|link)\b", html)
        assert not re.search(r"<[^<>]*\b(src|href)=[\"']?(?![\"'#])", html)


def test_a_mail_has_no_header_that_somebody_typed(file: Callable[[str], bytes]) -> None:
    mail = message_from_bytes(file("eml"), policy=policy.default)
    assert "Bcc" not in mail
    assert set(mail.keys()) <= {
        "Subject",
        "To",
        "Date",
        "Message-ID",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
    }
    assert [part.get_content_type() for part in mail.iter_attachments()] == [
        "application/pdf",
        "text/calendar",
    ]


@pytest.mark.parametrize("name", ["ics", "ics-days"])
def test_a_calendar_has_no_part_that_somebody_typed(name: str, file: Callable[[str], bytes]) -> None:
    lines = re.sub(r"\r\n[ \t]", "", file(name).decode()).split("\r\n")
    assert not [line for line in lines if line.startswith(("BEGIN:VALARM", "Bcc", "ATTACH"))]
    begun = [line.partition(":")[2] for line in lines if line.startswith("BEGIN:")]
    assert set(begun) <= {"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT", "VTODO"}
    assert all(len(line) <= 75 for line in file(name).split(b"\r\n"))


def test_lines_of_a_list_stay_one_line_each(file: Callable[[str], bytes]) -> None:
    lines = file("todotxt").decode().strip("\n").split("\n")
    assert len(lines) == len(json.loads(file("taskwarrior")))
    assert "\r" not in file("todotxt").decode()
