"""An exercise in a file: script, inputs, formulas and what is shown, checked so that it can be run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from workshop.errors import ShelfError
from workshop.library.computed import made_columns, made_compare, made_figure, made_group, made_show
from workshop.library.contents import opened
from workshop.library.files import Table
from workshop.library.formulas import check_formulas
from workshop.library.inputs import made_input
from workshop.library.mentions import check_mentions
from workshop.library.shapes import as_table, as_tables, at, made
from workshop.model.exercises import Brings, Exercise, Input, Living, Part, Step, Suggest, Trial
from workshop.model.kinds import Kind

LISTS = ("steps", "inputs", "columns", "groups", "figures", "shows", "suggests")
"""Tables that stand there as often as one likes."""
SECTIONS = (*LISTS, "compare", "living", "trial")
"""Tables that make an exercise of a file."""
OF_REPORTS = ("cards", "says")
"""Keys of a report told card by card, which may stand in the same file."""


def read_exercise(path: Path, kinds: Sequence[Kind] | None = None) -> Exercise:
    """The exercise in a file; its slug is the file's name. `kinds` are those that its inputs may take entries of; the
    shipped ones where none are given. A ShelfError says what is off and where."""
    place, slug, table = opened(path)
    if kinds is None:
        from workshop.library.shelved import shipped_kinds  # it reads this module

        kinds = shipped_kinds()
    return made_exercise(table, place, slug, kinds)


def is_exercise(table: Table) -> bool:
    """Whether a file holds more than cards."""
    return any(section in table for section in SECTIONS)


def made_exercise(table: Table, place: str, slug: str, kinds: Sequence[Kind] | None = None) -> Exercise:
    """The exercise in a table, with every formula and every name in it checked against these kinds; without kinds they
    are taken as they stand, as those of shipped files, of which half the time of reading goes into the check."""
    table = {key: value for key, value in table.items() if key not in OF_REPORTS}
    brings = made(Brings, table.pop("brings", {}), at(place, "brings"))
    told = {section: _tables(table, section, place) for section in (*LISTS, "parts")}
    compare = made_compare(table.pop("compare", {}), at(place, "compare"))
    living = made(Living, table.pop("living"), at(place, "living")) if "living" in table else None
    trial = made(Trial, table.pop("trial"), at(place, "trial")) if "trial" in table else None
    head = made(
        Exercise,
        table,
        place,
        slug=slug,
        **{name: [] for name in told},
        brings={},
        compare={},
        living=None,
        trial=None,
    )
    exercise = replace(
        head, brings=brings, steps=tuple(made(Step, raw, where) for where, raw in told["steps"]),
        inputs=_inputs(told["inputs"]), columns=tuple(made_columns(raw, where) for where, raw in told["columns"]),
        groups=tuple(made_group(raw, where) for where, raw in told["groups"]),
        figures=tuple(made_figure(raw, where) for where, raw in told["figures"]),
        shows=tuple(made_show(raw, where) for where, raw in told["shows"]),
        suggests=tuple(made(Suggest, raw, where) for where, raw in told["suggests"]), compare=compare,
        living=living, trial=trial, parts=tuple(_part(raw, where) for where, raw in told["parts"]),
    )  # fmt: skip
    if kinds is not None:
        check_mentions(exercise, place, kinds)
        check_formulas(exercise, place, kinds)
    return exercise


def _tables(table: Table, section: str, place: str) -> list[tuple[str, object]]:
    return as_tables(table.pop(section), at(place, section)) if section in table else []


def _inputs(rows: Sequence[tuple[str, object]]) -> tuple[Input, ...]:
    inputs: list[Input] = []
    for where, raw in rows:
        inputs.append(made_input(raw, where, inputs))
    return tuple(inputs)


def _part(raw: object, where: str) -> Part:
    """A part of the exercise; which cards it takes of a report is read elsewhere."""
    part = made(Part, {key: value for key, value in as_table(raw, where).items() if key != "cards"}, where)
    if part.minutes < 0:
        raise ShelfError(f"{at(where, 'minutes')}: expected a whole number from 0, got {part.minutes}.")
    return part
