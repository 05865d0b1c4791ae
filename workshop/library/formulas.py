"""Every formula of an exercise is read and its names are looked up when the file is read, not while people wait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workshop.errors import NotUnderstood, ShelfError
from workshop.library.shapes import at
from workshop.measures.exercise_names import gathered_scope, row_scope, scope_of
from workshop.measures.formula import (
    Formula,
    Named,
    Scope,
    check,
    check_words,
    parsed,
    template,
    whole_column,
)
from workshop.measures.input_names import column_name, is_free
from workshop.measures.table_names import TEXT
from workshop.model.exercises import Column, Exercise, Rule
from workshop.model.kinds import Field, Kind

Told = tuple[str, str, Scope]
"""Where a formula stands, the formula, the names it may use."""
NOTHING = Named("")


def check_formulas(exercise: Exercise, place: str, kinds: Sequence[Kind]) -> None:
    """A ShelfError for the first formula that does not read, or names what is not there."""
    scope = scope_of(exercise, kinds)
    for where, text, names in _formulas(exercise, scope):
        if text:
            _try(text, names, at(place, where))
    for where, text, names in _templates(exercise, scope):
        _try_words(text, names, at(place, where))


def _try(text: str, scope: Scope, where: str) -> None:
    try:
        check(parsed(text), scope)
        check_words(parsed(text), scope)
        _check_one(parsed(text), scope, where)
    except NotUnderstood as off:
        raise ShelfError(f"{where}: {off.sentence}", fix=off.fix) from off


def _try_words(text: str, scope: Scope, where: str) -> None:
    try:
        for slot in template(text).slots:
            check(slot.formula, scope)
            check_words(slot.formula, scope)
            _check_one(slot.formula, scope, where)
    except NotUnderstood as off:
        raise ShelfError(f"{where}: {off.sentence}", fix=off.fix) from off


def _check_one(formula: Formula, scope: Scope, where: str) -> None:
    """A ShelfError for a whole column where one value is meant."""
    told = whole_column(formula, scope)
    if told:
        _, dot, name = told.partition(".")
        here = (
            f"Write {name} for that of the row, or "
            if dot and name.split(".")[0] in scope.near_names
            else "Write "
        )
        raise ShelfError(
            f"{where}: '{told}' is a whole column.", fix=f"{here}one value of it: total({told})."
        )


def _rows(scope: Scope, slug: str) -> Scope:
    return row_scope(scope, scope.known.get(column_name(slug), NOTHING))


def _typed(exercise: Exercise, slug: str) -> Scope:
    """The names of the typed fields of a row, and the forms with theirs."""
    source = exercise.input(slug)
    fields = source.fields if source else ()
    forms = (
        Named(column_name(one.slug), holds=tuple(_raw(one.fields)))
        for one in exercise.inputs
        if one.shape == "form"
    )
    return Scope((TEXT, *_raw(fields)), tuple(forms))


def _raw(fields: Iterable[Field]) -> Iterator[Named]:
    """Fields as they are typed."""
    return (Named(column_name(one.name), "text", options=one.options, free=is_free(one)) for one in fields)


def _formulas(exercise: Exercise, scope: Scope) -> Iterator[Told]:
    for number, given in enumerate(exercise.inputs, 1):
        yield f"inputs[{number}].where", given.where, _typed(exercise, given.of or given.slug)
    for number, added in enumerate(exercise.columns, 1):
        yield from _columns(added.columns, f"columns[{number}]", _rows(scope, added.of))
    for number, group in enumerate(exercise.groups, 1):
        where, rows = f"groups[{number}]", _rows(scope, group.of)
        yield f"{where}.where", group.where, rows
        yield from ((f"{where}.by", column_name(one.field), rows) for one in group.by)
        yield from ((f"{where}.by.{one.field}", one.weight, scope) for one in group.by)
        yield from _columns(group.columns, where, gathered_scope(scope, group))
    for number, figure in enumerate(exercise.figures, 1):
        where = f"figures[{number}]"
        yield from ((f"{where}.{key}", getattr(figure, key), scope) for key in ("value", "n", "step", "when"))
        yield from _verdict(figure.rules, where, scope)
    yield from _shown(exercise, scope)
    for number, suggest in enumerate(exercise.suggests, 1):
        names = _rows(scope, suggest.each) if suggest.each else scope
        yield f"suggests[{number}].when", suggest.when, names
        yield f"suggests[{number}].sort", suggest.sort, names
    yield "compare.same", exercise.compare.same, scope
    for number, row in enumerate(exercise.compare.rows, 1):
        where, names = f"compare.rows[{number}]", _rows(scope, row.of)
        yield from ((f"{where}.{key}", getattr(row, key), names) for key in ("value", "n", "step", "by"))
    if exercise.trial is not None:
        yield "trial.weight", exercise.trial.weight, _rows(scope, exercise.trial.criteria)
        yield "trial.threshold", exercise.trial.threshold, scope


def _columns(columns: Sequence[Column], where: str, scope: Scope) -> Iterator[Told]:
    for number, column in enumerate(columns, 1):
        place = f"{where}.columns[{number}]"
        yield f"{place}.value", column.value, scope
        yield from _verdict(column.rules, place, scope)


def _verdict(rules: Sequence[Rule], where: str, scope: Scope) -> Iterator[Told]:
    yield from ((f"{where}.rules[{number}]", rule.when, scope) for number, rule in enumerate(rules, 1))


def _shown(exercise: Exercise, scope: Scope) -> Iterator[Told]:
    for number, show in enumerate(exercise.shows, 1):
        where, names = f"shows[{number}]", _rows(scope, show.of) if show.of else scope
        yield f"{where}.when", show.when, scope
        yield from ((f"{where}.{key}", getattr(show, key), names) for key in ("where", "sort", "bold"))
        yield from (
            (f"{where}.cells[{place}]", cell.value, names) for place, cell in enumerate(show.cells, 1)
        )


def _templates(exercise: Exercise, scope: Scope) -> Iterator[Told]:
    for number, show in enumerate(exercise.shows, 1):
        yield f"shows[{number}].title", show.title, scope
        yield f"shows[{number}].bold_means", show.bold_means, scope
        yield from (
            (f"shows[{number}].cells[{at}].label", cell.label, scope) for at, cell in enumerate(show.cells, 1)
        )
        names = _rows(scope, show.of) if show.of and show.kind in ("cards", "matrix") else scope
        yield f"shows[{number}].text", show.text, _counting(names) if show.kind == "matrix" else names
    for number, suggest in enumerate(exercise.suggests, 1):
        names = _rows(scope, suggest.each) if suggest.each else scope
        for key in (
            "why",
            "action",
            "owner",
            "due",
            "done_when",
            "decision",
            "parking",
            "dispute",
            "next",
            "line",
        ):
            yield f"suggests[{number}].{key}", getattr(suggest, key), names


def _counting(scope: Scope) -> Scope:
    """A box of a matrix knows how many rows it holds."""
    return scope.within((Named("count", "count"),))
