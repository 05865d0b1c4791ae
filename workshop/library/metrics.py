"""The numbers of the scoreboard as the shelf defines them (`agendas/metrics.toml`)."""

from __future__ import annotations

from fractions import Fraction

from workshop.errors import NotUnderstood, ShelfError
from workshop.library.files import Table
from workshop.library.shapes import at, made
from workshop.measures.formulas import names, worked_out
from workshop.measures.parts import Count, Parts
from workshop.measures.targets import read_target
from workshop.model.metrics import Definition


def made_metrics(table: Table, place: str) -> tuple[Definition, ...]:
    """The definitions in a table, in its order; a ShelfError for a formula that does not read."""
    return tuple(_definition(name, raw, at(place, name)) for name, raw in table.items())


def _definition(name: str, raw: object, where: str) -> Definition:
    found = made(Definition, raw, where, name=name)
    for key, formula in (("formula", found.formula), ("second", found.second)):
        _check(formula, at(where, key))
    if found.target and read_target(found.target) is None:
        raise ShelfError(f"{where}.target: '{found.target}' is no number.", fix="Write it as 60 % or 5 days.")
    if found.second and not found.second_label:
        raise ShelfError(f"{where}: the key second_label is missing.")
    return found


def _check(formula: str, where: str) -> None:
    """Tries the formula with a one for each part."""
    ones = tuple(Count(name, Fraction(1)) for name in sorted(names(formula)))
    try:
        worked_out(Parts("named", counts=ones), formula)
    except NotUnderstood as off:
        raise ShelfError(f"{where}: {off.sentence}", fix="Write it as won/(won+lost).") from off
