"""Whatever people type is shown as they typed it, and does nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from factories import entry, said
from pypdf import PdfReader

from workshop.exporting import actions, jsonfile, markdown, pdf
from workshop.exporting.blocks import Paragraph, flat
from workshop.exporting.blocks import read as read_blocks
from workshop.exporting.digest import Source, digest
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.text import guarded
from workshop.exporting.text import markdown as as_markdown

OUTSIDE = "file:///etc/passwd"
HOSTILE = (
    "<script>alert(1)</script><b>bold</b>",
    f'<img src="{OUTSIDE}"><link rel=attachment href="{OUTSIDE}"><iframe src=http://192.0.2.1/x></iframe>',
    "{{ 7*7 }} {% include '/etc/passwd' %} {# gone #}",
    "x\" style=\"background:url(http://192.0.2.1/y)",
    "</td></tr></table></style><!-- --> &amp; &#60; ]]>",
    "=HYPERLINK(0) +1 -1 @SUM(1)",
    "1. not a list | [link](http://192.0.2.1) `code` *star* _under_ # head",
    "Ä Ł ç Ñ O'Brien Şahin Ελένη Ольга, comma | pipe",
    "שלום means peace",
)  # fmt: skip


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def hostile(saying: Callable[..., Source]) -> Source:
    kinds = ("note", "objection", "risk")
    lines = [
        entry(
            30 + place,
            said(kinds[place % 3], text, who="P-1", team="sales", tactic=text, effect=text),
            meeting=2,
            segment=1 + place % 3,
        )
        for place, text in enumerate(HOSTILE)
    ]
    return saying(*lines)


def test_no_text_becomes_markup_on_the_page(hostile: Source) -> None:
    html = page(digest(hostile), Look())
    for markup in ("<script", "<iframe", "<img", "<link", '" style="background'):
        assert markup not in html.partition("<body>")[2], markup
    assert "&lt;script&gt;" in html
    assert "{{ 7*7 }}" in html


def test_every_text_is_whole_in_the_pdf_and_loads_nothing(
    hostile: Source, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("WARNING", "weasyprint"):
        document = pdf.render(digest(hostile), Look())
    reader = PdfReader(io.BytesIO(document))
    text = squeezed("".join(sheet.extract_text() for sheet in reader.pages))
    for words in HOSTILE[:-1]:
        assert squeezed(words) in text, words
    assert set(reader.attachments) == {"minutes.json", "actions.csv", "actions.ics"}
    assert not [record for record in caplog.records if "etch" in record.getMessage()]


def test_a_page_that_asks_for_files_or_the_network_gets_nothing(
    hostile: Source, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As a template of the team's own could."""
    asking = f'<p>seen</p><img src="{OUTSIDE}"><img src="http://192.0.2.1/a.png"><link rel=attachment href="{OUTSIDE}">'
    monkeypatch.setattr(pdf, "page", lambda _minutes, _look: asking)
    with caplog.at_level("WARNING", "weasyprint"):
        reader = PdfReader(io.BytesIO(pdf.render(digest(hostile), Look())))
    told = [record.getMessage() for record in caplog.records]
    assert sum("Papers load shipped fonts" in message for message in told) >= 2
    assert OUTSIDE not in reader.attachments
    assert b"root:" not in b"".join(files[0] for files in reader.attachments.values())


def test_every_text_is_whole_in_json(hostile: Source) -> None:
    plain = json.loads(jsonfile.render(digest(hostile)))
    told = json.dumps(plain, ensure_ascii=False)
    for words in HOSTILE:
        assert json.dumps(words, ensure_ascii=False)[1:-1] in told


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_what_was_typed(text: str) -> None:
    """A backslash before punctuation is the sign itself."""
    shown = as_markdown(text)
    plain = "".join(
        sign
        for at, sign in enumerate(shown)
        if not (sign == "\\" and shown[at + 1 : at + 2] in "\\`*_[]<>|~$&#+-.)")
    )
    assert plain == " ".join(text.split())
    assert "<script" not in shown.replace("\\<", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_read_back_from_markdown_is_what_was_typed(text: str) -> None:
    """Plain text and Word files are made of it."""
    (block,) = read_blocks(as_markdown(text))
    assert isinstance(block, Paragraph)
    assert flat(block.words) == " ".join(text.split())
    assert not any(run.bold or run.struck or run.code for run in block.words)


def test_a_pipe_does_not_open_a_column(source: Source) -> None:
    old = source.state.actions[3]
    state = replace(
        source.state, actions=(replace(old, said=replace(old.said, text="half | whole"), done_when="a | b"),)
    )
    lines = markdown.render(digest(replace(source, state=state))).decode().splitlines()
    head = next(line for line in lines if line.startswith("| No. | What"))
    row = next(line for line in lines if line.startswith("| A-4"))
    assert row.replace("\\|", "").count("|") == head.count("|")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(source: Source, cell: str) -> None:
    old = source.state.actions[3]
    state = replace(source.state, actions=(replace(old, said=replace(old.said, text=cell)),))
    table = io.StringIO(
        actions.csv_file(digest(replace(source, state=state))).decode("utf-8-sig"), newline=""
    )
    (row,) = csv.DictReader(table)
    assert row["text"] == guarded(cell) == f"'{cell}"


def test_ten_thousand_characters_without_a_space_stay_on_the_paper(saying: Callable[..., Source]) -> None:
    reader = PdfReader(
        io.BytesIO(pdf.render(digest(saying(entry(30, said("note", "W" * 10_000), meeting=2))), Look()))
    )
    text = "".join(sheet.extract_text() for sheet in reader.pages)
    assert text.count("W") >= 10_000
    runs = [len(line) for line in text.splitlines() if set(line) == {"W"}]
    assert runs
    assert max(runs) < 100


def test_towers_of_marks_and_turned_direction_are_cut_down(saying: Callable[..., Source]) -> None:
    tower = "e" + "\u0301" * 50_000
    html = page(
        digest(saying(entry(30, said("note", f"{tower} \u202eturned \x00 \ud800 \U0001f600"), meeting=2))),
        Look(),
    )
    assert html.count("\u0301") < 100
    assert "\u202e" not in html
    assert "\x00" not in html
    assert "\U0001f600" in html
    assert html.encode()


@pytest.mark.parametrize("cell", ["\u202e=1+1", "=\u20661+1", "=1\x00+1", "=1+1"])
def test_a_cell_turns_no_other_and_hides_no_formula(cell: str) -> None:
    assert guarded(cell).replace("\N{REPLACEMENT CHARACTER}", "") == "'=1+1"


@pytest.mark.parametrize("sign", ["\ufe0f", "\u20dd", "\u0e31"])
def test_marks_that_sit_beside_a_letter_are_marks_too(saying: Callable[..., Source], sign: str) -> None:
    html = page(digest(saying(entry(30, said("note", f"e{sign * 5000}"), meeting=2))), Look())
    assert 0 < html.count(sign) < 100


def test_signs_that_only_say_where_to_break_are_left_out(saying: Callable[..., Source]) -> None:
    """Each would be an element of its own to lay out."""
    html = page(digest(saying(entry(30, said("note", "a\u200b" * 5000), meeting=2))), Look())
    assert html.count("<wbr>") < 1000
    assert html.replace("<wbr>", "").count("a" * 5000) >= 1


def test_words_from_right_to_left_keep_their_direction_to_themselves(hostile: Source) -> None:
    assert "<bdi>שלום means peace</bdi>" in page(digest(hostile), Look())


def test_a_calendar_line_is_cut_between_characters_and_holds_no_second_field(source: Source) -> None:
    old = source.state.actions[3]
    text = "Żółć; " * 40 + "\nEND:VTODO\r\nATTACH:http://192.0.2.1"
    state = replace(source.state, actions=(replace(old, said=replace(old.said, text=text)),))
    calendar = actions.calendar(digest(replace(source, state=state)))
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    unfolded = calendar.decode().replace("\r\n ", "").split("\r\n")
    assert not [line for line in unfolded if line.startswith("ATTACH")]
    assert unfolded.count("END:VTODO") == 1
    assert "Żółć\\; Żółć" in "".join(unfolded)
