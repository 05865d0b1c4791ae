"""What Home says, as lines: the next meeting, what is due, what waits, the rhythm, the last minutes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from workshop.followup.cadence import cadence
from workshop.followup.carry import Carried, carried
from workshop.line.wording import Wording
from workshop.model.entries import Action
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.values import dataclass
from workshop.tui.glyphs import Glyphs
from workshop.tui.widgets.hanging import hanging
from workshop.tui.widgets.rows import Row


def planned(state: State) -> tuple[Meeting, ...]:
    """Planned meetings, the nearest first."""
    found = (meeting for meeting in state.meetings if meeting.status == "planned")
    return tuple(sorted(found, key=lambda meeting: (meeting.on, meeting.start)))


@dataclass(frozen=True, slots=True)
class Today:
    """Everything Home needs to know, at one moment."""

    state: State
    day: date
    wording: Wording
    glyphs: Glyphs
    target: int
    """Exchanges in 30 days that were agreed."""
    notes: tuple[str, ...] = ()
    """Sentences about files that could not be used."""

    @property
    def planned(self) -> tuple[Meeting, ...]:
        """Planned meetings, the nearest first."""
        return planned(self.state)

    @property
    def next(self) -> Meeting | None:
        """The running meeting, else the nearest planned one."""
        return self.state.running or next(iter(self.planned), None)

    @property
    def last(self) -> Meeting | None:
        """The meeting that was closed last."""
        closed = [meeting for meeting in self.state.meetings if meeting.closed is not None]
        return max(closed, key=lambda meeting: meeting.closed or 0, default=None)

    @property
    def back(self) -> Carried:
        """What the next meeting finds on its table."""
        ahead = self.planned[0].on if self.planned else self.day
        return carried(self.state, max(ahead, self.day))


def columns(ref: str, text: str, tail: Content, width: int) -> Content:
    """A line of a list: id, words cut with an ellipsis, and the tail whole at the right end."""
    head = f"{ref:<5} " if ref else ""
    room = max(width - len(head) - tail.cell_length - 2, 8)
    words = Content(" ".join(text.split())).truncate(room, ellipsis=True)
    return Content.assemble((head, "$quiet"), words.pad_right(max(room - words.cell_length, 0) + 2), tail)


def rows(today: Today, width: int, *, airy: bool) -> list[Row]:
    """The list of Home: only parts that hold something, the most pressing first; `airy`: blank lines between."""
    found: list[Row] = []
    for title, style, part in _parts(today, width):
        if part:
            found += [Row("", Content(""))] if found and airy else []
            found += [Row("", Content.assemble((title, f"{style} bold"), f"  {len(part)}")), *part]
    return found


def _parts(today: Today, width: int) -> Iterator[tuple[str, str, list[Row]]]:
    back, state = today.back, today.state
    over = [action for action in back.due if action.due is not None and action.due < today.day]
    due = [action for action in back.due if action not in over]
    yield f"{today.glyphs.over} Overdue", "$red", [_action(today, action, width) for action in over]
    by = "by the next meeting" if today.planned else "today"
    yield f"{today.glyphs.soon} Due {by}", "$amber", [_action(today, action, width) for action in due]
    yield (
        "Caught between meetings",
        "$ink",
        [_capture(today, number, width) for number in range(len(state.captures))],
    )
    disputes = [dispute for dispute in state.disputes if dispute.live]
    yield "Disputes waiting", "$ink", [
        Row(f"X-{x.number}", columns(f"X-{x.number}", x.said.text, _quiet(_by(today, x.decide_by)), width))
        for x in disputes
    ]  # fmt: skip
    yield "Back on the table", "$ink", [
        Row(topic.ref, columns(topic.ref, topic.text, _quiet(f"from M-{topic.meeting}"), width))
        for topic in (*back.topics, *back.segments)
    ]  # fmt: skip
    later = today.planned if state.running else today.planned[1:]
    yield "Also planned", "$ink", [_meeting(today, meeting, width) for meeting in later]
    yield f"{today.glyphs.soon} Files left out", "$amber", [
        Row(f"!{number}", Content(note)) for number, note in enumerate(today.notes)
    ]  # fmt: skip


def _action(today: Today, action: Action, width: int) -> Row:
    owner = today.wording.name(action.owner) if action.owner else "nobody yet"
    days = (today.day - action.due).days if action.due else 0
    if days > 0:
        tail = _quiet(f"{days} day{'s' if days > 1 else ''} over")
    else:
        tail = _quiet("next meeting" if action.at_next else _near(today, action.due))
    mark = f"blocked {today.glyphs.dot} " if action.status == "blocked" else ""
    return Row(
        f"A-{action.number}", columns(f"A-{action.number}", f"{mark}{owner}: {action.said.text}", tail, width)
    )


def _capture(today: Today, place: int, width: int) -> Row:
    capture = today.state.captures[place]
    speaker = today.wording.name(capture.said.speaker) if capture.said.speaker else ""
    tail = _quiet(f" {today.glyphs.dot} ".join(word for word in (capture.said.kind, speaker) if word))
    ref = f"C-{capture.number}"
    return Row(ref, columns(ref, capture.said.text, tail, width))


def _meeting(today: Today, meeting: Meeting, width: int) -> Row:
    ref = f"M-{meeting.number}"
    when = f"{_near(today, meeting.on)} {meeting.start:%H:%M}"
    return Row(ref, columns(ref, meeting.title, _quiet(when), width))


def _by(today: Today, day: date | None) -> str:
    return f"by {_near(today, day)}" if day else "no date"


def _near(today: Today, day: date | None) -> str:
    return "today" if day == today.day else today.wording.near(day, today.day)


def _quiet(text: str) -> Content:
    return Content.styled(text, "$quiet")


def head(today: Today, width: int, room: str, plan: str, new: str) -> Content:
    """The next meeting: what it is, on a line of its own where the day does not fit beside it; then the keys."""
    meeting = today.next
    if meeting is None:
        return Content.assemble(
            ("No meeting is planned", "bold"), "\n", (new, "$shown bold"), " chooses an agenda"
        )
    sep = f" {today.glyphs.dot} "
    title = Content.styled(meeting.title, "$shown bold")
    if meeting.status == "running":
        item = meeting.current
        where = f"{item.number}/{meeting.last} {item.segment.title}" if item else ""
        first = Content.assemble(("Running  ", "bold"), title)
        keys = Content.assemble((room, "$shown bold"), " goes to the room")
        return Content.assemble(first, _beside(first, where, sep, width), "\n", keys)
    minutes = sum(item.segment.minutes for item in meeting.items)
    when = f"{today.wording.day(meeting.on)} {meeting.start:%H:%M}{sep}{minutes} min{sep}{away(meeting.on, today.day)}"
    open_ = len(today.back.due)
    owed = f"{open_} due by then   " if open_ else ""
    first = Content.assemble(("Next  ", "bold"), title)
    keys = Content.assemble(
        (plan, "$shown bold"), " looks at the plan   ", (room, "$shown bold"), " starts it now"
    )
    return Content.assemble(first, _beside(first, when, sep, width), "\n", (owed, "$quiet"), keys)


def _beside(first: Content, words: str, sep: str, width: int) -> Content:
    """The words behind the title, or on a line of their own where they do not fit."""
    told = Content(words)
    fits = first.cell_length + len(sep) + told.cell_length <= width
    return Content.assemble(sep if fits else "\n", told) if words else told


def away(day: date, today: date) -> str:
    """How far off a day is, in words."""
    days = (day - today).days
    if days < 0:
        return "was yesterday" if days == -1 else f"was {-days} days ago"
    return ("today", "tomorrow")[days] if days < 2 else f"in {days} days"


def rhythm(today: Today, width: int, most: int = 0) -> tuple[Content, ...]:
    """How often the teams meet, and where the last minutes stand; `most`: lines of each, 0 for all."""
    if today.last is None:
        return ()  # there is no rhythm before the first meeting
    told = (_exchanges(today), _minutes(today, today.last))
    return tuple(hanging(sign, words, width, most) for sign, words in told)


def _exchanges(today: Today) -> tuple[Content, Content]:
    """Its sign, and the words."""
    found = cadence(today.state, today.day, today.target)
    glyph, style = (today.glyphs.done, "$green") if found.met else (today.glyphs.soon, "$amber")
    since = f", the last {found.since} days ago" if found.since and found.since > 1 else ""
    word = "met" if found.met else "fewer than agreed"
    told = f"Exchanges in 30 days: {found.exchanges} of {found.target}"
    return Content.styled(f"{glyph} ", style), Content.assemble(told, (f", {word}", style), since)


def _minutes(today: Today, last: Meeting) -> tuple[Content, Content]:
    if last.status == "approved":
        sign = Content.styled(f"{today.glyphs.done} ", "$green")
        return sign, Content(f"Minutes of M-{last.number} are approved")
    told = f"Minutes of M-{last.number} are a draft until the next meeting"
    return Content.styled(f"{today.glyphs.ahead} ", "$quiet"), Content(told)


def asked(today: Today) -> tuple[Content, ...]:
    """What people asked to change and to keep when the last meeting closed."""
    last = today.last
    if last is None:
        return ()
    told = (("You asked to change", last.roti.change), ("You asked to keep", last.roti.keep))
    return tuple(
        Content.assemble((f"{title}\n", "$quiet"), "\n".join(f"  {word}" for word in words))
        for title, words in told
        if words
    )
