"""How would we ruin it (E03): heat, habits, what we stop."""

from __future__ import annotations

from runs import BEN, DIETER, Found, Typed, come_to, exercise, row, run, sheet, work

from workshop.facilitation.exercises import first_rows

SLUG = "saboteur"
PRACTICES = ("The boss never asks", "Announce first, train later", "Answer no lead", "Make your own flyer")


def practices(*typed: Typed) -> Found:
    return work(SLUG, *rows(), *typed)


def rows() -> list[Typed]:
    return [row("practices", text) for text in PRACTICES]


MARKS: tuple[Typed, ...] = (
    sheet("own", "sales", "0121"), sheet("own", "marketing", "0210"),
    sheet("seen", "sales", "0202"), sheet("seen", "marketing", "1011"),
)  # fmt: skip


def test_heat_is_what_each_team_says_about_itself() -> None:
    told = practices(*MARKS, row("paper", whole="yes"))
    # 0+0, 1+2, 2+1, 1+0
    assert {cells[0]: cells[3].rstrip("=") for cells in told.rows("whole-list")} == {
        "The boss never asks": "0.00", "Announce first, train later": "3.00", "Answer no lead": "3.00",
        "Make your own flyer": "1.00",
    }  # fmt: skip


def test_a_habit_is_shared_when_both_own_up_and_blind_when_only_the_other_team_sees_it() -> None:
    told = practices(*MARKS)
    # announce 1/2 and answer 2/1 are shared; flyer: sales sees it at marketing (2), marketing says 0
    assert (told["shared"], told["blind"]) == (2, 1)
    assert told.text("habits") == (
        "Habits that both teams see in themselves: 2. Seen only by the other team: 1."
    )


def test_several_people_of_a_team_are_a_mean() -> None:
    told = practices(
        sheet("own", "sales", "2222"), sheet("own", "sales", "1000"), sheet("own", "marketing", "0000"),
        row("practices", PRACTICES[0], stop="deciding alone"),
    )  # fmt: skip
    # sales (2 + 1) / 2, marketing 0
    assert told.rows("stops")[0][3] == "1.50"


def test_what_is_stopped_stands_in_the_minutes_and_becomes_an_action() -> None:
    told = practices(
        *MARKS,
        row("practices", PRACTICES[2], stop="closing leads unread", owner=DIETER, start="2026-03-09"),
        row("practices", PRACTICES[1], stop="announcing before the training", owner=BEN),
    )
    assert told.column("stops") == ["announcing before the training", "closing leads unread"]
    first, second = told.drafts("action")
    assert (first.text, first.owner, first.due) == ("Stop announcing before the training", BEN, "")
    assert (second.text, second.owner, second.due) == ("Stop closing leads unread", DIETER, "2026-03-09")


def test_the_whole_list_is_printed_only_if_the_room_agrees() -> None:
    assert practices(*MARKS).rows("whole-list") == []
    agreed = practices(*MARKS, row("paper", whole="yes"))
    assert len(agreed.rows("whole-list")) == 4
    assert practices(*MARKS, row("paper", whole="no")).rows("whole-list") == []


def test_the_list_is_sorted_by_heat_and_then_by_what_the_other_team_sees() -> None:
    told = practices(*MARKS, row("paper", whole="yes"))
    assert told.column("whole-list") == [
        "Announce first, train later", "Answer no lead", "Make your own flyer", "The boss never asks",
    ]  # fmt: skip


def test_starter_cards_come_only_when_asked_for() -> None:
    assert first_rows(exercise(SLUG), ()) == ()
    assert len(exercise(SLUG).input("practices").presets) == 7  # type: ignore[union-attr]  # it is on the shelf


def test_one_team_alone_has_no_heat() -> None:
    told = practices(MARKS[0])
    assert (told["shared"], told["blind"]) == (0, 0)
    assert told.text("habits") == ""


def test_nothing_was_said() -> None:
    told = work(SLUG)
    assert told.drafts() == []
    assert told.rows("stops") == []


def test_heat_of_a_kept_practice_stands_beside_the_last() -> None:
    first = run(SLUG, *rows(), *MARKS)
    cooler = (sheet("own", "sales", "0011"), sheet("own", "marketing", "0110"))
    told = come_to(run(SLUG, *cooler, meeting=2, on="2026-09-01", before=(first,)), before=(first,))
    moved = {one.label: (one.old, one.new) for one in told.outcome.moved}
    # announce 1+2 -> 0+1, answer 2+1 -> 1+1
    assert moved["Announce first, train later"] == ("3.00", "1.00")
    assert moved["Answer no lead"] == ("3.00", "2.00")


def test_marks_are_from_never_to_often() -> None:
    for slug in ("own", "seen"):
        given = exercise(SLUG).input(slug)
        assert given is not None
        assert (given.low, given.high) == (0, 2)
