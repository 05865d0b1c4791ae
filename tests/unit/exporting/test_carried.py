"""Files are taken apart without stumbling, however they were damaged."""

from __future__ import annotations

import random

import pytest

from workshop.errors import WorkshopError
from workshop.exporting import markdown, pdf, word
from workshop.exporting.carried import beside, carried, words_of
from workshop.exporting.digest import Minutes
from workshop.exporting.jsonfile import fingerprint, render
from workshop.exporting.look import Look
from workshop.exporting.pages import page


def test_each_format_gives_the_digest_of_the_same_data(minutes: Minutes) -> None:
    files = {
        "a.json": render(minutes), "a.md": markdown.render(minutes), "a.docx": word.render(minutes, Look()),
        "a.html": page(minutes, Look()).encode(),
    }  # fmt: skip
    for name, content in files.items():
        assert carried(content, name).digest == fingerprint(minutes), name


def test_the_meeting_of_the_minutes_is_the_first_that_a_file_names(minutes: Minutes) -> None:
    for name, content in (("a.md", markdown.render(minutes)), ("a.docx", word.render(minutes, Look())), ("a.html", page(minutes, Look()).encode())):  # fmt: skip
        assert carried(content, name).meetings()[0] == minutes.number, name


def test_a_digest_that_somebody_typed_is_not_the_one_at_the_end(minutes: Minutes) -> None:
    typed = b"# " + b"0" * 64 + b"\n" + markdown.render(minutes)
    assert carried(typed, "a.md").digest == fingerprint(minutes)


def test_a_damaged_pdf_is_refused_however_it_was_damaged(minutes: Minutes) -> None:
    whole, chance = pdf.render(minutes, Look()), random.Random(7)  # noqa: S311 - the same damage each time
    stumbled = 0
    for _ in range(24):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 40, 400))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            found = carried(bytes(damaged[: chance.choice((None, None, len(damaged) * 2 // 3))]), "a.pdf")
            words_of("pdf", found.content, "a.pdf")
        except WorkshopError:  # anything else would end the test
            stumbled += 1
    assert stumbled > 2


@pytest.mark.parametrize("content", [b"<" * 400_000, b"<w:br" * 80_000, b"0" * 400_000, b"M-1 " * 100_000])
def test_a_long_run_of_signs_takes_no_time(content: bytes) -> None:
    assert words_of("html", content, "a.html") is not None


def test_words_are_compared_as_often_as_they_stand() -> None:
    assert beside(("a", "b", "b"), ("b", "c")) == (("a", "b"), ("c",))
