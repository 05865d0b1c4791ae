"""The PDF as somebody else's program reads it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pypdf import PdfReader

from workshop.exporting import actions, jsonfile, pdf
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    """PDFs made once: half a second each."""
    return {}


@pytest.fixture
def document(minutes: Minutes, printed: dict[str, bytes]) -> bytes:
    if "first" not in printed:
        printed["first"] = pdf.render(minutes, Look())
    return printed["first"]


@pytest.fixture
def reader(document: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(document))


def flat(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_page_one_is_enough(reader: PdfReader) -> None:
    first = " ".join(reader.pages[0].extract_text().split())
    for words in ("Pumps & Co", "Revenue 52 M EUR", "Łukasz Żuk", "Leads carry a reason code", "A-4 Put the sheet", "DRAFT",
                  "You said, we changed", "Tuesday, 7 April 2026"):  # fmt: skip
        assert words in first, words


def test_names_in_latin_greek_and_cyrillic_are_set_in_the_shipped_fonts(reader: PdfReader) -> None:
    text = flat(reader)
    for name in ("Łukasz Żuk", "Inés Ñuñez", "Siobhán O'Brien", "Ayşe Şahin", "Ελένη Παππά", "Ольга Ткач"):
        assert name in text, name
    fonts = {font["/BaseFont"] for page in reader.pages for font in _fonts(page)}
    assert all("Source-Sans-3" in name or "SourceSans3" in name for name in fonts), fonts


def _fonts(page: Any) -> list[dict[str, str]]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def test_every_page_has_its_number_and_the_count(reader: PdfReader) -> None:
    pages = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        assert f"{number} of {pages}" in page.extract_text()


def test_the_pages_behind_have_a_running_head(reader: PdfReader) -> None:
    for page in reader.pages[1:]:
        text = " ".join(page.extract_text().split())
        assert "Pumps & Co · Sync" in text
        assert "DRAFT" in text


def test_title_language_and_tags_are_told(reader: PdfReader) -> None:
    catalog: Any = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Pumps & Co: Sync, Tue 17 March 2026"
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog
    assert b"pdfuaid:part" in catalog["/Metadata"].get_object().get_data()


def tagged(node: Any) -> Iterator[Any]:
    """Every element of the tree that is read aloud."""
    held = node.get("/K", [])
    for below in held if isinstance(held, list) else [held]:
        if not isinstance(below, int):
            yield below.get_object()
            yield from tagged(below.get_object())


def test_a_drawing_says_in_words_what_it_shows(reader: PdfReader) -> None:
    catalog: Any = reader.trailer["/Root"]
    figures = [one for one in tagged(catalog["/StructTreeRoot"]) if one.get("/S") == "/Figure"]
    assert [str(figure["/Alt"]) for figure in figures] == [
        "win rate, the values in order: 30.0\u00a0%, 66.7\u00a0%"
    ]


def test_headings_are_bookmarks(reader: PdfReader) -> None:
    titles = str(reader.outline)
    for title in ("Decisions", "Actions", "Matters arising", "Scoreboard"):
        assert f"'{title}'" in titles


def test_an_action_links_to_the_entry_it_came_from(reader: PdfReader) -> None:
    names = reader.named_destinations
    targets = {
        annotation.get_object().get("/Dest")
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if annotation.get_object()["/Subtype"] == "/Link"
    }
    assert "N-11" in names
    assert "N-11" in targets
    assert targets <= set(names)


def test_the_data_are_attached_and_sealed(minutes: Minutes, reader: PdfReader) -> None:
    attached = {name: files[0] for name, files in reader.attachments.items()}
    assert attached["minutes.json"] == jsonfile.render(minutes)
    assert attached["actions.csv"] == actions.csv_file(minutes)
    assert attached["actions.ics"] == actions.calendar(minutes)
    seal = hashlib.sha256(attached["minutes.json"]).hexdigest()
    assert seal in reader.pages[-1].extract_text().replace("\n", "")


def test_dates_come_from_the_record(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.creation_date == datetime(2026, 3, 17, 8, 23, tzinfo=UTC)
    catalog: Any = reader.trailer["/Root"]
    embedded = catalog["/Names"]["/EmbeddedFiles"]["/Names"][1].get_object()
    assert embedded["/EF"]["/F"].get_object()["/Params"]["/CreationDate"].startswith("D:20260317082300")


def test_the_same_record_gives_the_same_pdf(minutes: Minutes, document: bytes) -> None:
    assert pdf.render(minutes, Look()) == document


def test_approved_minutes_say_so_and_on_which_day(minutes: Minutes) -> None:
    from workshop.exporting.digest.minutes import Approved

    approved = replace(minutes, status="approved", approved=Approved(minutes.when.on, "", 3))
    reader = PdfReader(io.BytesIO(pdf.render(approved, Look(paper="Letter"))))
    text = flat(reader)
    assert "DRAFT" not in text
    assert "APPROVED" in text
    assert "approved on Tue 17 March in M-3" in text
    assert [round(float(edge)) for edge in reader.pages[0].mediabox] == [0, 0, 612, 792]
