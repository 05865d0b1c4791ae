"""The usual minutes of segments, on numbers worked by hand."""

from fractions import Fraction

import pytest
from factories import segment
from hypothesis import given
from hypothesis import strategies as st

from workshop.followup.durations import Learned, Timed, differing, learned, median, taken_over
from workshop.model.agenda import Segment

MINUTE = 60_000


def timed(
    meeting: int,
    ms: int,
    *,
    title: str = "Headlines",
    template: str = "sync-30",
    exercise: str = "",
    part: str = "",
) -> Timed:
    return Timed(f"M-{meeting}", template, title, exercise, part, ms)


def plan(title: str = "Headlines", *, exercise: str = "", part: str = "", locked: bool = False) -> Segment:
    return Segment(3, title, "report", ("both",), 4, exercise=exercise, part=part, locked=locked)


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [
        ((480, 540, 600), 9),  # 8, 9, 10: the one in the middle
        ((600, 480, 540), 9),  # in whatever order
        ((480, 540, 570, 900), 9),  # (540 + 570) / 2 = 555 s = 9.25 min
        ((480, 540, 600, 900), 10),  # (540 + 600) / 2 = 570 s = 9.5 min, away from zero
        ((480, 540, 599, 900), 9),  # 569.5 s = 9.49 min
        ((1, 2, 3), 1),  # never nothing
    ],
)
def test_the_median_is_exact_and_rounded_once_half_away_from_zero(
    seconds: tuple[int, ...], minutes: int
) -> None:
    history = [timed(number, each * 1000) for number, each in enumerate(seconds, 1)]
    assert learned(history, "sync-30", [plan()]) == (Learned(3, minutes, len(seconds)),)


def test_the_median_of_two_in_the_middle_is_their_exact_mean() -> None:
    assert median((1, 2)) == Fraction(3, 2)
    assert median((5, 1, 3)) == 3


def test_there_is_no_median_of_nothing() -> None:
    with pytest.raises(ValueError, match="value"):
        median(())


@given(st.lists(st.integers(0, 10_000_000), min_size=1))
def test_as_many_values_lie_below_the_median_as_above(values: list[int]) -> None:
    middle = median(values)
    assert sum(value < middle for value in values) <= len(values) // 2
    assert sum(value > middle for value in values) <= len(values) // 2


def test_two_meetings_teach_nothing_yet() -> None:
    assert learned([timed(1, MINUTE), timed(2, MINUTE)], "sync-30", [plan()]) == ()


def test_three_meetings_of_the_template_count_before_those_of_others() -> None:
    own = [timed(number, 9 * MINUTE) for number in (1, 2, 3)]
    others = [timed(number, 30 * MINUTE, template="monthly-90") for number in (4, 5, 6, 7)]
    assert learned([*own, *others], "sync-30", [plan()]) == (Learned(3, 9, 3),)


def test_too_few_of_the_template_are_joined_by_segments_of_the_same_title() -> None:
    rows = [
        timed(1, 8 * MINUTE),
        timed(2, 9 * MINUTE),
        timed(3, 12 * MINUTE, title=" headlines", template="ours"),
    ]
    assert learned(rows, "sync-30", [plan()]) == (Learned(3, 9, 3),)


def test_an_exercise_is_known_by_its_part_whatever_the_title() -> None:
    rows = [
        timed(number, 6 * MINUTE, title=f"Call it {number}", exercise="field-report", part="headlines")
        for number in (1, 2, 3)
    ]
    rows += [timed(4, 40 * MINUTE, exercise="field-report")]
    asked = plan("Field", exercise="field-report", part="headlines")
    assert learned(rows, "sync-30", [asked]) == (Learned(3, 6, 3),)
    assert learned(rows, "sync-30", [plan("Field", exercise="field-report")]) == ()


def test_a_meeting_counts_once() -> None:
    rows = [timed(1, 9 * MINUTE), timed(1, 2 * MINUTE), timed(2, 9 * MINUTE)]
    assert learned(rows, "sync-30", [plan()]) == ()


def test_what_was_learned_is_said_with_its_n() -> None:
    assert Learned(3, 9, 4).words() == "usually 9 (n=4)"


def test_a_plan_takes_the_minutes_over_and_a_locked_segment_keeps_its_own() -> None:
    told = (Learned(1, 9, 3), Learned(3, 7, 3))
    segments = (segment(1, minutes=4), segment(2, minutes=5), plan(locked=True))
    assert [one.minutes for one in taken_over(segments, told)] == [9, 5, 4]
    assert differing(told, segments) == (Learned(1, 9, 3),)
    assert differing(told, taken_over(segments, told)) == ()
