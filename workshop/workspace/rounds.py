"""Commands that go through a box: what is given in confidence, taken back, emptied and revealed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.errors import NotFound, Refused
from workshop.facilitation import check_rows, decide, reveal
from workshop.facilitation.collecting import collected_in
from workshop.facilitation.deciding.answers import check_all_in, meant
from workshop.facilitation.deciding.exercises import an_input, new_version, screen, taken_up
from workshop.facilitation.deciding.rounds import check_answers
from workshop.facilitation.exercises import (
    OnScreen,
    as_it_begins,
    in_confidence,
    on_screen,
    rated,
    rated_in,
    waits,
)
from workshop.model.commands import (
    ClearAnswers,
    Close,
    Collect,
    Command,
    Confide,
    GiveAnswers,
    GiveRoti,
    Redo,
    Reveal,
    RevealInput,
    Undo,
)
from workshop.model.exercises import Input
from workshop.model.facts import AnswersGiven, ConfidenceChosen, Fact, InputRevealed, TotalsRevealed
from workshop.model.meeting import Meeting
from workshop.model.moments import Reading
from workshop.model.runs import Asked, Totals
from workshop.model.state import State
from workshop.workspace.confidence import ROTI, Asking
from workshop.workspace.done import Done

if TYPE_CHECKING:  # it calls these functions
    from workshop.workspace.core import Workspace


def behind_the_box(workspace: Workspace, command: Command) -> Done | None:
    """What a command does with the boxes; None where it only leads to facts, which are still to be stored."""
    match command:
        case GiveRoti():
            return _give_roti(workspace, command)
        case GiveAnswers():
            return _give_answers(workspace, command)
        case Confide():
            _check_empty(workspace, command)
        case Undo():
            return _take_back(workspace)
        case Redo():
            _check_redo(workspace)
        case Collect() | ClearAnswers():
            return _empty(workspace, command)
        case Reveal() | RevealInput():
            return _reveal(workspace, command)
        case Close():
            return _close(workspace, command)
    return None


# Given -------------------------------------------------------------------------------------------


def _give_roti(workspace: Workspace, command: GiveRoti) -> Done:
    before = workspace.state
    check_rows(before, command.rows, workspace.confidence.rows(before))
    workspace.confidence.give(before, command.rows)
    done = Done(command, (), before, before)
    if command.change or command.keep:
        done = workspace.stored(command)
    return Done(command, done.facts, before, done.after, held=workspace.confidence.rows(workspace.state))


def _give_answers(workspace: Workspace, command: GiveAnswers) -> Done | None:
    """Into the box; what was asked stands in the journal before the first answer lies there."""
    state, house = workspace.state, workspace.house()
    found = screen(state, house)
    given, asking = an_input(found, command.input), Asking(found.exercise.slug, command.input)
    held = workspace.confidence.answers(state, asking)
    meeting = state.running
    if meeting is None or not (held or in_confidence(given, found.run, meeting)):
        return None
    checked = check_answers(state, command, house, held, nameless=True)
    facts: tuple[Fact, ...] = ()
    if checked.asked != found.run.asked_of(given.slug):
        asked = AnswersGiven(found.run.exercise, (), checked.asked)
        facts = workspace.stored(command, lambda: (*taken_up(found), asked)).facts
    workspace.confidence.hold(workspace.state, asking, checked.answers)
    return Done(command, facts, state, workspace.state, boxed=given.slug)


def _check_empty(workspace: Workspace, command: Confide) -> None:
    """Raises Refused where answers lie in the box of a round that would be asked another way."""
    found = on_screen(workspace.state, workspace.exercise)
    for asking in workspace.confidence.waiting(workspace.state):
        if found and asking.exercise == found.exercise.slug and command.input in ("", asking.input):
            raise Refused(
                f"{asking.input}: there are answers in confidence already.",
                fix=f"/reveal {asking.input} shows the totals, /collect {asking.input} throws them away.",
            )


def _check_redo(workspace: Workspace) -> None:
    """Raises Refused where a sheet was taken back: on purpose nothing of it is left to bring back."""
    if workspace.confidence.just_taken_back(workspace.state):
        raise Refused("What was given in confidence is gone once it is undone.", fix="Type the sheet again.")


def _take_back(workspace: Workspace) -> Done | None:
    """The rows given last, where nothing was done since; else None, and a line of the journal is undone."""
    state = workspace.state
    last = workspace.confidence.last(state)
    if last is None:
        _check_held(workspace)
        done = workspace.stored(Undo())
        return Done(
            done.command, done.facts, state, done.after, done.undone, workspace.confidence.rows(done.after)
        )
    workspace.confidence.take_back(state)
    return Done(Undo(), (), state, state, held=workspace.confidence.rows(state), boxed=last.input)


def _check_held(workspace: Workspace) -> None:
    """What is asked stands in the record as long as sheets for it lie in a box; nothing says which came last of those
    given before the program was started. Raises Refused."""
    held = workspace.confidence.waiting(workspace.state)
    for fact in workspace.last_facts():
        match fact:
            case AnswersGiven(asked=Asked(input=slug), answers=()) | ConfidenceChosen(input=slug):
                asking = Asking(fact.exercise, slug)
            case _:
                continue
        if asking in held:
            raise Refused(
                "Sheets given before the program was started are not taken back one by one.",
                fix=f"/collect {slug} throws away all that were given to it.",
            )


def _empty(workspace: Workspace, command: Collect | ClearAnswers) -> Done | None:
    state = workspace.state
    asking = _meant(workspace, command.input, _answered) if isinstance(command, ClearAnswers) else ROTI
    if isinstance(command, ClearAnswers) and asking is None:
        return None
    if asking is None or (asking == ROTI and not workspace.confidence.rows(state)):
        raise Refused("Nothing is held in confidence.", fix="roti: sales 5x1 4x3 marketing 5x2 4x2")
    workspace.confidence.empty(state, asking)
    return Done(Collect(), (), state, state)


def _meant(workspace: Workspace, slug: str, busy: Callable[[OnScreen], bool]) -> Asking | None:
    """The box that a command about the exercise on screen means; None where it means what the journal holds.

    The return on time is meant where no input is named and the exercise is not `busy` with anything of that sort.
    """
    state = workspace.state
    found = on_screen(state, workspace.exercise)
    waiting = workspace.confidence.waiting(state)
    mine = [asking.input for asking in waiting if found and asking.exercise == found.exercise.slug]
    named = meant(found, slug, mine) if found else ""
    if found and named in mine:
        return Asking(found.exercise.slug, named)
    other = not slug and not (found and busy(found)) and workspace.confidence.rows(state)
    return ROTI if other else None


def _answered(found: OnScreen) -> bool:
    return bool(found.run.answers or found.run.totals)


def _waits(found: OnScreen) -> bool:
    return any(waits(given, found.run) for given in found.exercise.inputs)


# Revealed ----------------------------------------------------------------------------------------


def _reveal(workspace: Workspace, command: Reveal | RevealInput) -> Done | None:
    asking: Asking | None
    if isinstance(command, RevealInput):
        asking = _meant(workspace, command.input, _waits)
    else:
        held = workspace.confidence.rows(workspace.state)
        waiting = () if held else workspace.confidence.waiting(workspace.state)
        asking = waiting[0] if waiting else ROTI
    if asking is None:
        return None
    if asking != ROTI:
        _check(workspace, asking, early=command.early)
    return _reveal_box(workspace, asking, command)


def _check(workspace: Workspace, asking: Asking, *, early: bool) -> None:
    """Raises Refused where too few answers lie in a box to show any, or not everybody is in."""
    found, given, meeting = _asked(workspace, asking)
    answers = workspace.confidence.answers(workspace.state, asking)
    if not _kept(workspace, asking).items:
        counts = collected_in(given, answers, len(rated(found.exercise, given, found.run, meeting)[1]))
        raise Refused(
            f"{given.title or given.slug}: {counts} in. Three answers to the same item are the least that is shown.",
            fix=f"Collect more, or throw them away: /collect {given.slug}.",
        )
    if not early:
        check_all_in(found, given, answers, meeting)


def _reveal_box(workspace: Workspace, asking: Asking, command: Command) -> Done:
    done = workspace.stored(command, lambda: _totals(workspace, asking))
    workspace.confidence.tidy(workspace.state)
    return done


def as_shown(workspace: Workspace, facts: tuple[Fact, ...] = (), reading: Reading | None = None) -> State:
    """The state as a close leaves it that shows what still lies in a box or waits for its reveal, and with these facts;
    now or at a moment to come. Nothing is stored."""
    full, _ = _boxes(workspace)
    shown = (*(fact for asking in full for fact in _totals(workspace, asking)), *_hidden(workspace))
    return workspace.as_if("Close", (*shown, *facts), reading) if shown or facts else workspace.state


def _close(workspace: Workspace, command: Close) -> Done | None:
    """What still lies in a box or waits for its reveal is shown by the close, unless the close is refused; a box with
    too few answers to show any is thrown away."""
    state = workspace.state
    full, few = _boxes(workspace)
    hidden = tuple(_hidden(workspace))
    if not full and not hidden and not few:
        return None
    decide(as_shown(workspace), command, workspace.house())
    for asking in full:
        _reveal_box(workspace, asking, Reveal())
    if hidden:
        workspace.stored(Reveal(), lambda: hidden)
    titles = [_asked(workspace, asking)[1] for asking in few]
    for asking in few:
        workspace.confidence.empty(state, asking)
    return replace(workspace.stored(command), thrown=tuple(given.title or given.slug for given in titles))


def _boxes(workspace: Workspace) -> tuple[list[Asking], list[Asking]]:
    """The boxes that a close shows, and those with too few answers to show any."""
    state = workspace.state
    waiting = workspace.confidence.waiting(state)
    few = [asking for asking in waiting if not _kept(workspace, asking).items]
    full = [asking for asking in waiting if asking not in few]
    return [*full, *([ROTI] if workspace.confidence.rows(state) else [])], few


def _hidden(workspace: Workspace) -> Iterator[Fact]:
    """What the journal holds and nobody was shown yet."""
    meeting = workspace.state.running
    for run in workspace.state.runs:
        exercise = workspace.exercise(run.exercise) if meeting and run.meeting == meeting.number else None
        for given in exercise.inputs if exercise else ():
            if waits(given, run):
                yield InputRevealed(run.exercise, given.slug)


def _totals(workspace: Workspace, asking: Asking) -> tuple[Fact, ...]:
    """What the journal keeps of a box."""
    state = workspace.state
    if asking == ROTI:
        return reveal(state, workspace.confidence.rows(state))
    found, given, meeting = _asked(workspace, asking)
    _, asked = rated_in(found.exercise, given, found.run, meeting)
    shown = TotalsRevealed(asking.exercise, _kept(workspace, asking), asked)
    return (*taken_up(found), shown, *new_version(state, found, given.slug))


def _kept(workspace: Workspace, asking: Asking) -> Totals:
    """What a box of an exercise comes to."""
    from workshop.exercising import totals  # only a reveal counts

    found, given, meeting = _asked(workspace, asking)
    _, texts = rated(found.exercise, given, found.run, meeting)
    return totals(given, workspace.confidence.answers(workspace.state, asking), len(texts))


def _asked(workspace: Workspace, asking: Asking) -> tuple[OnScreen, Input, Meeting]:
    """The exercise of a box, its input and the meeting. Raises NotFound."""
    found = _wherever(workspace, asking)
    given, meeting = found.exercise.input(asking.input), workspace.state.running
    if given is None or meeting is None:
        raise _gone(asking)
    return found, given, meeting


def _wherever(workspace: Workspace, asking: Asking) -> OnScreen:
    """The exercise of a box, on screen or not. Its run was opened before the first answer lay there, and an undo may
    have closed it again since."""
    state, exercise = workspace.state, workspace.exercise(asking.exercise)
    meeting = state.running
    if exercise is None or meeting is None:
        raise _gone(asking)
    run = state.run(asking.exercise, meeting.number)
    if run is not None:
        return OnScreen(exercise, run, opened=True)
    return as_it_begins(state, exercise, meeting, meeting.current or meeting.items[0], "")


def _gone(asking: Asking) -> NotFound:
    return NotFound(
        f"exercises/{asking.exercise}.toml does not ask for '{asking.input}' any more, so its answers cannot be counted.",
        fix="Put the file back as it was, or take the box away.",
    )
