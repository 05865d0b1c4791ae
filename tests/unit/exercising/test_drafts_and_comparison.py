"""What is suggested, what moved since the last run, what lives on, and what is off only when people have typed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from written import WORLD, come_to, reads, row, run, sheet, written

from workshop.exercising import changed_living, totals
from workshop.exercising.living import signed
from workshop.model.results import Draft, Moved
from workshop.model.runs import Answer, Asked, Run, RunRow

TASKS = """
[[inputs]]
slug = "tasks"
shape = "rows"
word = "task"
fields.owner = "person"
fields.due = "date"
fields.weight = "dec"
fields.todo = "short"
fields.next = "short"
fields.class = "short"
"""
TYPED = (
    row("tasks", 1, "Quote", owner="P-1", due="2026-03-20", weight="2", todo="Write it", next="win-loss"),
    row("tasks", 2, "Call", weight="5"),
    row("tasks", 3, "Mail", weight="3", next="unknown-one"),
)


def drafts(suggest: str, *typed: RunRow) -> tuple[Draft, ...]:
    return come_to(TASKS + "[[suggests]]\n" + suggest, *(typed or TYPED)).drafts


def test_a_draft_for_each_row_the_weightiest_first_and_no_more_than_asked_for() -> None:
    told = drafts(
        'each = "tasks"\nwhen = "weight > 2"\nsort = "weight"\nmost = 1\nwhy = "Weighs {weight}."\naction = "Do {text}"\n'
    )
    assert told == (Draft(1, "action", "Do Call", "Weighs 5.", source="task 2"),)


def test_owner_and_date_come_from_fields_and_days_from_the_meeting() -> None:
    (first, second, _) = drafts(
        'each = "tasks"\nwhy = "w"\naction = "Do {text}"\nowner = "{owner}"\ndue = "{due}"\ndone_when = "{todo}"\n'
    )
    assert (first.owner, first.due, first.done_when) == ("P-1", "2026-03-20", "Write it")
    assert (second.owner, second.due, second.done_when) == ("", "", "")
    (one,) = drafts('why = "w"\naction = "Do"\nowner = "Ann"\ndue = "+2w"\n')
    assert (one.owner, one.due) == ("Ann", "2026-03-17")


def test_what_comes_out_empty_is_not_suggested_and_one_table_may_make_several_drafts() -> None:
    told = drafts('each = "tasks"\nwhy = "w"\naction = "{todo}"\nnext = "{next}"\n')
    assert [(one.number, one.kind, one.text) for one in told] == [
        (1, "action", "Write it"), (2, "exercise", "win-loss"), (3, "exercise", "unknown-one"),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["decision", "parking", "dispute", "line"])
def test_a_draft_is_of_its_kind(kind: str) -> None:
    (told,) = drafts(f'when = "count(tasks) == 3"\nwhy = "w"\n{kind} = "So: {{joined(tasks.text)}}"\n')
    assert (told.kind, told.text) == (kind, "So: Quote, Call, Mail")


def test_an_exercise_is_suggested_with_what_each_side_brings() -> None:
    known = written('brings.sales = "Leads."\nbrings.marketing = "Ads."\n')
    world = replace(WORLD, exercises=(replace(known, slug="next-one", title="The next one"),))
    (told,) = come_to(TASKS + '[[suggests]]\nwhy = "w"\nnext = "next-one"\n', *TYPED, world=world).drafts
    assert (told.text, told.exercise, told.sales, told.marketing) == (
        "The next one",
        "next-one",
        "Leads.",
        "Ads.",
    )


# Beside the last run -----------------------------------------------------------------------------

PULSE = """
[[inputs]]
slug = "pulse"
shape = "rating"
items = ["One", "Two"]
[[figures]]
name = "joint"
value = "pulse.sheets.joint"
form = "score"
[[figures]]
name = "sales"
value = "pulse.sheets.sales"
form = "score"
n = "pulse.sheets.n_sales"
[[figures]]
name = "band"
rules = [["low", "joint < 6"], ["high", "joint >= 6"]]
[compare]
figures = ["joint", "sales", "band"]
[[compare.rows]]
of = "pulse"
value = "mark"
moved = "0.5"
"""
ONE_AND_TWO = (Asked("pulse", ("One", "Two")),)


def pulse(*sheets: str, meeting: int = 1, asked: tuple[Asked, ...] = ONE_AND_TWO) -> Run:
    answers: list[Answer] = [
        sheet("pulse", "sales" if at % 2 == 0 else "marketing", text) for at, text in enumerate(sheets)
    ]
    return run(*answers, meeting=meeting, on=f"2026-0{meeting + 2}-03", asked=asked)


def moved(now: Run, *before: Run, text: str = PULSE) -> dict[str, Moved]:
    return {one.label: one for one in come_to(text, done=now, before=before).moved}


def test_without_an_earlier_run_nothing_moved() -> None:
    assert moved(pulse("12", "34")) == {}


def test_figures_and_rows_stand_beside_the_last_run_with_both_n() -> None:
    told = moved(pulse("33", "34", "32", "35", meeting=2), pulse("12", "34", "12", "34"))
    # sales 6, 5 -> 5.5 after 3; marketing 7, 8 -> 7.5 after 7; joint 6.5 after 5
    assert told["joint"] == Moved("joint", "5.0", "6.5", "+1.5", 4, 4)
    assert told["sales"] == Moved("sales", "3.0", "5.5", "+2.5", 2, 2)
    assert told["band"] == Moved("band", "low", "high", "")
    assert told["One"] == Moved("One", "2.00", "3.00", "+1.00", 4, 4)
    assert "Two" in told  # 3.00 -> 3.50


def test_rows_that_did_not_move_fill_no_lines() -> None:
    told = moved(pulse("12", "34", meeting=2), pulse("12", "34"), text=PULSE.replace('moved = "0.5"\n', ""))
    assert set(told) == {"joint", "sales", "band"}
    told = moved(pulse("22", "34", meeting=2), pulse("12", "34"), text=PULSE.replace('moved = "0.5"\n', ""))
    assert "One" in told
    assert "Two" not in told


def test_less_than_one_step_of_one_person_is_noise() -> None:
    before = pulse("12", "34", "12", "34")
    told = moved(pulse("12", "34", "12", "34", "13", "34", meeting=2), before)
    # sales 3 -> 10/3, so joint + 1/6; one person of two can move it by 1/4
    assert (told["joint"].difference, told["joint"].noise) == ("+0.2", True)
    assert "One" not in told  # it did not move by enough to be named
    assert not moved(pulse("22", "34", "22", "34", meeting=2), pulse("12", "34", "12", "34"))["joint"].noise


def test_a_reworded_statement_is_new_and_the_whole_is_not_compared() -> None:
    reworded = PULSE.replace('"Two"', '"Two, anew"')
    now = pulse("12", "34", meeting=2, asked=(Asked("pulse", ("One", "Two, anew")),))
    told = moved(now, pulse("12", "34"), text=reworded)
    assert told["joint"] == Moved("joint", "", "5.0", "", None, 2, fresh=True)
    assert told["Two, anew"] == Moved("Two, anew", "", "3.00", "", None, 2, fresh=True)
    assert "Two" not in told


def test_what_is_as_it_was_is_unchanged_and_no_noise() -> None:
    told = moved(pulse("12", "34", "12", "34", meeting=2), pulse("12", "34", "12", "34"))
    assert told["joint"] == Moved("joint", "5.0", "5.0", "unchanged", 4, 4)
    assert told["band"].difference == "unchanged"


def test_several_runs_make_a_trail() -> None:
    text = PULSE.replace("[compare]\n", "[compare]\nruns = 3\n")
    told = moved(pulse("33", "44", meeting=3), pulse("22", "33", meeting=2), pulse("11", "22"), text=text)
    assert (told["joint"].old, told["joint"].new, told["joint"].difference) == ("3.0 → 5.0", "7.0", "+2.0")


FRAME = (
    TASKS
    + """
[[inputs]]
slug = "frame"
shape = "form"
fields.segment = "short"
[[figures]]
name = "n"
value = "count(tasks)"
form = "count"
[[figures]]
name = "more"
value = "n - last.n"
[compare]
same = "frame.segment"
figures = ["n"]
words = ["tasks"]
[[compare.rows]]
of = "tasks"
value = "weight"
by = "class_"
"""
)


def test_only_runs_of_the_same_kind_are_compared_and_rows_are_found_again_by_a_column() -> None:
    before = (
        run(row("frame", 1, segment="food"), row("tasks", 1, "Other"), meeting=2),
        run(
            row("frame", 1, segment="utility"),
            row("tasks", 1, "Old words", weight="1", **{"class": "a"}),
            row("tasks", 2, "Gone"),
        ),
    )
    now = run(
        row("frame", 1, segment="Utility"), row("tasks", 1, "New words", weight="4", **{"class": "A"}), row("tasks", 2, "Fresh"),
        row("tasks", 3, "More"), meeting=3, on="2026-05-05",
    )  # fmt: skip
    told = come_to(FRAME, done=now, before=before)
    labels = {one.label: one for one in told.moved}
    assert labels["n"].old == "2"
    assert reads(told)["more"] == "1"
    assert labels["New words"].difference == "+3"
    assert labels["tasks: new"].new == "New words, Fresh, More"
    assert labels["tasks: gone"].old == "Old words, Gone"
    alone = come_to(FRAME, done=replace(now, rows=now.rows[1:]), before=before)
    assert alone.moved == ()


# What lives on -----------------------------------------------------------------------------------

LIVING = (
    TASKS
    + """
[[inputs]]
slug = "points"
shape = "rating"
of = "tasks"
[[inputs]]
slug = "signatures"
shape = "rows"
fields.who = "person"
[living]
name = "plan"
inputs = ["tasks", "points"]
signed = "signatures"
"""
)


def test_a_living_result_changes_with_what_belongs_to_it() -> None:
    exercise = written(LIVING)
    begun = run(replace(TYPED[0], preset=True))
    assert not changed_living(exercise, begun)
    assert changed_living(exercise, run(TYPED[0]))
    last = run(TYPED[0], sheet("points", "sales", "3"))
    assert not changed_living(exercise, begun, (last,))  # carried on as it was, and nobody rated anew
    assert changed_living(exercise, run(replace(TYPED[0], text="Offer")), (last,))
    assert changed_living(exercise, run(TYPED[0], sheet("points", "sales", "4")), (last,))
    kept = totals(exercise.inputs[1], [sheet("points", "sales", "3")] * 3, 1)
    assert changed_living(exercise, replace(begun, totals=(kept,)), (last,))
    assert not changed_living(written(TASKS), run(TYPED[0]))


def test_who_signed_is_named_once() -> None:
    done = run(
        row("signatures", 1, "for sales", who="P-1"),
        row("signatures", 2, "again", who="P-1"),
        row("signatures", 3, "x", who="P-9"),
    )
    assert signed(written(LIVING), done, WORLD) == ("Ann Lee", "P-9")


# What is off only at run time --------------------------------------------------------------------


def test_a_formula_that_is_off_becomes_a_note_and_everything_else_goes_on() -> None:
    text = (
        TASKS
        + """
[[columns]]
of = "tasks"
[[columns.columns]]
name = "bad"
value = "todo * 2"
[[figures]]
name = "broken"
value = "total(tasks.bad) + total(tasks.weight)"
[[figures]]
name = "fine"
value = "total(tasks.weight)"
[[figures]]
name = "rests_on_it"
value = "broken + 1"
"""
    )
    told = come_to(text, *TYPED)
    assert reads(told) == {"broken": "n/a", "fine": "10", "rests_on_it": "n/a"}
    assert told.notes == ("exercises/try.toml: column tasks.bad: 'Write it' is not a number.",)


def test_a_long_chain_of_neighbours_is_worked_out() -> None:
    text = (
        TASKS
        + '[[columns]]\nof = "tasks"\n[[columns.columns]]\nname = "sum"\nvalue = "first(before.sum, 0) + weight"\n[[figures]]\nname = "f"\nvalue = "last(tasks.sum)"\n'
    )
    rows = [row("tasks", number, f"T{number}", weight="1") for number in range(1, 401)]
    told = come_to(text, *rows)
    assert (reads(told), told.notes) == ({"f": "400"}, ())


def test_figures_tell_value_words_and_n() -> None:
    told = come_to(PULSE, done=pulse("12", "34"))
    joint, sales, band = told.figures
    assert (joint.value, joint.reads, joint.n) == (Fraction(5), "5.0", 2)
    assert (sales.value, sales.n) == (3, 1)
    assert (band.value, band.reads, band.n, band.label) == ("low", "low", None, "band")
