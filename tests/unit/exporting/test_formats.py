"""Formats are found by name and by ending, and each of them writes something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workshop.errors import NotFound, Refused
from workshop.exporting.actions.chosen import slug
from workshop.exporting.digest import Source
from workshop.exporting.formats import FORMATS, format_for


@pytest.mark.parametrize(
    ("name", "found"),
    [("pdf", "pdf"), ("PDF", "pdf"), ("minutes.pdf", "pdf"), ("/a/b.c/minutes.MD", "md"), ("page.htm", "html"), ("x.json", "json"), ("ics", "ics")],
)  # fmt: skip
def test_a_format_is_found_by_name_and_by_ending(name: str, found: str) -> None:
    assert format_for(name).name == found


def test_an_unknown_format_is_answered_with_the_nearest() -> None:
    with pytest.raises(NotFound, match=r"no format 'jsn'; did you mean json\?"):
        format_for("minutes.jsn")


def test_actions_of_firms_in_other_letters_are_told_apart() -> None:
    assert slug("Pumps & Co") == "pumps-co"
    marks = {slug(firm) for firm in ("Насосы", "Αντλίες", "泵", "…")}
    assert len(marks) == 4
    assert all(re.fullmatch("[0-9a-f]{12}", mark) for mark in marks)


def test_every_name_and_every_ending_is_taken_once() -> None:
    names = [form.name for form in FORMATS]
    endings = [ending for form in FORMATS for ending in form.endings]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)


@pytest.mark.parametrize(
    "form",
    [form for form in FORMATS if form.name not in ("pdf", "docx", "results")],
    ids=lambda form: form.name,
)
def test_every_format_holds_the_new_action(form: object, source: Source, tmp_path: Path) -> None:
    assert b"Put the sheet into the library" in format_for(form.name).render(source, tmp_path)  # type: ignore[attr-defined]  # parametrised


@pytest.mark.parametrize("name", ["pdf", "html", "md", "json", "results"])
def test_minutes_are_those_of_everybody(name: str, source: Source) -> None:
    with pytest.raises(Refused, match="Only an action list"):
        format_for(name).render(source, None, "P-2")


@pytest.mark.parametrize("name", ["csv", "ics"])
def test_an_action_list_can_be_that_of_one_person(name: str, source: Source) -> None:
    """G14: owners and helpers; the numbers are those of the whole list."""
    text = format_for(name).render(source, None, "P-2").decode("utf-8-sig")
    assert "Update the leads" in text
    assert "Put the sheet into the library" in text
    assert "Count lost orders" not in text
