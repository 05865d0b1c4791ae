"""A segment as it is announced: its minutes, the words to say, the cards of a report."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.measures.roti import open_round
from workshop.model.meeting import Item
from workshop.workspace import Workspace


def segment_lines(workspace: Workspace, number: int) -> Iterator[str]:
    """The segment on screen, with its prompts; a report card by card."""
    meeting = workspace.state.running
    item = meeting.item(number) if meeting else None
    if meeting is None or item is None:
        return
    yield f"== {number}/{len(meeting.items)} {item.segment.title} · {item.minutes} min{_lead(item)}"
    for prompt in item.segment.prompts:
        yield f"   {workspace.library.vocabulary.say(prompt)}"
    # Said before anything is collected: a small team cannot be asked in confidence (rule 3).
    if "roti" in item.segment.blocks and (why := open_round(meeting)):
        yield f"   Return on time: {why}"
    exercise = item.segment.exercise
    report = workspace.library.report(exercise)
    if report is None:
        if exercise in workspace.library.missing_exercises((item.segment,)):
            yield f"   {exercise} is not on the shelf yet: the prompts and the clock are here."
        return
    for card in report.selected(item.segment.part):
        yield f"   - {card.title} ({', '.join(kind + ':' for kind in card.kinds)}) {card.prompt}"


def _lead(item: Item) -> str:
    leads = item.segment.leads
    if not leads:  # a break
        return ""
    return " · both teams lead" if leads == ("both",) else f" · {' or '.join(leads)} leads"
