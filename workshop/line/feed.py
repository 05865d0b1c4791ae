"""The audience feed: what the room may see of a meeting, as one small file that `workshop present` shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import msgspec

from workshop.errors import Damaged
from workshop.facilitation.deciding.plan import missing_sides
from workshop.facilitation.face import Dial, face
from workshop.facilitation.gate import waits_for_vote
from workshop.line.wording import means
from workshop.measures.lens import TwoTeam
from workshop.measures.roti import figures
from workshop.measures.rounding import RATING, show
from workshop.measures.verdicts import buy_in, decision_verdict
from workshop.model import ids
from workshop.model.entries import Action, Decision, Said
from workshop.model.meeting import Meeting
from workshop.model.moments import Reading
from workshop.model.state import State
from workshop.model.values import dataclass
from workshop.store import replace_file

FILE = "feed.json"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Words:
    """How the writer of a feed says names and days."""

    firm: str
    name: Callable[[str], str]
    """The name behind an id."""
    day: Callable[[date | None], str]
    text: Callable[[str], str] = str
    """A prompt in the words of the team's trade."""


@dataclass(frozen=True, slots=True)
class Watch:
    """One clock as it stood at the reading of the feed."""

    planned: int
    """ms"""
    gone: int
    """ms"""
    runs: bool

    def at(self, passed: int) -> Dial:
        """The dial so many ms after the reading."""
        return Dial(self.planned, self.gone + (passed if self.runs else 0))


@dataclass(frozen=True, slots=True)
class Now:
    """What the meeting is at."""

    segment: str
    number: int
    """Place of the segment on the agenda, from 1."""
    of: int
    prompts: tuple[str, ...]
    item: Watch | None
    meeting: Watch
    ends: str
    """`10:30`, if everything from here on takes its minutes."""
    at: datetime
    """Wall clock of the reading, UTC."""
    mono: int
    boot: str

    @property
    def reading(self) -> Reading:
        """The reading that the clocks stand for."""
        return Reading(self.at, self.mono, self.boot)


@dataclass(frozen=True, slots=True)
class Result:
    """Something that was revealed."""

    title: str
    words: str
    bars: tuple[tuple[str, int], ...] = ()
    """Label and count."""


@dataclass(frozen=True, slots=True)
class Board:
    """The exercise on screen."""

    title: str
    say: str
    """The words to say in its step."""
    lines: tuple[str, ...] = ()
    """Results as aligned text; what waits for its reveal is not among them."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in its exact words."""

    id: str
    text: str
    how: str


@dataclass(frozen=True, slots=True)
class Promise:
    """An action."""

    id: str
    text: str
    owner: str
    due: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """Everything the second terminal gets to know."""

    schema: int = SCHEMA
    firm: str = ""
    meeting: str = ""
    """Its title; empty while there is none."""
    over: bool = False
    now: Now | None = None
    board: Board | None = None
    results: tuple[Result, ...] = ()
    decisions: tuple[Decided, ...] = ()
    actions: tuple[Promise, ...] = ()
    next: str = ""
    """The next date in words."""


def feed(
    state: State,
    meeting: Meeting | None,
    reading: Reading,
    moment: int,
    words: Words,
    board: Board | None = None,
) -> Feed:
    """What the room may see; `board` is the exercise on screen, without what waits for its reveal.

    Left out: private notes and whatever carries an audience mark (guests sit in the room too), everything struck,
    entries, remarks and sources, rows in confidence, and a vote before both teams at the table have given theirs.
    """
    if meeting is None or meeting.opened is None:
        return Feed(firm=words.firm)
    mine = [d for d in state.decisions if d.meeting == meeting.number and not d.struck and _open(d.said)]
    actions = [a for a in state.actions if a.meeting == meeting.number and not a.struck and _open(a.said)]
    return Feed(
        firm=words.firm,
        meeting=meeting.title,
        over=meeting.closed is not None,
        now=_now(meeting, reading, moment, words) if meeting.closed is None else None,
        board=board if meeting.closed is None else None,
        results=_results(meeting),
        decisions=tuple(_decided(decision, meeting, words) for decision in mine),
        actions=tuple(_promise(action, words) for action in actions if action.status != "dropped"),
        next=_next(meeting, words),
    )


def _open(said: Said) -> bool:
    return said.kind != "private" and not said.audience


def _now(meeting: Meeting, reading: Reading, moment: int, words: Words) -> Now:
    shown, item = face(meeting, moment), meeting.current
    segment = item.segment if item else None
    titles = [other.number for other in meeting.items]
    return Now(
        segment=segment.title if segment else "",
        number=titles.index(segment.number) + 1 if segment else 0,
        of=len(titles),
        prompts=tuple(words.text(prompt) for prompt in segment.prompts) if segment else (),
        item=_watch(shown.item, runs=shown.paused is None) if shown.item else None,
        meeting=_watch(shown.meeting, runs=shown.paused != "meeting"),
        ends=f"{shown.ends_at:%H:%M}",
        at=reading.at, mono=reading.mono, boot=reading.boot,
    )  # fmt: skip


def _watch(dial: Dial, *, runs: bool) -> Watch:
    return Watch(dial.planned, dial.gone, runs)


def _results(meeting: Meeting) -> tuple[Result, ...]:
    votes = [
        Result(entry.said.text, means(lens))
        for entry in meeting.entries
        if not entry.struck and _open(entry.said) and (lens := buy_in(entry)) and _both_gave(lens, meeting)
    ]
    return (*votes, *_return_on_time(meeting))


def _return_on_time(meeting: Meeting) -> tuple[Result, ...]:
    """Totals, once they are revealed."""
    if not meeting.roti.revealed:
        return ()
    found = figures(meeting.roti)
    split = ", ".join(f"{row.group} {show(row.mean, RATING)} (n={row.n})" for row in found.groups)
    words = f"mean {show(found.mean, RATING)} (n={found.n}) · {split or found.split_note}".rstrip(" ·")
    return (Result("Return on time", words, tuple((str(value), count) for value, count in found.histogram)),)


def _both_gave(lens: TwoTeam, meeting: Meeting) -> bool:
    return set(lens.missing) <= set(missing_sides(meeting))


def _decided(decision: Decision, meeting: Meeting, words: Words) -> Decided:
    verdict = decision_verdict(decision)
    if waits_for_vote(decision) or (verdict.n and not _both_gave(verdict.lens, meeting)):
        how = "waits for its vote"
    elif verdict.by:
        how = f"decided by {words.name(verdict.by)}"
    else:
        how = " · ".join(part for part in (verdict.word, means(verdict.lens)) if part)
    return Decided(ids.show("D", decision.number), decision.said.text, how)


def _promise(action: Action, words: Words) -> Promise:
    return Promise(
        ids.show("A", action.number), action.said.text, words.name(action.owner) if action.owner else "",
        "next meeting" if action.at_next else words.day(action.due), action.status == "done",
    )  # fmt: skip


def _next(meeting: Meeting, words: Words) -> str:
    told = meeting.closing.next_date
    if told is None or told.on is None:
        return ""
    return words.day(told.on) + (f" {told.start:%H:%M}" if told.start else "")


def write_feed(directory: Path, told: Feed) -> None:
    """Puts the feed in place of the one before: whoever reads finds all of one of them. Raises NotStored."""
    replace_file(directory / FILE, msgspec.json.format(msgspec.json.encode(told), indent=1), synced=False)


def read_feed(directory: Path) -> Feed:
    """The feed as it stands; an empty one where none was written yet. Raises Damaged."""
    try:
        return msgspec.json.decode((directory / FILE).read_bytes(), type=Feed)
    except FileNotFoundError:
        return Feed()
    except msgspec.DecodeError as off:
        raise Damaged(
            f"{FILE} does not read as it was written: {off}.", fix="It is written anew with the next line."
        ) from off
