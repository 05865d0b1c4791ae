"""The names that formulas of an exercise may use: tables and their columns, figures, what is around the run."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator, Sequence

from workshop.measures.formula.naming import Named, Scope
from workshop.model.exercises import Column, Exercise, Form, Group, Input, Item
from workshop.model.kinds import Field, FieldType, Kind

_FORMS: dict[FieldType, Form] = {
    "int": "number", "dec": "number", "scale5": "number", "scale10": "number", "money": "money", "pct": "percent",
    "bool": "yes-no", "tally": "rating", "parts": "number",
}  # fmt: skip
_VALUES = ("sales", "marketing", "joint", "gap", "others", "mean")
_COUNTS = ("n", "n_sales", "n_marketing", "n_others")
_WORDS = ("top", "top_sales", "top_marketing")
MARK = "mark"
"""What a rating of one thing about each item is called."""
AROUND = (
    Named(
        "meeting",
        holds=(
            Named("people", "count"), Named("sellers", "count"), Named("marketers", "count"),
            Named("others", "count"), Named("today", "text"),
        ),
    ),
    Named("firm", holds=(Named("sellers", "count"), Named("marketers", "count"))),
    Named("settings", holds=(Named("hourly_rate", "money"),)),
)  # fmt: skip
OF_ROWS = (
    Named("text", "text"), Named("number", "count"), Named("team", "text"), Named("person", "text"),
    Named("times", "count", label="times told"), Named("acted", "count", label="actions from it"),
    Named("acted_done", "count", label="of these done"),
)  # fmt: skip
OF_RECORDS = (
    *OF_ROWS, Named("kind", "text"), Named("detail", "text"), Named("source", "text"), Named("held_in", "count"),
    Named("on", "text"),
)  # fmt: skip
OF_DISPUTES = tuple(
    Named(name, "text", label=spaced)
    for name, spaced in (
        ("level", "level"), ("arbiter", "arbiter"), ("decide_by", "decide by"), ("status", "status"),
        ("outcome", "outcome"), ("opened", "opened"), ("settled_on", "settled on"),
    )
)  # fmt: skip
OF_ACTIONS = tuple(
    Named(name, "text", label=spaced)
    for name, spaced in (
        ("owner", "owner"), ("due", "due"), ("done_when", "done when"), ("status", "status"), ("closed_on", "closed on"),
    )
)  # fmt: skip
OF_METRICS = (Named("value"), Named("reads", "text"), Named("better", "text"), Named("few", "yes-no"))
OF_KINDS = {"dispute": OF_DISPUTES, "action": OF_ACTIONS, "metric": OF_METRICS}
PEOPLE = (Named("text", "text"), Named("team", "text"))
PAIRS = (Named("text", "text"), Named("marketer", "text"), Named("seller", "text"))
READY = {"people": PEOPLE, "pairs": PAIRS}
"""Tables that are there without an input: everybody who is known, and every marketer with every seller."""
OF_ITEMS = (Named("text", "text"), Named("number", "count"), Named("group", "text"))
OF_DOTS = (
    Named("sales", "count"), Named("marketing", "count"), Named("raw", "count", label="dots"),
    Named("share_sales", "percent"), Named("share_marketing", "percent"), Named("bridge", "bridge"),
)  # fmt: skip
OF_GROUPS = (Named("text", "text"), Named("count", "count"))


def column_name(name: str) -> str:
    """How a name is written in formulas: hyphens are underscores, and a word of the formulas gets one behind it."""
    plain = name.replace("-", "_")
    return f"{plain}_" if keyword.iskeyword(plain) else plain


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
        Named(name, "text", tuple(_each_once((*_computed(exercise, name), *holds))), table=True)
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


def read_as(form: Form, verdict: bool) -> Form:
    """A verdict is words, whatever number form stands beside it by default."""
    return "text" if verdict and form == "number" else form


def spaced(name: str) -> str:
    """`time_to_call` as people read it."""
    return name.replace("_", " ").replace("-", " ").strip()


def table_of(exercise: Exercise, given: Input, kinds: Sequence[Kind] = ()) -> Named:
    """An input with its columns, its own and those that others add to it."""
    holds = (*_computed(exercise, given.slug), *_lenses_on(exercise, given), *_own(exercise, given, kinds))
    table = given.shape == "rows" or given.shape == "form" or rates_many(given)
    return Named(column_name(given.slug), scale_of(given), tuple(_each_once(holds)), given.title, table=table)


def _own(exercise: Exercise, given: Input, kinds: Sequence[Kind]) -> Iterator[Named]:
    if given.shape == "form":
        yield from _fields(given.fields)
    elif given.shape == "rows":
        yield from (named for kind in given.kinds for named in OF_KINDS.get(kind, ()))
        yield from _fields(fields_of(given, kinds))
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
        yield lens_name("sheets", "score")
        yield Named("left_out", "count")
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
            form = _FORMS.get(field.type, "text")
            yield Named(column_name(field.name), form, (), label, field.options, field.option_labels)


def _words(items: Iterable[Item], fields: Sequence[Field]) -> Iterator[Named]:
    """What else the file says of its items, by key."""
    own = {field.name for field in fields}
    for name in dict.fromkeys(name for item in items for name, _ in item.values if name not in own):
        yield Named(column_name(name), "text", (), spaced(name))


def _lenses_on(exercise: Exercise, given: Input) -> Iterator[Named]:
    for other in exercise.inputs:
        if other.of == given.slug and other.shape == "rating" and other is not given:
            yield from _lenses(other)


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
            *(Named(one, form) for one in _VALUES), Named("low"), Named("high"),
            *(Named(one, "count") for one in _COUNTS), *(Named(one, "text", options=words) for one in _WORDS),
            Named("share", "percent"),
        ),
        label or spaced(name),
    )  # fmt: skip


def _computed(exercise: Exercise, slug: str) -> Iterator[Named]:
    for added in exercise.columns:
        if added.of == slug:
            yield from map(_column, added.columns)


def _column(column: Column) -> Named:
    return Named(
        column_name(column.name), read_as(column.form, bool(column.rules)), (), column.label or spaced(column.name),
        tuple(dict.fromkeys(rule.then for rule in column.rules)),
    )  # fmt: skip


def _group(group: Group) -> Named:
    holds = (*map(_column, group.columns), *OF_GROUPS)
    return Named(column_name(group.slug), "text", tuple(_each_once(holds)), spaced(group.slug), table=True)


def _each_once(names: Iterable[Named]) -> Iterator[Named]:
    """Of two of one name the first: what the file says comes before what every table has."""
    yield from {one.name: one for one in reversed(tuple(names))}.values()
