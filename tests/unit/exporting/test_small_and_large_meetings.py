"""A meeting without a word has no empty section; one with many words leaves none out."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

from factories import entry, said
from pypdf import PdfReader

from workshop.exporting import markdown, pdf
from workshop.exporting.digest import Source, digest
from workshop.exporting.look import Look
from workshop.exporting.pages import page

KINDS = ("objection", "note", "shift", "condition", "need", "credit", "question", "insight", "quote", "win")


def many(count: int) -> tuple[object, ...]:
    return tuple(
        entry(100 + n, said(KINDS[n % 10], f"Words number {n:03}.", who="P-1", team="sales", intel="market"), meeting=2, segment=n % 4)
        for n in range(count)
    )  # fmt: skip


def test_a_meeting_without_a_word_has_no_empty_section(bare: Source) -> None:
    html = page(digest(bare), Look())
    headings = re.findall(r"<h2>(.*?)</h2>", html)
    assert headings == ["Both sides of the table", "Goes to", "Signed"]
    assert "<tbody>\n</tbody>" not in html
    assert "Marketing not present: no joint figures." in html
    assert "## Decisions" not in markdown.render(digest(bare)).decode()


def test_a_meeting_without_a_word_becomes_one_page(bare: Source) -> None:
    assert len(PdfReader(io.BytesIO(pdf.render(digest(bare), Look()))).pages) == 1


def test_the_minutes_of_a_preparation_are_not_signed(bare: Source) -> None:
    from dataclasses import replace

    minutes = digest(replace(bare, meeting=replace(bare.meeting, preparation=True)))
    assert minutes.signatures == ()
    assert "Held by one team as a preparation." in page(minutes, Look())


def test_five_hundred_entries_all_stand_in_the_page_and_in_markdown(saying: Callable[..., Source]) -> None:
    minutes = digest(saying(*many(500)))
    html, text = page(minutes, Look()), markdown.render(minutes).decode()
    for n in range(500):
        assert f"Words number {n:03}." in html
        assert f"Words number {n:03}." in text


def test_sixty_entries_are_whole_rows_under_repeated_heads(saying: Callable[..., Source]) -> None:
    """G8"""
    reader = PdfReader(io.BytesIO(pdf.render(digest(saying(*many(60))), Look())))
    pages = [page.extract_text() for page in reader.pages]
    for n in range(60):
        ref, words = f"N-{100 + n}", f"Words number {n:03}."
        assert any(ref in text and words in text for text in pages), ref
    assert len(pages) > 3
