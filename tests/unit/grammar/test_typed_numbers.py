"""Numbers and sums as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.errors import NotUnderstood
from workshop.grammar.numbers import read_number, read_parts


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("61000", "61000"), ("61 000", "61000"), ("61,000", "61000"), ("61'000", "61000"), ("61\u202f000", "61000"),
        ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1,234.56", "1234.56"), ("1.234,56", "1234.56"),
        ("4.5", "4.5"), ("4,5", "4.5"), ("4,50", "4.50"), ("0.125", "0.125"), ("0,125", "0.125"), ("1.1250", "1.1250"),
        ("1234.567", "1234.567"), ("007", "7"), ("0", "0"), ("-5", "-5"), ("−5", "-5"), ("+5", "5"), ("-0", "0"),
    ],
)  # fmt: skip
def test_a_number_has_one_spelling(typed: str, number: str) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["61.000", "1.125"])
def test_a_point_before_three_digits_is_not_guessed(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="two ways"):
        read_number(typed)


@pytest.mark.parametrize("typed", ["61k", "1,23,45", "", "5 EUR", "--5", "1e5", "٣", "1..2", "1" * 16, "."])
def test_what_is_no_clear_number_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read_number(typed)


@settings(deadline=None)
@given(st.integers(-(10**12), 10**12))
def test_every_way_of_grouping_means_the_same(number: int) -> None:
    assert Decimal(read_number(str(number))) == number
    assert Decimal(read_number(f"{number:,}")) == number
    assert Decimal(read_number(f"{number:,}".replace(",", " "))) == number


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("6/20", "6/20"), (" 6 / 20 ", "6/20"), ("won=6 lost=14  none=5", "won=6 lost=14 none=5"), ("won=6, lost=14", "won=6 lost=14"),
        ("4", "4"), ("84,000/18", "84000/18"), ("84 000/18", "84000/18"), ("42*0.30*38000/96", "42*0.30*38000/96"),
        ("(1+2)*-3", None), ("-(1+2)*3", "-(1+2)*3"), ("((1))", "((1))"),
    ],
)  # fmt: skip
def test_parts_are_counts_or_a_sum(typed: str, parts: str | None) -> None:
    if parts is None:
        with pytest.raises(NotUnderstood):
            read_parts(typed)
    else:
        assert read_parts(typed) == parts


@pytest.mark.parametrize(
    "typed", ["", "6/", "/6", "2**9", "(1", "1)", "()", "6 20", "won=", "won=six", "6/20 x=1", "a+1", "1//2"]
)
def test_what_is_no_sum_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read_parts(typed)


@settings(deadline=None)
@given(st.text("0123456789+-*/(). ", max_size=30))
def test_a_sum_that_is_taken_can_be_computed(typed: str) -> None:
    try:
        sum_ = read_parts(typed)
    except NotUnderstood:
        return
    compile(sum_, "sum", "eval")
    assert read_parts(sum_) == sum_
