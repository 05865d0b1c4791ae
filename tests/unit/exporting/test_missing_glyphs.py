"""A letter that no font draws is named with the paper; what is drawn is not spoken of."""

import logging
from dataclasses import replace

import pytest

from workshop.exporting import pdf
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look
from workshop.exporting.pdf.glyphs import MOST, Undrawn, watched

PRIVATE = "\U0010fffd"
"""Of the last private plane: no font has it."""


def test_a_letter_without_a_glyph_is_named(minutes: Minutes, caplog: pytest.LogCaptureFixture) -> None:
    with watched() as undrawn:
        pdf.render(replace(minutes, place=f"Room {PRIVATE}"), Look())
    assert list(undrawn.letters) == [PRIVATE]
    assert "(U+10FFFD): a box stands in its place" in undrawn.sentence()
    assert "notdef" not in caplog.text


def test_latin_greek_and_cyrillic_are_drawn(minutes: Minutes) -> None:
    with watched() as undrawn:
        pdf.render(replace(minutes, place="Łódź, Ñuñoa, Şişli, Θεσσαλονίκη, Київ"), Look())
    assert undrawn.sentence() == ""


def test_of_many_letters_the_first_are_named_and_the_rest_counted() -> None:
    undrawn = Undrawn()
    undrawn.letters.update(dict.fromkeys(chr(0x4E00 + place) for place in range(MOST + 3)))
    assert f"(U+{0x4E00 + MOST - 1:04X}) and 3 more: " in undrawn.sentence()


def test_other_lines_of_the_log_stay() -> None:
    assert Undrawn().filter(logging.LogRecord("weasyprint", logging.WARNING, "", 0, "an image", None, None))
