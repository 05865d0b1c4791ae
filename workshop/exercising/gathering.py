"""Rows gathered by the words of one or more fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from workshop.exercising.tables import Row, Table, Work
from workshop.measures.forms import reads
from workshop.measures.formula import Column, Look, Several, Value, number, simple
from workshop.measures.input_names import column_name
from workshop.measures.marks import Marks
from workshop.model.exercises import Group
from workshop.model.values import dataclass

if TYPE_CHECKING:
    from workshop.exercising.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Mention:
    """A row in which a word stands, and how much it weighs there."""

    at: int
    weight: Fraction


class Gathered(Table):
    """A table of words; in its formulas the names of the rows below are columns over the rows gathered."""

    __slots__ = ("_base", "_mentions")

    def __init__(
        self,
        sheet: Worksheet,
        group: Group,
        base: Table,
        words: Mapping[str, tuple[str, list[Mention]]],
        work: Work,
    ) -> None:
        self._base = base
        self._mentions = tuple(found for _, found in words.values())
        rows = [
            Row(text, _sources(base, found), {"text": text, "count": Fraction(len(found))})
            for text, found in words.values()
        ]
        names = frozenset(one.name for one in sheet.scope.known[column_name(group.slug)].holds)
        super().__init__(group.slug, rows, names, group.columns, work, sheet.look)

    def at(self, at: int) -> Look:
        """The group's own names, then columns over its rows, then everything else."""
        nearest = super().at(at)

        def look(name: str) -> Value:
            if name == "weight":
                return Column(tuple(one.weight for one in self._mentions[at]))
            if name in self._base.names and name not in self.names:
                return Column(tuple(self._base.cell(name, one.at) for one in self._mentions[at]))
            return nearest(name)

        return look

    def people(self, at: int) -> int:
        """n behind a word: people who rated the rows gathered, or where nobody rates the mentions."""
        ratings = [
            value.n
            for one in self._mentions[at]
            for value in self._base.rows[one.at].values.values()
            if isinstance(value, Marks)
        ]
        return max(ratings, default=len(self._mentions[at]))


def gathered(sheet: Worksheet, group: Group, base: Table, work: Work) -> Table:
    """The group over the rows of `base`, words in the order in which they were first told."""
    words: dict[str, tuple[str, list[Mention]]] = {}
    for at in range(len(base)):
        if not sheet.holds(group.where, base.at(at), f"group {group.slug}: where"):
            continue
        for spread in group.by:
            weight = number(sheet.tried(spread.weight, sheet.look, f"group {group.slug}: by")) or Fraction(0)
            for word in _words(base.at(at)(column_name(spread.field))):
                words.setdefault(word.casefold(), (word, []))[1].append(Mention(at, weight))
    return Gathered(sheet, group, base, words, work)


def _sources(base: Table, mentions: Iterable[Mention]) -> str:
    """Where the rows gathered come from (rule 7): `N-12, N-14`, or `lead 3, 7`."""
    found = dict.fromkeys(base.rows[one.at].source for one in mentions)
    numbers: dict[str, list[str]] = {}
    for source in filter(None, found):
        prefix, _, number = source.rpartition(" ")
        numbers.setdefault(prefix, []).append(number)
    return ", ".join(f"{prefix} {', '.join(told)}".strip() for prefix, told in numbers.items())


def _words(value: Value) -> tuple[str, ...]:
    """The words of a value: each of several, yes and no as words, nothing of what is missing."""
    value = simple(value)
    if isinstance(value, Several):
        return tuple(type(value)(word.strip()) for word in value.split(",") if word.strip())
    if value is None or value == "" or isinstance(value, Column):
        return ()
    return (value,) if isinstance(value, str) else (reads(value, "text"),)  # type: ignore[arg-type]  # of that kind, as the file was checked
