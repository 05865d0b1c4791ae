"""Entries as rows, by segment and by section."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.exporting.digest.desk import Desk
from workshop.exporting.digest.rows import EntryRow, KindGroup, Theme
from workshop.exporting.digest.votes import vote_rows
from workshop.model import ids
from workshop.model.entries import Entry
from workshop.model.meeting import Correction, Meeting

THEMES = (
    ("market", "What is coming"),
    ("field", "Voice of the field"),
    ("deals", "Deals"),
    ("contacts", "First-hand contacts"),
)
"""Sections that gather entries by kind."""
HOMES = (
    "goal",
    "agreements",
    "glossary",
    "programmes",
    "needs",
    "parking",
    "credits",
    *(slug for slug, _ in THEMES),
)
"""Sections of their own: a segment only points to what stands there."""


QUOTE = "quote"
"""The one kind of the field that has a box of its own: customers' words, said as they were."""


def home(desk: Desk, entry: Entry) -> str:
    """The section of its own in which an entry stands; empty where it stands under its segment."""
    kind = desk.kind(entry.said.kind)
    return kind.section if kind and kind.section in HOMES else ""


def entry_row(desk: Desk, entry: Entry, without: tuple[str, ...] = ()) -> EntryRow:
    """One entry with everything that was said about it."""
    said, kind = entry.said, desk.kind(entry.said.kind)
    ref = ids.show("N", entry.number)
    correction = worked_in(desk.source.state.meeting(entry.meeting) or desk.meeting, ref)
    return EntryRow(
        ref, said.kind, kind.label if kind else said.kind, correction.text if correction else said.text,
        entry.segment, desk.who(said.speaker), said.team, desk.by(said, aloud=entry.read_aloud),
        desk.pairs(said, without), said.tags, said.detail, said.priority, said.source, said.audience,
        correction.number if correction else None, vote_rows(entry.rounds),
        tuple(ids.show("N", number) for number in entry.merged),
    )  # fmt: skip


def worked_in(meeting: Meeting, ref: str) -> Correction | None:
    """The last correction of a record that was made before the minutes were approved."""
    found = [c for c in meeting.corrections if c.ref == ref and not c.after_approval]
    return found[-1] if found else None


def corrected_text(desk: Desk, ref: str, text: str, meeting: int | None) -> tuple[str, int | None]:
    """The words of a record with corrections worked in, and the number of the correction."""
    made = desk.source.state.meeting(meeting) if meeting else None
    found = worked_in(made, ref) if made else None
    return (found.text, found.number) if found else (text, None)


def themes(desk: Desk) -> tuple[Theme, ...]:
    """The sections by kind that have entries."""
    made = (Theme(slug, title, _groups(desk, slug)) for slug, title in THEMES)
    return tuple(theme for theme in made if theme.groups)


def _groups(desk: Desk, section: str) -> tuple[KindGroup, ...]:
    kinds = [kind for kind in desk.source.library.kinds if kind.section == section and kind.name != QUOTE]
    groups = (KindGroup(kind.name, kind.label, of_kind(desk, kind.name)) for kind in kinds)
    return tuple(group for group in groups if group.rows)


def of_kind(desk: Desk, kind: str) -> tuple[EntryRow, ...]:
    """The entries of one kind, in the order told."""
    return rows(desk, (entry for entry in desk.meeting.entries if entry.said.kind == kind))


def of_section(desk: Desk, section: str) -> tuple[EntryRow, ...]:
    """The entries of one section, in the order told."""
    return rows(desk, (entry for entry in desk.meeting.entries if home(desk, entry) == section))


def rows(desk: Desk, entries: Iterable[Entry]) -> tuple[EntryRow, ...]:
    """Entries as rows."""
    return tuple(entry_row(desk, entry) for entry in entries)
