"""Names inside one exercise that stand for something else in it: inputs, shows, figures, steps."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Sequence

from workshop.errors import ShelfError
from workshop.library.circles import check_circles
from workshop.library.files import check_name
from workshop.library.shapes import at, check_word
from workshop.measures.input_names import column_name, fields_of
from workshop.measures.table_names import AROUND, READY
from workshop.model.exercises import Columns, Compare, Exercise, Group, Show
from workshop.model.kinds import Kind

RESERVED = (*(one.name for one in AROUND), "last", "before", "after", *READY)


_DUE = re.compile(r"\+[0-9]{1,4}[a-z]")


def check_mentions(exercise: Exercise, place: str, kinds: Sequence[Kind]) -> None:
    """A ShelfError for a name that leads nowhere, and for two things of one name."""
    _names(exercise, place)
    _minutes(exercise, place)
    tables, inputs = _tables(exercise), tuple(one.slug for one in exercise.inputs)
    shows = tuple(one.slug for one in exercise.shows)
    for number, step in enumerate(exercise.steps, 1):
        _each(step.inputs, inputs, f"{at(place, f'steps[{number}]')}.inputs")
        _each(step.shows, shows, f"{at(place, f'steps[{number}]')}.shows")
    for number, part in enumerate(exercise.parts, 1):
        for step_number in part.steps:
            if not 1 <= step_number <= len(exercise.steps):
                where = f"{at(place, f'parts[{number}]')}.steps"
                raise ShelfError(
                    f"{where}: there are {len(exercise.steps)} steps, and no step {step_number}."
                )
    _letters(exercise, inputs, place)
    if exercise.usual:
        check_word(exercise.usual, tuple(part.slug for part in exercise.parts), at(place, "usual"))
    for number, added in enumerate(exercise.columns, 1):
        check_word(added.of, (*inputs, *READY), f"{at(place, f'columns[{number}]')}.of")
    for number, group in enumerate(exercise.groups, 1):
        check_word(group.of, (*inputs, *READY), f"{at(place, f'groups[{number}]')}.of")
    for number, show in enumerate(exercise.shows, 1):
        _show(show, tables, at(place, f"shows[{number}]"))
    for number, suggest in enumerate(exercise.suggests, 1):
        _each((suggest.each,) if suggest.each else (), tables, f"{at(place, f'suggests[{number}]')}.each")
        _due(suggest.due, at(place, f"suggests[{number}]"))
    _columns_once(exercise, place)
    check_circles(exercise, place, kinds)
    _compare(exercise.compare, exercise, tables, place)
    _living(exercise, inputs, shows, place)
    _trial(exercise, inputs, kinds, place)


def _tables(exercise: Exercise) -> tuple[str, ...]:
    return (*(one.slug for one in exercise.inputs), *(one.slug for one in exercise.groups), *READY)


def _names(exercise: Exercise, place: str) -> None:
    """What formulas call by name has one name each."""
    named = [
        *((one.slug, f"inputs[{n}].slug") for n, one in enumerate(exercise.inputs, 1)),
        *((one.slug, f"groups[{n}].slug") for n, one in enumerate(exercise.groups, 1)),
        *((one.name, f"figures[{n}].name") for n, one in enumerate(exercise.figures, 1)),
    ]
    taken: set[str] = set()
    for name, where in named:
        check_name(name, at(place, where))
        if column_name(name) in RESERVED:
            raise ShelfError(
                f"{at(place, where)}: {name!r} has a meaning of its own in formulas; take another word."
            )
        if column_name(name) in taken:
            raise ShelfError(f"{at(place, where)}: {name!r} is the name of something else already.")
        taken.add(column_name(name))
    _plain(((one.name, f"figures[{n}].name") for n, one in enumerate(exercise.figures, 1)), place)
    for slugs, section in (
        ([one.slug for one in exercise.shows], "shows"), ([one.slug for one in exercise.parts], "parts"),
    ):  # fmt: skip
        for number, slug in enumerate(slugs, 1):
            if slug in slugs[: number - 1]:
                raise ShelfError(f"{at(place, f'{section}[{number}]')}.slug: {slug!r} stands there twice.")
    both: tuple[tuple[str, tuple[Columns | Group, ...]], ...] = (
        ("columns", exercise.columns), ("groups", exercise.groups),
    )  # fmt: skip
    for kind, tables in both:
        for number, table in enumerate(tables, 1):
            _plain(
                ((one.name, f"{kind}[{number}].columns[{n}].name") for n, one in enumerate(table.columns, 1)),
                place,
            )


def _letters(exercise: Exercise, inputs: tuple[str, ...], place: str) -> None:
    for number, given in enumerate(exercise.inputs, 1):
        for field in given.fields:
            where = f"{at(place, f'inputs[{number}]')}.fields.{field.name}.of"
            _each((field.of,) if field.of else (), inputs, where)


def _due(due: str, where: str) -> None:
    if due and "{" not in due and not _DUE.fullmatch(due):
        raise ShelfError(
            f"{where}.due: {due!r} is no day.",
            fix='Write due = "+14d", or the field that holds it, due = "{field}".',
        )


def _columns_once(exercise: Exercise, place: str) -> None:
    """Of two columns of one name in a table only one would be seen."""
    taken: set[tuple[str, str]] = set()
    tables = (
        *((one.of, one.columns, f"columns[{n}]") for n, one in enumerate(exercise.columns, 1)),
        *((one.slug, one.columns, f"groups[{n}]") for n, one in enumerate(exercise.groups, 1)),
    )
    for slug, columns, where in tables:
        for number, column in enumerate(columns, 1):
            if (slug, column.name) in taken:
                raise ShelfError(
                    f"{at(place, where)}.columns[{number}].name: {slug} has a column {column.name!r} already.",
                    fix="Give one of them another name.",
                )
            taken.add((slug, column.name))


def _plain(named: Iterable[tuple[str, str]], place: str) -> None:
    for name, where in named:
        if not name.isidentifier() or keyword.iskeyword(name):
            raise ShelfError(
                f"{at(place, where)}: {name!r} cannot stand in a formula.",
                fix="Use small letters, digits and underscores, with a letter first.",
            )


def _minutes(exercise: Exercise, place: str) -> None:
    least, most = exercise.least or exercise.minutes, exercise.most or exercise.minutes
    if not 1 <= least <= exercise.minutes <= most:
        raise ShelfError(
            f"{place}: minutes: {exercise.minutes} is not between least ({least}) and most ({most})."
        )
    for steps, where in (
        *(((part.steps), f"parts[{n}].steps") for n, part in enumerate(exercise.parts, 1) if part.steps),
        *([] if any(part.steps for part in exercise.parts) else [(tuple(range(1, len(exercise.steps) + 1)), "steps")]),
    ):  # fmt: skip
        marks = [exercise.steps[step - 1].minute for step in steps if 1 <= step <= len(exercise.steps)]
        if marks != sorted(marks):
            raise ShelfError(f"{at(place, where)}: the minutes of the steps have to go up.")


def _each(names: Iterable[str], known: tuple[str, ...], where: str) -> None:
    for name in names:
        check_word(name, known, where)


_CELLS = {
    "table": (1, 99),
    "bars": (1, 9),
    "banner": (0, 1),
    "four-box": (1, 2),
    "matrix": (2, 2),
    "funnel": (1, 9),
}
"""Fewest and most cells of a kind."""
_OF = ("four-box", "matrix", "funnel", "cards")
"""Kinds that show rows."""


def _show(show: Show, tables: tuple[str, ...], where: str) -> None:
    if show.of or show.kind in _OF:
        check_word(show.of, tables, at(where, "of"))
    least, most = _CELLS.get(show.kind, (0, 99))
    if not least <= len(show.cells) <= most:
        raise ShelfError(
            f"{at(where, 'cells')}: a {show.kind} takes from {least} to {most}, not {len(show.cells)}."
        )
    if bool(show.bold) != bool(show.bold_means):
        raise ShelfError(
            f"{at(where, 'bold_means')}: rows that stand out need the words that say why, and the other way round.",
            fix='Write bold = "late" and bold_means = "past its date".',
        )
    if show.kind == "line" and not show.text:
        raise ShelfError(f"{where}: the key text is missing.")
    if show.kind == "banner" and not (show.cells or show.text):
        raise ShelfError(f"{where}: a banner needs cells with the verdict, or text.")


def _compare(compare: Compare, exercise: Exercise, tables: tuple[str, ...], place: str) -> None:
    figures = tuple(one.name for one in exercise.figures)
    rows = tuple(one.slug for one in exercise.inputs if one.shape == "rows")
    _each(compare.figures, figures, at(place, "compare.figures"))
    _each(compare.words, rows, at(place, "compare.words"))
    for number, row in enumerate(compare.rows, 1):
        check_word(row.of, tables, at(place, f"compare.rows[{number}].of"))
        if not row.moved.replace(".", "", 1).isdigit():
            raise ShelfError(f"{at(place, f'compare.rows[{number}].moved')}: {row.moved!r} is not a number.")


def _living(exercise: Exercise, inputs: tuple[str, ...], shows: tuple[str, ...], place: str) -> None:
    if exercise.living is None:
        return
    _each(exercise.living.inputs, inputs, at(place, "living.inputs"))
    _each(exercise.living.shows, shows, at(place, "living.shows"))
    if exercise.living.signed:
        check_word(exercise.living.signed, inputs, at(place, "living.signed"))


def _trial(exercise: Exercise, inputs: tuple[str, ...], kinds: Sequence[Kind], place: str) -> None:
    if exercise.trial is None:
        return
    check_word(exercise.trial.criteria, inputs, at(place, "trial.criteria"))
    criteria = exercise.input(exercise.trial.criteria)
    names = tuple(field.name for field in fields_of(criteria, kinds)) if criteria else ()
    for key, name in (("kind", exercise.trial.kind), ("allowed", exercise.trial.allowed)):
        check_word(name, names, at(place, f"trial.{key}"))
