"""`/plan`: the plan of a meeting in lines, and one segment of it changed; the twin of the keys on the Plan screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from workshop.errors import NotFound
from workshop.facilitation import planning
from workshop.line.usual import plan_lines, segment_line
from workshop.line.wording import Wording
from workshop.model.agenda import Segment
from workshop.model.asks import Plan, PlanChange
from workshop.model.commands import SetAgenda
from workshop.model.meeting import Meeting
from workshop.workspace import Workspace
from workshop.workspace.learning import planned

Segments = tuple[Segment, ...]
_CHANGES: Mapping[PlanChange, Callable[[Segments, int, int], Segments]] = {
    "minutes": planning.of_minutes,
    "longer": planning.lengthened,
    "lock": lambda plan, number, _: planning.locked(plan, number, on=True),
    "unlock": lambda plan, number, _: planning.locked(plan, number, on=False),
    "core": lambda plan, number, _: planning.core(plan, number, on=True),
    "optional": lambda plan, number, _: planning.core(plan, number, on=False),
    "drop": lambda plan, number, _: planning.without(plan, number),
    "before": lambda plan, number, other: planning.beside(plan, number, other, after=False),
    "after": lambda plan, number, other: planning.beside(plan, number, other, after=True),
}


def shown_plan(workspace: Workspace, number: int) -> Iterator[str]:
    """Every segment, what was left out, and from when to when. Raises NotFound, Refused."""
    meeting = planned(workspace, number)
    segments = _segments(meeting)
    yield f"M-{meeting.number} {meeting.title} · {Wording(workspace).day(meeting.on)}"
    yield from plan_lines(workspace, meeting)
    for gone in planning.left_out(segments, _template(workspace, meeting)):
        yield f"   - {gone.title} · left out; /plan M-{meeting.number} {gone.number} add"
    begins, *_, ends = planning.starts(meeting, segments)
    hard = f", hard end {meeting.hard_end:%H:%M}" if meeting.hard_end else ""
    yield f"   {sum(each.minutes for each in segments)} minutes, {begins:%H:%M} to {ends:%H:%M}{hard}"


def changed_plan(workspace: Workspace, asked: Plan) -> SetAgenda:
    """The command that changes the plan as asked. Raises NotFound, Refused."""
    meeting = planned(workspace, asked.meeting)
    segments = _segments(meeting)
    if asked.change == "add":
        after = planning.brought_back(segments, _template(workspace, meeting), asked.segment)
    else:
        after = _CHANGES[asked.change](segments, asked.segment, asked.value)
    return SetAgenda(meeting.number, after)


def changed_line(workspace: Workspace, asked: Plan, number: int) -> Iterator[str]:
    """The segment as it stands now, or how it comes back."""
    meeting = workspace.state.meeting(number)
    item = meeting.item(asked.segment) if meeting else None
    if item is not None:
        yield segment_line(item.segment)
    else:
        yield f"   Left out; /plan M-{number} {asked.segment} add brings it back."


def _segments(meeting: Meeting) -> Segments:
    return tuple(item.segment for item in meeting.items)


def _template(workspace: Workspace, meeting: Meeting) -> Segments:
    """The segments of its template; none where that was taken off the shelf."""
    try:
        return workspace.library.agenda(meeting.template).segments
    except NotFound:
        return ()
