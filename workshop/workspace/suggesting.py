"""What to do next, the weightiest first: from the last results, from the record, from the year's rotation."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from workshop.followup.signals import named, rotated, signalled
from workshop.followup.watching import past, seen
from workshop.model.agenda import Agenda
from workshop.model.metrics import Definition
from workshop.model.results import Draft
from workshop.model.signals import Suggestion, Watch
from workshop.workspace.core import Workspace
from workshop.workspace.exercises import outcome_in
from workshop.workspace.rows import rows


def suggestions(workspace: Workspace) -> tuple[Suggestion, ...]:
    """Everything that may be done next; the first is the one suggestion. An exercise is named once."""
    library, today = workspace.library, workspace.house().today
    record = signalled(
        library.prompting.signals, lambda table: rows(workspace, table), lambda watch: _seen(workspace, watch), today,
        workspace.exercise,
    )  # fmt: skip
    turn = rotated(library.prompting.rotation, today, workspace.exercise)
    found = (*named(_drafts(workspace), workspace.exercise), *record, *turn)
    first = {one.exercise or one.agenda: one for one in reversed(found)}
    return tuple(one for one in found if first[one.exercise or one.agenda] is one)


def _seen(workspace: Workspace, watch: Watch) -> str:
    if watch.figure:
        return _figured(workspace, watch)
    number = workspace.library.metric(watch.metric) or Definition(watch.metric)
    return seen(watch, number, workspace.state.metrics, workspace.settings.currency)


def _figured(workspace: Workspace, watch: Watch) -> str:
    """What the figure came to in the last run of its exercise, where it is past its limit."""
    slug, _, name = watch.figure.partition(".")
    state = workspace.state
    run = max((run for run in state.runs if run.exercise == slug), key=lambda run: run.meeting, default=None)
    meeting = state.meeting(run.meeting) if run and workspace.exercise(slug) else None
    told = outcome_in(workspace, state, meeting, slug).figures if meeting else ()
    found = next((one for one in told if one.name == name and isinstance(one.value, Fraction)), None)
    if (
        found is None
        or not isinstance(found.value, Fraction)
        or not past(watch, found.value, found.reads.endswith("%"))
    ):
        return ""
    return f"{found.label} {found.reads} ({f'n={found.n}, ' if found.n else ''}M-{run.meeting if run else 0})"


def agenda_for(workspace: Workspace, one: Suggestion) -> Agenda | None:
    """The agenda to plan it with: the one named, else the shortest that holds the whole exercise, else a part of it."""
    library = workspace.library
    named = next((agenda for agenda in library.agendas if agenda.slug == one.agenda), None)
    holding = [
        (bool(segment.part), agenda.minutes, agenda)
        for agenda in library.agendas
        for segment in agenda.segments
        if one.exercise and segment.exercise == one.exercise
    ]
    return named or (min(holding, key=lambda found: found[:2])[2] if holding else None)


def _drafts(workspace: Workspace) -> Iterator[Draft]:
    """What the exercises of the meeting closed last lead to."""
    state = workspace.state
    closed = [meeting for meeting in state.meetings if meeting.closed is not None]
    last = max(closed, key=lambda meeting: meeting.closed or 0, default=None)
    for run in state.runs:
        if last is not None and run.meeting == last.number and workspace.exercise(run.exercise):
            yield from outcome_in(workspace, state, last, run.exercise).drafts
