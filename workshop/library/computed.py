"""What an exercise works out and shows: columns, groups, figures, shows and comparisons in the spellings of the file."""

from __future__ import annotations

from dataclasses import replace

from workshop.errors import ShelfError
from workshop.library.files import Table
from workshop.library.shapes import as_table, as_tables, at, made
from workshop.model.exercises import (
    Cell,
    Column,
    Columns,
    Compare,
    CompareRows,
    Figure,
    Group,
    Rule,
    Show,
    Spread,
)


def made_columns(raw: object, where: str) -> Columns:
    """One table of `[[columns]]`, with the columns in it."""
    table: Table = dict(as_table(raw, where))
    columns = _columns(table.pop("columns", None), at(where, "columns"))
    return replace(made(Columns, table, where, columns=[]), columns=columns)


def made_group(raw: object, where: str) -> Group:
    """One table of `[[groups]]`."""
    table: Table = dict(as_table(raw, where))
    by = _spreads(table.pop("by", []), at(where, "by"))
    columns = _columns(table.pop("columns"), at(where, "columns")) if "columns" in table else ()
    return replace(made(Group, table, where, by=[], columns=[]), by=by, columns=columns)


def made_figure(raw: object, where: str) -> Figure:
    """One table of `[[figures]]`."""
    table: Table = dict(as_table(raw, where))
    rules = _rules(table.pop("rules", []), at(where, "rules"))
    figure = replace(made(Figure, table, where, rules=[]), rules=rules)
    _check_one(figure.value, rules, where)
    return figure


def made_show(raw: object, where: str) -> Show:
    """One table of `[[shows]]`."""
    table: Table = dict(as_table(raw, where))
    told = table.pop("cells", [])
    if not isinstance(told, list):
        raise ShelfError(f"{at(where, 'cells')}: expected a list.")
    cells = tuple(_cell(cell, f"{where}.cells[{number}]") for number, cell in enumerate(told, 1))
    return replace(made(Show, table, where, cells=[]), cells=cells)


def made_compare(raw: object, where: str) -> Compare:
    """The table `[compare]`."""
    table: Table = dict(as_table(raw, where))
    told = as_tables(table.pop("rows"), at(where, "rows")) if "rows" in table else []
    rows = tuple(made(CompareRows, row, place) for place, row in told)
    return replace(made(Compare, table, where, rows=[]), rows=rows)


def _columns(raw: object, where: str) -> tuple[Column, ...]:
    return tuple(_column(one, place) for place, one in as_tables(raw, where))


def _column(raw: object, where: str) -> Column:
    table: Table = dict(as_table(raw, where))
    rules = _rules(table.pop("rules", []), at(where, "rules"))
    column = replace(made(Column, table, where, rules=[]), rules=rules)
    _check_one(column.value, rules, where)
    return column


def _cell(raw: object, where: str) -> Cell:
    return Cell(raw) if isinstance(raw, str) else made(Cell, raw, where)


def _rules(raw: object, where: str) -> tuple[Rule, ...]:
    """Pairs of a word and when it holds."""
    if not isinstance(raw, list):
        raise ShelfError(f'{where}: expected pairs such as [["rework", "score < 60"], ["keep", ""]].')
    return tuple(_rule(one, f"{where}[{number}]") for number, one in enumerate(raw, 1))


def _rule(raw: object, where: str) -> Rule:
    if isinstance(raw, list) and len(raw) == 2 and all(isinstance(word, str) for word in raw):
        return Rule(*raw)
    raise ShelfError(f'{where}: expected a word and a formula, as ["rework", "score < 60"].')


def _spreads(raw: object, where: str) -> tuple[Spread, ...]:
    if isinstance(raw, list) and all(isinstance(name, str) for name in raw):
        return tuple(Spread(name) for name in raw)
    if isinstance(raw, dict):
        return tuple(Spread(name, str(weight)) for name, weight in raw.items())
    raise ShelfError(f'{where}: expected ["field"], or {{ field = 2, other = 1 }} with weights.')


def _check_one(value: str, rules: tuple[Rule, ...], where: str) -> None:
    if bool(value) == bool(rules):
        raise ShelfError(f"{where}: expected value or rules{', not both' if value else ''}.")
