"""The figures of the sample firm's exercises read the same in the PDF, the JSON, the table, the text and on screen."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction

import pytest
from pypdf import PdfReader
from scripts import Stage

from workshop.exporting.digest.readings import ExerciseRow
from workshop.line.results import result_lines
from workshop.model.results import Outcome

APART = ("slug", "title", "source", "exercise", "value", "low", "high", "kind", "bold", "numeric")
"""Fields that are not read by people as they stand."""


def numbers(value: object) -> Iterator[str]:
    """Every text with a figure in it that a result shows."""
    if isinstance(value, str):
        if re.search(r"\d", value):
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from numbers(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in APART:
                yield from numbers(getattr(value, field.name))


def close(text: str) -> str:
    """Without blanks and marks: lines break elsewhere on paper, Markdown sets signs before signs, paper has a true minus."""
    return re.sub(r"[\s\\*|\u200b]+", "", text).casefold().replace("\N{MINUS SIGN}", "-")


def shown(outcome: Outcome) -> list[str]:
    """What is to be found everywhere; of each text the figures with the word that stands before and behind them."""
    texts = dict.fromkeys(numbers(outcome.results))
    return [close(piece) for text in texts for piece in re.findall(r"\S*\s?\S*\d\S*(?:\s\S+)?", text)]


@pytest.fixture(scope="module", params=["kickoff", "sync"])
def played(request: pytest.FixtureRequest) -> tuple[Stage, int]:
    """The firm after one of its meetings, and the number of the meeting."""
    return request.getfixturevalue(request.param), ("kickoff", "sync").index(request.param) + 1


@pytest.fixture(scope="module")
def printed(played: tuple[Stage, int]) -> str:
    """The text of the PDF."""
    stage, number = played
    reader = PdfReader(io.BytesIO(stage.paper(number, "pdf")))
    return close("".join(page.extract_text() for page in reader.pages))


def exercises(played: tuple[Stage, int]) -> tuple[ExerciseRow, ...]:
    stage, number = played
    found = stage.minutes(number).results
    assert len(found) >= 2
    return found


def test_every_figure_that_is_shown_stands_in_the_same_section_of_the_pdf(
    played: tuple[Stage, int], printed: str
) -> None:
    rows = exercises(played)
    heads = [close(f"{row.heading} segment {row.segment}") for row in rows]
    ends = [*heads[1:], close("Programme calendar")]
    for row, head, end in zip(rows, heads, ends, strict=True):
        section = printed.partition(head)[2]
        section = section.partition(end)[0] if head != end else section
        found = shown(row.outcome)
        assert found or not row.outcome.figures
        for figure in found:
            assert figure in section, (row.outcome.exercise, figure)


def test_and_in_the_text_the_table_and_the_document_for_programs(played: tuple[Stage, int]) -> None:
    stage, number = played
    text = close(stage.paper(number, "md").decode())
    table = list(csv.DictReader(io.StringIO(stage.paper(number, "results").decode("utf-8-sig"))))
    told = {row["exercise"]: row for row in json.loads(stage.paper(number, "json"))["exercises"]}
    for row in exercises(played):
        name = row.outcome.exercise
        lines = close("".join("".join(line.values()) for line in table if line["exercise"] == name))
        document = close(json.dumps(told[name]["results"], ensure_ascii=False))
        for figure in shown(row.outcome):
            for where, held in (("text", text), ("table", lines.replace("'", "")), ("document", document)):
                assert figure.replace("'", "") in held.replace("'", ""), (where, name, figure)


def test_and_on_the_screen(played: tuple[Stage, int]) -> None:
    for row in exercises(played):
        screen = close("".join(result_lines(row.outcome.results, 400)))
        for figure in shown(row.outcome):
            assert figure in screen, (row.outcome.exercise, figure)


def test_the_exact_value_behind_each_figure_is_one_everywhere(played: tuple[Stage, int]) -> None:
    stage, number = played
    table = list(csv.DictReader(io.StringIO(stage.paper(number, "results").decode("utf-8-sig"))))
    told = {row["exercise"]: row for row in json.loads(stage.paper(number, "json"))["exercises"]}
    for row in exercises(played):
        lines = {
            line["name"]: line
            for line in table
            if (line["exercise"], line["kind"]) == (row.outcome.exercise, "figure")
        }
        for figure, plainly in zip(row.outcome.figures, told[row.outcome.exercise]["figures"], strict=True):
            line = lines[figure.name]
            assert line["reads"].lstrip("'") == (plainly["reads"] or "") == figure.reads
            if isinstance(figure.value, Fraction):
                assert Fraction(plainly["value"]) == figure.value
                assert float(line["number"]) == plainly["number"] == float(figure.value)
