"""Bridge, kappa and noise."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from workshop.measures.dots import bridge, share_of
from workshop.measures.kappa import kappa
from workshop.measures.noise import is_noise, step

shares = st.fractions(0, 1)
pairs = st.lists(st.tuples(st.sampled_from("GMP"), st.sampled_from("GMP")), max_size=12)


def test_the_bridge_favours_what_both_want() -> None:
    assert bridge(Fraction(3, 15), Fraction(4, 12)) == Fraction(1, 4)  # I1.26: P1
    assert bridge(Fraction(5, 15), Fraction(1, 12)) == Fraction(2, 15)  # P3: more dots, less of a bridge
    assert bridge(Fraction(0), Fraction(3, 12)) == 0
    assert bridge(Fraction(0), Fraction(0)) == 0
    assert bridge(None, Fraction(1)) is None
    assert share_of(3, 0) is None


@given(shares, shares)
def test_a_bridge_asks_not_which_side_is_which_and_lies_between_the_shares(s: Fraction, m: Fraction) -> None:
    found = bridge(s, m)
    assert found == bridge(m, s)
    assert found is not None
    assert 0 <= found <= max(s, m)


def test_kappa_of_the_worked_check() -> None:
    typed = ["GG", "PG", "GG", "PP", "MG", "GM", "PG", "GG", "PM", "MM"]
    assert kappa((mark[0], mark[1]) for mark in typed) == Fraction(8, 33)  # 0.24


@given(pairs, st.randoms())
def test_kappa_is_at_most_one_whatever_the_order(marks: list[tuple[str, str]], random: object) -> None:
    found = kappa(marks)
    random.shuffle(marks)  # type: ignore[attr-defined]  # it is there
    assert found == kappa(marks)
    assert found == kappa((right, left) for left, right in marks)
    assert found is None or found <= 1
    assert found is None or isinstance(found, Fraction)


def test_kappa_is_silent_where_chance_explains_all() -> None:
    assert kappa([]) is None
    assert kappa([("G", "G")] * 5) is None
    assert kappa([("G", "G"), ("P", "P")]) == 1


def test_a_difference_below_one_step_of_the_smaller_group_is_noise() -> None:
    assert is_noise(Fraction(1, 6), (step(5), step(9)))
    assert not is_noise(Fraction(1, 5), (step(5), step(9)))
    assert is_noise(Fraction(0), (step(5), step(5)))
    assert not is_noise(Fraction(0), (None, step(0)))
    assert is_noise(Fraction(-1, 10), (None, step(9)))
