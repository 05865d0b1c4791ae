"""The exercise on screen in lines: its step, what each input takes, its rows, what was collected."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.facilitation.exercises import OnScreen, is_asked, may_choose, rated, why_open
from workshop.line.answering import counted
from workshop.line.columns import wrapped
from workshop.line.feed import Board, Shown
from workshop.line.results import WIDTH, result_lines
from workshop.line.run_rows import label, row_line, row_words
from workshop.line.wording import Wording
from workshop.measures.rounds import dots_each
from workshop.model.commands import GiveAnswers, Sheet
from workshop.model.exercises import Input
from workshop.model.kinds import Field
from workshop.model.meeting import Meeting
from workshop.model.values import dataclass
from workshop.workspace import Workspace
from workshop.workspace.exercises import Collected, collected, current, on_board, shows_now

COUNTED = "In confidence: totals only, of three people or more; how many of them said so may be fewer."
BEFORE_REVEAL = "Nothing is shown before /reveal."
NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


@dataclass(frozen=True, slots=True)
class Asks:
    """One input of the step on screen, as it is asked."""

    input: Input
    ask: str
    """What to type; empty where the file says nothing."""
    takes: str
    """What it takes: letters, a range, fields."""
    terms: tuple[str, ...]
    """Said before anything is collected: in confidence or open, what is hidden until when, that it was revealed."""


@dataclass(frozen=True, slots=True)
class Script:
    """The step on screen."""

    title: str
    say: str = ""
    do: str = ""
    step: int = 0
    """Its place, from 1; 0 where the exercise has no steps."""
    of: int = 0
    asks: tuple[Asks, ...] = ()
    minute: int = 0
    """Of the segment, at which the step begins."""


def script(workspace: Workspace, found: OnScreen) -> Script:
    """The step on screen: the words to say, what to do, what its inputs take."""
    step = found.step
    if step is None:
        return Script(found.exercise.title)
    named = [found.exercise.input(slug) for slug in step.inputs]
    asks = tuple(_asks(workspace, found, given) for given in named if given is not None)
    current = workspace.state.running.current if workspace.state.running else None
    minute = found.minute(current.minutes) if current else 0
    said = spoken(workspace, found)
    return Script(found.exercise.title, said, step.do, found.run.step, len(found.steps), asks, minute)


def spoken(workspace: Workspace, found: OnScreen) -> str:
    """The words of the step on screen: those for an open round where something rated in it cannot be in confidence."""
    step = found.step
    if step is None or not step.say_open:
        return step.say if step else ""
    confided = (given for given in found.inputs if given.confidence and given.shape == "rating")
    held = all(collected(workspace, found, given).in_confidence for given in confided)
    return step.say if held else step.say_open


def _asks(workspace: Workspace, found: OnScreen, given: Input) -> Asks:
    terms = tuple(_terms(workspace, found, given))
    return Asks(given, given.ask, "; ".join(_takes(workspace, found, given)), terms)


def step_lines(workspace: Workspace, found: OnScreen) -> Iterator[str]:
    """The step on screen in lines."""
    told = script(workspace, found)
    place = f" · step {told.step} of {told.of}" if told.step else ""
    yield f"-- {told.title}{place}{f' · from minute {told.minute}' if told.minute else ''}"
    for words in (f'"{told.say}"' if told.say else "", told.do):
        yield from _indented(words, 3)
    yield from _said_before(workspace, found)
    for asks in told.asks:
        if asks.ask:
            yield f"   > {asks.ask}"  # in one piece, to be copied
        for words in (asks.takes, *asks.terms):
            yield from _indented(words, 5)


def _indented(words: str, deep: int) -> Iterator[str]:
    yield from (f"{' ' * deep}{line}" for line in wrapped(words, WIDTH - deep) if words)


def _said_before(workspace: Workspace, found: OnScreen) -> Iterator[str]:
    """On the first step: that what is answered in confidence elsewhere is an open round here, before anybody is promised
    more (rule 3)."""
    meeting, now = workspace.state.running, found.step.inputs if found.step else ()
    if meeting and found.run.step == 1:
        later = (given for given in found.exercise.inputs if given.slug not in now)
        yield from dict.fromkeys(f"   {why}" for given in later if (why := why_open(given, meeting)))


def _terms(workspace: Workspace, found: OnScreen, given: Input) -> Iterator[str]:
    meeting = workspace.state.running
    if found.run.totals_of(given.slug):
        yield f"Revealed. /collect {given.slug} begins a new round."
    elif found.run.confides(given) and not given.counted and meeting:
        yield _confided(workspace, found, given, meeting)
    else:
        if meeting and may_choose(given, found.run):
            yield why_open(given, meeting) or _left_to_the_room(given)
        if given.until_reveal:
            yield BEFORE_REVEAL
    if given.counted and meeting:
        yield why_open(given, meeting) or COUNTED
    if given.hidden:
        yield f"Hidden until /reveal: {', '.join(label(given, name) for name in given.hidden)}."


def _left_to_the_room(given: Input) -> str:
    return f"An open round. /confide {given.slug} asks it in confidence: no names, only totals are kept."


def _confided(workspace: Workspace, found: OnScreen, given: Input, meeting: Meeting) -> str:
    """Whether the next answer goes into the box: as the round began, whoever came or left since."""
    if collected(workspace, found, given).in_confidence:
        return "In confidence: no names, only totals are kept. /reveal shows them."
    return f"{why_open(given, meeting) or 'An open round has begun.'} Type names or teams. {BEFORE_REVEAL}"


def _takes(workspace: Workspace, found: OnScreen, given: Input) -> Iterator[str]:
    if given.kinds:
        told = ", ".join(f"{kind}:" for kind in given.kinds)
        yield from () if given.ask.startswith(told) else (f"entries: {told}",)
        return
    if given.told_in:
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


# Rows --------------------------------------------------------------------------------------------


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
            lacks = row_words(given, row, say).lacks
            missing = f" · lacks {', '.join(lacks)}" if lacks else ""
            if given.quick and not is_asked(found.exercise, given, found.run, row):
                missing = " · not asked for here"
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
        hides = now.in_confidence or found.run.veils(given)
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
    """`Twenty statements · sales 5 of 5 sheets, marketing 3 of 4, in confidence`."""
    how = ", revealed" if now.over else ", in confidence" if now.in_confidence else ""
    return f"{now.input.title or now.input.slug} · {counted(now)}{how}"


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
    yield from result_lines(on_board(workspace, found, shows_of(found, slug)))


def shows_of(found: OnScreen, slug: str) -> tuple[str, ...]:
    """What is made of one input: what this step or the next one shows of it, else everything that is its own."""
    own = tuple(show.slug for show in found.exercise.shows if show.of == slug)
    rest = found.steps[max(0, found.run.step - 1) :]
    coming = next((step.shows for step in rest if step.shows), ())
    return coming if set(own) & set(coming) else own or coming


def shows_here(found: OnScreen) -> tuple[str, ...]:
    """What stands on screen: what the step shows, else what is made of what was revealed in it."""
    run = found.run
    revealed = [
        given.slug for given in found.inputs if given.slug in run.revealed or run.totals_of(given.slug)
    ]
    return shows_now(found) or tuple(show for slug in revealed[:1] for show in shows_of(found, slug))


def board(workspace: Workspace) -> Board | None:
    """What the audience sees of the exercise on screen: its words to say, and what was revealed."""
    found = current(workspace)
    if found is None:
        return None
    slugs = shows_here(found)
    shown = on_board(workspace, found, slugs, public=True) if slugs else ()
    return Board(found.exercise.title, spoken(workspace, found), tuple(Shown.of(result) for result in shown))
