"""A segment as it is announced: its minutes, the words to say, the cards of a report."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.facilitation.gate import asks_for
from workshop.line.exercises import step_lines
from workshop.measures.roti import open_round
from workshop.model.meeting import Item
from workshop.workspace import Workspace
from workshop.workspace.exercises import current


def segment_lines(workspace: Workspace, number: int) -> Iterator[str]:
    """The segment on screen, with its prompts; a report card by card."""
    meeting = workspace.state.running
    item = meeting.item(number) if meeting else None
    if meeting is None or item is None:
        return
    yield f"== {number}/{meeting.last} {item.segment.title} · {item.minutes} min{_lead(item)}"
    for prompt in item.segment.prompts:
        yield f"   {workspace.library.vocabulary.say(prompt)}"
    # Said before anything is collected: a small team cannot be asked in confidence (rule 3).
    if asks_for((item,), "roti", workspace.exercise) and (why := open_round(meeting)):
        yield f"   Return on time: {why}"
    yield from _cards_or_exercise(workspace, item)


def _cards_or_exercise(workspace: Workspace, item: Item) -> Iterator[str]:
    """The cards of a report; else the step of the exercise that is on screen."""
    exercise, found = item.segment.exercise, current(workspace)
    report = workspace.library.report(exercise)
    if report is not None:
        for card in report.selected(item.segment.part):
            yield f"   - {card.title} ({', '.join(kind + ':' for kind in card.kinds)}) {card.prompt}"
    elif found is not None:
        yield from step_lines(workspace, found)
    elif exercise in workspace.library.missing_exercises((item.segment,)):
        yield f"   {exercise} is not on the shelf yet: the prompts and the clock are here."


def _lead(item: Item) -> str:
    leads = item.segment.leads
    if not leads:  # a break
        return ""
    return f" · led by {'both teams' if leads == ('both',) else ' or '.join(leads)}"  # "sales leads" are names to call
