"""A table fits the page, however wide it is; a matrix can be read; cards lie side by side where they are short."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exporting import markdown
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.tables import (
    boxes,
    facts,
    has_tie,
    numbered,
    origins,
    pairs_of_cards,
    row_number,
    slim,
    table_shape,
    upright,
)
from workshop.model.results import Box, Card, Grid, Outcome, Table, TableRow

Cells = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), max_size=80)


def made(heads: int, rows: list[list[str]], source: str = "") -> Table:
    return Table(
        "t",
        "T",
        tuple(f"Head {at}" for at in range(heads)),
        tuple(TableRow(tuple(row), source) for row in rows),
    )


def test_the_sign_of_a_tie_is_explained_only_where_it_stands() -> None:
    table = Table(
        "t",
        "T",
        ("Option", "Dots"),
        (
            TableRow(
                ("a=", "3="),
            ),
        ),
        (False, True),
    )
    assert has_tie(table)
    assert not has_tie(
        Table(
            "t",
            "T",
            ("Option", "Dots"),
            (
                TableRow(
                    ("a=", "3"),
                ),
            ),
            (False, True),
        )
    )


def test_a_day_stays_in_one_line_beside_long_words() -> None:
    words = "word " * 40
    narrow = table_shape(made(3, [[words, "30 September 2026", words]]))
    assert narrow.widths[1] >= len("30 September 2026")


@given(
    st.integers(1, 20).flatmap(
        lambda heads: st.lists(st.lists(Cells, max_size=heads), max_size=6).map(
            lambda rows: made(heads, rows)
        )
    )
)
def test_the_columns_of_any_table_fill_it(table: Table) -> None:
    shape = table_shape(table)
    assert sum(shape.widths) == pytest.approx(100)
    assert len(shape.widths) == len(table.heads)
    assert 50 <= shape.share <= 100
    if len(table.heads) < 8:
        assert min(shape.widths) > 0


def test_a_small_table_does_not_take_the_whole_line() -> None:
    shape = table_shape(made(2, [["Accepted", "54"]]))
    assert shape.share < 70
    assert not shape.dense


def test_the_number_of_the_row_has_a_column_of_its_own() -> None:
    shape = table_shape(made(2, [["Accepted", "54"]], "lead 3"))
    assert shape.refs
    assert len(shape.widths) == 3


@pytest.mark.parametrize(
    ("columns", "dense", "listed"), [(4, False, False), (11, True, False), (16, True, True)]
)
def test_a_wide_table_gets_smaller_and_then_becomes_a_list(columns: int, dense: bool, listed: bool) -> None:
    shape = table_shape(made(columns, [["many words"] * columns]))
    assert (shape.dense, shape.listed) == (dense, listed)


def test_a_list_made_of_a_table_holds_every_cell_beside_its_head(holding: Callable[..., Minutes]) -> None:
    rows = [[f"cell {row}.{at}" if (row + at) % 3 else "" for at in range(16)] for row in range(20)]
    html = page(holding(Outcome("x", "X", 2, (1,), results=(made(16, rows),))), Look())
    for row in rows:
        for at, cell in enumerate(row[1:], 1):
            assert not cell or f'<span class="key">Head {at}</span> {cell}</span>' in html, cell


def test_columns_in_which_nothing_stands_are_left_out_on_paper() -> None:
    table = Table(
        "t",
        "T",
        ("What", "Who", "Number"),
        (TableRow(("a", "", "1")), TableRow(("b",))),
        (False, False, True),
    )
    assert slim(table) == Table(
        "t", "T", ("What", "Number"), (TableRow(("a", "1")), TableRow(("b", ""))), (False, True)
    )


def test_the_number_of_a_row_is_not_told_twice() -> None:
    told = tuple(TableRow((str(at), "words"), f"statement {at}") for at in (3, 1, 2))
    untold = tuple(TableRow(("words", "more"), row.source) for row in told)
    assert not numbered(Table("t", "T", ("number", "text"), told))
    assert numbered(Table("t", "T", ("text", "rest"), untold))


def test_a_form_is_told_as_facts_without_what_nobody_told(holding: Callable[..., Minutes]) -> None:
    form = Table(
        "f",
        "The draft",
        ("", ""),
        (TableRow(("draft", "Retrofit sheet")), TableRow(("reader", ""))),
        (False, True),
    )
    assert facts(form) == [("draft", "Retrofit sheet")]
    assert facts(made(2, [["a", "b"]])) == []
    minutes = holding(Outcome("x", "X", 2, (1,), results=(form,)))
    assert '<tr><th scope="row">Draft</th><td>Retrofit sheet</td></tr>' in page(minutes, Look())
    assert "- draft: Retrofit sheet" in markdown.render(minutes).decode()


def test_a_matrix_with_many_columns_is_turned_with_everything_in_it() -> None:
    rows, columns = ("first", "second"), tuple(f"type {at}" for at in range(9))
    grid = Grid(
        "g",
        "G",
        "matrix",
        rows,
        columns,
        tuple(Box(row, column, (f"{row} {column}",)) for row in rows for column in columns),
    )
    turned = upright(grid)
    assert (turned.rows, turned.columns) == (columns, rows)
    assert all(boxes(turned, column, row) == boxes(grid, row, column) for row in rows for column in columns)


def test_a_four_box_stays_as_it_is() -> None:
    grid = Grid("g", "G", "four-box", ("a", "b"), ("c", "d"), ())
    assert upright(grid) is grid


def test_short_cards_stand_in_pairs_and_a_long_one_alone() -> None:
    short, long = Card("Short", (("words", "few"),)), Card("Long", (("words", "many " * 90),))
    assert pairs_of_cards((short,) * 3) == [(short, short), (short, None)]
    assert pairs_of_cards((short, long, short, short)) == [(short, None), (long,), (short, short)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("N-12", "N-12"),
        ("lead 3", "3"),
        ("lead quality 12", "12"),
        ("", ""),
        ("lead 1, 7", "1, 7"),
        ("N-12, N-14", "N-12, N-14"),
    ],
)
def test_in_front_of_a_row_stands_its_record_or_its_number(source: str, shown: str) -> None:
    assert row_number(source) == shown


def test_the_numbers_of_rows_gathered_are_short_pieces_between_which_a_line_may_break() -> None:
    assert origins("statement 11, 12, 13, 14, 15") == ("11–15",)
    assert origins("lead 1, 2, 4, 6, 7, 8") == ("1", "2", "4", "6–8")
    assert origins("N-12, N-13, N-14") == ("N-12", "N-13", "N-14")
    assert origins("") == ()
