"""Both teams side by side."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from workshop.measures.lens import balance, mean, two_team
from workshop.measures.rounding import show

ratings = st.lists(st.one_of(st.none(), st.integers(1, 5)), max_size=12)
answered = st.lists(st.integers(1, 5), min_size=1, max_size=12)


def test_the_joint_value_is_the_mean_of_the_two_team_means() -> None:
    # I1.27: sales 4+3+3+4+2 = 16/5 = 3.20; marketing 4+4+5+4 = 17/4 = 4.25; joint 7.45/2 = 3.725
    lens = two_team((4, 3, 3, 4, 2), (4, 4, 5, 4))
    assert (lens.sales, lens.marketing, lens.joint) == (Fraction(16, 5), Fraction(17, 4), Fraction(149, 40))
    assert lens.gap == Fraction(-21, 20)
    assert lens.words() == "sales 3.20 (n=5), marketing 4.25 (n=4), joint 3.73"


def test_guests_stand_apart() -> None:
    lens = two_team((4,), (2,), (5, 5, 5))
    assert lens.joint == 3
    assert lens.others == 5
    assert lens.n == 5
    assert lens.words() == "sales 4.00 (n=1), marketing 2.00 (n=1), joint 3.00, others 5.00 (n=3)"


def test_with_one_team_alone_there_is_no_joint_value() -> None:
    lens = two_team((4, 5), (), (3,))
    assert lens.joint is None
    assert lens.gap is None
    assert lens.missing == ("marketing",)
    assert lens.words() == "sales 4.50 (n=2), others 3.00 (n=1)"


def test_nobody_asked_gives_no_value_and_no_error() -> None:
    assert mean(()) is None
    assert show(two_team((), ()).joint, 2) == "n/a"
    assert two_team((), ()).words() == ""


def test_the_balance_is_the_smaller_over_the_larger() -> None:
    assert show(balance(30, 18), 2) == "0.60"  # I1.3: 18 / 30
    assert balance(0, 5) == 0
    assert balance(0, 0) is None


@given(st.data())
def test_the_order_of_people_does_not_matter(data: st.DataObject) -> None:
    sales, marketing, others = (data.draw(ratings) for _ in range(3))
    shuffled = [data.draw(st.permutations(values)) for values in (sales, marketing, others)]
    assert two_team(*shuffled) == two_team(sales, marketing, others)


@given(ratings, ratings, st.integers(1, 5))
def test_a_missing_answer_never_moves_a_mean(
    sales: list[int | None], marketing: list[int | None], gaps: int
) -> None:
    assert two_team(sales + [None] * gaps, marketing) == two_team(sales, marketing)


@given(answered, answered, st.integers(2, 6))
def test_a_team_many_times_as_large_weighs_the_same(
    sales: list[int], marketing: list[int], times: int
) -> None:
    assert two_team(sales * times, marketing).joint == two_team(sales, marketing).joint


@given(answered, answered, ratings)
def test_guests_never_move_the_joint_value(
    sales: list[int], marketing: list[int], others: list[int | None]
) -> None:
    assert two_team(sales, marketing, others).joint == two_team(sales, marketing).joint


@given(answered, answered)
def test_the_joint_value_lies_between_the_teams_and_the_gap_turns_with_them(
    sales: list[int], marketing: list[int]
) -> None:
    lens, turned = two_team(sales, marketing), two_team(marketing, sales)
    assert lens.sales is not None
    assert lens.marketing is not None
    assert lens.joint is not None
    assert min(lens.sales, lens.marketing) <= lens.joint <= max(lens.sales, lens.marketing)
    assert lens.gap == -(turned.gap or 0)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_balance_is_a_share_and_does_not_ask_which_side_is_which(a: int, b: int) -> None:
    found = balance(a, b)
    assert found == balance(b, a)
    assert found is None or 0 <= found <= 1
