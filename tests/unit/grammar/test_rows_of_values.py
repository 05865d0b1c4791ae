"""Rows as they are called out: digits, counts, dots, for groups and names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.errors import NotFound, NotUnderstood
from workshop.grammar import Budget, Context, read_digits, read_dots, read_rows, split_rows
from workshop.grammar.rows import read_tally
from workshop.model.commands import Row

FIVE_WITH_THREE = Budget(people=5, dots=3)


@pytest.mark.parametrize(
    "typed",
    ["sales 5 4 4 4 3 marketing 5 5", "sales 5x1 4x3 3x1 marketing 5x2", "sales: 54443, marketing: 55"],
)
def test_a_row_is_digits_or_counts(typed: str) -> None:
    assert read_rows(typed, 1, 5) == (Row("sales", (5, 4, 4, 4, 3)), Row("marketing", (5, 5)))


def test_no_answer_is_left_out_of_a_row() -> None:
    assert read_rows("others 4 - 3", 1, 5) == (Row("others", (4, 3)),)


def test_above_nine_each_word_is_one_value() -> None:
    assert read_rows("sales 4 10 0 10x2", 0, 10) == (Row("sales", (4, 10, 0, 10, 10)),)


def test_names_stand_for_their_groups(here: Context) -> None:
    rows = read_rows("Marta 4 Clara Vogt 3 dieter 5 hugo 2", 0, 5, here.people, here.present)
    assert rows == (Row("sales", (4, 5)), Row("marketing", (3,)), Row("others", (2,)))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("sales 4 5 5 4 4 7", "sales, value 6 of 6: 7 is not between 1 and 5."),
        ("5 4", "'5' has nobody in front of it"),
        ("sales marketing 4", "'sales' has no values behind it"),
        ("sales 4 sales 3", "sales stands there twice"),
        ("sales four", "'sales' has no values behind it"),
        ("sales 4a", "'4a' is not a value"),
        ("sales 5x2000", "more than 1000"),
        ("", "There are no values"),
        ("Marta 4", "not a group"),
    ],
)
def test_a_row_that_is_off_says_where(typed: str, told: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_rows(typed, 1, 5)
    assert told in str(caught.value)


def test_with_names_there_is_one_value_each_and_no_mix(here: Context) -> None:
    for typed, told in (
        ("marta 4 3", "2 values for one person"),
        ("sales 4 marta 3", "as a group and by name"),
    ):
        with pytest.raises(NotUnderstood, match=told):
            read_rows(typed, 0, 5, here.people)
    with pytest.raises(NotFound, match="'nobody'"):
        read_rows("nobody 4", 0, 5, here.people)


def test_rows_are_parted_before_their_values_are_read(here: Context) -> None:
    first, second = split_rows("sales 1=3 3=5 Clara Vogt 32223 23233", here.people)
    assert (first.group, first.text, first.person) == ("sales", "1=3 3=5", "")
    assert (second.group, second.text, second.person) == ("marketing", "32223 23233", "P-7")


def test_a_sheet_has_exactly_its_values() -> None:
    sheet = read_digits("32223 23233 22223 3223-", 1, 5, 20)
    assert len(sheet) == 20
    assert sheet[-1] is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("32223 23233 22223 3223", "sales: 19 of 20: one is missing. Type - for no answer."),
        ("32223 23233 22223 322333", "sales: 21 of 20: one too many."),
        ("32223 7", "sales, value 6 of 6: 7 is not between 1 and 5."),
        ("3222", "4 of 20: 16 are missing"),
    ],
)
def test_a_sheet_that_is_off_says_by_how_much(typed: str, told: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_digits(typed, 1, 5, 20, label="sales")
    assert told in str(caught.value)


def test_a_sheet_may_have_to_be_whole() -> None:
    with pytest.raises(NotUnderstood, match="value 2 of 3 is left out"):
        read_digits("3-3", 1, 5, 3, allow_missing=False)


@settings(deadline=None)
@given(st.lists(st.one_of(st.integers(1, 5), st.none()), min_size=1, max_size=30), st.integers(1, 7))
def test_blanks_in_a_sheet_do_not_count(values: list[int | None], width: int) -> None:
    digits = "".join("-" if value is None else str(value) for value in values)
    typed = " ".join(digits[place : place + width] for place in range(0, len(digits), width))
    assert read_digits(typed, 1, 5, len(values)) == tuple(values)


def test_dots_stand_on_their_options() -> None:
    assert read_dots("1=3 3=5 5=1, 6=3 7=3", 8, FIVE_WITH_THREE) == (3, 0, 5, 0, 1, 3, 3, 0)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1=8 2=8", "sales: 16 dots, 15 allowed for 5 people with 3 dots each."),
        ("9=1", "there is no option 9. Options are 1 to 8."),
        ("0=1", "there is no option 0."),
        ("1=1 1=2", "option 1 stands there twice"),
        ("1-3", "'1-3' is not option=dots"),
    ],
)
def test_dots_that_are_off_say_why(typed: str, told: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_dots(typed, 8, FIVE_WITH_THREE, label="sales")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "tally"), [("3x1 2x3 1x1", "3x1 2x3 1x1"), ("1 5 4 4 5", "5x2 4x2 1x1"), ("5x0 4x1", "4x1")]
)
def test_a_tally_is_stored_highest_first(typed: str, tally: str) -> None:
    assert read_tally(typed) == tally
