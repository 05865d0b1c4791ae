"""The exercise on screen: which it is, its run so far, what a run begins with, what an input asks about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction

from workshop.facilitation.rewording import carried
from workshop.measures.formula import Holder, Reckoner, parsed
from workshop.measures.formula import Value as Worth
from workshop.measures.input_names import column_name
from workshop.measures.rounding import whole
from workshop.measures.rounds import too_few
from workshop.model import ids
from workshop.model.entries import Value
from workshop.model.exercises import Exercise, Input, Step
from workshop.model.meeting import Item, Meeting
from workshop.model.runs import Answer, Asked, Run, RunRow
from workshop.model.state import State
from workshop.model.teams import GROUPS, Group, group_of
from workshop.model.values import dataclass

Shelf = Callable[[str], Exercise | None]
"""An exercise by slug; None for one that no shelf has."""


@dataclass(frozen=True, slots=True)
class OnScreen:
    """An exercise in the segment on screen."""

    exercise: Exercise
    run: Run
    """As it stands; where nothing was typed here yet, as it would begin."""
    opened: bool
    """Whether the record knows already that it is on in this segment."""
    fresh: bool = False
    """Whether it has no run in this meeting yet."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the part that is meant here."""
        return self.exercise.script(self.run.part)

    @property
    def step(self) -> Step | None:
        """The step on screen; None where the exercise has no script, or a shorter one than it had."""
        return self.steps[self.run.step - 1] if self.run.step <= len(self.steps) else None

    def minute(self, planned: int) -> int:
        """The minute of the segment at which the step begins, where that many are planned for it."""
        return self.minutes(planned)[0]

    def minutes(self, planned: int) -> tuple[int, int]:
        """From which minute to which the step goes: each step keeps its share of those that its part takes."""
        chosen, long = self.exercise.part(self.run.part), self._long()
        taken = [long[place - 1] for place in chosen.steps] if chosen and chosen.steps else long
        usual = sum(taken) or 1
        before, upto = sum(taken[: self.run.step - 1]), sum(taken[: self.run.step])
        return whole(Fraction(before * planned, usual)), whole(Fraction(upto * planned, usual))

    def _long(self) -> list[int]:
        """Minutes of each step of the file. Where the marks begin anew there is another way through the exercise: the
        step before ends with its part, and so does the last one."""
        chosen, usual = self.exercise.part(self.run.part), self.exercise.minutes
        marks = [step.minute for step in self.exercise.steps]
        if not marks:
            return []
        nexts = [*marks[1:], -1 if sorted(marks) != marks else usual]
        last = (chosen.minutes if chosen else 0) or usual
        ends = (
            end if end >= mark else last if last >= mark else usual
            for mark, end in zip(marks, nexts, strict=True)
        )
        return [max(0, end - mark) for mark, end in zip(marks, ends, strict=True)]

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Inputs of its own that a line without a word in front may be for: those of the step, else all."""
        named = [self.exercise.input(slug) for slug in (self.step.inputs if self.step else ())]
        here = tuple(given for given in named if given is not None and given.typed)
        return here or tuple(given for given in self.exercise.inputs if given.typed)


@dataclass(frozen=True, slots=True)
class Rated:
    """One thing that an input asks about."""

    place: int
    """Its place in the answers, from 1."""
    number: int
    """What is typed for it: the number of its row, or its place in the list."""
    text: str


def on_screen(state: State, shelf: Shelf) -> OnScreen | None:
    """The exercise brought up in the segment on screen, else that of the segment, else of its blocks."""
    meeting = state.running
    item = meeting.current if meeting else None
    if meeting is None or item is None:
        return None
    taken = [run for run in state.runs if (run.meeting, run.segment) == (meeting.number, item.number)]
    called = shelf(taken[-1].exercise) if taken else None
    if called is not None:
        return OnScreen(called, taken[-1], opened=True)
    planned = _planned(item, shelf)
    return as_it_begins(state, planned, meeting, item, _part(planned, item)) if planned else None


def _planned(item: Item, shelf: Shelf) -> Exercise | None:
    own = shelf(item.segment.exercise) if item.segment.exercise else None
    if own is not None:
        return own
    blocks = (shelf(slug) for slug in item.segment.blocks)
    return next((block for block in blocks if block and any(given.typed for given in block.inputs)), None)


def _part(exercise: Exercise, item: Item) -> str:
    return (item.segment.part or exercise.usual) if exercise.slug == item.segment.exercise else ""


def as_it_begins(state: State, exercise: Exercise, meeting: Meeting, item: Item, part: str) -> OnScreen:
    """An exercise as it would be in that segment: its run of this meeting from the first step on, else a new one."""
    run = state.run(exercise.slug, meeting.number)
    if run is not None:
        return OnScreen(exercise, replace(run, segment=item.number, part=part, step=1), opened=False)
    before = state.runs_before(exercise.slug, meeting.number)
    begun = Run(
        exercise.slug, meeting.number, item.number, meeting.on.isoformat(), part=part,
        rows=first_rows(exercise, before, meeting), version=before[0].version if before else 0,
    )  # fmt: skip
    return OnScreen(exercise, begun, opened=False, fresh=True)


def first_rows(
    exercise: Exercise, before: tuple[Run, ...], meeting: Meeting | None = None
) -> tuple[RunRow, ...]:
    """Rows that a run begins with: those of the last run where they live on, else what the meeting said, else the
    presets."""
    return tuple(row for given in exercise.inputs for row in _rows_of(given, before, meeting))


def _rows_of(given: Input, before: tuple[Run, ...], meeting: Meeting | None) -> tuple[RunRow, ...]:
    last = next((rows for run in before if (rows := run.of(given.slug))), ()) if given.carried else ()
    if last:
        return tuple(_lives_on(row, given, number) for number, row in enumerate(last, 1))
    if given.offered:
        return ()
    said = seeds(given, meeting) if meeting else ()
    seeded = (RunRow(given.slug, number, text, preset=True) for number, text in enumerate(said, 1))
    return tuple(seeded) or preset_rows(given)


def seeds(given: Input, meeting: Meeting) -> tuple[str, ...]:
    """What the meeting said in entries of the kinds that rows of an input begin as, each once."""
    texts = (
        entry.said.text for entry in meeting.entries if entry.said.kind in given.seeded and not entry.struck
    )
    return tuple({text.casefold(): text for text in reversed(list(texts))}.values())[::-1]


def _lives_on(row: RunRow, given: Input, number: int) -> RunRow:
    """What nobody saw before a reveal is written anew in each run."""
    row = carried(given, row)
    kept = tuple(field for field in row.fields if field.name not in given.hidden)
    return replace(row, number=number, fields=kept, preset=True)


def preset_rows(given: Input) -> tuple[RunRow, ...]:
    """The rows that the file brings, with those of their words that are fields; groups of presets wait until one is
    asked for."""
    return tuple(
        RunRow(
            given.slug, number, item.text,
            tuple(Value(name, value) for name, value in item.values if given.field(name)), preset=True,
        )
        for number, item in enumerate((item for item in given.presets if not item.group), 1)
    )  # fmt: skip


def lacking(given: Input, row: RunRow, *, known: bool = False) -> tuple[str, ...]:
    """Required fields that nobody filled, with `known` those that hold `?` too; the reveal looks after those that are
    hidden until then."""
    empty = ("", "?") if known else ("",)
    asked = (field.name for field in given.fields if field.required and field.name not in given.hidden)
    return tuple(name for name in asked if row.get(name) in empty)


# What is asked about -----------------------------------------------------------------------------


def rated(
    exercise: Exercise, given: Input, run: Run, meeting: Meeting
) -> tuple[tuple[Rated, ...], tuple[str, ...]]:
    """What an input asks about now, and the texts that its answers are counted along."""
    live, asked = rated_in(exercise, given, run, meeting)
    return live, asked.texts


def rated_in(exercise: Exercise, given: Input, run: Run, meeting: Meeting) -> tuple[tuple[Rated, ...], Asked]:
    """The same, with which row or record each of them was.

    What was asked once keeps its place: a row that came since stands behind, one that was struck is passed over.
    """
    things = tuple(_things(exercise, given, run, meeting))
    places, asked = run.asked_of(given.slug).placed([(source, text) for _, text, source in things])
    live = (Rated(at + 1, number, text) for at, (number, text, _) in zip(places, things, strict=True))
    return tuple(live), asked


def _things(exercise: Exercise, given: Input, run: Run, meeting: Meeting) -> Iterable[tuple[int, str, str]]:
    """Number as it is typed, words, and which row or record it is."""
    source = exercise.input(given.of) if given.of else None
    if source is None:
        texts = [item.text for item in given.items] or [_only(given, exercise)]
        return ((number, text, "") for number, text in enumerate(texts, 1))
    if source.kinds:
        entries = (entry for entry in meeting.entries if entry.said.kind in source.kinds and not entry.struck)
        return (
            (number, entry.said.text, ids.show("N", entry.number)) for number, entry in enumerate(entries, 1)
        )
    if source.shape == "rows":
        return (
            (row.number, row.text, f"{source.prefix} {row.number}")
            for row in run.of(source.slug)
            if is_asked(exercise, given, run, row)
        )
    return _things(exercise, source, run, meeting)


def is_asked(exercise: Exercise, given: Input, run: Run, row: RunRow) -> bool:
    """Whether an input asks about that row, by what was typed in it and in the forms."""
    if not given.where:
        return True
    told: dict[str, Worth] = {
        column_name(form.slug): _Form(run, form) for form in exercise.inputs if form.shape == "form"
    }
    told |= {column_name(field.name): field.value for field in row.fields} | {"text": row.text}
    return bool(Reckoner().value(parsed(given.where), told.get))


class _Form(Holder):
    """What was typed in a form, by field."""

    def __init__(self, run: Run, given: Input) -> None:
        self._fields = {column_name(one.name): one.value for row in run.of(given.slug) for one in row.fields}

    def get(self, name: str) -> Worth:
        return self._fields.get(name)


def _only(given: Input, exercise: Exercise) -> str:
    return given.title or exercise.title


# Who answers -------------------------------------------------------------------------------------


def asked_groups(given: Input) -> tuple[Group, ...]:
    """The groups whose answers an input takes."""
    match given.who:
        case "sales":
            return ("sales",)
        case "marketing":
            return ("marketing",)
        case "both":
            return ("sales", "marketing")
    return GROUPS


def here(meeting: Meeting, group: Group) -> int:
    """People of a group who take part, whoever has gone since too: so many may have answered."""
    return sum(1 for row in meeting.here if group_of(row.team) == group)


def expected(meeting: Meeting, group: Group, answers: Iterable[Answer] = ()) -> int:
    """People of a group whose answers are waited for or are there: who has gone counts by what they gave under their name."""
    gave = {answer.person for answer in answers if answer.person}
    rows = (row for row in meeting.here if group_of(row.team) == group)
    return sum(1 for row in rows if not row.gone or row.person in gave)


def why_open(given: Input, meeting: Meeting) -> str:
    """Why an input that might be answered in confidence is an open round here; empty where it may be (rule 3)."""
    if not given.confidence or not meeting.here:
        return ""
    people = {group: expected(meeting, group) if group in asked_groups(given) else 0 for group in GROUPS}
    few = too_few(people["sales"], people["marketing"], people["others"])
    return f"An open round: with {few}, everybody could tell who said what." if few else ""


def in_confidence(given: Input, run: Run, meeting: Meeting) -> bool:
    """Whether answers go into the box: asked for, enough people, and no open round begun."""
    return run.confides(given) and not _begun(given, run) and not why_open(given, meeting)


def may_choose(given: Input, run: Run) -> bool:
    """Whether an input may still be asked in confidence or openly, as the room likes: nobody has answered yet."""
    return given.confidence == "optional" and not _begun(given, run) and run.totals_of(given.slug) is None


def _begun(given: Input, run: Run) -> bool:
    """Whether somebody has answered openly."""
    return any(answer.input == given.slug for answer in run.answers)


# What may be seen --------------------------------------------------------------------------------


def waits(given: Input, run: Run) -> bool:
    """Whether an input holds something in the record that is not shown yet."""
    if given.slug in run.revealed:
        return False
    return (_begun(given, run) and run.veils(given)) or any(
        row.get(name) for row in run.of(given.slug) for name in given.hidden
    )


def visible(exercise: Exercise, run: Run) -> Run:
    """The run without what waits for its reveal."""
    veiled = {given.slug: given for given in exercise.inputs if waits(given, run)}
    answers = tuple(
        answer for answer in run.answers if answer.input not in veiled or not run.veils(veiled[answer.input])
    )
    rows = tuple(_veiled(row, veiled[row.input]) if row.input in veiled else row for row in run.rows)
    return replace(run, answers=answers, rows=rows)


def _veiled(row: RunRow, given: Input) -> RunRow:
    return replace(row, fields=tuple(field for field in row.fields if field.name not in given.hidden))
