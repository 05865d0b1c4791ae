"""Lines for the exercise on screen: sheets, items, dots, rows, forms, `1-4 done`; any other line is what it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workshop.errors import WorkshopError
from workshop.grammar import Asked, Context, Exercising, begun, looks_like_answers, parse, with_group
from workshop.model.asks import Look
from workshop.model.commands import (
    Add,
    ClearAnswers,
    Collect,
    Confide,
    GiveAnswers,
    OpenExercise,
    Reveal,
    RevealInput,
    SetRow,
    SetRows,
    Sheet,
    Step,
    Strike,
    StrikeRow,
    TakeDraft,
)
from workshop.model.entries import Value
from workshop.model.exercises import Choice, Dimension, Input, Item
from workshop.model.kinds import Field

MARKS = ("G", "M", "P")
LEADS = Asked(
    Input(
        "leads", "rows", word="lead", ask="lead: Wasserwerk Ost GP", pair=("sales", "marketing"),
        fields=(Field("sales", "one", options=MARKS), Field("marketing", "one", options=MARKS), Field("channel"),
                Field("reason", "one", options=("no project", "rival or dealer")), Field("date", "date", past=True)),
    ),
    rows=((1, "BioFeed"), (3, "ChemPro")),
)  # fmt: skip
PULSE = Asked(Input("pulse", "rating", ask="sales 32223"), tuple((n, f"Statement {n}") for n in range(1, 6)))
SERVICE = Asked(Input("service", "rating", ask="sales 4 3 5", low=0, high=10), ((1, "Service"),))
DOTS = Asked(Input("dots", "dots", ask="sales 1=3", of="options"), ((1, "A"), (2, "B"), (4, "D")))
TESTED = Asked(
    Input(
        "tested", "rating", ask="1: sales 43", of="messages", dims=(Dimension("clear"), Dimension("matters"))
    ),
    ((1, "Exact"), (2, "Safe")),
)
WHO = Asked(
    Input(
        "who",
        "rating",
        ask="sales SMB",
        choices=(Choice("S", "sales"), Choice("M", "marketing"), Choice("B", "both")),
    ),
    ((1, "Prices"), (2, "Leads"), (3, "Fairs")),
)
CHECKS = Asked(
    Input(
        "checks", "rows", word="check", quick="status",
        fields=(Field("status", "one", options=("done", "under way", "not begun")), Field("owner", "person")),
    ),
    rows=((1, "Price"), (2, "Offer"), (4, "Training")),
)  # fmt: skip
FIGURES = Asked(
    Input(
        "figures",
        "form",
        ask="revenue=600000; share=40",
        fields=(Field("revenue", "money"), Field("share", "pct")),
    )
)
WORDS = Asked(Input("words", "form", word="sentence", fields=(Field("text", "long"),)))
CARDS = Asked(
    Input("cards", "rows", word="card", offered=True, fields=(Field("form"),),
          presets=(Item("Boss never asks", values=(("form", "x"), ("aside", "y"))), Item("Hide the calendar"))),
    rows=((1, "hide the calendar"),),
)  # fmt: skip
ALL = (LEADS, PULSE, SERVICE, DOTS, TESTED, WHO, CHECKS, FIGURES, WORDS, CARDS)


@pytest.fixture
def room(here: Context) -> Context:
    """The kickoff with an exercise on screen, in a step that names no input."""
    return replace(here, exercise=Exercising("trial", ALL), exercises=("trial", "win-loss", "two-way-sla"))


def step(room: Context, *slugs: str) -> Context:
    """The same in a step that names these inputs."""
    named = [asked for slug in slugs for asked in ALL if asked.slug == slug]
    others = [asked for asked in ALL if asked not in named]
    return replace(room, exercise=Exercising("trial", (*named, *others), slugs))


def off(line: str, context: Context) -> str:
    """Why a line is refused, with what to type."""
    with pytest.raises(WorkshopError) as caught:
        parse(line, context)
    assert caught.value.fix
    return str(caught.value)


def values(**fields: str) -> tuple[Value, ...]:
    return tuple(Value(name, value) for name, value in fields.items())


# Sheets ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["sales 32223", "sales: 322 23", "sales 3 2 2 2 3", "pulse: sales 32223", "Sales 3,2,2,2,3"]
)
def test_a_sheet_holds_one_value_for_each_item(room: Context, line: str) -> None:
    assert parse(line, step(room, "pulse")) == GiveAnswers("pulse", (Sheet("sales", tuple("32223")),))


@pytest.mark.parametrize("line", ["sales 1 2 1 3 2", "sales 12132"])
def test_values_that_do_not_fit_the_step_are_not_kept_in_the_input_of_another(
    room: Context, line: str
) -> None:
    told = off(line, step(room, "dots"))
    assert "This step asks for dots; that line would fit" in told
    assert "pulse: in front" in told
    assert parse(f"pulse: {line}", step(room, "dots")) == parse(line, step(room, "pulse"))


def test_sheets_of_several_stand_in_one_line(room: Context) -> None:
    assert parse("sales 32223 marketing 4455-", step(room, "pulse")) == GiveAnswers(
        "pulse", (Sheet("sales", tuple("32223")), Sheet("marketing", tuple("4455-")))
    )


def test_a_name_may_stand_in_front(room: Context) -> None:
    assert parse("Marta Keller 32223", step(room, "pulse")) == GiveAnswers(
        "pulse", (Sheet("sales", tuple("32223"), person="P-2"),)
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("sales 3222", "sales: 4 of 5: one is missing. Type - for no answer."),
        ("sales 322233", "6 of 5: one too many"),
        ("sales 32227", "value 5 of 5: 7 is not between 1 and 5"),
        ("sales 32223 sales 32223", "sales stands there twice"),
        ("Mrata 32223", "Nobody called 'Mrata' is known here"),
        ("pulse: 32223", "has nobody in front of it"),
        ("pulse:", "nothing stands behind it"),
    ],
)
def test_a_sheet_that_does_not_fit_is_refused_and_says_what_to_type(
    room: Context, line: str, why: str
) -> None:
    assert why in off(line, step(room, "pulse"))


def test_with_one_item_each_value_is_another_persons(room: Context) -> None:
    assert parse("service: sales 4 3 10 marketing 5x2 -", room) == GiveAnswers(
        "service", (Sheet("sales", ("4", "3", "10"), 1), Sheet("marketing", ("5", "5"), 1))
    )
    assert parse("sales 4 3 10", step(room, "service")) == GiveAnswers(
        "service", (Sheet("sales", ("4", "3", "10"), 1),)
    )


def test_values_for_one_item_begin_with_its_number(room: Context) -> None:
    wanted = GiveAnswers("pulse", (Sheet("sales", tuple("435"), 3), Sheet("marketing", tuple("33"), 3)))
    assert parse("3: sales 4 3 5 marketing 3x2", step(room, "pulse")) == wanted
    assert parse("pulse: 3: sales 4 3 5 marketing 3x2", room) == wanted
    assert "There is no number 9 to rate. They go from 1 to 5." in off("9: sales 4", step(room, "pulse"))


def test_several_digits_for_each_item(room: Context) -> None:
    assert parse("sales 4253", step(room, "tested")) == GiveAnswers(
        "tested", (Sheet("sales", tuple("4253")),)
    )
    assert parse("2: sales 42 53 marketing 11", step(room, "tested")) == GiveAnswers(
        "tested", (Sheet("sales", tuple("4253"), 2), Sheet("marketing", tuple("11"), 2))
    )


def test_letters_in_place_of_digits(room: Context) -> None:
    assert parse("sales SMB marketing S-M", step(room, "who")) == GiveAnswers(
        "who", (Sheet("sales", tuple("SMB")), Sheet("marketing", tuple("S-M")))
    )
    assert parse("2: sales Sx2 M", step(room, "who")) == GiveAnswers(
        "who", (Sheet("sales", tuple("SSM"), 2),)
    )
    assert "2 of 3: one is missing" in off("sales SM", step(room, "who"))


def test_dots_name_the_options_by_their_numbers(room: Context) -> None:
    assert parse("sales 1=3 4=5 marketing 2=1", step(room, "dots")) == GiveAnswers(
        "dots", (Sheet("sales", ("3", "0", "5")), Sheet("marketing", ("0", "1", "0")))
    )
    assert "there is no option 3. Options are 1, 2, 4." in off("sales 3=1", step(room, "dots"))
    assert "Dots are typed for all options at once" in off("dots: 1: sales 3", room)


def test_where_a_step_asks_for_no_answers_they_go_to_the_first_input_they_fit(room: Context) -> None:
    told = [parse("sales 1=1", step(room, "leads")), parse("sales 32223", step(room, "leads"))]
    assert [command.input for command in told if isinstance(command, GiveAnswers)] == ["dots", "pulse"]


# Rows ------------------------------------------------------------------------------------------------


def test_a_row_begins_with_the_word_of_its_input(room: Context) -> None:
    assert parse("lead: Wasserwerk Ost GP channel=trade show; reason=no project", room) == SetRow(
        "leads", "Wasserwerk Ost",
        fields=values(sales="G", marketing="P", channel="trade show", reason="no project"),
    )  # fmt: skip
    assert parse("leads:Wasserwerk Ost", room) == SetRow("leads", "Wasserwerk Ost")


def test_letters_at_the_end_fill_the_pair_and_a_dash_leaves_one_out(room: Context) -> None:
    assert parse("lead: Stadtwerke Linden II gg", room) == SetRow(
        "leads", "Stadtwerke Linden II", fields=values(sales="G", marketing="G")
    )
    assert parse("lead: ChemPro M-", room) == SetRow("leads", "ChemPro", fields=values(sales="M"))


@pytest.mark.parametrize(
    ("line", "text"), [("lead: Bosch GX", "Bosch GX"), (r"lead: Bosch \GM", "Bosch GM"), ("lead: GM", "GM")]
)
def test_other_letters_stay_words(room: Context, line: str, text: str) -> None:
    assert parse(line, room) == SetRow("leads", text)


def test_a_number_alone_means_the_row_of_that_number(room: Context) -> None:
    assert parse("lead: 3 channel=web; reason=-", room) == SetRow(
        "leads", "", 3, values(channel="web", reason="-")
    )
    assert parse("lead: 3 GP", room) == SetRow("leads", "", 3, values(sales="G", marketing="P"))
    assert "lead 3: what about it?" in off("lead: 3", room)


def test_a_name_behind_at_says_whose_row_it_is(room: Context) -> None:
    assert parse("card: Announce first @clara form=post", room) == SetRow(
        "cards", "Announce first", fields=values(form="post"), team="marketing", person="P-7"
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("lead: BioFeed reason=because", "reason: 'because' is not one of the words here"),
        ("lead: BioFeed GP sales=G", "sales stands there twice: as a letter and as a field"),
        ("lead: BioFeed chanel=web", "'chanel=' is not a field here; did you mean 'channel='?"),
        ("lead: BioFeed // a student", "What stands behind // has no place in a row"),
        ("card: One @clara @ben", "one person at most"),
        ("lead: channel=web", "no words yet"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(room: Context, line: str, why: str) -> None:
    assert why in off(line, room)


def test_in_a_step_that_begins_with_a_list_a_line_needs_no_word(room: Context) -> None:
    listed = step(room, "leads", "pulse")
    assert parse("Wasserwerk Ost GP", listed) == SetRow(
        "leads", "Wasserwerk Ost", fields=values(sales="G", marketing="P")
    )
    assert parse("3 channel=web", listed) == SetRow("leads", "", 3, values(channel="web"))
    assert isinstance(parse("They never called back", listed), SetRow)
    assert isinstance(parse("n: They never called back", listed), Add)


def test_the_quick_field_of_several_rows_is_set_at_once(room: Context) -> None:
    done = values(status="done")
    assert parse("1-4 done", step(room, "checks")) == SetRows(
        tuple(SetRow("checks", "", number, done) for number in (1, 2, 4))
    )
    assert parse("check: 2, 4 under", room) == SetRows(
        tuple(SetRow("checks", "", number, values(status="under way")) for number in (2, 4))
    )
    assert isinstance(parse("1-4 weeks", step(room, "pulse")), Add)
    assert "'7-9' goes past the rows" in off("7-9 done", step(room, "checks"))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("1,2 finished", "'finished' is not what status may be: done, under way, not begun."),
        ("1 dnoe", "did you mean done?"),
        ("check: 1 dnoe", "did you mean done?"),
        ("check: 1-2 finished", "Type 1-2 done; a new row begins with check:"),
        ("1-99 done", "they have the numbers 1 to 4"),
        ("check 1 owner=marta", "Type check: 1 owner=marta"),
        ("lead 3 channel=web", "Type lead: 3 channel=web"),
    ],
)
def test_a_slip_in_a_tick_makes_no_new_row(room: Context, line: str, why: str) -> None:
    assert why in off(line, step(room, "checks"))


@pytest.mark.parametrize("line", ["24 hours helpdesk", "check: 2 pagers for sales"])
def test_a_row_may_begin_with_a_number(room: Context, line: str) -> None:
    assert parse(line, step(room, "checks")) == SetRow("checks", line.removeprefix("check: "))


def test_answers_go_to_what_is_still_open(room: Context) -> None:
    shown, still_open = replace(WHO, revealed=True), replace(WHO, input=replace(WHO.input, slug="should"))
    asked = replace(room, exercise=Exercising("trial", (shown, still_open), ("who", "should")))
    assert parse("sales SMB", asked) == GiveAnswers("should", (Sheet("sales", tuple("SMB")),))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("who: sales SMX", "sales, value 3: X is not one of S M B."),
        ("who: sales SM B marta SXB", "marta, value 2: X is not one of S M B."),
        ("who sales SMB", "Type who: in front of the answers."),
        ("sales 322 233 222 233 222", "One sheet a line: 5 values behind sales."),
        ("check: Films owner=marta, clara", "owner: one person is meant, and 'marta, clara' are several."),
    ],
)
def test_a_slip_in_answers_or_names_is_told_for_what_it_is(room: Context, line: str, why: str) -> None:
    assert why in off(line, step(room, "pulse"))


def test_a_form_takes_fields(room: Context) -> None:
    wanted = SetRow("figures", "", 1, values(revenue="600000", share="40"))
    assert parse("revenue=600 000; share=40 %", step(room, "figures")) == wanted
    assert parse("figures: revenue=600000; share=40", room) == wanted
    assert "'ten' is not key=value" in off("figures: ten", room)
    assert parse("sentence: A lead is handed over when it has a project", room) == SetRow(
        "words", "", 1, values(text="A lead is handed over when it has a project")
    )


# Ordinary lines --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "They want film", "n: sales 32223", "o: Ten weeks @jonas worked=no", "; Marta looks tired", "sales 4 percent down",
        "9:30 they called", "3: what he said", "Budget 2026", "2026 will be better", "salesman 4 3",
        "Leads: capital", "sales", "revenue=600000 they said",
    ],
)  # fmt: skip
def test_a_line_that_fits_no_input_is_what_it_always_was(room: Context, line: str) -> None:
    assert isinstance(parse(line, room), Add)
    assert isinstance(parse(line, step(room, "pulse", "dots")), Add)


@pytest.mark.parametrize("line", ["sales 3 more", "lead: BioFeed GP", "3: sales 4", "1-4 done"])
def test_without_an_exercise_nothing_changes(here: Context, line: str) -> None:
    assert isinstance(parse(line, here), Add)


@pytest.mark.parametrize("line", ["sales 32223", "Marketing: 4 3 5", "others 4,3"])
def test_without_an_exercise_a_sheet_is_no_note(here: Context, line: str) -> None:
    assert "/exercise brings one up" in off(line, here)
    assert isinstance(parse(f"n: {line}", here), Add)


def test_an_exercise_whose_file_is_off_is_told_with_what_is_off(here: Context) -> None:
    note = "exercises/booth.toml: the key title is missing. It is left out."
    assert note in off("/exercise booth", replace(here, left_out=("agendas/x.toml: off.", note)))
    assert "no exercise 'booths'" in off("/exercise booths", replace(here, left_out=(note,)))


def test_a_letter_of_a_kind_goes_before_the_word_of_an_input(room: Context) -> None:
    own = Asked(Input("a", "rows", word="a"))
    assert isinstance(
        parse("a: Send the list @ana.k", replace(room, exercise=Exercising("x", (own,), ("a",)))), Add
    )


@pytest.mark.parametrize(
    "line",
    [
        "sales 32",
        "Marta 32223 23",
        "Marta Keller 3",
        "3: sales 4",
        "pulse: ",
        "sales 1=3",
        "marketing 5x2",
        "who: sales SM",
    ],
)
def test_a_line_that_may_hold_answers_is_known_before_it_is_finished(room: Context, line: str) -> None:
    assert looks_like_answers(line, room)


@pytest.mark.parametrize(
    "line", ["They want film", "o: Ten weeks @jonas", "sales", "Budget 2026", "lead: BioFeed GP", "1-4 done"]
)
def test_other_lines_hold_none(room: Context, here: Context, line: str) -> None:
    assert not looks_like_answers(line, room)
    assert not looks_like_answers(line, here)
    assert not looks_like_answers("sales 32223", here)


@pytest.mark.parametrize(
    ("line", "label", "told", "wanted"),
    [
        ("sales 32", "sales", "32", 5),
        ("sales 3-2 2", "sales", "3-22", 5),
        ("sales 32223 marketing 4x2", "marketing", "44", 5),
        ("pulse: Marta 3", "Marta", "3", 5),
        ("who: sales SM", "sales", "SM", 3),
        ("tested: sales 431", "sales", "431", 4),
        ("service: sales 10 4", "sales", "10,4", 0),
        ("dots: sales 1=3 4=1", "sales", "1=3,4=1", 0),
    ],
)
def test_a_sheet_is_known_while_it_is_typed(
    room: Context, line: str, label: str, told: str, wanted: int
) -> None:
    found = begun(line, room)
    assert found is not None
    separator = "," if "," in told else ""
    assert (found.label, separator.join(found.values), found.wanted) == (label, told, wanted)


@pytest.mark.parametrize("line", ["", "32", "Budget 2026", "o: sales 32", "lead: sales GP"])
def test_other_lines_begin_no_sheet(room: Context, here: Context, line: str) -> None:
    assert begun(line, room) is None
    assert begun("sales 32", here) is None


@pytest.mark.parametrize(
    ("slug", "line", "meant"),
    [
        ("pulse", "32223", "sales 32223"),
        ("pulse", " 3-2 23", "sales 3-2 23"),
        ("who", "SMB", "sales SMB"),
        ("dots", "1=3 2=1", "sales 1=3 2=1"),
        ("dots", "1=3 2", "1=3 2"),
        ("pulse", "marketing 32223", "marketing 32223"),
        ("pulse", "3 of them agreed", "3 of them agreed"),
        ("pulse", "", ""),
        ("leads", "32223", "32223"),
    ],
)
def test_values_alone_are_those_of_the_team_that_is_expected(
    room: Context, slug: str, line: str, meant: str
) -> None:
    assert with_group(line, "sales", step(room, slug)) == meant
    assert with_group(line, "", step(room, slug)) == line


def test_dots_that_are_half_typed_are_known_as_dots(room: Context) -> None:
    assert with_group("1=3 2", "sales", step(room, "dots"), begun=True) == "sales 1=3 2"


# Commands --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("/exercise", Look("exercise")), ("/exercise win-loss", OpenExercise("win-loss")),
        ("/exercise two", OpenExercise("two-way-sla")), ("/exercise win-loss patterns", OpenExercise("win-loss", "patterns")),
        ("/step", Step(by=1)), ("/step back", Step(by=-1)), ("/step 4", Step(4)), ("/result", Look("result")),
        ("/confide", Confide()), ("/confide pulse", Confide("pulse")), ("/confide off", Confide(on=False)),
        ("/confide pulse off", Confide("pulse", on=False)),
        ("/reveal", RevealInput()), ("/reveal pulse", RevealInput("pulse")), ("/reveal early", RevealInput("", early=True)),
        ("/reveal pulse early", RevealInput("pulse", early=True)), ("/reveal roti", Reveal()),
        ("/collect", ClearAnswers()), ("/collect pulse", ClearAnswers("pulse")), ("/collect roti", Collect()),
        ("/rows", Look("rows")), ("/rows lead", Look("rows", "leads")), ("/strike lead 3", StrikeRow("leads", 3)),
        ("/strike N-3", Strike("N-3")), ("/take 2", TakeDraft(2)),
        ("/take 2 @lena.h >2026-03-24 // Draft the case", TakeDraft(2, ("P-9",), "2026-03-24", "Draft the case")),
        ("/presets", SetRows((SetRow("cards", "Boss never asks", fields=(Value("form", "x"),), preset=True),))),
    ],
)  # fmt: skip
def test_commands_of_an_exercise(room: Context, line: str, wanted: object) -> None:
    assert parse(line, room) == wanted


def test_without_an_exercise_reveal_and_collect_mean_the_return_on_time(here: Context) -> None:
    assert parse("/reveal", here) == Reveal()
    assert parse("/collect", here) == Collect()
    assert "No exercise is on screen" in off("/reveal pulse", here)
    assert "cannot be read" in off("/strike lead 3", here)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/exercise wni-loss", "no exercise 'wni-loss' on the shelf; did you mean win-loss?"),
        ("/reveal plse", "'plse' is not asked for here; did you mean pulse?"),
        ("/step five", "cannot be read"),
        ("/presets lead", "nothing more to offer"),
        ("/take two", "cannot be read"),
        ("/take 2 now", "cannot be read"),
    ],
)
def test_a_command_that_cannot_be_read_says_what_to_type(room: Context, line: str, why: str) -> None:
    assert why in off(line, room)


GROUPED = Asked(
    Input("stages", "rows", word="step", fields=(Field("place"),),
          presets=(Item("Known"), Item("Target", "accounts", (("place", "1"),)), Item("Active", "accounts"))),
    rows=((1, "active"),), seeds=("Heard today", "Active"),
)  # fmt: skip


def test_presets_of_a_group_come_by_its_name_and_what_was_said_with_the_others(here: Context) -> None:
    room = replace(here, exercise=Exercising("trial", (GROUPED,)))
    both = SetRows((SetRow("stages", "Heard today", preset=True), SetRow("stages", "Known", preset=True)))
    assert parse("/presets", room) == parse("/presets step", room) == both
    target = SetRow("stages", "Target", fields=values(place="1"), preset=True)
    assert parse("/presets acc", room) == SetRows((target,))
    assert "'nothing'" in off("/presets nothing", room)


def test_values_that_no_step_asks_for_and_a_question_mark_become_no_note(room: Context) -> None:
    assert room.exercise is not None
    rows = tuple(asked for asked in room.exercise.inputs if asked.input.shape not in ("rating", "dots"))
    assert "This step asks for no answers" in off(
        "sales 32223", replace(room, exercise=Exercising("trial", rows))
    )
    assert "No exercise is on screen" in off("sales 32223", replace(room, exercise=None))
    assert "/help" in off("?", room)
