"""The first page of the minutes as text: what was agreed, before anybody opens the PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from workshop.tui.widgets.hanging import hanging

if TYPE_CHECKING:  # brings the formats, 100 ms
    from workshop.exporting.digest import Minutes
    from workshop.exporting.digest.rows import ActionRow

Day = Callable[[date | None], str]


def page_one(minutes: Minutes, day: Day, width: int) -> Content:
    """Goal, who was there, decisions, actions, what changed, next date; without markup of any kind."""
    return Content("\n").join(_lines(minutes, day, width))


def _lines(minutes: Minutes, day: Day, width: int) -> Iterator[Content]:
    times = " to ".join(f"{at:%H:%M}" for at in (minutes.when.opened, minutes.when.closed) if at)
    yield Content.assemble((minutes.firm, "$quiet"), "  ", (minutes.mark.upper(), "$amber bold"))
    yield Content.styled(f"M-{minutes.number} {minutes.title}", "bold")
    yield Content.styled(
        "  ".join(part for part in (day(minutes.when.on), times, minutes.place) if part), "$quiet"
    )
    if minutes.goal:
        yield from (Content(""), Content(minutes.goal.text))
    yield Content("")
    for team in minutes.attendance:
        names = ", ".join(here.who.name + (f" ({here.note})" if here.note else "") for here in team.people)
        yield hanging(Content.styled(f"{team.label}: ", "$quiet"), Content(names), width)
    if minutes.apologies:
        names = ", ".join(here.who.name for here in minutes.apologies)
        yield hanging(Content.styled("Apologies: ", "$quiet"), Content(names), width)
    yield from _section("Decisions", [_line(row.id, row.how, row.text, width) for row in minutes.decisions])
    yield from _section("Actions", [_action(row, day, width) for row in minutes.actions])
    changed = [
        hanging(
            Content.styled("- ", "$quiet"), Content.assemble(row.said, (" -> ", "$quiet"), row.changed), width
        )
        for row in minutes.changed
    ]
    yield from _section("You said - we changed", changed)
    if minutes.next:
        told = f"{day(minutes.next.on)}{f' {minutes.next.start:%H:%M}' if minutes.next.start else ''} {minutes.next.title}"
        yield from _section(
            "Next", [Content(told if minutes.next.on else f"No next date: {minutes.next.why_none}")]
        )


def _section(title: str, lines: list[Content]) -> Iterator[Content]:
    if lines:
        yield from (Content(""), Content.styled(title, "$shown bold"), *lines)


def _line(ref: str, how: str, text: str, width: int) -> Content:
    words = Content.assemble(text, (f"  {how}" if how else "", "$quiet"))
    return hanging(Content.styled(f"{ref:<5}", "$quiet"), words, width)


def _action(row: ActionRow, day: Day, width: int) -> Content:
    due = "next meeting" if row.at_next else day(row.due)
    owner = row.owner.name if row.owner else "nobody yet"
    words = Content.assemble((f"{owner}: ", "$shown"), row.text, (f"  {due}", "$quiet"))
    return hanging(Content.styled(f"{row.id:<5}", "$quiet"), words, width)
