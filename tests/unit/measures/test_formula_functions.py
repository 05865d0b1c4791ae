"""The functions of formulas: exact, without regard to order, and silent where nothing was told."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import NotUnderstood
from workshop.measures.formula import FUNCTIONS, Column, Value

numbers = st.lists(st.one_of(st.none(), st.integers(-20, 20).map(Fraction)), max_size=15)
told = st.lists(st.integers(-20, 20).map(Fraction), min_size=1, max_size=15)
words = st.lists(st.sampled_from(["price", "time", "need", ""]), max_size=12)


def call(name: str, *given: object) -> Value:
    return FUNCTIONS[name].work(
        *(Column(tuple(one)) if isinstance(one, list | tuple) else one for one in given)
    )


OVER = ("mean", "median", "total", "count", "share", "lowest", "highest")


@given(st.sampled_from(OVER), numbers, st.randoms())
def test_the_order_of_rows_does_not_matter(name: str, values: list[Fraction | None], random: object) -> None:
    shuffled = list(values)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # it is there
    assert call(name, shuffled) == call(name, values)


@given(st.sampled_from(OVER), told, st.integers(0, 5))
def test_a_missing_value_never_moves_anything(name: str, values: list[Fraction], gaps: int) -> None:
    assert call(name, values + [None] * gaps) == call(name, values)


@given(st.sampled_from(("mean", "median", "lowest", "highest", "share")), st.integers(0, 4))
def test_over_nothing_there_is_no_value(name: str, gaps: int) -> None:
    assert call(name, [None] * gaps) is None


def test_a_sum_over_no_rows_is_nothing_and_over_untold_rows_unknown() -> None:
    assert call("total", []) == 0
    assert call("total", [None, None]) is None
    assert call("total", [None, Fraction(3)]) == 3


@given(told)
def test_mean_and_median_are_those_of_the_books(values: list[Fraction]) -> None:
    assert call("mean", values) == sum(values) / len(values)
    assert call("median", values) == median(values)


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("count", (["a", "", None, "b"],), 2),
        ("count", ([True, False, None],), 1),
        ("count", ([Fraction(0), Fraction(4), None],), 2),
        ("share", ([True, False, None, True],), Fraction(2, 3)),
        ("lowest", ([date(2026, 3, 3), None, date(2026, 1, 1)],), date(2026, 1, 1)),
        ("highest", ([date(2026, 3, 3), date(2026, 1, 1)],), date(2026, 3, 3)),
        ("min", (Fraction(3), None, Fraction(2)), 2),
        ("max", (None, None), None),
        ("abs", (Fraction(-3, 2),), Fraction(3, 2)),
        ("ceil", (Fraction(13, 2),), 7),
        ("floor", (Fraction(-13, 2),), -7),
        ("clamp", (Fraction(12), Fraction(0), Fraction(10)), 10),
        ("first", (None, "", "b"), "b"),
        ("first", (["", None, "c"],), "c"),
        ("last", (["a", "b", None],), "b"),
        ("given", ("",), False),
        ("given", (Fraction(0),), True),
        ("when", (True, "a", "b"), "a"),
        ("when", (False, "a"), None),
        ("when", (None, "a", "b"), None),
        ("most", (["a", "b", "b", "a", "c"],), "a"),
        ("most", ([None],), None),
        ("joined", (["a", None, "", "b"], "c"), "a, b, c"),
        ("joined", ([None],), None),
        ("text", ("~", Fraction(640)), "~640"),
        ("text", ("~", None), None),
        ("rank", (Fraction(3), [Fraction(5), Fraction(3), None, Fraction(1)]), 2),
        ("days", (date(2026, 3, 3), date(2026, 3, 17)), 14),
        ("days", (date(2026, 3, 3), None), None),
        ("kappa", (list("GPGPMGPGPM"), list("GGGPGMGGMM")), Fraction(8, 33)),
        ("bridge", (Fraction(1, 5), Fraction(1, 3)), Fraction(1, 4)),
    ],
)
def test_a_function_gives_what_it_says(name: str, given: tuple[object, ...], expected: Value) -> None:
    assert call(name, *given) == expected


def test_functions_side_by_side_go_row_by_row() -> None:
    assert call("max", [Fraction(1), None, Fraction(4)], Fraction(2)) == Column(
        (Fraction(2), Fraction(2), Fraction(4))
    )
    assert call("first", ["a", None], ["x", "y"]) == Column(("a", "y"))
    assert call("given", ["a", "", None]) == Column((True, False, False))
    assert call("when", [True, False, None], "yes", "no") == Column(("yes", "no", None))
    assert call("matches", "yh n-") == Column((Fraction(1), Fraction(1, 2), Fraction(0), None))


def test_only_takes_rows_for_which_it_is_known_to_hold() -> None:
    assert call("only", ["a", "b", "c"], [True, None, False]) == Column(("a",))
    with pytest.raises(NotUnderstood, match="over the same rows"):
        call("only", ["a"], [True, False])


@given(words)
def test_each_word_stands_once_in_the_order_of_its_first_row(values: list[str]) -> None:
    found = call("distinct", values)
    assert isinstance(found, Column)
    assert list(found) == list(dict.fromkeys(value for value in values if value))


@given(st.lists(st.tuples(st.text("abc", max_size=2), st.one_of(st.none(), st.integers(0, 3))), max_size=10))
def test_equal_ones_keep_their_order_and_missing_ones_go(rows: list[tuple[str, int | None]]) -> None:
    by = [None if key is None else Fraction(key) for _, key in rows]
    found = call("ordered", [text for text, _ in rows], by)
    assert isinstance(found, Column)
    known = [(text, key) for text, key in rows if key is not None]
    assert list(found) == [text for text, _ in sorted(known, key=lambda row: -row[1])]
    top = call("ordered", [text for text, _ in rows], by, Fraction(2))
    assert isinstance(top, Column)
    assert list(top) == list(found)[:2]


def test_a_function_says_how_many_values_it_takes() -> None:
    assert all(
        function.least >= 1 and (not function.most or function.most >= function.least)
        for function in FUNCTIONS.values()
    )
