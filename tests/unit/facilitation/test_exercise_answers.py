"""Answers to an exercise: checked against range, count and people, counted once a person, cleared and revealed."""

import pytest
from exercise_room import HERE, TESTED, TRIAL, Room, given, row, sheet

from workshop.facilitation.exercises import in_confidence, visible, why_open
from workshop.model.commands import ClearAnswers, GiveAnswers, RevealInput, Sheet, Undo
from workshop.model.exercises import Choice, Exercise, Input, Item
from workshop.model.facts import AnswersGiven
from workshop.model.runs import Asked
from workshop.model.teams import Team

TWO: dict[str, Team] = {"ana": "sales", "finn": "marketing"}
"""One seller, one marketer."""


def rating(room: Room, slug: str = "pulse") -> Input:
    found = room.screen.exercise.input(slug)
    assert found is not None
    return found


# In confidence, or an open round ---------------------------------------------------------------------


def test_with_three_of_each_team_a_rating_is_asked_in_confidence() -> None:
    room = Room()
    assert why_open(rating(room), room.state.meetings[0]) == ""
    assert in_confidence(rating(room), room.screen.run, room.state.meetings[0])
    assert "lies in its box" in room.refuses(sheet("pulse", "sales", "3222"))


def test_below_three_it_is_an_open_round_and_the_sentence_says_why() -> None:
    room = Room(here=TWO)
    why = why_open(rating(room), room.state.meetings[0])
    assert "with 1 from sales and 1 from marketing, everybody could tell who said what" in why
    room.do(sheet("pulse", "sales", "3222", person="ana"))
    assert given(room.run(), "pulse") == [("sales", "ana", "3222", 0)]


def test_an_open_round_stays_open_when_more_people_come() -> None:
    room = Room(here=TWO)
    room.do(sheet("pulse", "sales", "3222"))
    more = Room(here=HERE)
    assert not in_confidence(rating(room), room.run(), more.state.meetings[0])


def test_an_open_round_in_place_of_confidence_is_not_seen_before_its_reveal() -> None:
    room = Room(here=TWO)
    room.do(sheet("pulse", "sales", "3222"))
    assert visible(TRIAL, room.run()).answers == ()
    assert "sales 1 of 1, marketing 0 of 1 are in. /reveal pulse early" in room.refuses(RevealInput())
    room.do(RevealInput(early=True))
    assert len(visible(TRIAL, room.run()).answers) == 1
    room.do(sheet("pulse", "marketing", "4444"))
    assert len(visible(TRIAL, room.run()).answers) == 2


# What is asked ---------------------------------------------------------------------------------------


def test_the_items_are_kept_as_they_stood_when_the_first_answer_came() -> None:
    room = Room(here=TWO)
    facts = room.do(sheet("pulse", "sales", "3222"))
    told = next(fact for fact in facts if isinstance(fact, AnswersGiven))
    assert told.asked == Asked("pulse", ("We meet", "We talk", "We share", "We win"))
    (later,) = room.do(sheet("pulse", "marketing", "3222"))
    assert isinstance(later, AnswersGiven)
    assert later.asked is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (sheet("pulse", "sales", "322"), "3 of 4 values"),
        (sheet("pulse", "sales", "3227"), "7 is not between 1 and 5"),
        (sheet("pulse", "others", "3222"), "others does not answer here: sales and marketing answer"),
        (sheet("pulse", "sales", "3", item=9), "no number 9 to rate"),
        (sheet("pulse", "sales", "3222", person="bo"), "not noted as present"),
        (GiveAnswers("pulse", ()), "no answers in that line"),
        (sheet("leads", "sales", "3"), "is not rated"),
        (sheet("dots", "sales", "3"), "nothing to rate yet"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(typed: GiveAnswers, why: str) -> None:
    assert why in Room(here=TWO).refuses(typed)


def test_more_sheets_than_people_are_refused_and_so_is_a_team_that_is_not_there() -> None:
    room = Room(here=TWO)
    room.do(sheet("pulse", "sales", "3222"))
    assert "sales: 2 answers, one person is here" in room.refuses(sheet("pulse", "sales", "4444"))
    alone = Room(here={"ana": "sales"})
    assert "marketing: 1 answers, no people are here" in alone.refuses(sheet("pulse", "marketing", "4444"))


def test_of_two_sheets_in_one_line_both_are_kept_or_none() -> None:
    room = Room(here=TWO)
    off = GiveAnswers("pulse", (Sheet("sales", tuple("3222")), Sheet("marketing", tuple("9222"))))
    assert "9 is not between" in room.refuses(off)


# Somebody named --------------------------------------------------------------------------------------


def test_a_second_sheet_of_the_same_person_takes_the_place_of_the_first() -> None:
    room = Room(here=TWO)
    room.do(sheet("pulse", "sales", "3222", person="ana"), sheet("pulse", "sales", "4444", person="ana"))
    assert given(room.run(), "pulse") == [("sales", "ana", "4444", 0)]
    room.do(Undo())
    assert given(room.run(), "pulse") == [("sales", "ana", "3222", 0)]


def test_one_value_of_somebody_changes_the_sheet_that_person_gave() -> None:
    room = Room(here=TWO)
    room.do(sheet("pulse", "sales", "3222", person="ana"), sheet("pulse", "sales", "5", item=2, person="ana"))
    assert given(room.run(), "pulse") == [("sales", "ana", "3522", 0)]


def test_values_for_one_item_come_one_a_person() -> None:
    room = Room(here={**TWO, "bo": "sales"})
    room.do(sheet("pulse", "sales", "32", item=2), sheet("pulse", "marketing", "5", item=2))
    assert given(room.run(), "pulse") == [("sales", "", "32", 2), ("marketing", "", "5", 2)]
    assert "sales: 3 answers, 2 people are here" in room.refuses(sheet("pulse", "sales", "1", item=2))


def test_guests_answer_where_everybody_is_asked() -> None:
    room = Room()
    room.do(sheet("verdict", "others", "9", item=1))
    assert given(room.run(), "verdict") == [("others", "", "9", 1)]


# Several things about each item, letters, points -----------------------------------------------------


def test_several_values_about_one_item_are_one_persons_each() -> None:
    room = Room()
    room.do(row("leads", "A"), row("leads", "B"), sheet("tested", "sales", "4253", item=2))
    assert given(room.run(), "tested") == [("sales", "", "--42", 0), ("sales", "", "--53", 0)]
    assert "each person gives 2 here" in room.refuses(sheet("tested", "sales", "425", item=2))
    assert "sales: 4 answers, 3 people" in room.refuses(sheet("tested", "sales", "4253", item=2))


def test_somebody_named_rates_item_by_item_on_one_sheet() -> None:
    room = Room()
    room.do(row("leads", "A"), row("leads", "B"))
    room.do(
        sheet("tested", "sales", "42", item=2, person="ana"),
        sheet("tested", "sales", "11", item=1, person="ana"),
    )
    assert given(room.run(), "tested") == [("sales", "ana", "1142", 0)]


def test_letters_are_those_of_the_input() -> None:
    letters = Input(
        "who",
        "rating",
        items=(Item("Prices"), Item("Leads")),
        choices=(Choice("S", "sales"), Choice("M", "marketing")),
    )
    room = Room(Exercise("trial", "T", "Tests.", "both", 5, inputs=(letters,)))
    room.do(sheet("who", "sales", "SM"), sheet("who", "sales", "S-"))
    assert "'3' is none of S M" in room.refuses(sheet("who", "sales", "S3"))


def test_points_come_to_their_sum() -> None:
    points = Input("weight", "rating", items=(Item("A"), Item("B")), low=0, high=100, sum_to=100)
    room = Room(Exercise("trial", "T", "Tests.", "both", 5, inputs=(points,)))
    room.do(GiveAnswers("weight", (Sheet("sales", ("60", "40")),)))
    off = GiveAnswers("weight", (Sheet("sales", ("60", "30")),))
    assert "the points come to 90; each person spreads 100" in room.refuses(off)


# Dots ------------------------------------------------------------------------------------------------


def options(*texts: str) -> Room:
    room = Room()
    room.do(*(row("options", text) for text in texts))
    return room


def test_dots_stay_within_what_the_people_here_have() -> None:
    room = options(*"ABCDEFGH")  # three dots each, nine for three people
    room.do(sheet("dots", "sales", "50400000"))
    assert "sales: 10 dots, 9 allowed: 3 people are here with 3 dots each" in room.refuses(
        sheet("dots", "sales", "01000000")
    )
    assert "7 dots on 1; 3 people are here, so 6 are the most" in room.refuses(
        sheet("dots", "marketing", "70000000")
    )


def test_dots_of_a_team_may_come_in_pieces_and_of_somebody_named_the_last_count() -> None:
    room = options(*"ABCDEFGH")
    room.do(
        sheet("dots", "sales", "21000000", person="ana"), sheet("dots", "sales", "00210000", person="ana")
    )
    room.do(sheet("dots", "sales", "00000012"))
    assert [values for _, _, values, _ in given(room.run(), "dots")] == ["00210000", "00000012"]


def test_no_dots_for_a_team_that_is_not_there() -> None:
    room = Room(here={"ana": "sales"})
    room.do(row("options", "A"), row("options", "B"), row("options", "C"))
    room.do(sheet("dots", "sales", "100"))
    assert "1 dots, 0 allowed: no people are here" in room.refuses(sheet("dots", "marketing", "100"))


# Clearing and revealing ------------------------------------------------------------------------------


def test_cleared_answers_are_gone_and_may_be_collected_anew() -> None:
    room = Room(here=TWO)
    room.do(sheet("pulse", "sales", "3222"), RevealInput(early=True), ClearAnswers())
    assert (room.run().answers, room.run().asked, room.run().revealed) == ((), (), ())
    assert "no answers to clear" in room.refuses(ClearAnswers("pulse"))
    room.do(Undo())
    assert len(room.run().answers) == 1


def test_what_is_open_until_its_reveal_is_veiled() -> None:
    room = Room()
    room.do(row("leads", "A"), sheet("tested", "sales", "42"))
    assert TESTED.until_reveal
    assert visible(TRIAL, room.run()).answers == ()
    assert "tested: sales 1 of 3, marketing 0 of 3 are in." in room.refuses(RevealInput("tested"))
    room.do(RevealInput("tested", early=True))
    assert len(visible(TRIAL, room.run()).answers) == 1


def test_where_nobody_noted_who_is_here_only_the_shape_is_checked() -> None:
    room = Room(here={})
    room.do(*(row("options", text) for text in "ABC"))
    room.do(sheet("dots", "marketing", "999"), sheet("verdict", "sales", "5" * 9, item=1))
    assert len(room.run().answers) == 2
