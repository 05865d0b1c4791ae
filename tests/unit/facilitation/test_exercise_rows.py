"""Rows and forms of an exercise: found by text or number, numbered once, all of a list or nothing of it."""

from dataclasses import replace

from exercise_room import FORECAST, LEADS, OPTIONS, TRIAL, Room, given, row, sheet

from workshop.facilitation.exercises import first_rows, visible
from workshop.model.commands import RevealInput, SetRow, SetRows, StrikeRow, Undo
from workshop.model.entries import Value
from workshop.model.exercises import Exercise, Input
from workshop.model.facts import RowSet, VersionMade
from workshop.model.kinds import Field
from workshop.model.runs import Run, RunRow


def fields(room: Room, slug: str, number: int) -> dict[str, str]:
    """The fields of a row, in their order."""
    found = next(row for row in room.screen.run.of(slug) if row.number == number)
    return {value.name: value.value for value in found.fields}


def test_rows_are_numbered_from_one() -> None:
    room = Room()
    room.do(row("leads", "BioFeed"), row("leads", "ChemPro"), row("options", "One list"))
    assert room.rows("leads") == [(1, "BioFeed"), (2, "ChemPro")]
    assert room.rows("options") == [(1, "One list")]


def test_the_same_text_changes_the_row_whatever_its_capitals() -> None:
    room = Room()
    room.do(row("leads", "BioFeed", sales="G"), row("leads", "bioFEED ", marketing="P"))
    assert room.rows("leads") == [(1, "BioFeed")]
    assert fields(room, "leads", 1) == {"sales": "G", "marketing": "P"}


def test_a_number_changes_that_row_and_may_give_it_other_words() -> None:
    room = Room()
    room.do(row("leads", "BioFeed"), row("leads", number=1, channel="web"))
    assert fields(room, "leads", 1) == {"channel": "web"}
    room.do(row("leads", "BioFeed Ltd", number=1))
    assert room.rows("leads") == [(1, "BioFeed Ltd")]
    assert "There is no lead 2" in room.refuses(row("leads", number=2, channel="web"))


def test_a_dash_empties_a_field_and_fields_keep_the_order_of_the_file() -> None:
    room = Room()
    room.do(
        row("leads", "BioFeed", channel="web", sales="G"), row("leads", number=1, channel="-", marketing="P")
    )
    assert list(fields(room, "leads", 1).items()) == [("sales", "G"), ("marketing", "P")]


def test_the_number_of_a_struck_row_is_not_given_again() -> None:
    room = Room()
    room.do(row("leads", "BioFeed"), row("leads", "ChemPro"), StrikeRow("leads", 2), row("leads", "ChemPro"))
    assert room.rows("leads") == [(1, "BioFeed"), (3, "ChemPro")]
    assert "There is no lead 2" in room.refuses(StrikeRow("leads", 2))


def test_of_several_rows_all_are_set_or_none() -> None:
    room = Room()
    told = room.do(SetRows((row("options", "One"), row("options", "Two"), row("options", "one"))))
    assert [fact.row.number for fact in told if isinstance(fact, RowSet)] == [1, 2, 1]
    off = SetRows((row("options", "Three"), row("options", number=9, note="x")))
    assert "There is no option 9" in room.refuses(off)
    assert room.rows("options") == [(1, "One"), (2, "Two")]


def test_one_undo_takes_back_a_whole_list() -> None:
    room = Room()
    room.do(row("options", "One"), SetRows((row("options", "Two"), row("options", "Three"))), Undo())
    assert room.rows("options") == [(1, "One")]


def test_a_form_has_one_row_of_fields() -> None:
    room = Room()
    room.do(row("sentence", words="A lead is handed over when"), row("sentence", words="A lead is ..."))
    (form,) = room.screen.run.of("sentence")
    assert (form.number, form.text, form.get("words")) == (1, "", "A lead is ...")


def test_what_is_rated_takes_no_rows_and_an_unknown_input_is_named() -> None:
    assert "takes no rows" in Room().refuses(row("pulse", "a row"))
    assert "does not ask for 'leeds'; did you mean leads?" in Room().refuses(row("leeds", "a row"))
    assert "no words yet" in Room().refuses(row("leads"))


def test_presets_stand_there_until_somebody_touches_them() -> None:
    room = Room()
    assert [(kept.text, kept.preset) for kept in room.screen.run.of("forecast")] == [
        ("North", True),
        ("South", True),
    ]
    room.do(row("forecast", number=1, sales="40"))
    assert [(kept.text, kept.preset) for kept in room.screen.run.of("forecast")] == [
        ("North", False),
        ("South", True),
    ]
    assert fields(room, "forecast", 1) == {"sales": "40", "note": "big"}


def test_presets_that_are_only_offered_are_not_there_at_first() -> None:
    offered = Input("cards", "rows", presets=FORECAST.presets, offered=True)
    assert first_rows(Exercise("x", "X", "Tests.", "both", 5, inputs=(offered,)), ()) == ()


def test_rows_that_live_on_come_from_the_last_run_without_what_was_hidden() -> None:
    last = Run("trial", 1, 1, "2026-02-03", rows=(
        RunRow("forecast", 1, "North", struck=True), RunRow("leads", 1, "BioFeed"),
        RunRow("forecast", 3, "East", (Value("sales", "7"), Value("note", "new")), person="P-1"),
    ))  # fmt: skip
    (row,) = first_rows(TRIAL, (Run("trial", 2, 1, "2026-02-10"), last))
    assert row == RunRow("forecast", 1, "East", (Value("note", "new"),), person="P-1", preset=True)


def test_a_hidden_field_is_not_to_be_seen_before_the_reveal() -> None:
    room = Room()
    room.do(row("forecast", "North", sales="40"), row("leads", "BioFeed", sales="G"))
    seen = visible(TRIAL, room.run())
    assert [kept.get("sales") for kept in (*seen.of("forecast"), *seen.of("leads"))] == ["", "", "G"]
    room.do(RevealInput())
    assert visible(TRIAL, room.run()).of("forecast")[0].get("sales") == "40"
    assert "Nothing waits to be revealed" in room.refuses(RevealInput())


def test_a_change_of_what_lives_on_makes_one_version_in_a_run() -> None:
    room = Room(before=(Run("trial", 0, 1, "2026-01-06", version=4),))
    assert not any(isinstance(fact, VersionMade) for fact in room.do(row("leads", "BioFeed")))
    assert room.run().version == 4
    assert VersionMade("trial", 5) in room.do(row("sentence", words="new words"))
    assert not any(isinstance(fact, VersionMade) for fact in room.do(row("sentence", words="newer words")))
    assert room.run().version == 5
    room.do(Undo(), Undo())
    assert room.run().version == 4


def test_a_row_keeps_whose_it_is() -> None:
    room = Room()
    room.do(SetRow("options", "One list", team="sales", person="ana"), row("options", "one list", note="x"))
    (kept,) = room.screen.run.of("options")
    assert (kept.team, kept.person) == ("sales", "ana")


def test_a_row_that_is_rated_keeps_its_place_when_others_come_and_go() -> None:
    room = Room(
        Exercise(
            "trial", "T", "Tests.", "both", 5, inputs=(OPTIONS, LEADS, Input("mark", "rating", of="options"))
        )
    )
    room.do(row("options", "A"), row("options", "B"), row("options", "C"), sheet("mark", "sales", "123"))
    room.do(StrikeRow("options", 2), row("options", "D"), sheet("mark", "marketing", "445"))
    assert room.run().texts("mark") == ("A", "B", "C", "D")
    assert given(room.run(), "mark") == [("sales", "", "123", 0), ("marketing", "", "4-45", 0)]


CHECKED = Input("tried", "rows", ask="tried: A fits=yn", fields=(Field("fits", letters="yhn", of="options"),))
WEIGHED = Input("weighed", "rating", ask="sales 3", of="options", where="given(kind)")
SORTED = replace(OPTIONS, fields=(Field("kind"),))


def test_a_field_of_letters_takes_one_for_each_row_and_no_other_letter() -> None:
    room = Room(replace(TRIAL, inputs=(OPTIONS, CHECKED)))
    room.do(row("options", "One"), row("options", "Two"))
    assert "fits: 'z' is none of y, h, n" in room.refuses(row("tried", "A", fits="yz"))
    assert "fits: 3 letters for 2 rows of options" in room.refuses(row("tried", "A", fits="yyy"))
    room.do(row("tried", "A", fits="Y n"))
    assert fields(room, "tried", 1) == {"fits": "Y n"}


def test_only_rows_for_which_its_condition_holds_are_rated() -> None:
    room = Room(replace(TRIAL, inputs=(SORTED, WEIGHED)))
    room.do(row("options", "One"), row("options", "Two", kind="must"), sheet("weighed", "sales", "4"))
    assert given(room.run(), "weighed") == [("sales", "", "4", 0)]
    assert room.run().texts("weighed") == ("Two",)
