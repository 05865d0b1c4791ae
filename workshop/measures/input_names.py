"""The names of one input: columns of its rows, its ratings, what the file adds to it."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workshop.measures.formula.naming import Named
from workshop.measures.table_names import (
    COUNTS,
    FORMS_OF_FIELDS,
    MARK,
    OF_DOTS,
    OF_ITEMS,
    OF_KINDS,
    OF_RECORDS,
    OF_ROWS,
    TEXT,
    VALUES,
    WORDS,
)
from workshop.model.exercises import Column, Exercise, Form, Input, Item
from workshop.model.kinds import Field, Kind


def column_name(name: str) -> str:
    """How a name is written in formulas: hyphens are underscores, and a word of the formulas gets one behind it."""
    plain = name.replace("-", "_")
    return f"{plain}_" if keyword.iskeyword(plain) else plain


def read_as(form: Form, verdict: bool) -> Form:
    """A verdict is words, whatever number form stands beside it by default."""
    return "text" if verdict and form == "number" else form


def spaced(name: str) -> str:
    """`time_to_call` as people read it."""
    return name.replace("_", " ").replace("-", " ").strip()


def table_of(exercise: Exercise, given: Input, kinds: Sequence[Kind] = ()) -> Named:
    """An input with its columns, its own and those that others add to it."""
    holds = (
        *computed(exercise, given.slug), *_lenses_on(exercise, given), *_own(exercise, given, kinds),
        *_dots_on(exercise, given),
    )  # fmt: skip
    table = given.shape == "rows" or given.shape == "form" or rates_many(given)
    words = replace(TEXT, label=spaced(given.prefix))
    named = (words if one is TEXT else one for one in each_once(holds))
    return Named(
        column_name(given.slug), scale_of(given), tuple(named), given.title, table=table,
        many=table and given.shape != "form",
    )  # fmt: skip


def _own(exercise: Exercise, given: Input, kinds: Sequence[Kind]) -> Iterator[Named]:
    if given.shape == "form":
        yield from _fields(given.fields)
    elif given.shape == "rows":
        yield from (named for kind in given.kinds for named in OF_KINDS.get(kind, ()))
        yield from ((Named("kind", "text", options=given.kinds),) if given.kinds else ())
        yield from _each_word(_fields(fields_of(given, kinds)), given, kinds)
        yield from _words(given.presets, given.fields)
        yield from (*OF_RECORDS, lens_name("vote", "rating")) if given.kinds else OF_ROWS
    else:
        yield from _rated(exercise, given, kinds)


def _rated(exercise: Exercise, given: Input, kinds: Sequence[Kind]) -> Iterator[Named]:
    if not rates_many(given):
        yield from lens_name(MARK, scale_of(given), given).holds if not given.dims else _lenses(given)
        return
    yield from OF_DOTS if given.shape == "dots" else _lenses(given)
    if given.shape == "rating":
        yield replace(lens_name("sheets", "score"), whole=True)
        yield Named("left_out", "count", whole=True)
    base = exercise.input(given.of)
    if base is not None and base is not given:
        yield from table_of(exercise, base, kinds).holds
    yield from OF_ITEMS
    yield from _words(given.items, ())


def rates_many(given: Input) -> bool:
    """Whether an input rates items, not one thing."""
    return bool(given.of or given.items)


def scale_of(given: Input) -> Form:
    """How a mean over its answers reads: points up to a hundred as a score, digits as a rating."""
    return "score" if given.high > 20 else "rating"


def _each_word(names: Iterable[Named], given: Input, kinds: Sequence[Kind]) -> Iterator[Named]:
    """Names of records: a field that two of their kinds have with other words may have any."""
    for named in names:
        told = {
            field.options
            for kind in kinds
            if kind.name in given.kinds
            for field in kind.fields
            if column_name(field.name) == named.name
        }
        yield replace(named, free=True) if len(told) > 1 else named


def fields_of(given: Input, kinds: Sequence[Kind]) -> tuple[Field, ...]:
    """Its own fields, or those of its kinds; of two of one name the first counts."""
    found = {
        field.name: field for kind in reversed(kinds) if kind.name in given.kinds for field in kind.fields
    }
    return given.fields or tuple(found.values())


def _fields(fields: Iterable[Field]) -> Iterator[Named]:
    for field in fields:
        label = field.label or spaced(field.name)
        if field.type == "tally":
            yield lens_name(column_name(field.name), "rating", label=label)
        else:
            form = FORMS_OF_FIELDS.get(field.type, "text")
            yield Named(
                column_name(field.name), form, (), label, field.options, field.option_labels, is_free(field)
            )


def is_free(field: Field) -> bool:
    """Whether a field takes other values than its words."""
    return field.type not in ("one", "many")


def _words(items: Iterable[Item], fields: Sequence[Field]) -> Iterator[Named]:
    """What else the file says of its items, by key."""
    own = {field.name for field in fields}
    for name in dict.fromkeys(name for item in items for name, _ in item.values if name not in own):
        yield Named(column_name(name), "text", (), spaced(name))


def _lenses_on(exercise: Exercise, given: Input) -> Iterator[Named]:
    for other in exercise.inputs:
        if other.of == given.slug and other.shape == "rating" and other is not given:
            yield from _lenses(other)


def _dots_on(exercise: Exercise, given: Input) -> Iterator[Named]:
    """The dots put on its rows; a name that the rows have already stays theirs."""
    if any(other.of == given.slug and other.shape == "dots" for other in exercise.inputs):
        yield from OF_DOTS


def _lenses(given: Input) -> Iterator[Named]:
    for slug, label in dims_of(given):
        yield lens_name(column_name(slug), scale_of(given), given, label)


def dims_of(given: Input) -> tuple[tuple[str, str], ...]:
    """Slug and label of what is rated about each item."""
    return tuple((dim.slug, dim.label or spaced(dim.slug)) for dim in given.dims) or (
        (MARK, given.title or MARK),
    )


def lens_name(name: str, form: Form, given: Input | None = None, label: str = "") -> Named:
    """A rating with both teams beside each other."""
    words = tuple(choice.word for choice in given.choices) if given else ()
    return Named(
        name, form,
        (
            *(Named(one, form) for one in VALUES), Named("low"), Named("high"),
            *(Named(one, "count") for one in COUNTS), *(Named(one, "text", options=words) for one in WORDS),
            Named("share", "percent"),
        ),
        label or spaced(name),
    )  # fmt: skip


def computed(exercise: Exercise, slug: str) -> Iterator[Named]:
    for added in exercise.columns:
        if added.of == slug:
            yield from map(named_column, added.columns)


def named_column(column: Column) -> Named:
    return Named(
        column_name(column.name), read_as(column.form, bool(column.rules)), (), column.label or spaced(column.name),
        tuple(dict.fromkeys(rule.then for rule in column.rules)),
    )  # fmt: skip


def each_once(names: Iterable[Named]) -> Iterator[Named]:
    """Of two of one name the first: what the file says comes before what every table has."""
    yield from {one.name: one for one in reversed(tuple(names))}.values()
