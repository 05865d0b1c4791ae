"""The rows that a show or a suggestion takes of a table: those that fit, in their order, no more than asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from workshop.exercising.tables import Table
from workshop.exercising.wording import Wording
from workshop.measures.formula import Numbered, Value
from workshop.model.exercises import Show
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Chosen:
    """Rows of a table by their place in it."""

    table: Table
    places: tuple[int, ...]
    key: str = ""
    """The formula that they are sorted by."""
    tied: frozenset[int] = frozenset()
    """Rows that share their place with another (rule 6)."""


def chosen(wording: Wording, show: Show) -> Chosen | None:
    """The rows of a show; None where it shows none."""
    table = wording.sheet.table(show.of)
    if not isinstance(table, Table):
        return None
    return taken(wording, table, where=show.where, sort=show.sort, top=show.top, called=f"show {show.slug}")


def taken(wording: Wording, table: Table, *, where: str, sort: str, top: int, called: str) -> Chosen:
    """Rows for which `where` holds, the largest `sort` first, words by the alphabet; ties keep entry order, and what
    has no value comes last."""
    sheet = wording.sheet
    places = [at for at in range(len(table)) if sheet.holds(where, table.at(at), f"{called}: where")]
    if not sort:
        return Chosen(table, tuple(places[: top or None]))
    turned, key = sort.startswith("-"), sort.removeprefix("-").strip()
    keys = {at: _key(sheet.tried(key, table.at(at), f"{called}: sort")) for at in places}
    known = [at for at in places if keys[at] is not None]
    words = any(isinstance(keys[at], str) for at in known)
    known.sort(key=lambda at: str(keys[at]) if words else keys[at] or 0, reverse=turned is words)
    kept = (*known, *(at for at in places if keys[at] is None))[: top or None]
    return Chosen(table, kept, key, _tied(kept, keys))


def _key(value: Value) -> Fraction | str | None:
    """What a value is sorted by: numbers and days by size, words by the alphabet."""
    if isinstance(value, Numbered):
        value = value.number
    if isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, date):
        return Fraction(value.toordinal())
    return value.casefold() if isinstance(value, str) else value if isinstance(value, Fraction) else None


def _tied(places: Sequence[int], keys: dict[int, Fraction | str | None]) -> frozenset[int]:
    told = [keys[at] for at in places]
    return frozenset(at for at in places if isinstance(keys[at], Fraction) and told.count(keys[at]) > 1)
