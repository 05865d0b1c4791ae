"""Numbers worked out from named parts, and how they read."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import NotUnderstood
from workshop.measures.formulas import in_form, names, worked_out
from workshop.measures.parts import Parts, read_parts
from workshop.model.metrics import Form

RATE = "won/(won+lost)"


def rate(text: str, formula: str = RATE) -> Parts | None:
    return worked_out(read_parts(text), formula)


def test_a_formula_is_worked_out_exactly_over_named_parts() -> None:
    found = rate("won=6 lost=14 none=5")
    assert found is not None
    assert (found.value, found.of) == (Fraction(3, 10), Fraction(20))  # I1.34
    assert (rate("won=6 lost=14 none=5", "won/(won+lost+none)") or found).value == Fraction(6, 25)  # I1.39


def test_hyphens_in_parts_are_underscores_in_a_formula() -> None:
    found = rate("won=6 no-decision=4", "won/(won+no_decision)")
    assert found is not None
    assert found.value == Fraction(6, 10)


def test_a_formula_without_its_parts_gives_nothing() -> None:
    assert rate("won=6") is None
    assert rate("6/20") is None
    assert rate("won=6 lost=14", "") is None


def test_few_cases_are_seen_in_what_a_formula_divides_by() -> None:
    told = (rate("won=2 lost=1"), rate("won=6 lost=4"), rate("won=2 lost=1", "won+lost"))
    assert [found.few_cases for found in told if found] == [True, False, False]


def test_a_division_by_nothing_is_not_available() -> None:
    found = rate("won=0 lost=0")
    assert found is not None
    assert in_form(found, "percent", "EUR") == "n/a"


def test_a_formula_that_is_no_arithmetic_is_refused() -> None:
    for formula in ("won/(won+lost", "won lost", "won**lost**won"):
        with pytest.raises(NotUnderstood):
            rate("won=6 lost=14", formula)


@pytest.mark.parametrize(
    ("text", "form", "words"),
    [
        ("6/20", "percent", "30.0 %"),
        ("(52-20)/20", "percent", "160.0 %"),
        ("12.5", "percent", "12.50"),  # a single number is not made a percentage
        ("40/60", "plain", "0.67"),
        ("4", "plain", "4"),
        ("84000/18", "money", "4,666.67 EUR"),
        ("42*0.30*38000/96", "money per day", "4,988 EUR/day"),
        ("15/5", "hours", "3.0 h"),
        ("36.25", "days", "36.3 days"),
        ("5/0", "money", "n/a"),
        ("won=6 lost=14", "percent", "won 6, lost 14"),
    ],
)
def test_a_number_reads_in_its_form(text: str, form: Form, words: str) -> None:
    assert in_form(read_parts(text), form, "EUR") == words


def test_the_names_in_a_formula_are_its_parts() -> None:
    assert names("open*win_rate*order/days") == ("open", "win_rate", "order", "days")


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_rate_lies_between_nothing_and_all(won: int, lost: int) -> None:
    found = rate(f"won={won} lost={lost}")
    assert found is not None
    assert (found.value is None) == (won + lost == 0)
    assert found.value is None or 0 <= found.value <= 1
