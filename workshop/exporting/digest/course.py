"""How the meeting went: segments with planned and real minutes, re-timings, who was heard."""

from __future__ import annotations

from workshop.exporting.digest.desk import Desk
from workshop.exporting.digest.readings import RetimingRow, SegmentRow, Told
from workshop.exporting.digest.rows import EntryRow
from workshop.exporting.digest.said import home, rows
from workshop.facilitation.clock import item_time, whole_minutes
from workshop.followup.coverage import coverage
from workshop.model import ids
from workshop.model.entries import Entry
from workshop.model.meeting import Item, Retiming

LEADS = {"both": "both teams", "guest": "guests"}


def segments(desk: Desk) -> tuple[SegmentRow, ...]:
    """The agenda as it went; entries said outside of it stand at the end."""
    numbers = {item.number for item in desk.meeting.items}
    outside = tuple(entry for entry in desk.meeting.entries if entry.segment not in numbers)
    found = tuple(_segment(desk, item) for item in desk.meeting.items)
    if not outside:
        return found
    here, elsewhere = _here(desk, outside), _elsewhere(desk, outside)
    return (
        *found,
        SegmentRow(0, "Outside the agenda", "", 0, None, 0, "done", entries=here, elsewhere=elsewhere),
    )


def _segment(desk: Desk, item: Item) -> SegmentRow:
    segment = item.segment
    ms = item_time(desk.meeting, item, desk.source.state.moment)
    said = tuple(entry for entry in desk.meeting.entries if entry.segment == item.number)
    return SegmentRow(
        item.number, segment.title, " or ".join(LEADS.get(lead, lead) for lead in segment.leads), segment.minutes,
        whole_minutes(ms) if item.visits else None, ms, item.state, item.why,
        _here(desk, said), _elsewhere(desk, said),
        _made(desk, item.number), _covered(desk, item, said),
    )  # fmt: skip


def _here(desk: Desk, said: tuple[Entry, ...]) -> tuple[EntryRow, ...]:
    """Entries told with their segment: those that no section of their own tells."""
    return rows(desk, (entry for entry in said if not home(desk, entry)))


def _elsewhere(desk: Desk, said: tuple[Entry, ...]) -> tuple[Told, ...]:
    """Entries that stand in a section of their own, by kind, in the order in which the kinds came up."""
    apart = [entry for entry in said if home(desk, entry)]
    names = dict.fromkeys(entry.said.kind for entry in apart)
    return tuple(_told(desk, name, [entry for entry in apart if entry.said.kind == name]) for name in names)


def _told(desk: Desk, name: str, entries: list[Entry]) -> Told:
    kind = desk.kind(name)
    return Told(kind.label if kind else name, tuple(ids.show("N", entry.number) for entry in entries))


def _made(desk: Desk, segment: int) -> tuple[str, ...]:
    """Ids of what was decided, promised and disputed in a segment."""
    state, number = desk.source.state, desk.meeting.number
    lettered = (("D", state.decisions), ("X", state.disputes), ("A", state.actions))
    return tuple(
        ids.show(letter, record.number)
        for letter, records in lettered
        for record in records
        if record.meeting == number and record.segment == segment
    )


def _covered(desk: Desk, item: Item, said: tuple[Entry, ...]) -> str:
    report = desk.source.library.report(item.segment.exercise) if item.segment.exercise else None
    return coverage(report, said, item.segment.part).words() if report and item.visits else ""


def retimings(desk: Desk) -> tuple[RetimingRow, ...]:
    """Changes of the plan, in order."""
    return tuple(_retiming(desk, retiming) for retiming in desk.meeting.retimings)


def _retiming(desk: Desk, retiming: Retiming) -> RetimingRow:
    changes = tuple(f"{_title(desk, n)} {before} to {after} min" for n, before, after in retiming.changes)
    return RetimingRow(
        retiming.cause, changes, tuple(_title(desk, number) for number in retiming.dropped), retiming.short
    )


def _title(desk: Desk, number: int) -> str:
    item = desk.meeting.item(number)
    return item.segment.title if item else f"segment {number}"
