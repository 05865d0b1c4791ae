"""Figures and columns that are worked out from themselves, by way of others or not: said when the file is read."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from workshop.errors import NotUnderstood, ShelfError
from workshop.library.shapes import at
from workshop.measures.exercise_names import scope_of
from workshop.measures.formula import parsed, paths
from workshop.measures.input_names import column_name
from workshop.model.exercises import Column, Exercise, Figure
from workshop.model.kinds import Kind

Node = tuple[str, str]
"""Table and column; a figure has no table. A group itself, with its conditions, has no column."""
Names = Callable[[str, str], str | None]
"""The table that a bare name belongs to in the rows of a table; None where it is none of theirs."""
BESIDE = ("before", "after", "last")
"""Names of another row or another run: what is behind them is not this value."""


def check_circles(exercise: Exercise, place: str, kinds: Sequence[Kind] = ()) -> None:
    """A ShelfError for the first value that feeds itself."""
    told = dict(_nodes(exercise))
    names = _names(exercise, kinds)
    graph = {node: frozenset(_behind(node, texts, told, names)) for node, (_, texts) in told.items()}
    for node, (where, _) in told.items():
        through = _way_back(node, graph)
        if through is not None:
            by_way = f", by way of {_called(through)}." if through != node else "."
            raise ShelfError(
                f"{at(place, where)}.value: {_called(node)} is worked out from itself{by_way}",
                fix="Take one of the names out of the circle.",
            )


def _called(node: Node) -> str:
    return ".".join(part for part in node if part)


def _nodes(exercise: Exercise) -> Iterator[tuple[Node, tuple[str, tuple[str, ...]]]]:
    """Each value with its place and its formulas."""
    for number, figure in enumerate(exercise.figures, 1):
        yield ("", figure.name), (f"figures[{number}]", (figure.when, *_formulas(figure)))
    for number, added in enumerate(exercise.columns, 1):
        for at_, column in enumerate(added.columns, 1):
            where = f"columns[{number}].columns[{at_}]"
            yield (column_name(added.of), column.name), (where, _formulas(column))
    for number, group in enumerate(exercise.groups, 1):
        slug, by = column_name(group.slug), tuple(column_name(one.field) for one in group.by)
        yield (slug, ""), (f"groups[{number}]", (group.where, *by))
        for at_, column in enumerate(group.columns, 1):
            yield (slug, column.name), (f"groups[{number}].columns[{at_}]", _formulas(column))


def _formulas(one: Figure | Column) -> tuple[str, ...]:
    return (one.value, *(rule.when for rule in one.rules))


def _names(exercise: Exercise, kinds: Sequence[Kind]) -> Names:
    """What a bare name means in the rows of each table, with the table that holds it: of a group its own columns, then
    those of the rows gathered. Of records whose fields are not known here every name is one of theirs."""
    known = scope_of(exercise, kinds).known
    blind = {column_name(given.slug) for given in exercise.inputs if given.kinds and not kinds}
    below = {column_name(group.slug): column_name(group.of) for group in exercise.groups}

    def home(table: str, name: str) -> str | None:
        for one in (table, below.get(table, "")):
            holds = known[one].holds if one in known else ()
            if one in blind or any(held.name == name for held in holds):
                return one
        return None

    return home


def _behind(node: Node, texts: Iterable[str], known: Container[Node], home: Names) -> Iterator[Node]:
    """What a value is worked out from, as far as the file works it out itself."""
    if node[1] and (node[0], "") in known:
        yield (node[0], "")
    for name in (name for text in texts if text for name in _paths(text)):
        first, _, rest = name.partition(".")
        table = None if first in BESIDE else home(node[0], first)
        found = (
            (table or "", first)
            if table is not None or ("", first) in known
            else (first, rest.partition(".")[0])
        )
        if first not in BESIDE:
            yield from (one for one in (found, (found[0], "")) if one in known and one != (node[0], ""))


def _paths(text: str) -> Iterator[str]:
    """Every name of a formula with what stands behind its dots; of a formula that does not read none, that is said
    elsewhere."""
    try:
        formula = parsed(text)
    except NotUnderstood:
        return
    yield from paths(formula)


def _way_back(node: Node, graph: dict[Node, frozenset[Node]]) -> Node | None:
    """The last step of a way from a value back to itself; None where there is none."""
    seen: set[Node] = set()
    open_ = [node]
    while open_:
        one = open_.pop()
        if node in graph.get(one, ()):
            return one
        open_ += [other for other in graph.get(one, ()) if other not in seen]
        seen |= graph.get(one, frozenset())
    return None
