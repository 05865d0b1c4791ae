"""Exercises: brought up, stepped through, rows set and struck."""

from __future__ import annotations

from dataclasses import replace

from workshop.errors import NotFound, Refused
from workshop.facilitation.deciding import finding
from workshop.facilitation.exercises import OnScreen, as_it_begins, is_asked, lacking, on_screen, why_open
from workshop.facilitation.house import House
from workshop.facilitation.rewording import first_version
from workshop.measures.formula import parsed, paths
from workshop.measures.input_names import column_name
from workshop.measures.rounds import FEWEST, counted, tallied
from workshop.model.commands import OpenExercise, SetRow, SetRows, Step, StrikeRow, TakeDraft
from workshop.model.entries import Value
from workshop.model.exercise_inputs import PERSON
from workshop.model.exercises import Exercise, Input
from workshop.model.facts import Fact, RowSet, RowStruck, RunOpened, RunStepped, VersionMade
from workshop.model.runs import RunRow
from workshop.model.state import State
from workshop.model.words import did_you_mean

EMPTY = "-"
"""As the value of a field: the field becomes empty."""


def screen(state: State, house: House) -> OnScreen:
    """The exercise on screen. Raises Refused where there is none."""
    finding.current(state)
    found = on_screen(state, house.exercise)
    if found is None:
        raise Refused("No exercise is on screen.", fix="Bring one up: /exercise and its name.")
    return found


def taken_up(found: OnScreen) -> tuple[Fact, ...]:
    """That the exercise is on here, said once, with the first thing that is typed."""
    if found.opened:
        return ()
    run = found.run
    return (RunOpened(run.exercise, run.segment, run.rows if found.fresh else (), run.part),)


def new_version(state: State, found: OnScreen, *inputs: str) -> tuple[Fact, ...]:
    """The version that a change of these inputs makes, once in a run; nothing where they do not live on."""
    living, run = found.exercise.living, found.run
    before = state.runs_before(run.exercise, run.meeting)
    last = before[0].version if before else 0
    if living is None or run.version > last or not any(slug in living.inputs for slug in inputs):
        return ()
    return (VersionMade(run.exercise, last + 1),)


def open_exercise(state: State, command: OpenExercise, house: House) -> tuple[Fact, ...]:
    """Bring an exercise up in the segment on screen, all of it or a part."""
    meeting, item = finding.current(state)
    exercise = house.exercise(command.exercise)
    if exercise is None:
        raise NotFound(
            f"There is no exercise '{command.exercise}' on the shelf.", fix="/exercise lists what is there."
        )
    _check_part(exercise, command.part)
    part = command.part or exercise.usual
    now = on_screen(state, house.exercise)
    if now and (now.exercise.slug, now.run.part) == (exercise.slug, part):
        raise Refused(f"{exercise.title} is on screen already.", fix="/step goes on.")
    return taken_up(as_it_begins(state, exercise, meeting, item, part))


def _check_part(exercise: Exercise, part: str) -> None:
    slugs = [known.slug for known in exercise.parts]
    if part and part not in slugs:
        listed = f"Its parts are: {', '.join(slugs)}." if slugs else "Leave the part out."
        raise NotFound(f"{exercise.slug} has no part '{part}'{did_you_mean(part, slugs)}", fix=listed)


def step(state: State, command: Step, house: House) -> tuple[Fact, ...]:
    """To a step of the script, or one on or back."""
    found = screen(state, house)
    last = len(found.steps)
    to = command.to or found.run.step + command.by
    if not last:
        raise Refused(f"{found.exercise.title} has no steps.", fix="/result shows what it comes to.")
    if to > last and not command.to:
        raise Refused("This is the last step.", fix="/result shows what it comes to; /next goes on.")
    if not 1 <= to <= last:
        raise Refused(f"There is no step {to}.", fix=f"Steps are 1 to {last}.")
    return (*taken_up(found), RunStepped(found.run.exercise, to))


# Rows --------------------------------------------------------------------------------------------


def set_row(state: State, command: SetRow, house: House) -> tuple[Fact, ...]:
    """One row, new or changed."""
    return set_rows(state, SetRows((command,)), house)


def set_rows(state: State, command: SetRows, house: House) -> tuple[Fact, ...]:
    """Several rows, all of them or none."""
    found = screen(state, house)
    rows, told = found.run.rows, []
    for asked in command.rows:
        row = _row(found, rows, asked, state)
        told.append(RowSet(found.run.exercise, row))
        rows = (*(old for old in rows if (old.input, old.number) != (row.input, row.number)), row)
    if not told:
        raise Refused("There is no row in that line.", fix="/rows lists those that are there.")
    return (*taken_up(found), *told, *new_version(state, found, *(fact.row.input for fact in told)))


def an_input(found: OnScreen, slug: str) -> Input:
    """An input of the exercise on screen. Raises NotFound."""
    given = found.exercise.input(slug)
    if given is None:
        words = [known.slug for known in found.exercise.inputs]
        raise NotFound(f"{found.exercise.title} does not ask for '{slug}'{did_you_mean(slug, words)}")
    return given


def _row(found: OnScreen, rows: tuple[RunRow, ...], asked: SetRow, state: State) -> RunRow:
    """The row as it is from now on."""
    given = an_input(found, asked.input)
    if not given.typed or given.shape not in ("rows", "form"):
        raise Refused(f"{given.title or given.slug} takes no rows.", fix=given.ask)
    _check_signed(found, given, rows)
    _check_letters(found, given, asked)
    _check_counts(given, asked, state)
    mine = tuple(row for row in rows if row.input == given.slug)
    old = _form(given, mine) if given.shape == "form" else _found(given, mine, asked)
    if old is None:
        if not asked.text:
            raise Refused(f"{given.prefix}: there are no words yet.", fix=given.ask)
        fresh = RunRow(given.slug, max((row.number for row in mine), default=0) + 1, asked.text)
        before = state.runs_before(found.run.exercise, found.run.meeting)
        others = (*mine, *(row for run in before for row in run.of(given.slug)))
        return first_version(given, _fitting(given, _changed(given, fresh, asked)), others)
    _check_ticked(found, given, old, asked)
    return _fitting(given, _changed(given, old, asked))


def _check_signed(found: OnScreen, signs: Input, rows: tuple[RunRow, ...]) -> None:
    """Raises Refused where somebody signs what does not stand there yet."""
    living = found.exercise.living
    if living is None or living.signed != signs.slug:
        return
    for given in found.exercise.inputs:
        if given.slug in living.inputs and given.slug != signs.slug and given.shape in ("rows", "form"):
            _check_whole(
                given, [row for row in rows if row.input == given.slug and not row.struck], living.name
            )


def _check_whole(given: Input, rows: list[RunRow], called: str) -> None:
    """Raises Refused for a form without its required fields, and for a list of which no row has them."""
    if not rows and given.shape == "rows":
        raise Refused(f"There is no {called} to sign yet: no {given.prefix}.", fix=f"Type {given.ask}")
    row = min(rows or [RunRow(given.slug, 1)], key=lambda row: len(lacking(given, row, known=True)))
    lacks = lacking(given, row, known=True)
    if lacks:
        number = f" {row.number}" if given.shape == "rows" else ""
        told = "; ".join(f"{name}=..." for name in lacks)
        raise Refused(
            f"There is no {called} to sign yet: {given.prefix}{number} lacks {', '.join(lacks)}.",
            fix=f"Type {given.prefix}:{number} {told} first.",
        )


def _check_ticked(found: OnScreen, given: Input, row: RunRow, asked: SetRow) -> None:
    """Raises Refused where a row is ticked off that is not asked for here."""
    told = [value.value for value in asked.fields if value.name == given.quick]
    if told in ([], [EMPTY]) or is_asked(found.exercise, given, found.run, row):
        return
    forms = {column_name(one.slug): one for one in found.exercise.inputs if one.shape == "form"}
    first, _, field = next(
        (path.partition(".") for path in paths(parsed(given.where)) if path.partition(".")[0] in forms),
        ("", "", ""),
    )
    settles = f"If it is, type {forms[first].prefix}: {field}=... first; else leave" if first else "Leave"
    raise Refused(
        f"{given.prefix} {row.number}, {row.text}, is not asked for here.", fix=f"{settles} its number out."
    )


def _changed(given: Input, old: RunRow, asked: SetRow) -> RunRow:
    return replace(
        old,
        text=asked.text if asked.number and asked.text else old.text,
        fields=_merged(given, old.fields, asked.fields),
        team=asked.team or old.team,
        person=asked.person or old.person,
        preset=asked.preset,
    )


def _check_letters(found: OnScreen, given: Input, asked: SetRow) -> None:
    """Raises Refused for a letter that a field does not know, and for more or fewer of them than there are rows."""
    for value in asked.fields:
        field = given.field(value.name)
        if field is None or not field.letters or value.value == EMPTY:
            continue
        told = value.value.replace(" ", "").casefold()
        off = next((letter for letter in told if letter not in field.letters.casefold()), "")
        if off:
            raise Refused(f"{field.name}: '{off}' is none of {', '.join(field.letters)}.", fix=given.ask)
        rows = found.run.of(field.of)
        if field.of and len(told) != len(rows):
            raise Refused(
                f"{field.name}: {len(told)} letters for {len(rows)} rows of {field.of}.",
                fix=f"Type one for each, in the order of /rows {field.of}.",
            )


def _check_counts(given: Input, asked: SetRow, state: State) -> None:
    """Raises Refused for a count of fewer than three people where it is asked in confidence (rule 3)."""
    meeting = state.running
    if not given.confidence or meeting is None or not meeting.here or why_open(given, meeting):
        return
    for value in asked.fields:
        people = counted(value.value) if value.name in given.counted and value.value != EMPTY else FEWEST
        if people < FEWEST:
            raise Refused(
                f"{value.name}: {people} answer{'s' if people != 1 else ''}; fewer than {FEWEST} are not kept in confidence.",
                fix=f"Ask more people, or leave {value.name} out.",
            )


def _fitting(given: Input, row: RunRow) -> RunRow:
    """The row as it is. Raises Refused where a part counts more people than the whole that it is of."""
    for field in given.fields:
        part, whole = row.get(field.name), row.get(field.at_most) if field.at_most else ""
        if not (part and whole.isdecimal() and (part.isdecimal() or tallied(part))):
            continue
        many = counted(part)
        if many > int(whole):
            raise Refused(
                f"{field.name}: {many} is more than {field.at_most}: {whole}.",
                fix=f"Type {field.name} with {whole} at most, or {field.at_most} anew.",
            )
    return row


def _form(given: Input, mine: tuple[RunRow, ...]) -> RunRow:
    """A form has one row, and no text."""
    return next((row for row in mine if not row.struck), RunRow(given.slug, 1))


def _found(given: Input, mine: tuple[RunRow, ...], asked: SetRow) -> RunRow | None:
    """The row of that number, or of that text; None where the text is new."""
    standing = [row for row in mine if not row.struck]
    if asked.number:
        return a_row(given, tuple(standing), asked.number)
    same = [row for row in standing if _folded(row.text) == _folded(asked.text)]
    if not given.per or not same:
        return same[0] if same else None
    return _of_one(given, same, asked)


def _of_one(given: Input, same: list[RunRow], asked: SetRow) -> RunRow | None:
    """Of rows of the same words the one of that period, or what else tells them apart; one that tells none takes it.

    Raises Refused where there are several and the line tells none.
    """
    by_person = given.per == PERSON

    def apart(row: RunRow | SetRow) -> str:
        """What tells rows of these words apart."""
        if by_person:
            return row.person
        return _folded(next((value.value for value in row.fields if value.name == given.per), ""))

    told = apart(asked)
    if told:
        fits = (row for row in same if apart(row) in (told, ""))
        return max(fits, key=lambda row: bool(apart(row)), default=None)
    if len(same) > 1:
        each = ", ".join(f"{row.number} ({row.get(given.per) or 'not told'})" for row in same)
        named = ", ".join(str(row.number) for row in same)
        raise Refused(
            f"{given.prefix}: {asked.text} is there {len(same)} times, as {named if by_person else each}.",
            fix=f"Type {'@ and who said it' if by_person else f'{given.per}=...'} too, or the number of the row.",
        )
    return same[0]


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def a_row(given: Input, standing: tuple[RunRow, ...], number: int) -> RunRow:
    """The row of that number. Raises NotFound."""
    row = next((row for row in standing if row.number == number), None)
    if row is None:
        listed = f"/rows {given.slug} lists what is there." if standing else given.ask
        raise NotFound(f"There is no {given.prefix} {number}.", fix=listed)
    return row


def _merged(given: Input, old: tuple[Value, ...], new: tuple[Value, ...]) -> tuple[Value, ...]:
    """The fields in the order in which the input has them; `-` leaves one empty, unless it is one of its words."""
    names = {value.name for value in new}
    kept = [value for value in old if value.name not in names]
    order = {field.name: place for place, field in enumerate(given.fields)}
    dashed = {field.name for field in given.fields if EMPTY in field.options}
    told = (*kept, *(value for value in new if value.value != EMPTY or value.name in dashed))
    return tuple(sorted(told, key=lambda value: order.get(value.name, len(order))))


def strike_row(state: State, command: StrikeRow, house: House) -> tuple[Fact, ...]:
    """Take a row out; its number is not given again."""
    found = screen(state, house)
    given = an_input(found, command.input)
    a_row(given, found.run.of(given.slug), command.number)
    struck = RowStruck(found.run.exercise, given.slug, command.number)
    return (*taken_up(found), struck, *new_version(state, found, given.slug))


def take_draft(_state: State, _command: TakeDraft, _house: House) -> tuple[Fact, ...]:
    """Drafts are worked out from the run; whoever can do that hands over what the draft becomes."""
    raise Refused("A draft is made real where it is worked out; the workspace does that.")
