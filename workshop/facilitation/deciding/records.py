"""Lines and records: add, edit, strike, move, correct, park, place what was captured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workshop.errors import NotFound, Refused
from workshop.facilitation.deciding import finding
from workshop.facilitation.deciding.actions import add_action
from workshop.facilitation.house import House
from workshop.model import ids
from workshop.model.commands import Add, Correct, Dispose, Move, SettleCapture, Strike
from workshop.model.entries import Capture, Mode, Said
from workshop.model.facts import (
    AttendanceNoted,
    Captured,
    CaptureSettled,
    Corrected,
    DecisionAdded,
    Disposed,
    DisputeOpened,
    EntryAdded,
    EntryMoved,
    Fact,
    MetricRecorded,
    Struck,
)
from workshop.model.meeting import Meeting
from workshop.model.state import Counters, State
from workshop.model.teams import TEAMS

DISPOSITIONS = ("next agenda", "action", "separate talk", "drop")
MODES: tuple[Mode, ...] = ("five", "consent", "gradient", "decider")


def add(state: State, command: Add, house: House) -> tuple[Fact, ...]:
    """One typed line. Between meetings it waits in the inbox; an action is tracked at once."""
    said = finding.led(state, command.said)
    finding.known_source(state, said.source)
    if said.kind == "action":
        return add_action(state, replace(command, said=said), house)
    if said.kind == "correction":
        return correct(state, Correct(said.get("ref"), said.text), house)
    meeting = state.running
    if meeting is None:
        return (Captured(state.counters.capture + 1, said),)
    item = meeting.current
    where = item.number if item else 0
    return (*_spoke(state, meeting, said), _record(state.counters, said, where, house, state, meeting))


def _spoke(state: State, meeting: Meeting, said: Said) -> tuple[Fact, ...]:
    """Whoever speaks is there, unless apologies were noted: then it was read aloud."""
    if not said.speaker or meeting.person(said.speaker):
        return ()
    team = next((team for team in TEAMS if team == state.team(said.speaker)), None)
    return (AttendanceNoted(said.speaker, team, "present"),) if team else ()


def _record(
    counters: Counters, said: Said, segment: int, house: House, state: State, meeting: Meeting
) -> Fact:
    match said.kind:
        case "decision":
            mode = next((mode for mode in MODES if mode == said.get("mode")), None)
            return DecisionAdded(
                counters.decision + 1, segment, said, mode, said.get("decider"), _day(said.get("review"))
            )
        case "dispute":
            return _dispute(counters, said, segment, house, state)
        case "metric":
            return MetricRecorded(said.text, said)
        case _:
            attended = meeting.person(said.speaker) if said.speaker else None
            aloud = attended is not None and not attended.here
            return EntryAdded(counters.entry + 1, segment, said, aloud)


def _dispute(counters: Counters, said: Said, segment: int, house: House, state: State) -> Fact:
    arbiter = said.get("arbiter")
    level = said.get("level") or ("arbiter" if arbiter else "team leads")
    status = said.get("status")
    return DisputeOpened(
        counters.dispute + 1,
        segment,
        house.today,
        said,
        "arbiter" if level == "arbiter" else "team leads",
        arbiter or (state.arbiter if level == "arbiter" else ""),
        _day(said.get("decide_by")),
        "talking" if status == "talking" else "escalated" if status == "escalated" else "open",
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def strike(state: State, command: Strike, _house: House) -> tuple[Fact, ...]:
    """Take a record out of the minutes; it stays in the journal."""
    letter, number = ids.read(command.ref) or ("", 0)
    match letter:
        case "N":
            home = finding.entry(state, number).meeting
        case "A":
            home = finding.action(state, number).meeting or 0
        case "D":
            home = finding.decision(state, number).meeting
        case "X":
            home = finding.dispute(state, number).meeting
        case _:
            raise NotFound(
                f"{command.ref} is not a record that can be struck.", fix="/strike N-3, A-3, D-1 or X-1."
            )
    held = state.meeting(home)
    if home and (held is None or held.status not in ("running", "planned")):
        raise Refused(
            f"{command.ref} stands in the minutes of M-{home}.", fix=f"/correct {command.ref} and why."
        )
    return (Struck(command.ref),)


def move(state: State, command: Move, _house: House) -> tuple[Fact, ...]:
    """Put an entry under another segment."""
    meeting = finding.running(state)
    letter, number = ids.read(command.ref) or ("", 0)
    if letter != "N" or finding.entry(state, number).meeting != meeting.number:
        raise Refused(f"{command.ref} is not an entry of this meeting.", fix="/move N-3 5")
    if meeting.item(command.segment) is None:
        raise NotFound(f"This agenda has no segment {command.segment}.", fix="/agenda shows them.")
    return (EntryMoved(number, command.segment),)


def correct(state: State, command: Correct, house: House) -> tuple[Fact, ...]:
    """Before approval a correction enters the re-issued minutes; after it, it is a note in later ones."""
    letter, number = ids.read(command.ref) or ("", 0)
    home = _home(state, letter, number)
    if home is None:
        finding.known_source(state, command.ref, "/correct ")
        target, approved = 0, True
    else:
        target, approved = home.number, home.status == "approved"
        if home.status in ("running", "planned"):
            raise Refused(
                f"{command.ref} belongs to this meeting.", fix=f"/edit {command.ref} and the right words."
            )
    if target == 0 and state.running is None:
        raise Refused(
            f"{command.ref} is from long ago.", fix="Correct it in the next meeting; it becomes a note there."
        )
    number_of = state.counters.correction + 1
    words = _words(state, letter, number)
    return (Corrected(number_of, command.ref, command.text, target, house.today, approved, words),)


def _words(state: State, letter: str, number: int) -> str:
    """The words of a record as they stand."""
    entry, action = state.entry(number), state.action(number)
    decision, dispute = state.decision(number), state.dispute(number)
    found = {"N": entry, "A": action, "D": decision, "X": dispute}.get(letter)
    return found.said.text if found else ""


def _home(state: State, letter: str, number: int) -> Meeting | None:
    """The meeting whose minutes hold a record."""
    if letter == "M":
        return state.meeting(number)
    entry, action = state.entry(number), state.action(number)
    decision, dispute = state.decision(number), state.dispute(number)
    home = {
        "N": entry.meeting if entry else None,
        "A": action.meeting if action else None,
        "D": decision.meeting if decision else None,
        "X": dispute.meeting if dispute else None,
    }.get(letter)
    return state.meeting(home) if home else None


def dispose(state: State, command: Dispose, _house: House) -> tuple[Fact, ...]:
    """Say what becomes of a parked topic."""
    topic = next((topic for topic in state.parked if topic.ref == command.ref), None)
    if topic is None:
        raise NotFound(f"{command.ref} is not parked.", fix="/parked lists what waits.")
    if command.disposition not in DISPOSITIONS:
        raise Refused(
            f"'{command.disposition}' is no way out of parking.", fix=f"One of: {', '.join(DISPOSITIONS)}."
        )
    return (Disposed(command.ref, command.disposition, command.on),)


def settle_capture(state: State, command: SettleCapture, house: House) -> tuple[Fact, ...]:
    """Place, park or drop what was caught between meetings."""
    if not state.captures:
        raise Refused("The inbox is empty.")
    waiting = [c for c in state.captures if command.number in (0, c.number)]
    if not waiting:
        raise NotFound(f"C-{command.number} does not wait in the inbox.", fix="/inbox lists what does.")
    if command.how == "dropped":
        return tuple(CaptureSettled(capture.number, "dropped", command.why) for capture in waiting)
    return _placed(state, finding.running(state), waiting, command, house)


def _placed(
    state: State, meeting: Meeting, waiting: Sequence[Capture], command: SettleCapture, house: House
) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    counters = state.counters
    for capture in waiting:
        said = capture.said
        if command.how == "parked":
            said = replace(said, kind="parking", fields=())
        record = _record(counters, said, _segment_for(meeting, said.kind, house), house, state, meeting)
        facts += [record, CaptureSettled(capture.number, command.how, command.why)]
        counters = _counted(counters, record)
    return tuple(facts)


def _counted(counters: Counters, record: Fact) -> Counters:
    match record:
        case EntryAdded(number=number):
            return replace(counters, entry=number)
        case DecisionAdded(number=number):
            return replace(counters, decision=number)
        case DisputeOpened(number=number):
            return replace(counters, dispute=number)
    return counters


def _segment_for(meeting: Meeting, kind: str, house: House) -> int:
    """The segment whose cards ask for this kind; otherwise the one on screen."""
    for item in meeting.items:
        if kind in house.takes(item.segment.exercise, item.segment.part):
            return item.number
    return meeting.current.number if meeting.current else 0
