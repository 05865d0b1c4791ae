"""The lines of Plan: the agenda by the clock, one segment in full, people, and what each side owes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.content import Content

from workshop.facilitation import planning
from workshop.facilitation.retiming import fits
from workshop.followup.carry import carried
from workshop.line.wording import Wording
from workshop.model.agenda import Segment
from workshop.model.meeting import Item, Meeting
from workshop.model.state import State
from workshop.model.teams import GROUPS, Person, group_of
from workshop.tui.glyphs import Glyphs
from workshop.tui.widgets.rows import Row

EXPECTED = "expected"
BOTH = 38
"""Cells from which a person's line has room for the word and the team."""


def plan_of(meeting: Meeting | None) -> tuple[Segment, ...]:
    """The plan as it stands; empty where there is no meeting."""
    return tuple(item.segment for item in meeting.items) if meeting else ()


def title_left(meeting: Meeting, day: str) -> Content:
    """What is planned, when and where."""
    place = f", {meeting.place}" if meeting.place else ""
    return Content.assemble((f"Plan  {meeting.title}", "bold"), (f"  {day}{place}", "$quiet"))


def title_right(meeting: Meeting, arrow: str) -> Content:
    """From when to when, and how many minutes."""
    begin, *_, end = planning.starts(meeting, plan_of(meeting))
    minutes = sum(segment.minutes for segment in plan_of(meeting))
    running = "runs  " if meeting.status == "running" else ""
    return Content.assemble(running, f"{begin:%H:%M} {arrow} {end:%H:%M}  ", (f"{minutes} min", "bold"))


def agenda_rows(meeting: Meeting, width: int) -> list[Row]:
    """`3  09:09  Marketing headlines      4  core`"""
    begins = planning.starts(meeting, plan_of(meeting))
    return [
        Row(f"{item.number}", _agenda_line(item, f"{at:%H:%M}", width))
        for item, at in zip(meeting.items, begins, strict=False)
    ]


def _agenda_line(item: Item, at: str, width: int) -> Content:
    word = word_of(item)
    head, tail = f"{item.number:>2} {at}  ", f"{item.minutes:>4} {word:<8}"
    room = max(width - len(head) - len(tail), 8)
    title = Content(" ".join(item.segment.title.split())).truncate(room, ellipsis=True)
    style = "$shown" if item.segment.locked else "$quiet"
    return Content.assemble(
        (head, "$quiet"), title.pad_right(max(room - title.cell_length, 0)), (f"{item.minutes:>4} ", "bold"),
        (f"{word:<8}", style if item.segment.core or item.segment.locked else "$amber"),
    )  # fmt: skip


def word_of(item: Item) -> str:
    """How a segment stands, in one word."""
    if item.state != "ahead":
        return "now" if item.state == "running" else item.state
    segment = item.segment
    return (
        "close"
        if segment.kind == "close"
        else "locked"
        if segment.locked
        else "core"
        if segment.core
        else "optional"
    )


def segment_lines(
    segment: Segment, missing: Sequence[str], dot: str, usual: str, words: Callable[[str], str]
) -> Content:
    """One segment in full: what may be cut, what it usually takes, who leads, the words to say, exercises that are
    not here as a quiet note."""
    facts = ["core" if segment.core else "optional", f"at least {segment.floor} min"]
    facts += [usual] if usual else []
    facts += ["locked"] if segment.locked else []
    facts += [_leads(segment)] if segment.leads else []
    parts = [Content.styled(segment.title, "bold"), Content.styled(f" {dot} ".join(facts), "$quiet")]
    parts += [Content(words(prompt)) for prompt in segment.prompts]
    if segment.exercise and segment.exercise not in missing:
        parts.append(
            Content.styled(f"with {segment.exercise}{f', {segment.part}' if segment.part else ''}", "$quiet")
        )
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        parts.append(
            Content.styled(
                f"{', '.join(missing)} {verb} not on the shelf; the words above carry it.", "$quiet"
            )
        )
    return Content("\n").join(parts)


def _leads(segment: Segment) -> str:
    return "both teams lead" if segment.leads == ("both",) else f"{' or '.join(segment.leads)} leads"


def fit_line(meeting: Meeting, moment: int, gone: Sequence[Segment], key: str, glyphs: Glyphs) -> Content:
    """Whether it fits, with the amount; and what was left out."""
    ends = planning.starts(meeting, plan_of(meeting))[-1]
    over = fits(meeting, moment)
    minutes = f"{abs(over)} minute{'s' if abs(over) != 1 else ''}"
    if meeting.hard_end is None:
        line = Content.assemble(
            (f"{glyphs.calm} ", "$green"), f"Ends {ends:%H:%M}", ("  no hard end", "$quiet")
        )
    elif over > 0:
        words = f"{glyphs.over} {minutes} too long for {meeting.hard_end:%H:%M}"
        line = Content.assemble((words, "$red bold"), "  ", (key, "$shown bold"), " compresses it")
    else:
        spare = f"{minutes} to spare" if over else "to the minute"
        line = Content.assemble(
            (f"{glyphs.calm} ", "$green"), f"Fits before {meeting.hard_end:%H:%M}, {spare}"
        )
    if gone:
        line += Content.styled(f"\n  left out: {', '.join(segment.title for segment in gone)}", "$quiet")
    return line


def people_rows(meeting: Meeting, people: Sequence[Person], glyphs: Glyphs, width: int) -> list[Row]:
    """Everybody with a word: expected, present, late, apologies."""
    return [Row(person.id, _person(meeting, person, glyphs, width)) for person in people]


def presence(meeting: Meeting, person: str) -> str:
    """The word for somebody: `expected` where nothing was noted."""
    row = meeting.person(person)
    return row.presence if row else EXPECTED


def _person(meeting: Meeting, person: Person, glyphs: Glyphs, width: int) -> Content:
    word = presence(meeting, person.id)
    signs = {"apologies": (glyphs.skipped, "$amber"), EXPECTED: (glyphs.ahead, "$quiet")}
    sign, style = signs.get(word, (glyphs.done, "$green"))
    told = (word, person.team) if width >= BOTH else (person.team if word == EXPECTED else word,)
    tail = "".join(f"  {each:<9}" for each in told)
    room = max(width - len(tail) - 2, 6)
    name = Content(" ".join(person.name.split())).truncate(room, ellipsis=True)
    return Content.assemble(
        (f"{sign} ", style), name.pad_right(max(room - name.cell_length, 0)), (tail, style)
    )  # fmt: skip


def people_head(meeting: Meeting, people: Sequence[Person]) -> Content:
    """`People  6 expected, 1 away`"""
    away = sum(1 for person in people if presence(meeting, person.id) == "apologies")
    told = f"  {len(people) - away} expected" + (f", {away} away" if away else "")
    return Content.assemble(("People", "bold"), (told if people else "  nobody yet: Home, w", "$quiet"))


def owed(state: State, meeting: Meeting, wording: Wording) -> Content:
    """What each side owes by the day, and what comes back from earlier meetings."""
    return Content("\n").join(_owed(state, meeting, wording))


def _owed(state: State, meeting: Meeting, wording: Wording) -> Iterator[Content]:
    found = carried(state, meeting.on)
    open_ = len(found.due) + len(found.later)
    told = f"{len(found.due)} of {open_} open" if open_ else "nothing open"
    yield Content.assemble(("Owed by then", "bold"), (f"  {told}", "$quiet"))
    for group in GROUPS:
        due = [action for action in found.due if group_of(state.team(action.owner)) == group]
        if due or (open_ and group != "others"):
            yield Content.assemble(
                f"{group} ", (f"{len(due)}" if due else "nothing", "bold" if due else "$quiet")
            )
        for action in due:
            owner = wording.name(action.owner) if action.owner else "nobody yet"
            again = f", here {action.carried + 1} times" if action.carried else ""
            yield Content.assemble(
                (f"  A-{action.number} ", "$quiet"), f"{owner}: {action.said.text}", (again, "$amber")
            )
    back = (*found.topics, *found.segments)
    if back:
        yield Content("")
        yield Content.assemble(("Carried over", "bold"), (f"  {len(back)} from earlier", "$quiet"))
        yield from (Content.assemble((f"  {topic.ref} ", "$quiet"), topic.text) for topic in back)
    if state.captures:
        yield Content("")
        yield Content.assemble(("Caught between meetings", "bold"), (f"  {len(state.captures)}", "$quiet"))
        yield from (
            Content.assemble((f"  C-{capture.number} ", "$quiet"), capture.said.text)
            for capture in state.captures
        )
