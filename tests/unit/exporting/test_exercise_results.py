"""What exercises came to: the same figures in every paper, whole charts, nothing that words could break."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from outcomes import drivers, every_sort, launch, leads, pulse
from pypdf import PdfReader

from workshop.exporting import jsonfile, markdown, pdf, plaintext, results
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.exercises import headlines, in_order
from workshop.exporting.digest.readings import Headline
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.model.results import Card, Cards, Line, Outcome, Table, TableRow

Compare = Callable[[str, str], None]
Holding = Callable[..., Minutes]
Attributes = list[tuple[str, str | None]]
OUTSIDE = "file:///etc/passwd"
HOSTILE = (
    "<script>alert(1)</script>", '" style="background:url(http://192.0.2.1/y)', "</td></tr></table><h2>gone</h2>",
    "{{ 7*7 }} {% include '/etc/passwd' %}", f"<img src={OUTSIDE}>", "=HYPERLINK(0)", "a | b ] `c` *d* # e", "שלום means peace",
)  # fmt: skip


def section(text: str, begin: str, end: str) -> str:
    return text[text.index(begin) : text.index(end)]


def test_the_results_as_markdown(results: Minutes, agrees_with: Compare) -> None:
    text = markdown.render(results).decode()
    agrees_with("results.md", section(text, "## Opening (segment 1)", "## Programme calendar"))


def test_the_results_as_json(results: Minutes, agrees_with: Compare) -> None:
    told = json.loads(jsonfile.render(results))["exercises"]
    agrees_with("results.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def test_the_results_as_a_page(results: Minutes, agrees_with: Compare) -> None:
    html = page(results, Look())
    agrees_with("results.html", section(html, '<section class="exercise"', '<section class="programmes"'))


def test_the_results_as_a_table(results: Minutes, agrees_with: Compare) -> None:
    agrees_with("results.csv", results_csv(results).replace("\r\n", "\n"))


def results_csv(minutes: Minutes) -> str:
    return results.csv_file(minutes).decode("utf-8-sig")


def shown(value: object) -> Iterator[str]:
    """Every text of a result that people read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from shown(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("slug", "source", "exercise", "kind", "name", "figures", "drafts"):
                yield from shown(getattr(value, field.name))


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html.replace("<wbr>", ""))).split())


@pytest.mark.parametrize("found", every_sort(), ids=lambda found: found.exercise)
def test_every_word_and_figure_stands_in_every_paper(found: Outcome, holding: Holding) -> None:
    minutes = holding(found)
    html = plain(page(minutes, Look()))
    text = markdown.render(minutes).decode().replace("\\", "")
    told = jsonfile.render(minutes).decode()
    for words in filter(None, shown(found)):
        words = " ".join(words.split())
        assert words in html, words
        assert words in text, words
        assert words in " ".join(told.split()), words


def test_every_figure_is_exact_in_json_and_the_same_in_the_table(results: Minutes) -> None:
    told = json.loads(jsonfile.render(results))["exercises"]
    rows = list(csv.DictReader(io.StringIO(results_csv(results))))
    for outcome, row in zip(every_sort(), told, strict=True):
        for figure, plainly in zip(outcome.figures, row["figures"], strict=True):
            line = next(
                line for line in rows if line["exercise"] == outcome.exercise and line["name"] == figure.name
            )
            assert plainly["reads"] == line["reads"] == figure.reads
            if isinstance(figure.value, Fraction):
                assert Fraction(plainly["value"]) == figure.value
                assert plainly["number"] == float(line["number"]) == float(figure.value)
            else:
                assert plainly["value"] == figure.value
                assert plainly["number"] is None


def test_results_stand_in_the_order_of_the_agenda(results: Minutes, holding: Holding) -> None:
    turned = holding(*reversed(every_sort()))
    assert (
        [row.segment for row in turned.exercises]
        == [row.segment for row in results.exercises]
        == [1, 2, 2, 3, 3]
    )
    assert [row.heading for row in turned.exercises][:2] == ["Opening", "What the field says"]


def test_an_exercise_outside_the_agenda_stands_at_the_end_under_its_own_title(holding: Holding) -> None:
    loose = replace(leads(), segments=(9,))
    rows = holding(loose, pulse()).exercises
    assert (rows[-1].segment, rows[-1].heading) == (0, "Ten real leads, two opinions")


def test_an_exercise_that_came_to_nothing_has_no_section(holding: Holding) -> None:
    assert holding(Outcome("x", "Nothing yet", 2, (1,))).exercises == ()


def test_page_one_names_a_verdict_always_and_a_sentence_where_there_is_room(results: Minutes) -> None:
    first = plain(page(results, Look()).partition("<h2>")[0])
    assert "Ready before we announce HOLD Readiness 60.0 %" in first
    assert "Where do we stand with each other? Alignment: defined" in first
    crowded = plain(page(replace(results, actions=results.actions * 28), Look()).partition("<h2>")[0])
    assert "Ready before we announce HOLD" in crowded
    assert "Readiness" not in crowded
    assert "Alignment: defined" not in crowded


def test_a_long_sentence_is_not_for_page_one(source: Any) -> None:
    long = Outcome("x", "X", 2, (1,), results=(Line("a", "", "word " * 40),))
    assert headlines(in_order(source.meeting, [long])) == ()


class WellFormed(HTMLParser):
    """Notes tags that are closed out of turn; knows the few that need no end."""

    ALONE = frozenset(("meta", "br", "col", "img", "wbr"))

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.off: list[str] = []

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Nothing is left open."""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:  # noqa: ARG002 - the parser's signature
        if tag not in self.ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.off.append(f"{tag} at {self.getpos()}")


def test_the_page_is_well_formed(results: Minutes) -> None:
    reader = WellFormed()
    reader.feed(page(results, Look()))
    assert (reader.off, reader.open) == ([], [])


def hostile(text: str) -> Outcome:
    """The same words wherever words can stand."""

    def changed(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(changed, value))
        if is_dataclass(value) and not isinstance(value, type):
            kept = ("slug", "exercise", "kind", "series", "figures")
            return replace(
                value,
                **{f.name: changed(getattr(value, f.name)) for f in fields(value) if f.name not in kept},
            )
        return text if isinstance(value, str) and value else value

    found = [changed(outcome) for outcome in every_sort()]
    results = tuple(result for outcome in found if isinstance(outcome, Outcome) for result in outcome.results)
    return Outcome("hostile", text, 2, (1,), results=results, notes=(text,), signed=(text,))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_word_of_a_result_becomes_markup(text: str, holding: Holding) -> None:
    minutes = holding(hostile(text))
    html = page(minutes, Look())
    body = section(html, '<section class="exercise"', '<section class="programmes"')
    assert not re.search(r"<(script|img|h2>gone)", body)
    for style in re.findall(r'style="([^"]*)"', body):
        assert re.fullmatch(r"(margin-left: [\d.]+%; )?width: [\d.]+%", style), style
    assert " ".join(text.split()) in plain(body).replace("\N{REPLACEMENT CHARACTER}", "")
    reader = WellFormed()
    reader.feed(html)
    assert (reader.off, reader.open) == ([], [])


def test_a_formula_in_a_result_does_not_run_in_a_spreadsheet(holding: Holding) -> None:
    for row in csv.reader(io.StringIO(results_csv(holding(hostile("=HYPERLINK(0)"))))):
        assert not any(cell.startswith("=") for cell in row)


def test_a_table_in_markdown_keeps_its_columns(holding: Holding) -> None:
    text = markdown.render(holding(hostile("a | b"))).decode()
    for block in section(text, "## Opening (segment 1)", "## Programme calendar").split("\n\n"):
        if block.startswith("| "):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.split("\n")}) == 1, block


def test_ten_thousand_letters_without_a_space_are_laid_out(holding: Holding) -> None:
    word = "x" * 10_000
    table = Table("t", "Wide", ("One", "Two", "Three"), (TableRow(("a", word, "b")),))
    cards = Cards("c", "Cards", (Card("Long", (("words", word),)), Card("Short", (("words", "few"),))))
    minutes = holding(Outcome("long", "Long words", 2, (1,), results=(Line("l", "", word), table, cards)))
    text = "".join(
        "".join(sheet.extract_text().split())
        for sheet in PdfReader(io.BytesIO(pdf.render(minutes, Look()))).pages
    )
    assert text.count("x") >= 30_000


@pytest.fixture(scope="module")
def printed() -> dict[str, PdfReader]:
    """One PDF for the tests that only read it."""
    return {}


def reader_of(minutes: Minutes, printed: dict[str, PdfReader]) -> PdfReader:
    if "all" not in printed:
        printed["all"] = PdfReader(io.BytesIO(pdf.render(minutes, Look())))
    return printed["all"]


def test_a_chart_is_whole_on_one_page(results: Minutes, printed: dict[str, PdfReader]) -> None:
    pages = [" ".join(sheet.extract_text().split()) for sheet in reader_of(results, printed).pages]
    for first, last in (("Groups of statements", "Shared stakes"), ("From stranger to order", "~6"), ("lost to the left", "n/a"),
                        ("Sales across", "poor 2 1 1"), ("Since the last time", "when a deal is lost")):  # fmt: skip
        assert any(first in text and last in text.partition(first)[2] for text in pages), first


def test_the_table_of_results_rides_inside_the_pdf_dated_by_the_record(
    results: Minutes, printed: dict[str, PdfReader]
) -> None:
    reader = reader_of(results, printed)
    (held,) = (each for each in reader.attachment_list if each.name == "results.csv")
    assert held.content.decode("utf-8-sig") == results_csv(results)
    assert held.description == "The results of the exercises as a table"
    assert held.creation_date == held.modification_date == results.when.stamp
    assert "minutes.json, actions.csv, actions.ics, results.csv" in " ".join(
        reader.pages[-1].extract_text().split()
    )


def test_headings_of_results_are_bookmarks_and_page_one_links_to_them(
    results: Minutes, printed: dict[str, PdfReader]
) -> None:
    reader = reader_of(results, printed)
    assert "'Ready before we announce'" in str(reader.outline)
    assert {"result-launch-gate", "result-alignment-pulse"} <= set(reader.named_destinations)


def test_results_do_not_depend_on_colour(results: Minutes) -> None:
    """Each bar has its words beside it, each team its own filling."""
    body = section(page(results, Look()), '<section class="exercise"', '<section class="programmes"')
    assert body.count('class="stroke two"') == body.count('<span class="n">marketing</span>')
    assert body.count('<span class="n">sales</span>') == body.count('<span class="n">marketing</span>')


def test_bars_begin_at_zero_or_at_the_low_end_of_their_scale(holding: Holding) -> None:
    html = page(holding(drivers()), Look())
    for label, drawn in (("delivery time", "width: 50%"), (">service<", "margin-left: 50%; width: 50%")):
        found = re.search(rf'{label}.*?class="stroke one" style="([^"]*)"', html, re.DOTALL)
        assert found is not None
        assert found[1] == drawn


def test_a_verdict_stands_in_large_type_with_its_reason(holding: Holding) -> None:
    html = page(holding(launch()), Look())
    assert re.search(r'<p class="big">HOLD</p><p>Readiness 60.0\u00a0%', html)


def needs_told(minutes: Minutes) -> Outcome:
    rows = tuple(TableRow((need.text, need.answer), need.id) for need in minutes.needs)
    return Outcome(
        "needs-exchange",
        "Needs",
        2,
        (2,),
        results=(Table("needs", "What marketing needs", ("text", "answer"), rows),),
    )


def test_needs_that_stand_in_a_result_are_not_told_twice(minutes: Minutes, holding: Holding) -> None:
    """Their ids are links all the same."""
    assert "<h2>Needs and answers</h2>" in page(minutes, Look())
    told = holding(needs_told(minutes))
    html, text = page(told, Look()), markdown.render(told).decode()
    assert "Needs and answers" not in html
    assert "Needs and answers" not in text
    assert html.count('id="N-14"') == 1
    assert html.count("A reason on every lead") == text.count("A reason on every lead") == 1


def test_figures_alone_are_for_programs(holding: Holding) -> None:
    told = holding(Outcome("x", "Counted only", 2, (1,), figures=pulse().figures))
    assert "Counted only" not in page(told, Look())
    assert "Counted only" not in markdown.render(told).decode()
    assert json.loads(jsonfile.render(told))["exercises"][0]["figures"][0]["reads"] == "49.18"


def test_plain_text_names_every_figure_of_a_chart_or_a_matrix(results: Minutes) -> None:
    """Only words behind a number of a row stand without their head."""
    text = " ".join(plaintext.render(results).decode().split())
    assert "· : " not in text
    for told in (
        "All twenty statements sales: 42.60 · marketing: 55.75 · gap -13.15",
        "good good: 3 · maybe: 1",
        "inquiry Number: 800",
        "2 BioFeed · Channel: white paper · Sales: poor",
    ):
        assert told in text


def test_a_result_whose_sentence_begins_with_its_title_says_the_title_once(minutes: Minutes) -> None:
    line = Headline("dot-vote", "Dots", "", "Dots: sales 15, marketing 12.")
    text = markdown.render(replace(minutes, headlines=(line,))).decode()
    assert "- **Result:** Dots · sales 15, marketing 12.\n" in text
