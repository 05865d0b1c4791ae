"""The exercise on screen: its run, what was collected of each input, what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.errors import NotFound, Refused
from workshop.facilitation.collecting import people_in
from workshop.facilitation.exercises import (
    OnScreen,
    as_it_begins,
    asked_groups,
    expected,
    in_confidence,
    on_screen,
    rated,
    visible,
    waits,
)
from workshop.measures.rounds import dots_each
from workshop.model.exercises import Exercise, Input
from workshop.model.meeting import Meeting
from workshop.model.results import Outcome, Result
from workshop.model.runs import Run, Totals
from workshop.model.state import State
from workshop.model.teams import Group
from workshop.model.values import dataclass
from workshop.workspace.confidence import Asking
from workshop.workspace.core import Workspace
from workshop.workspace.taken import with_taken

if TYPE_CHECKING:  # only what shows a result works one out
    from workshop.exercising import Surroundings


def current(workspace: Workspace) -> OnScreen | None:
    """The exercise on screen; None where the segment has none."""
    return on_screen(workspace.state, workspace.exercise)


def of_meeting(workspace: Workspace, slug: str) -> OnScreen:
    """An exercise of the running meeting, on screen or not. Raises NotFound, Refused."""
    found, meeting, exercise = current(workspace), workspace.state.running, workspace.exercise(slug)
    if found and found.exercise.slug == slug:
        return found
    if exercise is None:
        raise NotFound(f"There is no exercise '{slug}' on the shelf.", fix="/exercise lists what is there.")
    if meeting is None:
        raise Refused("No meeting is running.", fix="/start begins the next one.")
    run = workspace.state.run(slug, meeting.number)
    if run is not None:
        return OnScreen(exercise, run, opened=True)
    return as_it_begins(workspace.state, exercise, meeting, meeting.current or meeting.items[0], "")


# What it comes to --------------------------------------------------------------------------------


def outcome_of(workspace: Workspace, slug: str) -> Outcome:
    """What an exercise of the running meeting has come to, without what waits for its reveal."""
    found = of_meeting(workspace, slug)
    told = _worked_out(workspace, workspace.state, found.exercise, visible(found.exercise, found.run))
    told = replace(told, notes=(*told.notes, *_waiting(workspace, found)))
    return with_taken(told, workspace.state)


def _waiting(workspace: Workspace, found: OnScreen) -> Iterator[str]:
    """What is in already and not shown yet."""
    for given in found.exercise.inputs:
        held = workspace.confidence.answers(workspace.state, Asking(found.exercise.slug, given.slug))
        if held or waits(given, found.run):
            yield f"{given.title or given.prefix}: /reveal shows what is in"


def outcome_in(workspace: Workspace, state: State, meeting: Meeting, slug: str) -> Outcome:
    """What one exercise comes to in a meeting, typed there or not. Raises NotFound."""
    exercise = workspace.exercise(slug)
    if exercise is None:
        raise NotFound(f"There is no exercise '{slug}' on the shelf.", fix="/exercise lists what is there.")
    run = state.run(slug, meeting.number) or Run(slug, meeting.number, 0, meeting.on.isoformat())
    return _worked_out(workspace, state, exercise, visible(exercise, run))


def _worked_out(workspace: Workspace, state: State, exercise: Exercise, run: Run) -> Outcome:
    from workshop.exercising import outcome

    before = state.runs_before(run.exercise, run.meeting)
    told = outcome(exercise, run, surroundings(workspace, state, exercise), before)
    return replace(told, segments=_segments(state.meeting(run.meeting), run))


def on_board(
    workspace: Workspace, found: OnScreen, slugs: Sequence[str] = (), *, public: bool = False
) -> tuple[Result, ...]:
    """Results by slug; without slugs those of the step. What is not for the room is left out.

    `public`: for the audience's screen, so without records that carry an audience mark.
    """
    from workshop.exercising import shown

    world = surroundings(workspace, workspace.state, found.exercise)
    if public:
        world = replace(world, entries=tuple(entry for entry in world.entries if not entry.said.audience))
    wanted = slugs or shows_now(found)
    run, before = visible(found.exercise, found.run), _before(workspace.state, found)
    return shown(found.exercise, run, world, wanted, before)


def shows_now(found: OnScreen) -> tuple[str, ...]:
    """Slugs of what is on screen in this step; of everything where the exercise has no steps."""
    return found.step.shows if found.step else tuple(show.slug for show in found.exercise.shows)


def surroundings(workspace: Workspace, state: State, exercise: Exercise) -> Surroundings:
    """What its formulas may know beside the run."""
    from workshop.exercising.around import around, mentioned

    library, settings = workspace.library, workspace.settings
    named = (library.exercise(slug) for slug in mentioned(exercise, library.shelf.slugs))
    return around(
        state, workspace.people, library.kinds, library.metrics, tuple(one for one in named if one),
        hourly_rate=settings.hourly_rate, currency=settings.currency,
    )  # fmt: skip


def _segments(meeting: Meeting | None, run: Run) -> tuple[int, ...]:
    """Segments that an exercise belongs to, and the one in which it was brought up."""
    items = meeting.items if meeting else ()
    named = {item.number for item in items if run.exercise == item.segment.exercise}
    return tuple(sorted(named | ({run.segment} if run.segment else set())))


def _before(state: State, found: OnScreen) -> tuple[Run, ...]:
    return state.runs_before(found.run.exercise, found.run.meeting)


# What was collected ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """How many answers of one group came in."""

    group: Group
    given: int
    """Sheets, or answers where there is one item; with dots the dots."""
    of: int
    """As many as there may be; 0 where nobody noted who is here."""


@dataclass(frozen=True, slots=True)
class Collected:
    """How far the collecting of one input has come; no answer can be told from it."""

    input: Input
    items: int
    """Things that are rated now."""
    counts: tuple[Count, ...]
    """Of each group that is asked."""
    in_confidence: bool
    revealed: bool
    """Nothing of it waits any more."""
    over: bool
    """It was revealed, and no more is expected; an open input without a reveal is never over."""


def collected(workspace: Workspace, found: OnScreen, given: Input) -> Collected:
    """How far an input that is rated has come."""
    state, meeting, run = workspace.state, workspace.state.running, found.run
    if meeting is None:
        raise Refused("No meeting is running.", fix="/start begins the next one.")
    held = workspace.confidence.answers(state, Asking(found.exercise.slug, given.slug))
    mine = (*(answer for answer in run.answers if answer.input == given.slug), *held)
    live, texts = rated(found.exercise, given, run, meeting)
    totals = run.totals_of(given.slug)
    counts = []
    for group in asked_groups(given):
        answers = [answer for answer in mine if answer.group == group]
        many = expected(meeting, group, answers)
        if given.shape == "dots":
            told, most = (
                sum(int(value) for a in answers for value in a.values),
                many * _dots(given, len(live)),
            )
        else:
            told, most = people_in(given, answers, group, len(texts)), many
        if totals is not None:
            told = _revealed(totals, group)
        # who has gone may have given theirs before
        counts.append(Count(group, told, max(told, most) if meeting.here else most))
    return Collected(
        given, len(live), tuple(counts),
        in_confidence=bool(held) or (totals is not None) or in_confidence(given, run, meeting),
        revealed=totals is not None or (not held and bool(mine) and not waits(given, run)),
        over=totals is not None or given.slug in run.revealed,
    )  # fmt: skip


def _revealed(totals: Totals, group: Group) -> int:
    """Answers of a group as far as totals tell; where groups were kept together they do not."""
    sheets = [sheet.n for sheet in totals.sheets if sheet.group == group]
    items = [sum(count for _, count in item.counts) for item in totals.items if item.group == group]
    return max([*sheets, *items], default=0)


def _dots(given: Input, options: int) -> int:
    return given.sum_to or dots_each(options)
