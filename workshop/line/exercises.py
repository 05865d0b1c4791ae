"""The exercise on screen in lines: its step, what each input takes, its rows, what was collected."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.facilitation.exercises import OnScreen, rated, why_open
from workshop.line.feed import Board
from workshop.line.results import INDENT, result_lines
from workshop.line.wording import Wording
from workshop.measures.rounds import dots_each
from workshop.model.commands import GiveAnswers, Sheet
from workshop.model.exercises import Input
from workshop.model.kinds import Field
from workshop.model.meeting import Meeting
from workshop.model.runs import RunRow
from workshop.workspace import Workspace
from workshop.workspace.exercises import Collected, collected, current, on_board

NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def step_lines(workspace: Workspace, found: OnScreen) -> Iterator[str]:
    """The step on screen: the words to say, what to do, what its inputs take."""
    steps, step = found.steps, found.step
    place = f" · step {found.run.step} of {len(steps)}" if step else ""
    meeting = workspace.state.running
    minute = found.minute(meeting.current.minutes) if meeting and meeting.current else 0
    yield f"-- {found.exercise.title}{place}{f' · from minute {minute}' if minute else ''}"
    if step and step.say:
        yield f'   "{step.say}"'
    if step and step.do:
        yield f"   {step.do}"
    named = [found.exercise.input(slug) for slug in (step.inputs if step else ())]
    for given in named:
        if given is not None:
            yield from input_lines(workspace, found, given)


def input_lines(workspace: Workspace, found: OnScreen, given: Input) -> Iterator[str]:
    """How to type one input, what it takes, and whether it stays in confidence."""
    if given.ask:
        yield f"   > {given.ask}"
    takes = "; ".join(_takes(workspace, found, given))
    if takes:
        yield f"     {takes}"
    meeting = workspace.state.running
    if found.run.totals_of(given.slug):
        yield f"     Revealed. /collect {given.slug} begins a new round."
    elif given.confidence and meeting:
        yield f"     {_confided(workspace, found, given, meeting)}"
    elif given.until_reveal:
        yield "     Nothing is shown before /reveal."
    if given.hidden:
        yield f"     Hidden until /reveal: {', '.join(_labels(given, given.hidden))}."


def _confided(workspace: Workspace, found: OnScreen, given: Input, meeting: Meeting) -> str:
    """Whether the next answer goes into the box: as the round began, whoever came or left since."""
    if collected(workspace, found, given).in_confidence:
        return "In confidence: no names, only totals are kept. /reveal shows them."
    return (
        why_open(given, meeting)
        or "An open round has begun: type names or teams; nothing is shown before /reveal."
    )


def _takes(workspace: Workspace, found: OnScreen, given: Input) -> Iterator[str]:
    if given.kinds:
        yield f"entries: {', '.join(f'{kind}:' for kind in given.kinds)}"
        return
    if given.shape in ("rows", "form"):
        yield from _of_fields(given)
        return
    meeting = workspace.state.running
    things = len(rated(found.exercise, given, found.run, meeting)[0]) if meeting else 0
    if not things:
        yield "nothing to rate yet"
        return
    if given.shape == "dots":
        each = given.sum_to or dots_each(things)
        yield f"{each} dot{'s' if each > 1 else ''} each on {things} to choose from"
        return
    if given.choices:
        yield ", ".join(f"{choice.letter} {choice.word}" for choice in given.choices)
    else:
        yield f"{given.low} to {given.high}, - for no answer"
    if things > 1:
        yield f"{things} to rate"
    if len(given.dims) > 1:
        labels = ", ".join(dim.label or dim.slug for dim in given.dims)
        yield f"{NUMBERS.get(len(given.dims), len(given.dims))} values for each: {labels}"


def _of_fields(given: Input) -> Iterator[str]:
    if given.pair:
        fields = [field for name in given.pair if (field := given.field(name))]
        letters = fields[0].options if fields else ()
        yield f"letters {' '.join(letters)} for {' and '.join(field.name for field in fields)}"
    others = [field for field in given.fields if field.name not in given.pair]
    if others:
        yield f"fields {', '.join(_field(field) for field in others)}"


def _field(field: Field) -> str:
    few = field.options if 0 < len(field.options) <= len(NUMBERS) else ()
    return f"{field.name}={'|'.join(few)}" if few else f"{field.name}="


def _labels(given: Input, names: tuple[str, ...]) -> list[str]:
    return [(field.label or field.name) if (field := given.field(name)) else name for name in names]


# Rows --------------------------------------------------------------------------------------------


def row_line(given: Input, row: RunRow, say: Wording, *, hides: bool = False) -> str:
    """`lead 3 ChemPro · sales M; marketing G; channel webinar`; `hides`: fields that wait for the reveal are veiled."""
    told = [_value(given, name, row, say, hides=hides) for name in dict.fromkeys(v.name for v in row.fields)]
    name = f"{given.prefix} {row.number} {row.text}" if given.shape == "rows" else given.title or given.prefix
    who = f" · {say.name(row.person)}" if row.person else ""
    return f"{name}{who}{' · ' + '; '.join(told) if told else ''}"


def _value(given: Input, name: str, row: RunRow, say: Wording, *, hides: bool) -> str:
    field = given.field(name)
    label = (field.label or field.name) if field else name
    if hides and name in given.hidden:
        return f"{label} (hidden)"
    values = [value.value for value in row.fields if value.name == name]
    return f"{label} {', '.join(say.field(field, value) for value in values)}"


def rows_lines(workspace: Workspace, found: OnScreen, slug: str = "") -> Iterator[str]:
    """The rows of an input, or of all that have some, with their numbers."""
    say = Wording(workspace)
    for given in found.exercise.inputs:
        if slug not in ("", given.slug):
            continue
        if given.shape in ("rating", "dots"):
            yield from _rated_lines(workspace, found, given) if slug else ()
            continue
        hides = given.slug not in found.run.revealed
        for row in found.run.of(given.slug):
            offered = " (offered)" if row.preset else ""
            lacks = [f.name for f in given.fields if f.required and not row.get(f.name)]
            missing = f" · lacks {', '.join(lacks)}" if lacks and not row.preset else ""
            yield f"   {row_line(given, row, say, hides=hides)}{offered}{missing}"


def _rated_lines(workspace: Workspace, found: OnScreen, given: Input) -> Iterator[str]:
    meeting = workspace.state.running
    things = rated(found.exercise, given, found.run, meeting)[0] if meeting else ()
    yield from (f"   {thing.number:>3} {thing.text}" for thing in things)


# Answers -----------------------------------------------------------------------------------------


def given_lines(workspace: Workspace, command: GiveAnswers) -> Iterator[str]:
    """What came in with a line, and how far its input has come."""
    found = current(workspace)
    given = found.exercise.input(command.input) if found else None
    if found is None or given is None:
        return
    now = collected(workspace, found, given)
    for sheet in command.sheets:
        yield _echo(sheet, given, now)
    if now.counts and all(count.of and count.given >= count.of for count in now.counts):
        hides = now.in_confidence or given.until_reveal or given.confidence
        yield "   All are in." + (" /reveal shows it." if hides and not now.revealed else "")


def _echo(sheet: Sheet, given: Input, now: Collected) -> str:
    count = next((count for count in now.counts if count.group == sheet.group), None)
    came = count.given if count else 0
    of = f" of {count.of}" if count and count.of else ""
    if given.shape == "dots":
        return f"{sheet.group}: {came}{of} dots"
    if sheet.item and now.items > 1:
        return f"{sheet.group}: {len(sheet.values)} on {sheet.item}"
    if sheet.item:
        return f"{sheet.group}: {came}{of} answers in"
    told = len([value for value in sheet.values if value != "-"])
    return f"{sheet.group}: {told} of {len(sheet.values)}, {came} {'sheet' if came == 1 else 'sheets'} in"


def state_line(now: Collected) -> str:
    """`Twenty statements · sales 5 of 5, marketing 3 of 4, in confidence`."""
    counts = [
        f"{c.group} {c.given}{f' of {c.of}' if c.of else ''}"
        for c in now.counts
        if c.given or not now.revealed
    ]
    how = ["revealed"] if now.revealed else ["in confidence"] if now.in_confidence else []
    return f"{now.input.title or now.input.slug} · {', '.join(counts + how)}"


def exercise_lines(workspace: Workspace) -> Iterator[str]:
    """Where the exercise on screen stands; where there is none, what the shelf has."""
    found = current(workspace)
    if found is None:
        yield "No exercise is on screen. /exercise and a name brings one up:"
        yield from (
            f"   {one.slug:<20} {one.title} · {one.minutes} min" for one in workspace.library.exercises
        )
        return
    yield from step_lines(workspace, found)
    for given in found.exercise.inputs:
        if given.shape in ("rating", "dots"):
            now = collected(workspace, found, given)
            if now.revealed or any(count.given for count in now.counts):
                yield f"   {state_line(now)}"
        elif rows := found.run.of(given.slug):
            yield f"   {given.title or given.slug}: {len(rows)}"
    if found.exercise.parts:
        parts = ", ".join(part.slug for part in found.exercise.parts)
        yield f"   Shorter ways: {parts}. /exercise {found.exercise.slug} and one of them."


def board_lines(workspace: Workspace, found: OnScreen) -> Iterator[str]:
    """What stands on screen in this step, worked out."""
    yield from result_lines(on_board(workspace, found))


def revealed_lines(workspace: Workspace, found: OnScreen, slug: str) -> Iterator[str]:
    """After a reveal: what is made of that input alone, else what this step or the next one shows."""
    own = tuple(show.slug for show in found.exercise.shows if show.of == slug)
    rest = found.steps[max(0, found.run.step - 1) :]
    coming = next((step.shows for step in rest if step.shows), ())
    yield from result_lines(on_board(workspace, found, coming if set(own) & set(coming) else own or coming))


def board(workspace: Workspace) -> Board | None:
    """What the audience sees of the exercise on screen: its words to say, and what was revealed."""
    found = current(workspace)
    if found is None:
        return None
    lines = tuple(line.removeprefix(INDENT) for line in result_lines(on_board(workspace, found, public=True)))
    return Board(found.exercise.title, found.step.say if found.step else "", lines)
