"""The value of a metric from its parts."""

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import NotUnderstood
from workshop.measures.parts import Count, read_parts

literals = st.from_regex(r"\A[1-9][0-9]{0,4}(\.[0-9]{1,3})?\Z")
sums = st.recursive(
    literals,
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda p: f"({p[0]} {p[1]} {p[2]})"),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("text", "kind", "value", "words"),
    [
        ("54/120", "share", Fraction(45, 100), "45.0 %"),  # I1.31
        ("38/120", "share", Fraction(38, 120), "31.7 %"),  # I1.32
        ("17/46", "share", Fraction(17, 46), "37.0 %"),  # I1.37
        ("6/25", "share", Fraction(24, 100), "24.0 %"),  # I1.39
        ("84000/18", "plain", Fraction(14000, 3), "4,666.67"),  # I1.36
        ("42*0.30*38000/96", "plain", Fraction(9975, 2), "4,987.50"),  # I1.35: 478,800 / 96
        ("15/5", "plain", Fraction(3), "3"),  # I1.38
        ("0.5/2", "plain", Fraction(1, 4), "0.25"),  # not whole, so not a share of cases
        ("4", "plain", Fraction(4), "4"),
        ("-(2 + 3) ** 2", "plain", Fraction(-25), "-25"),
        ("0.1 + 0.2", "plain", Fraction(3, 10), "0.30"),
    ],
)
def test_parts_are_computed_exactly(text: str, kind: str, value: Fraction, words: str) -> None:
    parts = read_parts(text)
    assert (parts.kind, parts.value, parts.words()) == (kind, value, words)


def test_named_parts_are_counts_without_a_single_value() -> None:
    parts = read_parts("won=6 lost=14 no-decision=5")
    assert parts.counts == (
        Count("won", Fraction(6)),
        Count("lost", Fraction(14)),
        Count("no-decision", Fraction(5)),
    )
    assert (parts.kind, parts.value) == ("named", None)
    assert parts.words() == "won 6, lost 14, no-decision 5"


def test_a_denominator_below_ten_is_called_few_cases() -> None:
    assert read_parts("2/3").few_cases  # I2.18
    assert read_parts("9/9").few_cases
    assert not read_parts("6/10").few_cases
    assert not read_parts("4").few_cases


@pytest.mark.parametrize("text", ["0/0", "5/0", "1 / (3 - 3)", "0 ** -1"])
def test_a_division_by_zero_is_not_available_and_no_error(text: str) -> None:
    assert read_parts(text).value is None
    assert read_parts(text).words() == "n/a"
    assert not read_parts(text).few_cases


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not arithmetic"),
        ("six of twenty", "is not arithmetic"),
        ("38,000/96", "is not arithmetic"),
        ("1e9", "is not arithmetic"),
        ("__import__('os')", "is not arithmetic"),
        ("7 // 2", "does not read"),
        ("1 +", "does not read"),
        ("()", "does not read"),
        ("2 ** 0.5", "Powers"),
        ("9 ** 9 ** 9", "Powers"),
        ("((9 ** 10) ** 10) ** 10", "too large"),
        ("9" * 60, "too large"),
        ("9" * 121, "at most 120"),
        ("won=six", "'won=six'"),
        ("won=6 won=7", "stands twice"),
    ],
)
def test_what_is_not_arithmetic_is_refused_with_an_example(text: str, said: str) -> None:
    with pytest.raises(NotUnderstood, match="6/20") as refusal:
        read_parts(text)
    assert said in refusal.value.sentence


@given(sums)
def test_no_float_ever_comes_out(text: str) -> None:
    value = read_parts(text).value if len(text) <= 120 else Fraction(0)
    assert value is None or type(value) is Fraction


@given(literals, literals)
def test_typed_decimals_are_what_they_say(a: str, b: str) -> None:
    assert read_parts(f"{a} + {b}").value == Fraction(a) + Fraction(b)
    assert read_parts(f"({a}) * ({b})").value == Fraction(a) * Fraction(b)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_share_lies_between_nothing_and_all(upper: int, lower: int) -> None:
    parts = read_parts(f"{upper}/{lower}")
    assert (parts.kind == "share") == (upper <= lower)
    if parts.kind == "share" and parts.value is not None:
        assert 0 <= parts.value <= 1
    assert (parts.value is None) == (lower == 0)


@given(st.text(alphabet="0123456789.+-*/() ", max_size=30))
def test_any_signs_give_a_fraction_nothing_or_a_sentence(text: str) -> None:
    value: object = None
    with suppress(NotUnderstood):
        value = read_parts(text).value
    assert value is None or type(value) is Fraction
