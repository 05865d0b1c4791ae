"""What leaves the program comes back: JSON and the record inside a PDF as they were, Markdown as corrections."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scripts import Stage, people

from workshop.errors import WorkshopError
from workshop.exporting import jsonfile, markdown
from workshop.exporting.digest import Minutes, digest
from workshop.exporting.markdown.reading import Corrections, corrections
from workshop.exporting.pdf.attached import minutes_in
from workshop.workspace.issuing import render, source

BEGUN = "\n".join(
    (
        "/at 2026-03-02 08:00",
        people("facilitator Ida Fell", "sales Ana Ruiz, Bo Lind", "marketing Finn Moe, Gita Rao"),
        "/meeting sync-30 2026-03-03 09:00",
        "/at 2026-03-03 09:00",
        "/here all",
        "/start",
    )
)
WORDS = (
    "Ten weeks is too long",
    'Łukasz: "5 %, not 10" | x',
    "*One* price_list",
    "<b>#1</b> & co",
    "1. first",
    "a ~~b~~ [c](d)",
)
word = st.sampled_from(WORDS)


def line(pattern: str) -> st.SearchStrategy[str]:
    return word.map(lambda told: pattern.format(word=told))


lines = st.lists(
    st.one_of(
        *(line(pattern) for pattern in (
            "n: {word} @ana", "o: {word} @bo worked=yes; tactic=loan unit", "risk: {word} @finn // more about it",
            "need: {word} @ana answer=later", "quote: {word} @bo", "a: {word} @ana >fri done_when=told #food",
            "a: {word}", "d: {word} mode=consent", "d: {word}", "dispute: {word} root=price", "p: {word} @gita",
            "q: {word}", "term: {word} meaning=x", "credit: {word} @ana to=marketing", "agreement: {word}",
        )),
        st.just("/next"),
    ),
    max_size=14,
)  # fmt: skip
FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@contextmanager
def held(typed: list[str]) -> Iterator[Stage]:
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder) / "firm")
        stage.play(BEGUN)
        for one in typed:
            with suppress(WorkshopError):
                stage.play(one)
        stage.play("/close early That is all")
        yield stage


def minutes(stage: Stage) -> Minutes:
    return digest(source(stage.workspace, 1))


@FEW
@given(lines)
def test_minutes_come_back_from_json_as_they_were(typed: list[str]) -> None:
    with held(typed) as stage:
        content = jsonfile.render(minutes(stage))
        assert jsonfile.render(jsonfile.read(content, "x.json")) == content


@FEW
@given(lines)
def test_a_markdown_file_nobody_edited_corrects_nothing(typed: list[str]) -> None:
    with held(typed) as stage:
        found = corrections(minutes(stage), markdown.render(minutes(stage)).decode())
        assert found == Corrections((), ())


@FEW
@given(lines, word)
def test_other_words_for_a_decision_are_one_correction_and_make_the_file_what_was_wanted(
    typed: list[str], wanted: str
) -> None:
    with held([*typed, "d: Something that nobody else says"]) as stage:
        before = minutes(stage)
        *others, last = before.decisions
        wished = replace(before, decisions=(*others, replace(last, text=wanted)))
        edited = (
            markdown.render(wished)
            .decode()
            .replace(jsonfile.fingerprint(wished), jsonfile.fingerprint(before))
        )
        found = corrections(before, edited)
        assert [(one.ref, one.after) for one in found.proposals] == [(last.id, " ".join(wanted.split()))]
        assert found.unread == ()


def test_the_record_inside_a_pdf_is_the_record() -> None:
    with held(["n: Ten weeks @ana", "d: One price list mode=consent", "a: Send it @finn >fri"]) as stage:
        inside = minutes_in(render(stage.workspace, 1, "pdf"), "minutes.pdf")
        assert inside == minutes(stage)
