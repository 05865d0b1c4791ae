"""What votes come to."""

from fractions import Fraction

import pytest
from factories import decision, dispute, entry, said, vote
from hypothesis import given
from hypothesis import strategies as st

from workshop.measures.rounding import show
from workshop.measures.verdicts import buy_in, consent, decision_verdict, dispute_verdict, five, gradient
from workshop.model.entries import Mode

fives = st.lists(st.integers(0, 5), max_size=9)
eights = st.lists(st.integers(1, 8), min_size=1, max_size=9)


def test_a_single_small_worry_sends_the_text_back_and_the_new_text_passes() -> None:
    # I1.27: R1 has one 2 in sales; R2 the same votes with a 3 instead: sales 17/5 = 3.40, joint 7.65/2 = 3.825
    first = five(vote(sales=(4, 3, 3, 4, 2), marketing=(4, 4, 5, 4)))
    second = five(vote(sales=(4, 3, 3, 4, 3), marketing=(4, 4, 5, 4)))
    assert (first.word, show(first.lens.joint, 2)) == ("needs work", "3.73")
    assert (second.word, show(second.lens.joint, 2)) == ("passed", "3.83")
    assert second.n == 9


def test_one_nought_stops_whoever_gave_it() -> None:
    assert five(vote(sales=(5, 5), marketing=(5, 0))).word == "stopped"
    assert five(vote(sales=(5, 5), marketing=(5, 5), others=(0,))).word == "stopped"


def test_the_vote_over_the_fair_stops_and_shows_both_teams() -> None:
    # I1.29: sales 22/5 = 4.40, marketing 5/4 = 1.25
    found = dispute_verdict(dispute(rounds=(vote(sales=(5, 4, 4, 5, 4), marketing=(2, 0, 1, 2)),)))
    assert found is not None
    assert found.word == "stopped"
    assert (found.lens.sales, found.lens.marketing) == (Fraction(22, 5), Fraction(5, 4))


def test_a_dispute_without_a_vote_has_no_verdict() -> None:
    assert dispute_verdict(dispute()) is None


@pytest.mark.parametrize(
    ("sales", "marketing", "word"),
    [
        ((1, 2, 3, 3), (4,), "strong"),  # 4 of 5 at 1-3 = 80 %
        ((1, 2, 3), (4, 4), "workable"),  # 60 % at 1-3, all at 1-4
        ((1, 2, 3, 3), (7,), "workable"),  # one who cannot be counted on: not strong
        ((4, 4, 4), (5, 5), "workable"),  # 60 % at 1-4
        ((4, 4), (5, 5), "not yet"),  # 50 % at 1-4
        ((1, 1, 1, 1), (8,), "not yet"),  # one stop
        ((), (), "not voted"),
    ],
)
def test_the_gradient_asks_for_shares_and_for_nobody_at_the_end(
    sales: tuple[int, ...], marketing: tuple[int, ...], word: str
) -> None:
    assert gradient(vote(sales=sales, marketing=marketing)).word == word


def test_consent_passes_unless_somebody_objects() -> None:
    assert consent(vote()).word == "passed"
    assert consent(vote(objection="no CRM field for it")).word == "objection raised"


@pytest.mark.parametrize(
    ("mode", "word"),
    [("five", "not voted"), ("gradient", "not voted"), ("consent", "passed"), (None, "recorded")],
)
def test_a_decision_nobody_voted_on_says_so(mode: Mode | None, word: str) -> None:
    assert decision_verdict(decision(mode=mode)).word == word


def test_a_named_decider_is_named() -> None:
    found = decision_verdict(decision(mode="decider", decider="P-6"))
    assert (found.word, found.by) == ("decided by", "P-6")
    assert decision_verdict(decision(mode="decider")).word == "not decided"


def test_the_last_round_counts() -> None:
    rounds = (vote(sales=(0,), marketing=(5,)), vote(sales=(3,), marketing=(5,)))
    assert decision_verdict(decision(rounds=rounds)).word == "passed"


def test_new_words_are_not_voted_until_they_are_voted_on() -> None:
    rounds = (vote(sales=(4,), marketing=(5,), text="We do it"),)
    assert decision_verdict(decision(text="We do it from May", rounds=rounds)).word == "not voted"


def test_an_objection_stays_until_the_room_is_asked_again() -> None:
    objected = vote(text="We do it", objection="too early")
    assert (
        decision_verdict(decision(mode="consent", rounds=(objected,), text="From May")).word
        == "objection raised"
    )
    asked = vote(text="From May")
    assert (
        decision_verdict(decision(mode="consent", rounds=(objected, asked), text="From May")).word == "passed"
    )
    assert decision_verdict(decision(mode=None, rounds=(objected,))).word == "objection raised"


def test_buy_in_is_the_sellers_mean_of_the_last_vote() -> None:
    # I1.19: 3+2+3+3+1 = 12/5 = 2.40
    programme = entry(line=said("programme"), rounds=(vote(sales=(5,)), vote(sales=(3, 2, 3, 3, 1))))
    found = buy_in(programme)
    assert found is not None
    assert show(found.sales, 2) == "2.40"
    assert buy_in(entry(line=said("programme"))) is None


@given(fives, fives, fives)
def test_five_depends_on_the_lowest_vote_alone(
    sales: list[int], marketing: list[int], others: list[int]
) -> None:
    votes = sales + marketing + others
    found = five(vote(sales=sales, marketing=marketing, others=others))
    words = {0: "stopped", 1: "needs work", 2: "needs work"}
    assert found.word == (words.get(min(votes), "passed") if votes else "not voted")
    assert found.n == len(votes)


@given(eights, st.data())
def test_a_friendlier_gradient_vote_never_makes_the_verdict_worse(
    votes: list[int], data: st.DataObject
) -> None:
    order = ("not yet", "workable", "strong")
    place = data.draw(st.integers(0, len(votes) - 1))
    better = [max(1, value - 1) if i == place else value for i, value in enumerate(votes)]
    assert order.index(gradient(vote(sales=better)).word) >= order.index(gradient(vote(sales=votes)).word)
