"""A result that lives on becomes a sheet: its version, its tables, the words it uses, who signed."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from factories import entry, said
from pypdf import PdfReader

from workshop.errors import NotFound
from workshop.exporting.digest import Source
from workshop.exporting.look import Look
from workshop.exporting.pages import sheet_page
from workshop.exporting.sheet_files import render
from workshop.exporting.sheets import Holdings, listed, sheet
from workshop.model.entries import Value
from workshop.model.runs import Run, RunRow

Made = Callable[..., Holdings]
TERMS = (
    entry(5, said("term", "Lead", team="both", meaning="read, and contact promised")),
    entry(6, said("term", "Orphan step", team="both", meaning="nobody owns it")),
    entry(7, said("term", "Industry", team="both", meaning="zebra", audience="sales")),
)


def row(given: str, number: int, text: str = "", **fields: str) -> RunRow:
    return RunRow(given, number, text, tuple(Value(name, value) for name, value in fields.items()))


RULE = row(
    "rule",
    1,
    threshold="60",
    handed_over="it names a <b>plant</b>",
    accepted="sales read it",
    review="2026-06-02",
)
CRITERIA = (
    row("criteria", 1, "Industry", kind="must", allowed="utility"),
    row("criteria", 2, "Need", kind="plus"),
)
SIGNED = (row("signatures", 1, "for sales", name="P-1"), row("signatures", 2, "for marketing", name="P-3"))


@pytest.fixture
def held(source: Source) -> Made:
    """The firm with runs of the lead definition, one a version."""

    def made(*versions: tuple[RunRow, ...]) -> Holdings:
        runs = tuple(
            Run("lead-definition", number, 1, f"2026-03-{number:02}", rows=rows, version=number)
            for number, rows in enumerate(versions, 1)
        )
        state = replace(source.state, runs=runs, terms=TERMS)
        return Holdings(state, source.people, source.settings, source.library)

    return made


def test_every_living_result_is_listed_as_it_is_now(held: Made) -> None:
    (found,) = listed(held(CRITERIA, (*CRITERIA, RULE)))
    assert (found.name, found.version, found.meeting, found.on.isoformat()) == (
        "lead definition",
        2,
        2,
        "2026-03-02",
    )


def test_an_exercise_that_keeps_nothing_is_not_listed(held: Made) -> None:
    empty = held()
    run = Run("lead-sample-review", 1, 1, "2026-03-01", version=0)
    assert listed(replace(empty, state=replace(empty.state, runs=(run,)))) == ()


@pytest.mark.parametrize("name", ["lead definition", "Lead  Definition", "lead-definition"])
def test_a_sheet_is_found_by_its_name_and_by_its_exercise(held: Made, name: str) -> None:
    assert sheet(held(CRITERIA), name).named.name == "lead definition"


def test_an_unknown_sheet_is_answered_with_the_nearest(held: Made) -> None:
    with pytest.raises(NotFound, match=r"no sheet 'lead definiton'; did you mean lead definition\?"):
        sheet(held(CRITERIA), "lead definiton")
    with pytest.raises(NotFound, match="A sheet comes of an exercise"):
        sheet(held(), "lead definition")


def test_only_words_that_the_sheet_uses_are_explained_and_none_that_a_team_keeps(held: Made) -> None:
    made = sheet(held((*CRITERIA, RULE)), "lead definition")
    assert [term.text for term in made.terms] == ["Lead"]
    assert b"zebra" not in render(held((*CRITERIA, RULE)), "lead definition", ".html")


def test_a_sheet_is_signed_by_name_or_has_a_line_for_each_side(held: Made) -> None:
    unsigned = sheet(held((*CRITERIA, RULE)), "lead definition")
    assert (unsigned.signed, unsigned.to_sign) == ((), ("sales", "marketing"))
    signed = sheet(held((*CRITERIA, RULE, *SIGNED)), "lead definition")
    assert (signed.signed, signed.to_sign) == (("Łukasz Żuk", "Siobhán O'Brien"), ())
    assert sheet_page(signed, Look()).count("Łukasz Żuk") == 1


def test_the_sheet_is_one_page_with_title_version_date_and_words(held: Made) -> None:
    document = render(held((*CRITERIA, RULE, *SIGNED)), "lead definition", ".pdf")
    (paper,) = PdfReader(io.BytesIO(document)).pages
    text = " ".join(paper.extract_text().split())
    for words in ("What a lead is", "VERSION 1", "Sunday, 1 March 2026", "it names a <b>plant</b>", "Industry", "contact promised", "Łukasz Żuk"):  # fmt: skip
        assert words in text, words


def test_the_same_sheet_gives_the_same_bytes(held: Made) -> None:
    holdings = held((*CRITERIA, RULE))
    for ending in (".pdf", ".html", ".md"):
        assert render(holdings, "lead definition", ending) == render(holdings, "lead definition", ending)


def test_words_of_people_stay_words_in_every_format(held: Made) -> None:
    holdings = held((*CRITERIA, RULE))
    assert b"&lt;b&gt;plant" in render(holdings, "lead definition", ".html")
    assert rb"\<b\>plant" in render(holdings, "lead definition", ".md")


def test_another_ending_is_refused_with_those_there_are(held: Made) -> None:
    with pytest.raises(NotFound, match=r"no '\.docx' file(.|\n)*One of \.pdf, \.html, \.md"):
        render(held(CRITERIA), "lead definition", ".docx")
