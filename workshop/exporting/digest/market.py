"""The programme calendar, and what the teams need from each other."""

from __future__ import annotations

from workshop.exporting.digest.desk import Desk, as_day
from workshop.exporting.digest.rows import EntryRow, NeedRow, ProgrammeRow
from workshop.exporting.digest.said import corrected_text, rows
from workshop.exporting.digest.votes import vote_row
from workshop.followup.between import opened
from workshop.followup.programmes import calendar, start, warnings
from workshop.model import ids
from workshop.model.entries import Entry

IN_COLUMNS = ("start", "end", "owner", "gate")
NEED_COLUMNS = ("purpose", "by", "answer", "counter", "note", "owner", "effort")


def programmes(desk: Desk) -> tuple[tuple[ProgrammeRow, ...], tuple[EntryRow, ...]]:
    """The calendar by start, and the changes told in this meeting."""
    here = [entry for entry in desk.meeting.entries if entry.said.kind == "programme"]
    merged = calendar((*_held(desk), *here))
    kept = {entry.number for entry in merged}
    news = rows(desk, (entry for entry in here if entry.number not in kept))
    return tuple(_programme(desk, entry) for entry in merged), news


def _held(desk: Desk) -> list[Entry]:
    """Programmes told before this meeting and not over."""
    state = desk.source.state
    earlier = (entry for entry in state.programmes if entry.meeting != desk.meeting.number)
    homes = ((entry, state.meeting(entry.meeting)) for entry in earlier)
    return [entry for entry, home in homes if home is None or opened(home) < opened(desk.meeting)]


def _programme(desk: Desk, entry: Entry) -> ProgrammeRow:
    said, ref = entry.said, ids.show("N", entry.number)
    name, correction = corrected_text(desk, ref, said.text, entry.meeting)
    voted = vote_row(len(entry.rounds), entry.rounds[-1], "") if entry.rounds else None
    return ProgrammeRow(
        ref, name, start(entry), as_day(said.get("end")), desk.name(said.get("owner")), said.get("gate"), voted,
        warnings(entry, desk.meeting.on), desk.pairs(said, IN_COLUMNS), desk.by(said), said.detail, said.tags,
        said.source, correction, said.audience,
    )  # fmt: skip


def needs(desk: Desk) -> tuple[NeedRow, ...]:
    """What was asked of the other team in this meeting, sales and marketing each in the order told."""
    asked = (entry for entry in desk.meeting.entries if _section(desk, entry) == "needs")
    return tuple(_need(desk, entry) for entry in sorted(asked, key=lambda entry: entry.said.team != "sales"))


def _section(desk: Desk, entry: Entry) -> str:
    kind = desk.kind(entry.said.kind)
    return kind.section if kind else ""


def _need(desk: Desk, entry: Entry) -> NeedRow:
    said, ref = entry.said, ids.show("N", entry.number)
    text, correction = corrected_text(desk, ref, said.text, entry.meeting)
    return NeedRow(
        ref, text, said.team, desk.by(said), said.get("purpose"), as_day(said.get("by")), said.get("answer"),
        said.get("counter"), said.get("note"), desk.name(said.get("owner")), said.get("effort"),
        desk.pairs(said, NEED_COLUMNS), said.detail, said.tags, said.source, correction, said.audience,
    )  # fmt: skip
