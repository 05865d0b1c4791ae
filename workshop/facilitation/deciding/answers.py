"""Answers to an exercise: asked in confidence or openly, given openly, cleared, revealed."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.errors import Refused
from workshop.facilitation.collecting import still_out
from workshop.facilitation.deciding.exercises import an_input, new_version, screen, taken_up
from workshop.facilitation.deciding.rounds import check_answers
from workshop.facilitation.exercises import OnScreen, in_confidence, may_choose, rated, waits, why_open
from workshop.facilitation.house import House
from workshop.model.commands import ClearAnswers, Confide, GiveAnswers, RevealInput
from workshop.model.exercises import Input
from workshop.model.facts import AnswersCleared, AnswersGiven, ConfidenceChosen, Fact, InputRevealed
from workshop.model.meeting import Meeting
from workshop.model.runs import Answer
from workshop.model.state import State


def give_answers(state: State, command: GiveAnswers, house: House) -> tuple[Fact, ...]:
    """Open answers; in confidence they lie in the box, and the workspace keeps it."""
    found = screen(state, house)
    given = an_input(found, command.input)
    if state.running and in_confidence(given, found.run, state.running):
        raise Refused("What is given in confidence lies in its box; the workspace keeps it.")
    checked = check_answers(state, command, house, found.run.answers)
    asked = checked.asked if checked.asked != found.run.asked_of(given.slug) else None
    given_now = AnswersGiven(found.run.exercise, checked.answers, asked)
    return (*taken_up(found), given_now, *new_version(state, found, given.slug))


def confide(state: State, command: Confide, house: House) -> tuple[Fact, ...]:
    """Ask in confidence what the exercise leaves to the room, or openly after all; said before the first answer."""
    found = screen(state, house)
    run, meeting = found.run, state.running
    named = (an_input(found, command.input),) if command.input else _in_order(found)
    left = [given for given in named if given.confidence == "optional"]
    if not left:
        raise Refused(
            _never(found, named[0] if command.input else None), fix="/exercise shows what is asked for."
        )
    chosen = [one for one in left if may_choose(one, run) and (one.slug in run.confided) != command.on]
    if not chosen:
        raise _cannot_choose(left[0], found, on=command.on)
    why = next((why for one in chosen if meeting and command.on and (why := why_open(one, meeting))), "")
    if why:
        raise Refused(why, fix="Three of each team that answers are the least; /here NAME notes who joined.")
    return (
        *taken_up(found),
        *(ConfidenceChosen(run.exercise, given.slug, command.on) for given in chosen),
    )


def _never(found: OnScreen, given: Input | None) -> str:
    if given is None:
        return f"{found.exercise.title}: nothing here may be asked one way or the other."
    how = "always asked in confidence" if given.confidence else "not asked in confidence"
    return f"{given.title or given.slug} is {how}."


def _cannot_choose(given: Input, found: OnScreen, *, on: bool) -> Refused:
    """Why nothing changes: it is so already, or somebody has answered."""
    title = given.title or given.slug
    if may_choose(given, found.run):
        return Refused(
            f"{title} is asked {'in confidence' if on else 'openly'} already.",
            fix=f"/confide {given.slug}{' off' if on else ''} asks it {'openly' if on else 'in confidence'}.",
        )
    again = f"/confide {given.slug}{'' if on else ' off'}"
    return Refused(
        f"{title}: there are answers already.", fix=f"/collect {given.slug} throws them away, then {again}."
    )


def clear_answers(state: State, command: ClearAnswers, house: House) -> tuple[Fact, ...]:
    """Take the answers of an input away."""
    found = screen(state, house)
    run = found.run
    slugs = {answer.input for answer in run.answers} | {totals.input for totals in run.totals}
    if command.input:
        an_input(found, command.input)
    slug = meant(found, command.input, slugs)
    if slug not in slugs:
        raise Refused("There are no answers to clear.", fix="/exercise shows what is asked for.")
    return (*taken_up(found), AnswersCleared(run.exercise, slug))


def reveal_input(state: State, command: RevealInput, house: House) -> tuple[Fact, ...]:
    """Show hidden fields, or the answers of an open round."""
    found = screen(state, house)
    if command.input:
        an_input(found, command.input)
    wanted = [given for given in _in_order(found) if command.input in ("", given.slug)]
    hides = next((given for given in wanted if waits(given, found.run)), None)
    if hides is None:
        raise Refused("Nothing waits to be revealed here.", fix="/result shows what there is.")
    if not command.early and state.running:
        check_all_in(found, hides, found.run.answers, state.running)
    return (*taken_up(found), InputRevealed(found.run.exercise, hides.slug))


def check_all_in(found: OnScreen, given: Input, answers: tuple[Answer, ...], meeting: Meeting) -> None:
    """Raises Refused where somebody who is here has not answered yet."""
    _, texts = rated(found.exercise, given, found.run, meeting)
    out = still_out(given, found.run, answers, meeting, len(texts))
    if out:
        raise Refused(
            f"{given.title or given.slug}: {out}.",
            fix=f"/reveal {given.slug} early shows it all the same: somebody left, or does not answer.",
        )


def _in_order(found: OnScreen) -> tuple[Input, ...]:
    """The inputs of the step on screen first."""
    return tuple(dict.fromkeys((*found.inputs, *found.exercise.inputs)))


def meant(found: OnScreen, slug: str, holding: Iterable[str]) -> str:
    """The input that a command means: the one named, else the first on screen of those that hold something."""
    held = tuple(holding)
    return slug or next((given.slug for given in _in_order(found) if given.slug in held), "")
