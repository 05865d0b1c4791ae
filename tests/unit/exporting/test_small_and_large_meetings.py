"""A meeting without a word has no empty section; one with many words leaves none out."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from factories import entry, said
from pypdf import PdfReader

from workshop.exporting import markdown, pdf
from workshop.exporting.digest import Source, digest
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.model.entries import LONGEST
from workshop.model.meeting import NextDate, Status

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
    minutes = digest(replace(bare, meeting=replace(bare.meeting, preparation=True)))
    assert minutes.signatures == ()
    assert "Held by one team as a preparation." in page(minutes, Look())


def test_five_hundred_entries_all_stand_in_the_page_and_in_markdown(saying: Callable[..., Source]) -> None:
    minutes = digest(saying(*many(500)))
    html, text = page(minutes, Look()), markdown.render(minutes).decode()
    for n in range(500):
        assert f"Words number {n:03}." in html
        assert f"Words number {n:03}." in text


def test_an_entry_stands_once_in_the_page_wherever_it_was_said(saying: Callable[..., Source]) -> None:
    """Those of segment 0 were said outside the agenda; links lead to the one place."""
    places = re.findall(r' id="(N-\d+)"', page(digest(saying(*many(40))), Look()))
    assert sorted(places) == sorted({*places, *(f"N-{100 + n}" for n in range(40))})


def test_sixty_long_entries_are_whole_rows_on_numbered_pages(
    saying: Callable[..., Source],
) -> None:
    """G8"""
    long = {n: f"first{n:03} {'what was said at length ' * (8 + n % 7)}last{n:03}." for n in range(60)}
    entries = (
        entry(100 + n, said(KINDS[n % 10], text, who="P-1", team="sales", intel="market"), meeting=2, segment=n % 4)
        for n, text in long.items()
    )  # fmt: skip
    reader = PdfReader(io.BytesIO(pdf.render(digest(saying(*entries)), Look())))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 6
    for n in long:
        begins, ends = ([f"{word}{n:03}" in text for text in pages] for word in ("first", "last"))
        assert begins == ends, n
        assert any(begins), n
    for number, text in enumerate(pages, start=1):
        assert f"{number} of {len(pages)}" in text


def test_a_table_that_goes_on_repeats_its_heads(saying: Callable[..., Source]) -> None:
    """G8"""
    needs = (
        entry(100 + n, said("need", f"Need-{n:03}", who="P-1", team="sales"), meeting=2) for n in range(90)
    )
    reader = PdfReader(io.BytesIO(pdf.render(digest(saying(*needs)), Look())))
    told = [page.extract_text() for page in reader.pages if "Need-" in page.extract_text()]
    assert len(told) > 1
    assert all("Wanted by" in text and "Answer" in text for text in told)


@pytest.mark.parametrize(
    ("status", "mark"),
    [
        ("planned", "Plan"),
        ("running", "Draft"),
        ("closed", "Draft"),
        ("approved", "Approved"),
        ("cancelled", "Cancelled"),
    ],
)
def test_every_meeting_has_papers_and_says_how_it_stands(source: Source, status: Status, mark: str) -> None:
    meeting = replace(source.meeting, status=status)
    if status in ("planned", "cancelled"):
        meeting = replace(meeting, opened=None, opened_at=None, closed=None, closed_at=None)
    if status == "running":
        meeting = replace(meeting, closed=None, closed_at=None)
    minutes = digest(replace(source, meeting=meeting))
    assert minutes.mark == mark
    assert f"<strong>{mark}</strong>" in page(minutes, Look())
    assert f"M-2, {mark.upper()}" in markdown.render(minutes).decode()


def test_times_of_day_are_those_of_the_meetings_zone(source: Source) -> None:
    """Opened at 08:00 UTC; Berlin is an hour ahead in March."""
    html = page(digest(replace(source, meeting=replace(source.meeting, hard_end=time(9, 30)))), Look())
    assert "09:00 to 09:23 (hard end 09:30)" in html


def test_without_a_next_date_the_reason_is_told(source: Source) -> None:
    """G6"""
    closing = replace(source.meeting.closing, next_date=NextDate(why_none="the season is over"))
    minutes = digest(replace(source, meeting=replace(source.meeting, closing=closing)))
    for text in (page(minutes, Look()), markdown.render(minutes).decode()):
        assert "none, because the season is over" in text


@pytest.mark.parametrize("letter", ["x", "W", "語"])
def test_a_word_longer_than_a_page_stands_under_its_heading(
    saying: Callable[..., Source], letter: str
) -> None:
    entries = (
        entry(100, said("note", "Short.", who="P-1", team="sales"), meeting=2, segment=1),
        entry(101, said("note", letter * LONGEST, who="P-1", team="sales"), meeting=2, segment=2),
    )
    reader = PdfReader(io.BytesIO(pdf.render(digest(saying(*entries)), Look())))
    under = rf"What the field says\s+Note\s+N-101\s+{letter}"
    assert [number for number, found in enumerate(reader.pages) if re.search(under, found.extract_text())]


def test_only_rows_that_may_be_longer_than_a_page_are_free_to_break(saying: Callable[..., Source]) -> None:
    texts = ("short", "long " * 290, "x" * 1600)
    entries = (
        entry(100 + n, said("note", text, who="P-1", team="sales"), meeting=2, segment=2)
        for n, text in enumerate(texts)
    )
    html = page(digest(saying(*entries)), Look())
    free = re.findall(r'<tr style="break-inside: auto"[^>]*>.*?</tr>', html, re.DOTALL)
    assert len(free) == 1
    assert "xxxx" in free[0]
