"""A rating as formulas see it: team means, never pooled; no split and no joint value where that would tell too much."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from workshop.measures.marks import Marks, marks, unsplit
from workshop.model.teams import Group

WORTH = {str(value): Fraction(value) for value in range(11)}
WORDS = (("S", "sales"), ("M", "marketing"), ("B", "both"), ("N", "nobody"))
sheets = st.lists(st.integers(1, 5), max_size=10)
answered = st.lists(st.integers(1, 5), min_size=1, max_size=10)


def rating(sales: list[int], marketing: list[int], others: list[int] | None = None) -> Marks:
    groups: dict[Group, list[int]] = {"sales": sales, "marketing": marketing, "others": others or []}
    return marks({group: Counter(map(str, values)) for group, values in groups.items()}, WORTH)


def letters(sales: str, marketing: str) -> Marks:
    return marks({"sales": Counter(sales), "marketing": Counter(marketing)}, {}, WORDS)


def test_the_joint_value_weighs_teams_alike() -> None:
    told = rating([4, 3, 3, 4, 2], [4, 4, 5, 4], [1])
    assert (told.get("sales"), told.get("marketing"), told.get("others")) == (
        Fraction(16, 5),
        Fraction(17, 4),
        1,
    )
    assert (told.get("joint"), told.get("gap"), told.number) == (
        Fraction(149, 40),
        Fraction(-21, 20),
        Fraction(149, 40),
    )
    assert (told.get("n"), told.get("n_sales"), told.get("n_marketing"), told.get("n_others")) == (
        10,
        5,
        4,
        1,
    )
    assert (told.get("low"), told.get("high")) == (1, 5)


@given(sheets, sheets, sheets)
def test_no_value_is_a_float_and_none_raises(
    sales: list[int], marketing: list[int], others: list[int]
) -> None:
    told = rating(sales, marketing, others)
    for name in ("sales", "marketing", "joint", "gap", "others", "mean", "low", "high", "n", "share"):
        assert isinstance(told.get(name), Fraction | None)
    assert told.get("joint") is None or (sales and marketing)


@given(answered, answered, st.integers(2, 5))
def test_scaling_one_team_does_not_move_the_joint_value(
    sales: list[int], marketing: list[int], times: int
) -> None:
    assert rating(sales * times, marketing).number == rating(sales, marketing).number


@given(st.data())
def test_the_order_of_people_does_not_matter(data: st.DataObject) -> None:
    values = data.draw(answered)
    told = rating(values, values)
    mixed = rating(data.draw(st.permutations(values)), values)
    assert all(
        told.get(name) == mixed.get(name) for name in ("joint", "sales", "n", "low", "high", "top", "share")
    )


@given(answered)
def test_one_team_alone_has_no_joint_value(values: list[int]) -> None:
    told = rating(values, [])
    assert told.number is None
    assert told.get("gap") is None
    assert told.get("sales") == Fraction(sum(values), len(values))


def test_the_top_word_goes_by_shares_of_the_teams() -> None:
    # sales: 3 of 4 say S; marketing: 2 of 2 say B. S 3/8, B (1/4 + 1) / 2 = 5/8
    told = letters("SSSB", "BB")
    assert (told.get("top"), told.get("share")) == ("both", Fraction(5, 8))
    assert (told.get("top_sales"), told.get("top_marketing")) == ("sales", "both")
    assert told.times("both") == 3
    assert told.times("B") == 3
    assert told.times("nobody") == 0


def test_of_equal_words_the_first_of_the_file_is_the_top() -> None:
    assert letters("MS", "SM").get("top") == "sales"
    assert letters("", "B").get("top") is None


def test_an_unsplit_rating_tells_its_total_and_nothing_of_the_teams() -> None:
    told = unsplit({"5": 2, "1": 1}, WORTH)
    assert (told.get("n"), told.get("mean"), told.number) == (3, Fraction(11, 3), None)
    assert [told.get(name) for name in ("sales", "marketing", "joint", "gap", "n_sales", "top_sales")] == [
        None
    ] * 6


def test_one_step_of_one_person() -> None:
    told = rating([1, 2, 3, 4, 5], [1, 2, 3, 4])
    assert (told.step(), told.step("joint"), told.step("gap")) == (
        Fraction(1, 8),
        Fraction(1, 8),
        Fraction(1, 4),
    )
    assert (told.step("sales"), told.step("marketing"), told.people("sales"), told.people()) == (
        Fraction(1, 5), Fraction(1, 4), 5, 9,
    )  # fmt: skip
    assert rating([], []).step() is None
