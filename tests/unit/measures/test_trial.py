"""The lead rule tried on past leads: scores, what stops a lead, what a threshold does."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from workshop.measures.trial import Criterion, judged, met_by_none, missing_columns, tried, unread_ranges

RULE = (
    Criterion("industry", "must", "utility, food, (chemical)", Fraction(50)),
    Criterion("size", "plus", "50-500", Fraction(30)),
    Criterion("time frame", "plus", "<=12", Fraction(20)),
    Criterion("student", "knock-out", "yes"),
)


def lead(**told: str) -> dict[str, str]:
    return {name.replace("_", " "): value for name, value in told.items()}


def test_a_lead_that_fits_everything_scores_a_hundred() -> None:
    (one,) = judged(RULE, [lead(industry="Food", size="120", time_frame="6 months", student="no")])
    assert one.score == 100
    assert one.stopped_by == ""


def test_a_word_in_brackets_fits_by_half() -> None:
    # 50 x 1/2 + 30 x 1 + 20 x 0 = 55 of 100
    (one,) = judged(RULE, [lead(industry="chemical", size="50", time_frame="18")])
    assert one.score == 55


def test_a_missed_must_and_a_knock_out_stop_a_lead_whatever_it_scores() -> None:
    none, student = judged(
        RULE,
        [
            lead(industry="toys", size="80", time_frame="3"),
            lead(industry="food", size="80", time_frame="3", student="Yes"),
        ],
    )
    assert none.stopped_by == "industry"
    assert none.score == 50
    assert student.stopped_by == "student"
    assert not student.passes(Fraction(0))


def test_what_is_not_told_does_not_fit() -> None:
    (one,) = judged(RULE, [lead(industry="food", size="", time_frame="")])
    assert one.score == 50


def test_a_threshold_says_how_many_pass_and_which_won_ones_are_missed() -> None:
    leads = [
        lead(industry="food", size="100", time_frame="6"),  # 100
        lead(industry="food", size="10", time_frame="6"),  # 70
        lead(industry="chemical", size="10", time_frame="20"),  # 25
        lead(industry="toys", size="100", time_frame="6"),  # stopped
    ]
    verdicts = judged(RULE, leads)
    at = {t: tried(verdicts, Fraction(t), [True, False, True, True]) for t in (0, 60, 80, 101)}
    assert [at[t].passed for t in at] == [3, 2, 1, 0]
    assert [at[t].won_missed for t in at] == [1, 2, 2, 3]
    assert at[60].words() == "2 of 4 would have passed; 2 of 3 won ones would have been missed"
    assert at[60].stopped == (("industry", 1),)


def test_columns_that_the_file_does_not_hold_are_named() -> None:
    assert missing_columns(RULE, ["Industry", "SIZE"]) == ("time frame", "student")


def test_a_rule_without_weights_divides_by_nothing() -> None:
    (one,) = judged([Criterion("a", "must", "")], [{"a": "told"}])
    assert one.score == 0


@given(
    st.lists(st.sampled_from(["food", "chemical", "toys", ""]), max_size=12),
    st.integers(0, 100),
    st.integers(0, 100),
)
def test_a_higher_threshold_never_lets_more_through(industries: list[str], one: int, other: int) -> None:
    verdicts = judged(RULE, [{"industry": word, "size": "60"} for word in industries])
    low, high = sorted((one, other))
    assert tried(verdicts, Fraction(high)).passed <= tried(verdicts, Fraction(low)).passed


def test_more_than_fifty_begins_above_fifty() -> None:
    rule = (Criterion("size", "plus", ">50", Fraction(1)),)
    above, at = judged(rule, [lead(size="60"), lead(size="50")])
    assert [above.score, at.score] == [100, 0]


def test_a_range_that_does_not_read_is_named_and_so_is_a_criterion_that_nobody_meets() -> None:
    rule = (Criterion("size", "plus", "50+, (>fifty)"), Criterion("time frame", "must", "soon"))
    assert unread_ranges(rule) == (("size", ">fifty"),)
    assert met_by_none(rule, [lead(size="60", time_frame="6"), lead(size="4", time_frame="")]) == (
        "time frame",
    )
