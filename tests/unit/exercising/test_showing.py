"""What is shown: lines, verdicts, tables, bars, boxes, funnels, cards, with every value in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from written import WORLD, come_to, row, run, sheet, written

from workshop.exercising import shown
from workshop.model.results import Banner, Bar, Bars, Box, Cards, Funnel, Grid, Line, Result, Table

DEALS = """
[[inputs]]
slug = "deals"
shape = "rows"
word = "deal"
fields.swot = { options = ["S", "W", "O", "T"], option_labels = ["strength", "weakness", "chance", "threat"] }
fields.stage = ["first", "later"]
fields.kind = { type = "many", options = ["paper", "talk"] }
fields.value = "money"
fields.owner = "person"
fields.note = "short"
fields.score = "dec"
"""
MARKS = '[[inputs]]\nslug = "marks"\nshape = "rating"\nof = "deals"\n'
TYPED = (
    row(
        "deals", 1, "Linden", swot="S", stage="first", kind="paper, talk", value="100", owner="P-1", score="2"
    ),
    row("deals", 2, "Hagen", swot="W", stage="first", kind="talk", value="40", note="late", score="2"),
    row("deals", 3, "Baso", swot="S", value="60", score="5"),
    row("deals", 4, "Emden"),
)


def show(kind: str, text: str = "", *, extra: str = "", more: str = "") -> str:
    return f'{more}\n[[shows]]\nslug = "s"\nkind = "{kind}"\n{text}\n{extra}\n'


def only(text: str, *typed: object) -> Result | None:
    told = come_to(DEALS + text, *(typed or TYPED))  # type: ignore[arg-type]  # words of the test
    assert told.notes == ()
    return told.results[0] if told.results else None


def test_a_line_has_its_formulas_in_words() -> None:
    text = 'text = "{count(deals)} deals, {total(deals.value)}, mean {mean(deals.value)|unit-money}; {joined(deals.owner)}; {last.x}"'
    figure = '[[figures]]\nname = "x"\nvalue = "1"\n'
    found = only(show("line", text, more=figure))
    assert found == Line("s", "", "4 deals, 200 EUR, mean 66.67 EUR; Ann Lee; n/a")


def test_a_show_whose_condition_does_not_hold_is_left_out() -> None:
    assert only(show("line", 'text = "x"', extra='when = "count(deals) > 4"')) is None
    assert (
        only(
            show("line", 'text = "x"', extra='when = "first(deals.note) > 4"').replace(
                "first(deals.note)", "lowest(deals.score)"
            )
        )
        is None
    )


def test_a_figure_that_is_not_shown_says_why_in_its_place() -> None:
    figure = '[[figures]]\nname = "k"\nvalue = "0.24"\nform = "ratio"\nwhen = "count(deals) >= 10"\nwhy_not = "not shown (n below 10)"\n'
    assert only(show("line", 'text = "kappa {k}"', more=figure)) == Line(
        "s", "", "kappa not shown (n below 10)"
    )


def test_a_banner_has_a_verdict_and_its_reason() -> None:
    figure = '[[figures]]\nname = "v"\nrules = [["GO", "count(deals) > 3"], ["HOLD", ""]]\n'
    text = 'title = "Gate of {meeting.today}"\ncells = ["v"]\ntext = "{count(deals)} deals."'
    assert only(show("banner", text, more=figure)) == Banner("s", "Gate of 3 March 2026", "GO", "4 deals.")
    none = figure.replace('["HOLD", ""]', '["HOLD", "count(deals) > 9"]').replace("> 3", "> 8")
    assert only(show("banner", text, more=none)) is None


def test_a_table_takes_rows_that_fit_in_their_order_and_marks_ties() -> None:
    text = """
of = "deals"
cells = ["number", "text", "swot", "value", "owner", "note", { value = "score", label = "points" }]
where = "score > 0"
sort = "score"
bold = "value > 50"
bold_means = "more than {25 + 25}"
"""
    found = only(show("table", text))
    assert isinstance(found, Table)
    assert found.heads == ("no.", "deal", "swot", "value", "owner", "note", "points")
    assert found.numeric == (True, False, False, True, False, False, True)
    assert [line.cells for line in found.rows] == [
        ("3", "Baso", "strength", "60 EUR", "", "", "5"),
        ("1", "Linden", "strength", "100 EUR", "Ann Lee", "", "2="),
        ("2", "Hagen", "weakness", "40 EUR", "", "late", "2="),
    ]
    assert found.bold_means == "more than 50"
    assert [(line.source, line.bold) for line in found.rows] == [
        ("deal 3", True),
        ("deal 1", True),
        ("deal 2", False),
    ]


def test_sorting_turns_round_cuts_and_puts_what_is_missing_last() -> None:
    def order(sort: str, top: int = 0) -> list[str]:
        found = only(show("table", f'of = "deals"\ncells = ["text"]\nsort = "{sort}"\ntop = {top}\n'))
        assert isinstance(found, Table)
        return [line.cells[0] for line in found.rows]

    assert order("value") == ["Linden", "Baso", "Hagen", "Emden"]
    assert order("-value") == ["Hagen", "Baso", "Linden", "Emden"]
    assert order("text") == ["Baso", "Emden", "Hagen", "Linden"]
    assert order("-text", 2) == ["Linden", "Hagen"]


def test_a_column_without_a_head_and_without_words_is_left_out() -> None:
    form = '[[inputs]]\nslug = "frame"\nshape = "form"\nfields.a = "short"\n'
    text = 'of = "deals"\ncells = ["text", { value = "when(given(frame.a), note)", label = "{frame.a}" }]\ntop = 2\n'
    found = only(show("table", text, more=form))
    assert isinstance(found, Table)
    assert found.heads == ("deal",)
    named = only(show("table", text, more=form), *TYPED, row("frame", 1, a="Alfa"))
    assert isinstance(named, Table)
    assert named.heads == ("deal", "Alfa")
    assert [line.cells for line in named.rows] == [("Linden", ""), ("Hagen", "late")]


def test_without_rows_each_cell_is_a_line() -> None:
    found = only(
        show(
            "table",
            'cells = [{ value = "total(deals.value)", label = "sum" }, { value = "share(deals.value > 50)", label = "large" }]',
        )
    )
    assert isinstance(found, Table)
    assert [line.cells for line in found.rows] == [("sum", "200 EUR"), ("large", "66.7 %")]


def test_what_has_no_rows_is_not_shown() -> None:
    for kind, cells in (
        ("table", '["text"]'),
        ("cards", "[]"),
        ("bars", '["value"]'),
        ("four-box", '["swot"]'),
        ("funnel", '["value"]'),
    ):
        assert only(show(kind, f'of = "deals"\ncells = {cells}\nwhere = "value > 1000"\n')) is None


# Bars --------------------------------------------------------------------------------------------


def test_bars_of_values_stand_between_nothing_and_the_most() -> None:
    group = (
        '[[columns]]\nof = "deals"\n[[columns.columns]]\nname = "net"\nvalue = "value - 50"\nform = "money"\n'
    )
    found = only(show("bars", 'of = "deals"\ncells = ["net"]\nwhere = "given(value)"\n', more=group))
    assert isinstance(found, Bars)
    assert [found.low, found.high] == [-10, 50]
    assert found.rows[1].bars == (Bar("", Fraction(-10), "-10 EUR"),)


def test_a_rating_alone_gives_both_teams_with_gap_and_n() -> None:
    answers = (
        sheet("marks", "sales", "1234"),
        sheet("marks", "sales", "3---"),
        sheet("marks", "marketing", "4321"),
    )
    found = only(
        show("bars", 'of = "deals"\ncells = ["mark"]\nsort = "abs(mark.gap)"\ntop = 2\n', more=MARKS),
        *TYPED,
        *answers,
    )
    assert isinstance(found, Bars)
    assert [found.low, found.high] == [1, 5]
    assert [(line.label, line.note, line.bars) for line in found.rows] == [
        (
            "Emden",
            "gap 3.00, n=2",
            (Bar("sales", Fraction(4), "4.00"), Bar("marketing", Fraction(1), "1.00")),
        ),
        (
            "Linden",
            "gap -2.00, n=3",
            (Bar("sales", Fraction(2), "2.00"), Bar("marketing", Fraction(4), "4.00")),
        ),
    ]


def test_bars_of_a_group_print_how_many_stand_behind_them_and_ties() -> None:
    group = '[[groups]]\nslug = "stages"\nof = "deals"\nby = ["stage"]\n[[groups.columns]]\nname = "big"\nvalue = "share(value > 50)"\nform = "percent"\n'
    found = only(show("bars", 'of = "stages"\ncells = ["big"]\n', more=group))
    assert isinstance(found, Bars)
    assert [found.low, found.high] == [0, 1]
    assert [(line.label, line.note, line.bars[0].reads) for line in found.rows] == [
        ("first", "n=2", "50.0 %")
    ]
    tied = only(show("bars", 'of = "deals"\ncells = ["score"]\nwhere = "score > 0"\nsort = "score"\n'))
    assert isinstance(tied, Bars)
    assert [line.note for line in tied.rows] == ["", "=", "="]


def test_without_rows_there_is_a_bar_for_each_cell() -> None:
    figures = '[[figures]]\nname = "sales"\nvalue = "42.6"\nform = "score"\nn = "5"\n[[figures]]\nname = "marketing"\nvalue = "55.75"\nform = "score"\nn = "4"\n'
    found = only(show("bars", 'cells = ["sales", "marketing"]', more=figures))
    assert isinstance(found, Bars)
    assert [found.low, found.high] == [0, 100]
    (line,) = found.rows
    assert (line.note, [(bar.series, bar.reads) for bar in line.bars]) == (
        "sales n=5, marketing n=4", [("sales", "42.6"), ("marketing", "55.8")],
    )  # fmt: skip
    alone = only(
        show("bars", 'cells = ["sales", { value = "total(deals.value)", label = "sum" }]', more=figures)
    )
    assert isinstance(alone, Bars)
    assert [(one.label, one.note) for one in alone.rows] == [("sales", "n=5"), ("sum", "")]


# Boxes, funnels, cards ---------------------------------------------------------------------------


def test_a_four_box_shows_its_four_words_and_what_stands_there() -> None:
    found = only(show("four-box", 'of = "deals"\ncells = ["swot"]\n'))
    assert found == Grid(
        "s", "", "four-box", ("",), ("strength", "weakness", "chance", "threat"),
        (Box("", "strength", ("Linden", "Baso")), Box("", "weakness", ("Hagen",))),
    )  # fmt: skip


def test_a_matrix_shows_its_holes_and_may_count() -> None:
    found = only(show("matrix", 'of = "deals"\ncells = ["stage", "kind"]\n'))
    assert found == Grid(
        "s", "", "matrix", ("first", "later"), ("paper", "talk"),
        (Box("first", "paper", ("Linden",)), Box("first", "talk", ("Linden", "Hagen"))),
    )  # fmt: skip
    counted = only(
        show("matrix", 'of = "deals"\ncells = ["stage", "kind"]\ntext = "{count} of {meeting.people}"\n')
    )
    assert isinstance(counted, Grid)
    assert [box.texts for box in counted.boxes] == [("1 of 12",), ("2 of 12",)]


def test_a_funnel_tells_what_came_through() -> None:
    found = only(show("funnel", 'of = "deals"\ncells = ["value", "note", "owner"]\n'))
    assert isinstance(found, Funnel)
    assert [(step.label, step.reads, step.rate, step.note) for step in found.steps] == [
        ("Linden", "100 EUR", "", "Ann Lee"), ("Hagen", "40 EUR", "40.0 %", "late"), ("Baso", "60 EUR", "150.0 %", ""),
        ("Emden", "n/a", "n/a", ""),
    ]  # fmt: skip


def test_a_card_leaves_out_what_nobody_told() -> None:
    found = only(
        show(
            "cards",
            'of = "deals"\ncells = ["value", "note", { value = "owner", label = "done by" }]\ntop = 2\n',
        )
    )
    assert isinstance(found, Cards)
    assert [(card.title, card.lines, card.source) for card in found.cards] == [
        ("Linden", (("value", "100 EUR"), ("done by", "Ann Lee")), "deal 1"),
        ("Hagen", (("value", "40 EUR"), ("note", "late")), "deal 2"),
    ]
    headed = only(show("cards", 'of = "deals"\ntext = "{text} ({swot})"\ncells = ["value"]\ntop = 1\n'))
    assert isinstance(headed, Cards)
    assert headed.cards[0].title == "Linden (strength)"


def test_the_screen_shows_what_a_step_names_in_that_order() -> None:
    text = DEALS + "".join(
        f'[[shows]]\nslug = "{slug}"\nkind = "line"\ntext = "{slug}"\n{more}\n'
        for slug, more in (("a", ""), ("b", "minutes = false"), ("c", "room = false"))
    )
    told = shown(written(text), run(*TYPED), WORLD, ("c", "b", "x", "a"))
    assert [one.slug for one in told] == ["b", "a"]
    assert [one.slug for one in come_to(text, *TYPED).results] == ["a", "c"]


def test_a_column_that_no_row_has_a_value_for_is_left_out() -> None:
    cells = 'of = "deals"\ncells = ["text", "value", { value = "score / 0", label = "none" }, "note"]\nwhere = "number > 3"'
    found = only(show("table", cells))
    assert isinstance(found, Table)
    assert found.heads == ("deal", "note")
    assert [one.cells for one in found.rows] == [("Emden", "")]


def test_words_of_rows_of_which_nothing_is_known_are_no_table() -> None:
    cells = 'of = "deals"\ncells = ["text", "value"]\nwhere = "number > 3"'
    assert only(show("table", cells)) is None


def test_a_bar_that_no_row_has_a_value_for_is_left_out() -> None:
    found = only(
        show(
            "bars",
            'of = "deals"\ncells = ["value", { value = "score / 0", label = "none" }]\nwhere = "number < 3"',
        )
    )
    assert isinstance(found, Bars)
    assert [[bar.reads for bar in one.bars] for one in found.rows] == [["100 EUR"], ["40 EUR"]]


def test_bars_boxes_and_funnels_wait_for_a_first_value() -> None:
    for kind, cells in (
        ("bars", 'cells = ["value"]'), ("funnel", 'cells = ["value"]'), ("four-box", 'cells = ["swot"]'),
        ("matrix", 'cells = ["swot", "stage"]'),
    ):  # fmt: skip
        assert only(show(kind, f'of = "deals"\n{cells}\nwhere = "number > 3"')) is None


def test_a_line_of_which_nothing_is_known_is_left_out() -> None:
    text = 'text = "{count(deals.score > 9)} of {mean(only(deals.value, deals.score > 9))}"'
    assert only(show("line", text)) is None
    assert isinstance(only(show("line", text.replace("count(deals.score > 9)", "count(deals)"))), Line)
    assert isinstance(
        only(show("line", 'text = "{count(deals.score > 9)} of them"')), Line
    )  # none, as far as told


PRESETS = """
[[inputs]]
slug = "tasks"
shape = "rows"
word = "task"
presets = ["Quote", "Call"]
fields.owner = "short"
[[shows]]
slug = "s"
kind = "table"
of = "tasks"
cells = ["number", "text", "owner"]
"""


def test_rows_that_the_file_brings_fill_no_minutes_before_somebody_speaks_of_them() -> None:
    begun = (replace(row("tasks", 1, "Quote"), preset=True), replace(row("tasks", 2, "Call"), preset=True))
    assert come_to(PRESETS, *begun).results == ()
    assert shown(written(PRESETS), run(*begun), WORLD, ("s",)) != ()  # on screen the room looks at them
    for spoken in (
        replace(begun[0], preset=False),
        replace(begun[0], fields=row("tasks", 1, "", owner="Ann").fields),
    ):
        (table,) = come_to(PRESETS, spoken, begun[1]).results
        assert isinstance(table, Table)
        assert len(table.rows) == 2
