"""Numbers as people read them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.measures.rounding import RATING, UNIT_MONEY, grouped, money, percent, show, whole

numbers = st.fractions(min_value=-(10**9), max_value=10**9)


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (Fraction(149, 40), 2, "3.73"),  # 3.725: a binary float would give 3.72
        (Fraction(-149, 40), 2, "-3.73"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(1, 20), 1, "0.1"),
        (7, 2, "7.00"),
        (None, 2, "n/a"),
    ],
)
def test_halves_go_away_from_zero_on_both_sides(
    value: Fraction | int | None, places: int, shown: str
) -> None:
    assert show(value, places) == shown


def test_thousands_are_marked_only_where_asked_for() -> None:
    assert show(1234567, 1) == "1234567.0"
    assert grouped(1234567, 1) == "1,234,567.0"


def test_money_is_whole_and_unit_money_has_two_places() -> None:
    # I1.36: 84,000 / 18 opportunities; I1.35: 42 x 0.30 x 38,000 / 96
    assert money(Fraction(84000, 18), "EUR", UNIT_MONEY) == "4,666.67 EUR"
    assert money(Fraction(42 * 3 * 38000, 960), "EUR") == "4,988 EUR"
    assert money(Fraction(-1500), "EUR") == "-1,500 EUR"
    assert money(None, "EUR") == "n/a"


def test_a_share_is_shown_with_one_place() -> None:
    assert percent(Fraction(8, 12)) == "66.7 %"
    assert percent(Fraction(1)) == "100.0 %"
    assert percent(None) == "n/a"


@given(numbers, st.integers(0, 4))
def test_rounding_never_moves_a_value_by_more_than_half_a_step(value: Fraction, places: int) -> None:
    assert abs(Fraction(show(value, places)) - value) <= Fraction(1, 2 * 10**places)


@given(numbers, st.integers(0, 4))
def test_a_negative_value_mirrors_the_positive_one(value: Fraction, places: int) -> None:
    assert Fraction(show(-value, places)) == -Fraction(show(value, places))


@given(st.integers(-(10**6), 10**6), st.integers(0, 3))
def test_an_exact_half_always_grows(steps: int, places: int) -> None:
    half = Fraction(2 * steps + 1, 2 * 10**places)
    assert abs(Fraction(show(half, places))) > abs(half)


@given(numbers)
def test_whole_agrees_with_what_is_shown(value: Fraction) -> None:
    assert str(whole(value)) == show(value, 0)


@given(numbers)
def test_nothing_is_shown_as_a_negative_zero(value: Fraction) -> None:
    assert show(value, RATING) != "-0.00"
