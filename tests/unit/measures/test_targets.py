"""Green, amber and red go by the target and by the direction in which better lies."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.measures.targets import Direction, Status, read_target, status


@pytest.mark.parametrize(
    ("value", "target", "better", "found"),
    [
        ("60", "60", "up", "green"), ("54", "60", "up", "amber"), ("53.9", "60", "up", "red"), ("71", "60", "up", "green"),
        ("5", "5", "down", "green"), ("5.5", "5", "down", "amber"), ("5.51", "5", "down", "red"), ("0", "5", "down", "green"),
        ("1", "0", "down", "red"), ("-0.1", "0", "up", "red"), ("-11", "-10", "up", "amber"),
    ],
)  # fmt: skip
def test_a_number_is_judged_by_its_target_and_direction(
    value: str, target: str, better: Direction, found: Status
) -> None:
    assert status(Fraction(value), Fraction(target), better) == found


@given(st.fractions(-1000, 1000), st.fractions(-1000, 1000))
def test_turning_number_and_target_round_turns_the_direction(value: Fraction, target: Fraction) -> None:
    assert status(value, target, "up") == status(-value, -target, "down")


@given(st.fractions(0, 1000), st.fractions(0, 1000), st.fractions(0, 50))
def test_more_is_never_judged_worse_where_up_is_better(
    value: Fraction, target: Fraction, more: Fraction
) -> None:
    order = ("red", "amber", "green")
    assert order.index(status(value + more, target, "up")) >= order.index(status(value, target, "up"))


@pytest.mark.parametrize(
    ("text", "share", "found"),
    [
        ("60 %", True, "0.6"), ("60%", False, "0.6"), ("60", True, "0.6"), ("0.6", True, "0.6"), ("1", True, "1"), ("1 %", True, "0.01"),
        ("<= 5 days", False, "5"), ("4,988 EUR/day", False, "4988"), ("2.5 h", False, "2.5"), ("-3", False, "-3"), ("≥ 20", False, "20"),
    ],
)  # fmt: skip
def test_a_target_reads_as_people_type_it(text: str, share: bool, found: str) -> None:
    assert read_target(text, share=share) == Fraction(found)


@pytest.mark.parametrize("text", ["", "?", "twice as many", "5 to 7", "12/20", "1.2.3", "9" * 40])
def test_what_is_no_single_number_is_no_target(text: str) -> None:
    assert read_target(text) is None
