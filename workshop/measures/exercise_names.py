"""The names that formulas of an exercise may use: tables and their columns, figures, what is around the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop.measures.formula.naming import Named, Scope
from workshop.measures.input_names import (
    column_name,
    computed,
    each_once,
    named_column,
    read_as,
    spaced,
    table_of,
)
from workshop.measures.table_names import AROUND, OF_GROUPS, READY, TEXT
from workshop.model.exercises import Exercise, Group
from workshop.model.kinds import Kind


def scope_of(exercise: Exercise, kinds: Sequence[Kind] = ()) -> Scope:
    """All names that a figure may use."""
    figures = tuple(
        Named(one.name, read_as(one.form, bool(one.rules)), label=one.label or spaced(one.name),
              options=tuple(rule.then for rule in one.rules))
        for one in exercise.figures
    )  # fmt: skip
    tables = tuple(table_of(exercise, one, kinds) for one in exercise.inputs)
    groups = tuple(_group(one) for one in exercise.groups)
    ready = (
        Named(name, "text", tuple(each_once((*computed(exercise, name), *holds))), table=True, many=True)
        for name, holds in READY.items()
    )
    return Scope((*tables, *groups, *figures, Named("last", holds=figures), *ready, *AROUND))


def row_scope(scope: Scope, table: Named) -> Scope:
    """The names of one row, with those of its neighbours, before all others."""
    beside = tuple(Named(name, holds=table.holds) for name in ("before", "after"))
    return scope.within((*beside, *table.holds))


def gathered_scope(scope: Scope, group: Group) -> Scope:
    """The names of a group's formulas: columns over the rows gathered, then what is known of the group."""
    base, own = scope.known.get(group.of), scope.known.get(group.slug)
    return scope.within(
        (*(base.holds if base else ()), Named("weight", "number"), *(own.holds if own else ()))
    )


def _group(group: Group) -> Named:
    holds = (*map(named_column, group.columns), *OF_GROUPS)
    fields = " / ".join(spaced(one.field) for one in group.by)
    called = tuple(replace(TEXT, label=fields) if one is TEXT else one for one in each_once(holds))
    return Named(column_name(group.slug), "text", called, spaced(group.slug), table=True, many=True)
