"""Runs of the shipped exercises made by hand, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from factories import said

from workshop.exercising import Here, Surroundings, outcome
from workshop.facilitation.exercises import first_rows
from workshop.library import load
from workshop.library.exercises import read_exercise
from workshop.model.entries import Dispute, Entry, Said, Value
from workshop.model.exercises import Exercise, Input
from workshop.model.results import Bars, Cards, Draft, FigureReading, Grid, Moved, Outcome, Result, Table
from workshop.model.runs import Answer, Asked, Run, RunRow
from workshop.model.teams import Group, Person
from workshop.shelves import shelf

NAMES = (
    ("P-1", "Marta Keller"), ("P-2", "Tomasz Wrona"), ("P-3", "Dieter Lang"), ("P-4", "Priya Nair"), ("P-5", "Jonas Beck"),
    ("P-6", "Clara Vogt"), ("P-7", "Ben Osei"), ("P-8", "Lena Hartmann"), ("P-9", "Ravi Menon"),
)  # fmt: skip
MARTA, TOMASZ, DIETER, PRIYA, JONAS, CLARA, BEN, LENA, RAVI = (person for person, _ in NAMES)
PEOPLE = tuple(
    Person(person, name, "sales" if place < 5 else "marketing") for place, (person, name) in enumerate(NAMES)
)
LIBRARY = load()


@cache
def exercise(slug: str) -> Exercise:
    """The exercise as it lies on the shelf."""
    return read_exercise(shelf("exercises") / f"{slug}.toml")


Told = str | int | Fraction
NO_MORE: Mapping[str, Told] = {}

# What was typed ----------------------------------------------------------------------------------


def row(
    given: str,
    text: str = "",
    many: Mapping[str, Told] = NO_MORE,
    /,
    *,
    team: str = "",
    person: str = "",
    **fields: Told,
) -> RunRow:
    """A row; of a form without text. Fields as they are stored."""
    values = tuple(Value(name, str(value)) for name, value in {**many, **fields}.items() if value != "")
    return RunRow(given, 1, text, values, team, person)


def sheet(given: str, group: Group, digits: str, person: str = "") -> Answer:
    """One row of digits or letters over all items; blanks do not count."""
    return Answer(given, group, tuple(digits.replace(" ", "")), person=person)


def values(given: str, group: Group, typed: str, item: int = 0) -> Answer:
    """Values of several people for one item."""
    return Answer(given, group, tuple(typed.split()), item)


Typed = RunRow | Answer


def run(
    slug: str,
    *typed: Typed,
    meeting: int = 1,
    on: str = "2026-03-03",
    before: tuple[Run, ...] = (),
    version: int = 0,
) -> Run:
    """A run with everything revealed: the rows it begins with, then what was typed, in that order."""
    shape = exercise(slug)
    rows: tuple[RunRow, ...] = first_rows(shape, before)
    for line in typed:
        rows = _set(rows, line) if isinstance(line, RunRow) else rows
    answers = tuple(line for line in typed if isinstance(line, Answer))
    return Run(
        slug, meeting, 1, on, rows=rows, answers=answers, revealed=tuple(given.slug for given in shape.inputs),
        asked=tuple(_asked(shape, given, rows) for given in shape.inputs if given.of or given.items), version=version,
    )  # fmt: skip


def _set(rows: tuple[RunRow, ...], line: RunRow) -> tuple[RunRow, ...]:
    """A row of the same text is changed, else it comes last."""
    mine = [old for old in rows if old.input == line.input]
    same = next((old for old in mine if old.text == line.text), None)
    if same is None:
        return (*rows, replace(line, number=len(mine) + 1))
    names = {field.name for field in line.fields}
    fields = (*(field for field in same.fields if field.name not in names), *line.fields)
    fresh = replace(
        same,
        fields=fields,
        team=line.team or same.team,
        person=line.person or same.person,
        preset=False,
    )
    return tuple(fresh if old is same else old for old in rows)


def _asked(shape: Exercise, given: Input, rows: tuple[RunRow, ...]) -> Asked:
    if given.items:
        return Asked(given.slug, tuple(item.text for item in given.items))
    source = shape.input(given.of)
    if source is not None and source.items:
        return Asked(given.slug, tuple(item.text for item in source.items))
    return Asked(given.slug, tuple(one.text for one in rows if one.input == given.of))


def around(
    *entries: Entry,
    disputes: Iterable[Dispute] = (),
    here: tuple[Here, ...] = (Here(1, 5, 4, 3), Here(2, 4, 3, 2)),
    hourly_rate: int = 55,
) -> Surroundings:
    """The world around a run: the people and kinds of the sample firm."""
    return Surroundings(
        entries=entries, disputes=tuple(disputes), kinds=LIBRARY.kinds, here=here, hourly_rate=hourly_rate, names=NAMES,
        people=PEOPLE,
    )  # fmt: skip


HERE_ONE = Here(1, 5, 4, 3)
NOBODY_ELSE = around()


def told(kind: str, text: str, who: str = "", **fields: str) -> Said:
    """A line of the record."""
    values = tuple(Value(name, value) for name, value in fields.items() if value)
    return replace(said(kind, text, who=who), fields=values)


# What it comes to --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """An outcome, with short ways to what is in it."""

    outcome: Outcome

    def figure(self, name: str) -> FigureReading:
        """The reading of a figure."""
        return next(figure for figure in self.outcome.figures if figure.name == name)

    def __getitem__(self, name: str) -> Fraction | str | bool | None:
        """The exact value of a figure."""
        return self.figure(name).value

    def reads(self, name: str) -> str:
        """How a figure reads."""
        return self.figure(name).reads

    def result(self, slug: str) -> Result | None:
        """What is shown under that slug; None where nothing is."""
        return next((result for result in self.outcome.results if result.slug == slug), None)

    def text(self, slug: str) -> str:
        """The words of a line or a banner's reason; empty where it is not shown."""
        return getattr(self.result(slug), "text", "")

    def rows(self, slug: str) -> list[tuple[str, ...]]:
        """The cells of a table; none where it is not shown."""
        table = self.result(slug)
        return [line.cells for line in table.rows] if isinstance(table, Table) else []

    def heads(self, slug: str) -> list[str]:
        """The heads of a table; none where it is not shown."""
        table = self.result(slug)
        return list(table.heads) if isinstance(table, Table) else []

    def column(self, slug: str, head: int = 0) -> list[str]:
        """One column of a table."""
        return [cells[head] for cells in self.rows(slug)]

    def bold(self, slug: str) -> list[str]:
        """First cells of the rows that stand out."""
        table = self.result(slug)
        return [line.cells[0] for line in table.rows if line.bold] if isinstance(table, Table) else []

    def bars(self, slug: str) -> dict[str, Fraction | None]:
        """Label and first value of each bar, in their order."""
        bars = self.result(slug)
        return {line.label: line.bars[0].value for line in bars.rows} if isinstance(bars, Bars) else {}

    def boxes(self, slug: str) -> dict[tuple[str, str], tuple[str, ...]]:
        """What stands in the fields of a four-box or a matrix."""
        grid = self.result(slug)
        return {(box.row, box.column): box.texts for box in grid.boxes} if isinstance(grid, Grid) else {}

    def cards(self, slug: str) -> dict[str, dict[str, str]]:
        """Cards by head, their lines by label."""
        cards = self.result(slug)
        return {card.title: dict(card.lines) for card in cards.cards} if isinstance(cards, Cards) else {}

    def drafts(self, kind: str = "") -> list[Draft]:
        """The drafts, or those of a kind."""
        return [draft for draft in self.outcome.drafts if kind in ("", draft.kind)]

    def next_ones(self) -> list[str]:
        """Exercises that are suggested."""
        return [draft.exercise for draft in self.drafts("exercise")]

    def moved(self, label: str) -> Moved:
        """What moved, by its label."""
        return next(one for one in self.outcome.moved if one.label == label)

    def moves(self) -> list[str]:
        """Labels of all that moved."""
        return [one.label for one in self.outcome.moved]


def work(slug: str, *typed: Typed, world: Surroundings = NOBODY_ELSE, before: tuple[Run, ...] = ()) -> Found:
    """What an exercise comes to in the first meeting, or after earlier runs in the next."""
    meeting = before[0].meeting + 1 if before else 1
    on = "2026-03-17" if before else "2026-03-03"
    return come_to(run(slug, *typed, meeting=meeting, on=on, before=before), world, before)


def come_to(done: Run, world: Surroundings = NOBODY_ELSE, before: tuple[Run, ...] = ()) -> Found:
    """What a run comes to."""
    return Found(outcome(exercise(done.exercise), done, world, before))
