"""What still waits: parked topics, questions without an answer, fields that nobody could fill."""

from __future__ import annotations

from workshop.exporting.digest.desk import Desk, as_day
from workshop.exporting.digest.readings import OpenPoint, ParkedRow
from workshop.exporting.digest.rows import EntryRow
from workshop.exporting.digest.said import corrected_text, entry_row
from workshop.facilitation.gate import missing
from workshop.followup.between import opened
from workshop.model import ids
from workshop.model.entries import Action, Entry, Said
from workshop.model.state import Parked


def parking(desk: Desk) -> tuple[ParkedRow, ...]:
    """Topics parked here, and earlier ones that still wait or were settled in this meeting."""
    topics = [topic for topic in desk.source.state.parked if _belongs(desk, topic)]
    refs = {topic.ref for topic in topics}
    rest = (entry for entry in desk.meeting.entries if entry.said.kind == "parking")
    return (
        *(_parked(desk, topic) for topic in topics),
        *(_from_entry(desk, entry) for entry in rest if ids.show("N", entry.number) not in refs),
    )


def _belongs(desk: Desk, topic: Parked) -> bool:
    meeting = desk.meeting
    if topic.meeting == meeting.number:
        return True
    return topic.since < opened(meeting) and (not topic.settled or topic.settled >= opened(meeting))


def _parked(desk: Desk, topic: Parked) -> ParkedRow:
    text, _ = corrected_text(desk, topic.ref, topic.text, topic.meeting)
    number = (ids.read(topic.ref) or ("", 0))[1]
    entry = desk.source.state.entry(number)
    said = entry.said if entry else Said("parking", "")
    return ParkedRow(
        topic.ref, text, desk.by(said) if entry else desk.name(topic.by), topic.disposition,
        as_day(topic.date), topic.carried, desk.cleared(topic), topic.meeting, said.detail, said.tags,
        said.audience,
    )  # fmt: skip


def _from_entry(desk: Desk, entry: Entry) -> ParkedRow:
    said = entry.said
    return ParkedRow(
        ids.show("N", entry.number), said.text, desk.by(said), said.get("disposition"), as_day(said.get("date")),
        0, "", entry.meeting, said.detail, said.tags, said.audience,
    )  # fmt: skip


def questions(desk: Desk) -> tuple[EntryRow, ...]:
    """Questions of this meeting that nothing came of yet."""
    answered = _answered(desk)
    asked = (entry for entry in desk.meeting.entries if entry.said.kind == "question")
    return tuple(entry_row(desk, entry) for entry in asked if ids.show("N", entry.number) not in answered)


def _answered(desk: Desk) -> frozenset[str]:
    state = desk.source.state
    said: list[Said] = [entry.said for entry in desk.meeting.entries]
    said += [action.said for action in state.actions]
    said += [decision.said for decision in state.decisions]
    return frozenset(ref for line in said for ref in (line.source, ids.tidy(line.get("ref"))) if ref)


def open_points(desk: Desk) -> tuple[OpenPoint, ...]:
    """Records of this meeting that lack a field, or where a field was answered with a question mark."""
    state, number = desk.source.state, desk.meeting.number
    entries = (
        OpenPoint(ids.show("N", entry.number), entry.said.text, _lacks(desk, entry.said))
        for entry in desk.meeting.entries
    )
    disputes = (
        OpenPoint(ids.show("X", row.number), row.said.text, () if row.decide_by else ("a day to decide by",))
        for row in state.disputes
        if row.meeting == number and row.live
    )
    metrics = (
        OpenPoint("", row.name, () if row.period else ("period",))
        for row in state.metrics
        if row.meeting == number
    )
    mine = (row for row in state.actions if row.meeting == number and row.live)
    actions = (OpenPoint(ids.show("A", row.number), row.said.text, _unsaid(row)) for row in mine)
    return tuple(point for point in (*entries, *disputes, *metrics, *actions) if point.lacks)


def _lacks(desk: Desk, said: Said) -> tuple[str, ...]:
    kind = desk.kind(said.kind)
    unknown = [value.name for value in said.fields if value.value == "?"]
    names = dict.fromkeys((*(missing(said, kind) if kind else ()), *unknown))
    return tuple(desk.label(name, kind) for name in names)


def _unsaid(action: Action) -> tuple[str, ...]:
    lacks = (
        "" if action.owner else "owner",
        "" if action.due or action.at_next else "date",
        "" if action.done_when else "done when",
    )
    return tuple(word for word in lacks if word)
