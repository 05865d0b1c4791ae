"""Four-boxes and matrices: which rows stand in which field; fields that stay empty are seen too."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.exercising.chosen import Chosen, chosen
from workshop.exercising.wording import Place, Wording
from workshop.measures.formula import Several, Value
from workshop.model import results
from workshop.model.exercises import Cell, Show
from workshop.model.results import Box, Result


def matrix(wording: Wording, show: Show) -> Result | None:
    """The first cell says the row, the second the column; `text` stands in each box in place of its rows."""
    rows = chosen(wording, show)
    if rows is None or not rows.places:
        return None
    (across, lines), (down, heads) = (_axis(wording, show, rows, cell) for cell in show.cells[:2])
    boxes = []
    for line in lines:
        for head in heads:
            inside = [at for at in rows.places if line in across[at] and head in down[at]]
            texts = _texts(wording, show, rows, inside)
            if texts:
                boxes.append(Box(line, head, texts))
    if not boxes:
        return None
    return results.Grid(show.slug, _title(wording, show), "matrix", lines, heads, tuple(boxes))


def four_box(wording: Wording, show: Show) -> Result | None:
    """One cell with four words: four fields in a line; two cells with two each: rows and columns."""
    rows = chosen(wording, show)
    if rows is None or not rows.places:
        return None
    if len(show.cells) == 2:
        grid = matrix(wording, show)
        return (
            results.Grid(grid.slug, grid.title, "four-box", grid.rows, grid.columns, grid.boxes)
            if isinstance(grid, results.Grid)
            else None
        )
    told, heads = _axis(wording, show, rows, show.cells[0])
    boxes = tuple(
        Box("", head, texts)
        for head in heads
        if (texts := tuple(rows.table.rows[at].text for at in rows.places if head in told[at]))
    )
    return results.Grid(show.slug, _title(wording, show), "four-box", ("",), heads, boxes) if boxes else None


def _axis(
    wording: Wording, show: Show, rows: Chosen, cell: Cell
) -> tuple[dict[int, tuple[str, ...]], tuple[str, ...]]:
    """The words of each row, and all words there are: the options of the field first, holes among them."""
    named = wording.named(cell.value, wording.scope(rows.table))
    options = tuple(named.reads(option) for option in named.options if option) if named else ()
    told = {
        at: _words(wording, cell.value, wording.row(rows.table, at, f"show {show.slug}: {cell.value}"))
        for at in rows.places
    }
    return told, tuple(dict.fromkeys((*options, *(word for words in told.values() for word in words))))


def _words(wording: Wording, text: str, place: Place) -> tuple[str, ...]:
    value: Value = wording.value(text, place)
    if isinstance(value, Several):
        named = wording.named(text, place.scope)
        return tuple(wording.reads(type(value)(word.strip()), "text", named) for word in value.split(","))
    told = wording.told(text, place, "text")
    return (told,) if told else ()


def _texts(wording: Wording, show: Show, rows: Chosen, inside: Sequence[int]) -> tuple[str, ...]:
    if not show.text:
        return tuple(rows.table.rows[at].text for at in inside)
    if not inside:
        return ()
    place = wording.row(rows.table, inside[0], f"show {show.slug}")
    return (wording.fill(show.text, wording.counting(place, len(inside))),)


def _title(wording: Wording, show: Show) -> str:
    return wording.fill(show.title, wording.outside(f"show {show.slug}"), missing="")
