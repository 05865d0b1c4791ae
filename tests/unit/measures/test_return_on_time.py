"""The one pooled figure, and what may be shown of it."""

from fractions import Fraction

import pytest
from factories import roti
from hypothesis import given
from hypothesis import strategies as st

from workshop.measures.roti import GroupMean, figures, totals, why_open_round
from workshop.model.meeting import Roti
from workshop.model.teams import GROUPS, Group

answer = st.tuples(st.sampled_from(GROUPS), st.integers(1, 5))


def test_the_kickoff_shows_every_group() -> None:
    # I1.42: sales 5+12+3 = 20/5, marketing 10+8 = 18/4, others 4+3+2 = 9/3; together 47/12 = 3.92
    told = roti(sales="5x1 4x3 3x1", marketing="5x2 4x2", others="4x1 3x1 2x1")
    assert figures(told).mean == Fraction(47, 12)
    assert figures(told).words() == (
        "mean 3.92 (n=12), histogram 5:3 4:6 3:2 2:1 1:0; "
        "sales 4.00 (n=5), marketing 4.50 (n=4), others 3.00 (n=3)"
    )


def test_two_guests_alone_keep_the_split_back() -> None:
    # I2.20: 16 + 13 + 8 = 37/9 = 4.11; two others could be computed from the rest
    told = roti(sales="5x1 4x2 3x1", marketing="5x1 4x2", others="4x2")
    assert figures(told).groups == ()
    assert [row.total for row in told.groups] == [None, None, None]
    assert figures(told).words() == (
        "mean 4.11 (n=9), histogram 5:2 4:6 3:1 2:0 1:0; split not shown (others n=2)"
    )


def test_a_group_that_did_not_answer_does_not_hide_the_others() -> None:
    found = figures(roti(sales="4x3", marketing="5x3"))
    assert found.groups == (GroupMean("sales", Fraction(4), 3), GroupMean("marketing", Fraction(5), 3))
    assert found.split_note == ""


def test_nobody_answered() -> None:
    found = figures(Roti())
    assert (found.mean, found.n, found.groups) == (None, 0, ())
    assert found.words() == "mean n/a (n=0), histogram 5:0 4:0 3:0 2:0 1:0"


@given(st.lists(answer))
def test_nothing_is_kept_that_shows_a_group_below_three(given: list[tuple[Group, int]]) -> None:
    counts, groups = totals(given)
    found = figures(Roti(counts, groups))
    sizes = [sum(1 for whose, _ in given if whose == group) for group in GROUPS]
    hidden = any(0 < size < 3 for size in sizes)
    assert all((row.total is None) == hidden for row in groups)
    assert bool(found.groups) == (bool(given) and not hidden)
    assert bool(found.split_note) == hidden
    assert (found.n, sum(row.n for row in groups)) == (len(given), len(given))


@given(st.lists(answer), st.data())
def test_it_does_not_matter_in_which_order_answers_came(
    given: list[tuple[Group, int]], data: st.DataObject
) -> None:
    assert totals(data.draw(st.permutations(given))) == totals(given)


@pytest.mark.parametrize("expected", [(3, 3, 0), (5, 4, 2), (4, 0, 1), (0, 3, 0)])
def test_three_of_each_team_may_answer_in_confidence(expected: tuple[int, int, int]) -> None:
    assert why_open_round(*expected) == ""


@pytest.mark.parametrize(
    ("expected", "named"),
    [
        ((1, 1, 0), "1 from sales and 1 from marketing"),
        ((5, 2, 3), "2 from marketing"),
        ((2, 5, 0), "2 from sales"),
        ((0, 0, 2), "2 in all"),
    ],
)
def test_below_three_the_sentence_says_why_and_what_instead(
    expected: tuple[int, int, int], named: str
) -> None:
    sentence = why_open_round(*expected)
    assert sentence.startswith(f"An open round: with {named}, everybody can tell")
