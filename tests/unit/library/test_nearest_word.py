"""The nearest known word."""

from __future__ import annotations

import pytest

from workshop.model.words import did_you_mean, nearest

KEYS = ("title", "prompts", "minutes", "monthly-90", "kickoff-120")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("promts", "prompts"), ("Minute", "minutes"), ("montly-90", "monthly-90"), ("kick", "kickoff-120")],
)
def test_a_slip_finds_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert nearest(typed, KEYS) == meant


@pytest.mark.parametrize("typed", ["", "zebra", "x"])
def test_a_word_like_none_finds_none(typed: str) -> None:
    assert nearest(typed, KEYS) is None


def test_a_beginning_shared_by_two_is_left_to_likeness() -> None:
    assert nearest("m", KEYS) is None


def test_the_end_of_the_sentence_asks_or_stops() -> None:
    assert did_you_mean("promts", KEYS) == "; did you mean prompts?"
    assert did_you_mean("zebra", KEYS) == "."
