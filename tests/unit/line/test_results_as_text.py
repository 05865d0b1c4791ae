"""Results as aligned text: every sort of result, in the width it is given, with wide letters and marks measured."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.line.columns import fitted, laid_out, padded, width, wrapped
from workshop.line.drawing import drawn
from workshop.line.results import draft_lines, moved_line, outcome_lines, result_lines
from workshop.model.results import (
    Banner,
    Bar,
    BarRow,
    Bars,
    Box,
    Card,
    Cards,
    Draft,
    Funnel,
    FunnelStep,
    Grid,
    Line,
    Moved,
    Outcome,
    Result,
    Table,
    TableRow,
)

ONE = Fraction(1)
WORDS = st.text(st.sampled_from("ab cd\u0301 漢字ß·-"), max_size=60)


class Say:
    """Names and days as the tests expect them."""

    def name(self, person: str) -> str:
        return {"P-1": "Ana Ruiz"}.get(person, person)

    def day(self, day: date | None) -> str:
        return f"{day:%d.%m.}" if day else "no date"


def lines(*results: Result, cells: int = 79) -> list[str]:
    return list(result_lines(results, cells))


def bars(*rows: BarRow, low: int = 1, high: int = 5) -> Bars:
    return Bars("b", "Statements", rows, Fraction(low), Fraction(high))


def both(label: str, sales: str | None, marketing: str | None, note: str = "") -> BarRow:
    told = [
        Bar(series, Fraction(value) if value else None, value or "n/a")
        for series, value in (("sales", sales), ("marketing", marketing))
    ]
    return BarRow(label, tuple(told), note)


# Measured ------------------------------------------------------------------------------------------------


def test_wide_letters_take_two_cells_and_marks_above_them_none() -> None:
    assert [width(text) for text in ("abc", "漢字", "é", "e\u0301", "", "a\u200bb")] == [3, 4, 1, 1, 0, 2]
    assert padded("漢", 4) == "漢  "
    assert padded("7", 3, right=True) == "  7"


def test_words_are_wrapped_between_blanks_and_broken_only_where_they_do_not_fit() -> None:
    assert wrapped("One lead definition", 8) == ["One lead", "definiti", "on"]
    assert wrapped("漢字漢字", 5) == ["漢字", "漢字"]
    assert wrapped("", 5) == [""]


@given(text=WORDS, cells=st.integers(2, 30))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text: str, cells: int) -> None:
    told = wrapped(text, cells)
    assert all(width(line) <= cells for line in told)
    assert "".join("".join(told).split()) == "".join(text.split())


@given(
    rows=st.lists(st.tuples(WORDS, WORDS, st.sampled_from(["1", "22.5"])), min_size=1, max_size=5),
    cells=st.integers(30, 79),
)
def test_columns_fit_and_numbers_end_where_their_column_ends(
    rows: list[tuple[str, str, str]], cells: int
) -> None:
    numeric = (False, False, True)
    widths = fitted(rows, numeric, cells)
    assert widths is not None
    for row in rows:
        told = laid_out(row, widths, numeric)
        assert all(width(line) <= cells for line in told)
        assert told[0].endswith(row[2])


def test_what_cannot_fit_side_by_side_is_said_so() -> None:
    assert fitted([("x" * 50, "1" * 40)], (False, True), 44) is None


# Each sort of result -------------------------------------------------------------------------------------


def test_a_sentence_stands_behind_its_title_and_hangs() -> None:
    assert lines(Line("l", "", "Agreement 50.0 %.")) == ["   Agreement 50.0 %."]
    assert lines(Line("l", "Rates", "won " * 20))[0].startswith("   Rates: won won")
    assert lines(Line("l", "Rates", "won " * 20))[1].startswith("     won")


def test_a_verdict_is_in_capitals_with_its_reason_under_it() -> None:
    assert lines(Banner("b", "Ready?", "go with conditions", "Readiness 82.0 %.")) == [
        "   Ready?: GO WITH CONDITIONS", "   Readiness 82.0 %.",
    ]  # fmt: skip


def test_a_table_is_aligned_and_marks_what_stands_out() -> None:
    table = Table(
        "t", "By dots", ("option", "dots"),
        (TableRow(("漢字", "7")), TableRow(("One lead definition", "10"), bold=True)), (False, True),
    )  # fmt: skip
    assert lines(table) == [
        "   By dots",
        "     option               dots",
        "     漢字                    7",
        "   * One lead definition    10",
    ]


def test_the_mark_of_rows_that_stand_out_is_explained_below_them() -> None:
    rows = (TableRow(("One", "7")), TableRow(("Two", "10"), bold=True))
    table = Table("t", "Disputes", ("question", "days"), rows, (False, True), "past its date")
    assert lines(table)[-1] == "   * past its date"
    narrow = Table(
        "t", "", tuple("abcdefghijkl"), (TableRow(("value " * 3,) * 12, bold=True),), bold_means="late"
    )
    assert lines(narrow)[-1] == "   * late"


def test_a_table_that_is_too_wide_becomes_labelled_words() -> None:
    heads = tuple(f"column {number}" for number in range(12))
    told = lines(Table("t", "", heads, (TableRow(tuple("value" * 2 for _ in heads)),)))
    assert told[:2] == [
        "   column 0: valuevalue",
        "     column 1: valuevalue · column 2: valuevalue · column 3: valuevalue",
    ]


def test_a_form_has_no_heads_and_its_words_begin_under_each_other() -> None:
    rows = (TableRow(("draft", "Retrofit sheet")), TableRow(("minutes to read", "n/a")))
    assert lines(Table("t", "The draft", ("", ""), rows, (False, True))) == [
        "   The draft",
        "   draft            Retrofit sheet",
        "   minutes to read  n/a",
    ]


def test_a_numbered_row_of_a_list_begins_with_its_number() -> None:
    heads = ("no.", "lead", *(f"column {number}" for number in range(12)))
    told = lines(
        Table("t", "", heads, (TableRow(("2", "BioFeed", *("value" * 2,) * 12)),), (True, *(False,) * 13))
    )
    assert told[0] == "   2 lead: BioFeed"


def test_a_title_that_asks_needs_no_colon() -> None:
    assert lines(Line("l", "Would you use it?", "60 % would.")) == ["   Would you use it? 60 % would."]


def test_labels_too_long_for_their_bars_stand_above_them() -> None:
    label = "Sellers hear of every campaign, launch and press piece before customers do."
    assert lines(bars(both(label, "1.80", "3.75")), cells=60) == [
        "   Statements",
        "   Sellers hear of every campaign, launch and press piece",
        "   before customers do.",
        "     sales      ███···········  1.80",
        "     marketing  ██████████····  3.75",
    ]


def test_both_teams_stand_under_each_other_with_the_note_beside_them() -> None:
    assert lines(bars(both("We meet", "1.80", "3.75", "gap -1.95, n=9"), both("We talk", None, "2.00"))) == [
        "   Statements",
        "   We meet  sales      ████················  1.80  gap -1.95, n=9",
        "            marketing  ██████████████······  3.75",
        "   We talk  sales      ····················   n/a",
        "            marketing  █████···············  2.00",
    ]


def test_a_bar_below_zero_goes_to_the_left() -> None:
    row = [drawn(Bar("", Fraction(value), ""), Fraction(-2), Fraction(2), 8) for value in (2, 1, 0, -1, -2)]
    assert row == ["····████", "····██··", "········", "··██····", "████····"]
    assert drawn(Bar("", ONE, ""), ONE, ONE, 4) == "····"


def test_a_matrix_of_short_words_is_a_table_and_of_long_ones_a_list() -> None:
    counts = Grid(
        "g",
        "",
        "matrix",
        ("good", "poor"),
        ("good", "poor"),
        (
            Box("good", "good", ("3",)),
            Box("good", "poor", ()),
            Box("poor", "good", ("1",)),
            Box("poor", "poor", ("2",)),
        ),
    )
    assert lines(counts) == ["         good  poor", "   good  3", "   poor  1     2"]
    long = Grid(
        "g",
        "",
        "four-box",
        ("ours",),
        ("plus",),
        (Box("ours", "plus", ("Service answers faster", "Close by")),),
    )
    assert lines(long) == ["   ours / plus: Service answers faster; Close by"]


def test_a_funnel_shows_what_came_through() -> None:
    steps = (
        FunnelStep("inquiry", Fraction(100), "100"),
        FunnelStep("order", Fraction(25), "25", "25.0 %", "biggest leak"),
    )
    assert lines(Funnel("f", "", steps)) == [
        "   inquiry  ████████████████████  100",
        "   order    █████···············   25  25.0 %  biggest leak",
    ]


def test_cards_are_labelled_words() -> None:
    assert lines(Cards("c", "Deals", (Card("Baso Chemie", (("kind", "loss"), ("main driver", "delivery time"))),))) == [
        "   Deals", "   Baso Chemie", "     kind: loss", "     main driver: delivery time",
    ]  # fmt: skip


# The whole outcome ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            Moved("agreement", "50.0 %", "83.3 %", "+33.3 points", 10, 6),
            "agreement: 50.0 % -> 83.3 % (+33.3 points, n 10 -> 6)",
        ),
        (
            Moved("joint", "49.2", "49.3", "+0.1", 9, 9, noise=True),
            "joint: 49.2 -> 49.3 (+0.1, n 9 -> 9, noise)",
        ),
        (Moved("We win", "", "3.20", "", fresh=True), "We win: 3.20 (new)"),
        (Moved("top reason", "no project", "rival", ""), "top reason: no project -> rival"),
    ],
)
def test_what_moved_is_said_with_both_n(row: Moved, said: str) -> None:
    assert moved_line(row) == said


def test_drafts_have_numbers_names_and_days() -> None:
    drafts = (
        Draft(1, "action", "Ask again", "Two opinions.", owner="P-1", due="2026-03-17"),
        Draft(2, "exercise", "Ten real leads", ""),
        Draft(3, "action", "Call", "Why not.", taken="A-2"),
    )
    assert list(draft_lines(drafts, Say())) == [
        "   Drafts; /take 1 @who >when makes one real:",
        "     1 action: Ask again · Ana Ruiz · by 17.03. (Two opinions.)",
        "     2 next exercise: Ten real leads",
        "     3 taken: A-2 (Call)",
    ]
    assert list(draft_lines((), Say())) == []


def test_an_outcome_ends_with_notes_drafts_and_who_signed() -> None:
    told = Outcome(
        "x", "A trial", 1, results=(Line("l", "", "Done."),), moved=(Moved("n", "1", "2", "+1"),),
        notes=("marketing not present",), version=2, signed=("Ana Ruiz", "Finn Moe"),
    )  # fmt: skip
    assert list(outcome_lines(told, Say())) == [
        "-- A trial · version 2", "   Done.", "   Beside the last time:", "     n: 1 -> 2 (+1)",
        "   (marketing not present)", "   Signed: Ana Ruiz, Finn Moe",
    ]  # fmt: skip


@given(label=WORDS, note=WORDS, text=WORDS, cells=st.integers(72, 120))
def test_nothing_is_wider_than_the_terminal(label: str, note: str, text: str, cells: int) -> None:
    row = both(label, "1.80", "3.75", note)
    told = lines(
        bars(row), Line("l", label, text), Table("t", label, (label, "n"), (TableRow((text, "1")),), (False, True)),
        Grid("g", label, "matrix", (label,), (note,), (Box(label, note, (text,)),)),
        Cards("c", "", (Card(label, ((note, text),)),)), cells=cells,
    )  # fmt: skip
    assert max(width(line) for line in told) <= cells


def test_what_did_not_move_stands_once_with_the_word_for_it() -> None:
    assert (
        moved_line(Moved("joint", "49.2", "49.2", "unchanged", 9, 9)) == "joint: 49.2 (unchanged, n 9 -> 9)"
    )
    assert (
        moved_line(Moved("joint", "40 → 49.2", "49.2", "unchanged")) == "joint: 40 → 49.2 -> 49.2 (unchanged)"
    )
