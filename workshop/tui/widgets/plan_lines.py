"""The lines of Plan: the agenda by the clock, one segment in full, people, and what each side owes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.content import Content

from workshop.facilitation import planning
from workshop.facilitation.retiming import fits
from workshop.followup.carry import carried
from workshop.line.wording import Wording
from workshop.model.agenda import Segment
from workshop.model.exercises import Exercise
from workshop.model.meeting import Item, Meeting
from workshop.model.state import State
from workshop.model.teams import GROUPS, Person, group_of
from workshop.tui.glyphs import Glyphs
from workshop.tui.widgets.hanging import hanging
from workshop.tui.widgets.rows import Row

EXPECTED = "expected"
WORD = len("optional")
"""Cells for the word behind the minutes."""
TEAM = len("marketing")
"""Cells for a team or a word about somebody."""
BOTH = 38
"""Cells from which a person's line has room for the word and the team."""


def plan_of(meeting: Meeting | None) -> tuple[Segment, ...]:
    """The plan as it stands; empty where there is no meeting."""
    return tuple(item.segment for item in meeting.items) if meeting else ()


def title_left(meeting: Meeting) -> Content:
    """What is planned, and where."""
    return Content.assemble((f"Plan  {meeting.title}", "bold"), (f"  {meeting.place}", "$quiet"))


def title_right(meeting: Meeting, day: str, arrow: str) -> Content:
    """The day, from when to when, and how many minutes."""
    begin, *_, end = planning.starts(meeting, plan_of(meeting))
    minutes = sum(segment.minutes for segment in plan_of(meeting))
    when = "runs" if meeting.status == "running" else day
    return Content.assemble(f"{when}  {begin:%H:%M} {arrow} {end:%H:%M}  ", (f"{minutes} min", "bold"))


def agenda_rows(meeting: Meeting, width: int) -> list[Row]:
    """`3 09:09 Marketing headlines      4 optional`"""
    begins = planning.starts(meeting, plan_of(meeting))
    return [
        Row(f"{item.number}", _agenda_line(item, f"{at:%H:%M}", width))
        for item, at in zip(meeting.items, begins, strict=False)
    ]


def _agenda_line(item: Item, at: str, width: int) -> Content:
    head, minutes, word = f"{item.number:>2} {at} ", f"{item.minutes:>3} ", f"{word_of(item):<{WORD}}"
    room = max(width - len(head) - len(minutes) - len(word), 8)
    title = Content(" ".join(item.segment.title.split())).truncate(room, ellipsis=True)
    here = item.state == "running"
    return Content.assemble(
        (head, "$quiet"), title.pad_right(max(room - title.cell_length, 0)), (minutes, "bold"),
        (word, "$shown bold" if here else "$shown" if item.segment.locked else "$quiet"),
    )  # fmt: skip


def word_of(item: Item) -> str:
    """How a segment stands, in one word; none for what is usual, a core segment ahead."""
    if item.state != "ahead":
        return "now" if item.state == "running" else item.state
    segment = item.segment
    return (
        "close"
        if segment.kind == "close"
        else "locked"
        if segment.locked
        else ""
        if segment.core
        else "optional"
    )


def segment_lines(
    segment: Segment,
    missing: Sequence[str],
    dot: str,
    usual: str,
    words: Callable[[str], str],
    exercise: Exercise | None = None,
) -> Content:
    """One segment in full: what may be cut, what it usually takes, who leads, the words to say, its exercise with what
    each side brings, exercises that are not here as a quiet note."""
    facts = ["core" if segment.core else "optional", f"at least {segment.floor} min"]
    facts += [usual] if usual else []
    facts += ["locked"] if segment.locked else []
    facts += [_leads(segment)] if segment.leads else []
    parts = [Content.styled(segment.title, "bold"), Content.styled(f" {dot} ".join(facts), "$quiet")]
    parts += [Content(words(prompt)) for prompt in segment.prompts]
    if segment.exercise and segment.exercise not in missing:
        part = f", {segment.part}" if segment.part else ""
        title = exercise.title if exercise else segment.exercise
        parts.append(Content.assemble(("with ", "$quiet"), f"{title}{part}"))
        parts += [
            Content.assemble((f"{side} bring{'' if side == 'guests' else 's'}  ", "$quiet"), told)
            for side, told in _brings(exercise)
            if told
        ]
    choice = [slug for slug in segment.alternatives if slug not in missing]
    if choice:
        parts.append(Content.styled(f"could be {', '.join(choice)}", "$quiet"))
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        parts.append(
            Content.styled(
                f"{', '.join(missing)} {verb} not on the shelf; the words above carry it.", "$quiet"
            )
        )
    return Content("\n").join(parts)


def _brings(exercise: Exercise | None) -> tuple[tuple[str, str], ...]:
    told = exercise.brings if exercise else None
    return (("sales", told.sales), ("marketing", told.marketing), ("guests", told.guests)) if told else ()


def _leads(segment: Segment) -> str:
    return f"led by {'both teams' if segment.leads == ('both',) else ' or '.join(segment.leads)}"


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
        line = Content.assemble((words, "$red bold"), "  ", (key, "$shown bold"), " compresses")
    else:
        spare = f"{minutes} to spare" if over else "to the minute"
        line = Content.assemble(
            (f"{glyphs.calm} ", "$green"), f"Fits before {meeting.hard_end:%H:%M}, {spare}"
        )
    if gone:
        line += Content.styled(f"\n  left out: {', '.join(segment.title for segment in gone)}", "$quiet")
    return line


def people_rows(meeting: Meeting, people: Sequence[Person], glyphs: Glyphs, width: int) -> list[Row]:
    """Everybody with a word: expected, present, late, apologies; what is too long gives way to the name."""
    names = [Content(" ".join(person.name.split())) for person in people]
    longest = max((name.cell_length for name in names), default=0)
    room = max(min(longest, width - TEAM), 6)
    return [
        Row(person.id, _person(meeting, person, name.truncate(room, ellipsis=True), room, glyphs, width))
        for person, name in zip(people, names, strict=True)
    ]


def presence(meeting: Meeting, person: str) -> str:
    """The word for somebody: `expected` where nothing was noted."""
    row = meeting.person(person)
    return row.presence if row else EXPECTED


def _person(
    meeting: Meeting, person: Person, name: Content, room: int, glyphs: Glyphs, width: int
) -> Content:
    word = presence(meeting, person.id)
    signs = {"apologies": (glyphs.skipped, "$amber"), EXPECTED: (glyphs.ahead, "$quiet")}
    sign, style = signs.get(word, (glyphs.done, "$green"))
    told = (word, person.team) if width >= BOTH else (person.team if word == EXPECTED else word,)
    tail = Content.styled("".join(f"  {each:<{TEAM}}" for each in told).rstrip(), style)
    return Content.assemble(
        (f"{sign} ", style),
        name.pad_right(room - name.cell_length),
        tail.truncate(width - 2 - room, ellipsis=True),
    )


def people_head(meeting: Meeting, people: Sequence[Person]) -> Content:
    """`People  6 expected, 1 away`"""
    away = sum(1 for person in people if presence(meeting, person.id) == "apologies")
    told = f"  {len(people) - away} expected" + (f", {away} away" if away else "")
    return Content.assemble(("People", "bold"), (told if people else "  nobody yet: Home, w", "$quiet"))


def owed(state: State, meeting: Meeting, wording: Wording, width: int) -> Content:
    """What each side owes by the day, and what comes back from earlier meetings; a line each where it is narrow."""
    most = 1 if width < BOTH else 2
    parts = _owed(state, meeting, wording)
    return Content("\n").join(hanging(head, text, width, most) for head, text in parts)


def _owed(state: State, meeting: Meeting, wording: Wording) -> Iterator[tuple[Content, Content]]:
    """Each as its head and its text."""
    nothing = Content("")
    found = carried(state, meeting.on)
    open_ = len(found.due) + len(found.later)
    told = f"{len(found.due)} of {open_} open" if open_ else "nothing open"
    yield Content.styled("Owed by then", "bold"), Content.styled(f"  {told}", "$quiet")
    for group in GROUPS:
        due = [action for action in found.due if group_of(state.team(action.owner)) == group]
        if due or (open_ and group != "others"):
            yield Content(f"{group} "), Content.styled(f"{len(due)}" if due else "nothing", "$quiet")
        for action in due:
            owner = wording.name(action.owner) if action.owner else "nobody yet"
            again = f", here {action.carried + 1} times" if action.carried else ""
            yield (
                _ref(f"A-{action.number}"),
                Content.assemble(f"{owner}: {action.said.text}", (again, "$amber")),
            )
    back = (*found.topics, *found.segments)
    if back:
        yield nothing, nothing
        yield Content.styled("Carried over", "bold"), Content.styled(f"  {len(back)} from earlier", "$quiet")
        yield from ((_ref(topic.ref), Content(topic.text)) for topic in back)
    if state.captures:
        yield nothing, nothing
        yield Content.styled("Caught between", "bold"), Content.styled(f"  {len(state.captures)}", "$quiet")
        yield from ((_ref(f"C-{each.number}"), Content(each.said.text)) for each in state.captures)


def _ref(ref: str) -> Content:
    return Content.styled(f"  {ref:<4} ", "$quiet")
