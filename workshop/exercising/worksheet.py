"""The worksheet of one run: tables and figures, each worked out when it is asked for and only once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workshop.errors import NotUnderstood
from workshop.exercising.gathering import gathered
from workshop.exercising.numbers import Numbers
from workshop.exercising.outside import Last, outside
from workshop.exercising.people import pair_rows, people_rows
from workshop.exercising.rating import Rated
from workshop.exercising.rows import rows_of
from workshop.exercising.surroundings import Surroundings
from workshop.exercising.tables import Row, Table, Work
from workshop.measures.exercise_names import scope_of
from workshop.measures.formula import Look, Numbered, Reckoner, Scope, Value, beside, parsed, simple
from workshop.measures.input_names import column_name
from workshop.measures.marks import Marks
from workshop.measures.table_names import READY
from workshop.model import exercises
from workshop.model.exercises import Exercise, Figure, Group, Input, Rule
from workshop.model.runs import Run
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """What a figure came to."""

    value: Value
    hidden: bool = False
    """Its condition does not hold: it is not shown."""


class Worksheet:
    """One run with everything that can be worked out of it. What is off becomes a note, and the rest goes on."""

    def __init__(
        self, exercise: Exercise, run: Run, surroundings: Surroundings, before: Sequence[Run] = (),
        scope: Scope | None = None,
    ) -> None:  # fmt: skip
        """`before` are earlier runs, the newest first."""
        self.exercise, self.run, self.surroundings = exercise, run, surroundings
        self.scope = scope or scope_of(exercise, surroundings.kinds)
        self.notes: list[str] = []
        self.limits: list[str] = []
        """Of these, what cannot be told of the answers; it stands beside the results."""
        self.ratings: dict[str, Rated] = {}
        """Answers by input, as they were worked out."""
        self._before = before
        names = dict(surroundings.names)
        told = {"text": lambda *given: beside.text(*(beside.named(one, names) for one in given))}
        self._reckoner = Reckoner({**Numbers(surroundings, run.meeting).functions, **told})
        self._figures = {column_name(figure.name): figure for figure in exercise.figures}
        self._inputs = {column_name(given.slug): given for given in exercise.inputs}
        self._groups = {column_name(group.slug): group for group in exercise.groups}
        self._found: dict[str, Found] = {}
        self._waiting: list[str] = []
        self._tables: dict[str, Table | Marks] = {}
        self._earlier: tuple[Worksheet, ...] | None = None

    # Names ---------------------------------------------------------------------------------------

    def look(self, name: str) -> Value:
        """What a name means outside of any row."""
        if name in self._figures:
            return self.figure(name).value
        if name in self._inputs or name in self._groups or name in READY:
            return self.table(name)
        if name == "last":
            return Last(next(iter(self.earlier), None))
        return outside(name, self.run, self.surroundings)

    def table(self, slug: str) -> Table | Marks:
        """The rows of an input or a group; the rating itself of an input that rates one thing."""
        name = column_name(slug)
        if name not in self._tables:
            self._tables[name] = self._made(name)
        return self._tables[name]

    def _made(self, name: str) -> Table | Marks:
        if name in READY:
            rows = people_rows if name == "people" else pair_rows
            return self.made(name, rows(self.surroundings))
        group = self._groups.get(name)
        return self._gathered(group) if group else rows_of(self, self._inputs[name])

    def times(self, slug: str, text: str) -> int:
        """Runs up to this one in which a row of an input said the same words."""
        words = text.casefold()
        runs = (self.run, *self._before)
        return sum(1 for run in runs if any(row.text.casefold() == words for row in run.of(slug)))

    def answered(self, given: Input) -> Run:
        """The run whose answers to a rating count: this one, or where they live on and nobody answered anew the last
        that has some."""
        if not given.carried:
            return self.run
        return next((run for run in (self.run, *self._before) if _answers(run, given.slug)), self.run)

    def made(
        self, slug: str, rows: Sequence[Row], whole: Mapping[str, Value] | None = None, *, single: bool = False,
        below: Table | None = None,
    ) -> Table:  # fmt: skip
        """A table of rows with the columns that the file adds to it."""
        named = self.scope.known[column_name(slug)]
        computed = tuple(
            column for added in self.exercise.columns if added.of == slug for column in added.columns
        )
        names = frozenset(one.name for one in named.holds)
        return Table(
            slug,
            rows,
            names,
            computed,
            self._column(slug),
            self.look,
            whole=whole,
            single=single,
            below=below,
        )

    def _gathered(self, group: Group) -> Table:
        base = self.table(group.of)
        if not isinstance(base, Table):
            raise NotUnderstood(f"{group.of} has no rows to gather.")
        return gathered(self, group, base, self._column(group.slug))

    def _column(self, slug: str) -> Work:
        def work(column: exercises.Column, look: Look) -> Value:
            where = f"column {slug}.{column.name}"
            return (
                self.verdict(column.rules, look, where)
                if column.rules
                else self.tried(column.value, look, where)
            )

        return work

    # Figures -------------------------------------------------------------------------------------

    def figure(self, name: str) -> Found:
        """What a figure comes to; one that is worked out from itself is NotUnderstood."""
        name = column_name(name)
        if name not in self._found:
            if name in self._waiting:
                raise NotUnderstood(
                    f"it is worked out from itself ({' from '.join((*self._waiting, name))})."
                )
            self._waiting.append(name)
            try:
                self._found[name] = self._worked_out(self._figures[name])
            finally:
                self._waiting.pop()
        return self._found[name]

    def _worked_out(self, figure: Figure) -> Found:
        where = f"figure {figure.name}"
        if not self.holds(figure.when, self.look, where):
            return Found(None, hidden=True)
        if figure.rules:
            return Found(self.verdict(figure.rules, self.look, where))
        return Found(simple(self.tried(figure.value, self.look, where)))

    # Formulas ------------------------------------------------------------------------------------

    def value(self, text: str, look: Look) -> Value:
        """What a formula comes to. Raises NotUnderstood."""
        return self._reckoner.value(parsed(text), look)

    def tried(self, text: str, look: Look, where: str) -> Value:
        """The same; what is off becomes a note with its place, and there is no value."""
        try:
            return self.value(text, look)
        except (NotUnderstood, RecursionError) as off:
            told = off.sentence if isinstance(off, NotUnderstood) else "it goes too deep."
            self.note(f"exercises/{self.exercise.slug}.toml: {where}: {told}")
            return None

    def limit(self, text: str) -> None:
        """A note about what cannot be told of the answers."""
        self.note(text)
        if text not in self.limits:
            self.limits.append(text)

    def note(self, text: str) -> None:
        """Something that cannot be told, and why; said once."""
        if text not in self.notes:
            self.notes.append(text)

    def holds(self, text: str, look: Look, where: str) -> bool:
        """Whether a condition holds; an empty one does, one that cannot be told does not."""
        return not text or bool(_plain(self.tried(text, look, where)))

    def verdict(self, rules: Sequence[Rule], look: Look, where: str) -> Value:
        """The word of the first rule that holds."""
        return next((rule.then for rule in rules if self.holds(rule.when, look, where)), None)

    # Earlier runs --------------------------------------------------------------------------------

    @property
    def earlier(self) -> tuple[Worksheet, ...]:
        """Worksheets of the earlier runs that may be set beside this one, the newest first."""
        if self._earlier is None:
            sheets = tuple(
                Worksheet(self.exercise, run, self.surroundings, self._before[at:], self.scope)
                for at, run in enumerate(self._before, 1)
            )
            self._earlier = tuple(filter(self._same, sheets))
        return self._earlier

    def _same(self, other: Worksheet) -> bool:
        same = self.exercise.compare.same
        if not same:
            return True
        mine, theirs = (_plain(sheet.tried(same, sheet.look, "compare.same")) for sheet in (self, other))
        if isinstance(mine, str) and isinstance(theirs, str):
            return mine.casefold() == theirs.casefold()
        return mine is not None and mine == theirs


def _plain(value: Value) -> Value:
    return value.number if isinstance(value, Numbered) else value


def _answers(run: Run, slug: str) -> bool:
    """Whether anything was answered to an input."""
    return run.totals_of(slug) is not None or any(answer.input == slug for answer in run.answers)
