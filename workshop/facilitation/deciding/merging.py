"""Entries tidied while the meeting runs: merged, split, put next to one another; every word stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workshop.errors import Refused
from workshop.facilitation.applying.merging import pointed
from workshop.facilitation.deciding import finding
from workshop.facilitation.house import House
from workshop.model import ids
from workshop.model.commands import Merge, Place, Split
from workshop.model.entries import LONGEST, Entry, Priority, Said, Value
from workshop.model.facts import EntriesMerged, EntryAdded, EntryEdited, EntryMoved, Fact
from workshop.model.meeting import Meeting
from workshop.model.state import State

ENDS = (".", "?", "!", ";", ":", "…")
"""Behind one of these the next words need no sign between."""
NOTE = "note"
"""The kind that may join every other: it asks for nothing of its own."""
UNKNOWN = ("", "?")


def merge(state: State, command: Merge, house: House) -> tuple[Fact, ...]:
    """The words of the others join the first, with tags, fields and whoever said them."""
    first = _own(state, command.ref, "/merge N-4 N-7")
    others = [_own(state, ref, "/merge N-4 N-7") for ref in command.others]
    if len({first.number, *(entry.number for entry in others)}) <= len(others):
        raise Refused("One entry stands there twice.", fix="/merge N-4 N-7: N-7 joins N-4.")
    for other in others:
        _check(first, other)
    gone = tuple(entry.number for entry in others)
    lines = [_led(entry.said, first.number, gone) for entry in (first, *others)]
    said = lines[0]
    for ref, line in zip(command.others, lines[1:], strict=True):
        said = _joined(said, line, house, ref)
    said = replace(said, text=_words(line.text for line in lines), detail=_detail(lines))
    if len(said.text) > LONGEST or len(said.detail) > LONGEST:
        raise Refused(f"Together that is more than {LONGEST:,} characters; they stay apart.")
    return (EntriesMerged(first.number, gone, said),)


def _own(state: State, ref: str, usage: str) -> Entry:
    """An entry of the meeting that runs; what stands in minutes is open again once its meeting is."""
    letter, number = ids.read(ref) or ("", 0)
    if letter != "N":
        raise Refused(f"{ref} is not an entry; only entries (N-) are tidied so.", fix=usage)
    entry = finding.entry(state, number)
    home = finding.meeting(state, entry.meeting)
    if home.status != "running":
        again = home.status == "closed" and home.number == finding.last_closed(state)
        reopen = (
            f"/reopen M-{home.number} WHY @who, then once more; or " if again and not state.running else ""
        )
        raise Refused(
            f"{ref} stands in the minutes of M-{home.number}.",
            fix=f"{reopen}/correct {ref} and the right words.",
        )
    return entry


def _check(first: Entry, other: Entry) -> None:
    """Refuses where something would be lost, or read by more people than it was meant for."""
    one, two = ids.show("N", first.number), ids.show("N", other.number)
    kinds = first.said.kind, other.said.kind
    if "private" in kinds and kinds[0] != kinds[1]:
        raise Refused(f"One of {one} and {two} is private; they stay apart.")
    if first.said.audience != other.said.audience:
        wider, readers = (two, first.said.audience) if first.said.audience else (one, other.said.audience)
        raise Refused(
            f"{one} and {two} are for different readers.", fix=f"/edit {wider} for:{readers}, then once more."
        )
    if kinds[1] not in (kinds[0], NOTE):
        if kinds[0] == NOTE:
            raise Refused(f"{one} is a note, {two} is {_a(kinds[1])}.", fix=f"/merge {two} {one}")
        raise Refused(
            f"{one} is {_a(kinds[0])}, {two} is {_a(kinds[1])}.",
            fix=f"/edit {two} {kinds[0]}: and its words, then once more.",
        )
    if other.rounds:
        way = "they stay apart." if first.rounds else f"/merge {two} {one} keeps its votes."
        raise Refused(f"{two} was voted on;", fix=way)


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _led(said: Said, number: int, gone: tuple[int, ...]) -> Said:
    """The line without what would lead from the merged entry to itself."""
    said, own = pointed(said, gone, number), ids.show("N", number)
    fields = tuple(field for field in said.fields if field.value != own)
    return replace(said, source="" if said.source == own else said.source, fields=fields)


def _joined(one: Said, two: Said, house: House, ref: str) -> Said:
    """All but the words and the detail of two lines."""
    said = replace(
        one,
        fields=_fields(one, two, house, ref),
        tags=tuple(dict.fromkeys(one.tags + two.tags)),
        priority=_priority(one.priority, two.priority),
        source=one.source or two.source,
    )
    return said if house.kind(one.kind).as_group else _spoken(said, two)


def _detail(lines: Sequence[Said]) -> str:
    """Every detail; a record has one source, so another one is told here."""
    sources = dict.fromkeys(line.source for line in lines if line.source)
    return _words((*(line.detail for line in lines), *(f"from {ref}" for ref in tuple(sources)[1:])))


def _spoken(said: Said, two: Said) -> Said:
    """Whoever said the other words is told as well; what nobody in particular said becomes theirs."""
    if not said.team and not said.speakers:
        return replace(said, speaker=two.speaker, team=two.team, also=two.also)
    new = tuple(person for person in two.speakers if person not in said.speakers)
    return replace(said, also=said.also + new)


def _words(texts: Iterable[str]) -> str:
    """The texts one behind the other, each once."""
    told: list[str] = []
    for text in texts:
        if text and text.casefold() not in [known.casefold() for known in told]:
            told.append(text)
    whole = ""
    for text in told:
        whole += f"{'' if not whole else ' ' if whole.endswith(ENDS) else '; '}{text}"
    return whole


def _priority(one: Priority, two: Priority) -> Priority:
    return "high" if "high" in (one, two) else one or two


def _fields(one: Said, two: Said, house: House, ref: str) -> tuple[Value, ...]:
    """The fields of both; refused where they say different things."""
    kind = house.kind(one.kind)
    told = [field for field in one.fields if field.value not in UNKNOWN]
    for field in two.fields:
        form, before = kind.field(field.name), [known.value for known in told if known.name == field.name]
        if field.value in before or field.value in UNKNOWN:
            continue
        if before and not (form and form.repeat):
            raise Refused(
                f"{ref} says {field.name} {house.name(field.value)}, not {house.name(before[0])}.",
                fix=f"/edit {ref} {field.name}=- empties it there; then once more.",
            )
        told.append(field)
    open_ones = (field for field in (*one.fields, *two.fields) if field.value in UNKNOWN)
    names = [field.name for field in told]
    return (*told, *{field.name: field for field in open_ones if field.name not in names}.values())


def split(state: State, command: Split, _house: House) -> tuple[Fact, ...]:
    """One entry as several, one behind the other; each has the speaker, kind and fields of the first."""
    old = _own(state, command.ref, "/split N-4 FIRST WORDS // SECOND WORDS")
    return tuple(_parts(state, old, command.parts))


def _parts(state: State, old: Entry, parts: Sequence[str]) -> Iterator[Fact]:
    yield EntryEdited(old.number, replace(old.said, text=parts[0]))
    before = old.number
    for number, text in enumerate(parts[1:], state.counters.entry + 1):
        yield EntryAdded(number, old.segment, replace(old.said, text=text, detail=""), old.read_aloud)
        yield EntryMoved(number, old.segment, after=before)
        before = number


def in_segment(meeting: Meeting, segment: int) -> list[Entry]:
    """The entries under a segment that are not struck, in their order."""
    return [entry for entry in meeting.entries if entry.segment == segment and not entry.struck]


def place(state: State, command: Place, _house: House) -> tuple[Fact, ...]:
    """An entry right before or behind another one, under its segment."""
    usage = "/move N-4 after N-7"
    entry, beside = (_own(state, ref, usage) for ref in (command.ref, command.beside))
    if entry is beside:
        raise Refused(f"{command.ref} cannot stand beside itself.", fix=usage)
    order = in_segment(finding.running(state), beside.segment)
    at = order.index(beside) + (-1 if command.side == "before" else 1)
    if 0 <= at < len(order) and order[at] is entry:
        raise Refused(f"{command.ref} stands {command.side} {command.beside} already.")
    before, after = (beside.number, 0) if command.side == "before" else (0, beside.number)
    return (EntryMoved(entry.number, beside.segment, before, after),)
