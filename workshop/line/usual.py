"""What segments usually take, in lines: beside the plan, under a new one, and for `/learned`."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.followup.durations import differing, taken_over
from workshop.model.agenda import Segment
from workshop.model.commands import SetAgenda
from workshop.model.meeting import Meeting
from workshop.workspace import Workspace
from workshop.workspace.learning import planned, usual


def plan_lines(workspace: Workspace, meeting: Meeting) -> Iterator[str]:
    """Every segment of a planned meeting with its minutes, and what it usually takes."""
    told = {one.number: one.words() for one in usual(workspace, meeting)}
    for item in meeting.items:
        known = f" · {told[item.number]}" if item.number in told else ""
        yield f"{segment_line(item.segment)}{known}"


def segment_line(segment: Segment) -> str:
    """`   3 Marketing headlines (locked) · 4 min`"""
    words = ("" if segment.core else "optional", "locked" if segment.locked else "")
    marks = ", ".join(word for word in words if word)
    return f"  {segment.number:>2} {segment.title}{f' ({marks})' if marks else ''} · {segment.minutes} min"


def offer(workspace: Workspace, meeting: Meeting) -> Iterator[str]:
    """Segments whose usual minutes are not those of the plan, and how to take them; nothing where none are."""
    segments = tuple(item.segment for item in meeting.items)
    other = differing(usual(workspace, meeting), segments)
    if not other:
        return
    titles = {segment.number: segment for segment in segments}
    for one in other:
        yield f"   {one.number:>2} {titles[one.number].title} · {titles[one.number].minutes} min, {one.words()}"
    total = sum(segment.minutes for segment in taken_over(segments, other))
    yield f"   /learned M-{meeting.number} go takes these minutes: {total} in all."


def learned_lines(workspace: Workspace, number: int) -> Iterator[str]:
    """`/learned`: the whole plan, and how to take what differs. Raises Refused, NotFound."""
    meeting = planned(workspace, number)
    yield f"M-{meeting.number} {meeting.title}"
    yield from plan_lines(workspace, meeting)
    if not usual(workspace, meeting):
        yield "   Three recorded meetings are needed before the record can tell."
    elif differing(usual(workspace, meeting), (item.segment for item in meeting.items)):
        yield f"   /learned M-{meeting.number} go takes the usual minutes."


def learned_plan(workspace: Workspace, number: int) -> SetAgenda:
    """`/learned go`: the command that takes the usual minutes. Raises Refused where there is nothing to take."""
    meeting = planned(workspace, number)
    segments = tuple(item.segment for item in meeting.items)
    return SetAgenda(meeting.number, taken_over(segments, usual(workspace, meeting)))
