"""Values of a worksheet in words: in the form of their name, people by name, options as people read them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from workshop.errors import NotUnderstood
from workshop.exercising.tables import Table
from workshop.exercising.worksheet import Worksheet
from workshop.measures.exercise_names import row_scope
from workshop.measures.forms import reads
from workshop.measures.formula import (
    Column,
    Id,
    Look,
    Named,
    Numbered,
    Scope,
    Slot,
    Value,
    form_of,
    found,
    parsed,
    template,
)
from workshop.measures.input_names import column_name, spaced
from workshop.measures.rounding import NOT_AVAILABLE
from workshop.model.exercises import Form
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where words are read: what names mean there, how their values read, and how it is called in a note."""

    look: Look
    scope: Scope
    where: str


class Wording:
    """Words for one worksheet."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self._scopes: dict[str, Scope] = {}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return dict(self.sheet.surroundings.names)

    def outside(self, where: str) -> Place:
        """Outside of any row."""
        return Place(self.sheet.look, self.sheet.scope, where)

    def row(self, table: Table, at: int, where: str) -> Place:
        """In one row of a table."""
        return Place(table.at(at), self.scope(table), where)

    def scope(self, table: Table) -> Scope:
        """The names in any row of a table."""
        if table.name not in self._scopes:
            named = self.sheet.scope.known[column_name(table.name)]
            self._scopes[table.name] = row_scope(self.sheet.scope, named)
        return self._scopes[table.name]

    def counting(self, place: Place, count: int) -> Place:
        """In a box, which knows how many rows it holds."""
        counted = Fraction(count)
        return Place(
            lambda name: counted if name == "count" else place.look(name),
            place.scope.within((Named("count", "count"),)), place.where,
        )  # fmt: skip

    # Single values -------------------------------------------------------------------------------

    def value(self, text: str, place: Place) -> Value:
        """What a formula comes to; of a rating its number."""
        value = self.sheet.tried(text, place.look, place.where)
        return value.number if isinstance(value, Numbered) else value

    def form(self, text: str, scope: Scope) -> Form:
        """How a formula reads where nothing else is said."""
        return form_of(parsed(text).tree, scope)

    def told(self, text: str, place: Place, form: Form | str = "") -> str:
        """A formula in words; what is missing is `n/a`, of words nothing."""
        return self.reads(
            self.value(text, place), form or self.form(text, place.scope), self.named(text, place.scope)
        )

    def reads(self, value: Value, form: Form | str, named: Named | None = None) -> str:
        """A value in words."""
        if isinstance(value, Column):
            each = (self.reads(one, form, named) for one in value if one is not None)
            return ", ".join(dict.fromkeys(word for word in each if word))
        if isinstance(value, Numbered):
            value = value.number
        if isinstance(value, Id):
            return ", ".join(self._names.get(one.strip(), one.strip()) for one in value.split(","))
        if isinstance(value, str):
            return str(named.reads(value) if named else value)  # a plain one: a file is written of it
        return reads(value, form, self.sheet.surroundings.currency)  # type: ignore[arg-type]  # of that kind, as the file was checked

    def named(self, text: str, scope: Scope) -> Named | None:
        """The name that a formula is, where it is no more than a name."""
        return found(parsed(text).tree, scope)

    def label(self, text: str, scope: Scope) -> str:
        """The head of a column: the label of its name; of a rating's value which value it is."""
        named = self.named(text, scope)
        if named is None:
            return ""
        tree = parsed(text).tree
        if isinstance(tree, ast.Attribute) and named.name in ("joint", "mean"):
            above = found(tree.value, scope)
            return (above.label if above else "") or named.name
        return named.label or spaced(named.name)

    # Words with braces ---------------------------------------------------------------------------

    def fill(self, text: str, place: Place, *, missing: str = NOT_AVAILABLE) -> str:
        """A text with its formulas worked out."""
        try:
            parts = template(text).parts
        except NotUnderstood as off:
            self.sheet.note(f"exercises/{self.sheet.exercise.slug}.toml: {place.where}: {off.sentence}")
            return ""
        return "".join(part if isinstance(part, str) else self._slot(part, place, missing) for part in parts)

    def says(self, text: str, place: Place) -> bool:
        """Whether a text tells anything: one of which a formula is missing and all others are missing or 0 does not."""
        values = self._values(text, place)
        told = [value for value in values if value is not None and value != ""]
        return len(told) == len(values) or any(value != 0 for value in told)

    def whole(self, text: str, place: Place) -> bool:
        """Whether nothing in a text is missing."""
        return None not in self._values(text, place)

    def _values(self, text: str, place: Place) -> list[Value]:
        """What the formulas of a text come to; none where it does not read, which `fill` says."""
        try:
            slots = template(text).slots
        except NotUnderstood:
            return []
        said = (slot for slot in slots if not self._excused(slot))
        return [self.value(slot.formula.text, place) for slot in said]

    def _excused(self, slot: Slot) -> bool:
        """Whether words stand in the place of a figure that is not shown."""
        tree = slot.formula.tree
        return isinstance(tree, ast.Name) and self._hidden(tree.id) is not None

    def _slot(self, slot: Slot, place: Place, missing: str) -> str:
        tree, text = slot.formula.tree, slot.formula.text
        if isinstance(tree, ast.Name) and (why := self._hidden(tree.id)) is not None:
            return why
        value = self.value(text, place)
        if value is None:
            return missing
        return self.reads(value, slot.form or form_of(tree, place.scope), found(tree, place.scope))

    def _hidden(self, name: str) -> str | None:
        """What is said in place of a figure that is not shown; None where it is, and for any other name."""
        figure = next((one for one in self.sheet.exercise.figures if column_name(one.name) == name), None)
        if figure is None or not figure.when or not figure.why_not or not self.sheet.figure(name).hidden:
            return None
        return figure.why_not
