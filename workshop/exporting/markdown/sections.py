"""The sections of the minutes in Markdown, in the order of the printed ones; what does not apply is left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from workshop.exporting.days import clock, long_day
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.minutes import NextMeeting
from workshop.exporting.digest.readings import CorrectionRow, MetricRow, ParkedRow, SegmentRow
from workshop.exporting.digest.rows import NeedRow, ProgrammeRow
from workshop.exporting.language import count, say
from workshop.exporting.markdown.results import exercise
from workshop.exporting.markdown.rows import (
    action,
    aside,
    carried,
    days,
    decision,
    dispute,
    entry,
    only_for,
    open_in_all,
    people,
    vote,
)
from workshop.exporting.markdown.shapes import bullets, joined, section, table
from workshop.exporting.text import behind, capital
from workshop.exporting.text import markdown as words


def _action_head() -> tuple[str, ...]:
    return say("No."), say("What"), say("Who"), say("By when"), say("Done when")


def sections(m: Minutes, digest: str) -> Iterator[str]:
    """Every block, head first; `digest` is that of the data."""
    yield _head(m)
    yield from _first_page(m)
    yield from _told(m)
    yield from _numbers(m)
    yield from _record(m, digest)


def _head(m: Minutes) -> str:
    facts = (
        f"**{say('paper|Minutes')}:** M-{m.number}, {_status(m)}",
        f"**{say('When')}:** {long_day(m.when.on, m.locale)}, {_times(m)}",
        f"**{say('Where')}:** {joined(words(m.place), say(m.mode), by=', ')}",
        f"**{say('Shared goal')}:** {words(m.goal.text)} ({m.goal.id})" if m.goal else "",
        *(f"**{team.label} ({len(team.people)}):** {people(team.people)}" for team in m.attendance),
        f"**{say('Apologies')}:** {people(m.apologies)}" if m.apologies else "",
        f"**{say('Last minutes')}:** {words(m.previous)}",
        f"**{say('Next meeting')}:** {_next(m, m.next)}" if m.next else "",
        *(
            f"**{say('Result')}:** {joined(words(line.title), words(line.verdict), words(behind(line.text, line.title)))}"
            for line in m.headlines
        ),
        f"**{say('Note')}:** {_note(m)}" if m.absent or m.preparation else "",
        f"**{say('Withheld from this copy')}:** {count(m.withheld, '{n} record', '{n} records')}"
        if m.withheld
        else "",
    )
    return f"# {words(m.firm)}: {words(m.title)}\n\n{bullets(fact for fact in facts if fact)}"


def _status(m: Minutes) -> str:
    if m.approved is None:
        return say(m.mark).upper()
    where = f"{say('in')} M-{m.approved.made_in}" if m.approved.made_in else words(m.approved.where)
    by = say("by {who}", who=words(m.approved.by)) if m.approved.by else ""
    return joined(say(m.mark).upper(), days(m)(m.approved.on), where, by, by=" ")


def _times(m: Minutes) -> str:
    began = clock(m.when.opened or m.when.start)
    ended = f"{say('until|to')} {clock(m.when.closed)}" if m.when.closed else ""
    return joined(
        began,
        ended,
        f"({say('hard end {time}', time=clock(m.when.hard_end))})" if m.when.hard_end else "",
        by=" ",
    )


def _note(m: Minutes) -> str:
    sides = f" {say('and')} ".join(map(say, m.absent))
    missing = say("{sides} not present: no joint figures", sides=sides) if m.absent else ""
    return joined(missing, say("held by one team as a preparation") if m.preparation else "", by="; ")


def _next(m: Minutes, told: NextMeeting) -> str:
    if told.on is None:
        return f"{say('none, because')} {words(told.why_none)}"
    return joined(
        long_day(told.on, m.locale), clock(told.start) if told.start else "", words(told.title), by=", "
    )


def _first_page(m: Minutes) -> Iterator[str]:
    day = days(m)
    yield section(say("Decisions"), bullets(decision(row, day) for row in m.decisions))
    yield section(
        say("Actions"), table((*_action_head(), say("Remark")), (action(row, day) for row in m.actions))
    )
    if m.still_open:
        late = bullets(carried(row, day) for row in m.still_open.rows)
        yield section(say("Carried over"), f"{open_in_all(m.still_open)}.", late)
    changed = bullets(
        f"{joined(words(row.said), words(row.by), day(row.said_on), row.source)} → "
        f"{joined(words(row.changed), day(row.done_on), row.id)}"
        for row in m.changed
    )
    asked = (
        bullets(
            (
                *(f"{say('change')}: {words(t)}" for t in m.last_time.change),
                *(f"{say('keep')}: {words(t)}" for t in m.last_time.keep),
            )
        )
        if m.last_time
        else ""
    )
    yield section(say("You said, we changed"), changed, asked)
    if m.matters:
        shares = (m.matters.by_due, m.matters.at_all, *m.matters.teams)
        kept = (
            f"{say(share.label)}: {say('{n} of {of}', n=share.count, of=share.of)} = {share.percent}"
            for share in shares
            if share
        )
        old = table(
            (*_action_head(), say("Where it stands")), (action(row, day, old=True) for row in m.matters.rows)
        )
        yield section(say("Matters arising"), bullets(kept), old)


def _told(m: Minutes) -> Iterator[str]:
    day = days(m)
    yield section(say("How we work together"), bullets(entry(row, kind=False) for row in m.agreements))
    yield section(
        say("How the meeting went"), _agenda(m), *(_segment(row) for row in m.segments if row.entries)
    )
    for (number, heading), rows in groupby(m.results, key=lambda row: (row.segment, row.heading)):
        title = joined(words(heading), f"({say('segment {n}', n=number)})" if number else "", by=" ")
        yield section(title, *(block for row in rows for block in exercise(row)))
    yield section(
        say("Programme calendar"),
        bullets(_programme(m, row) for row in m.programmes),
        bullets(map(entry, m.programme_news)),
    )
    for theme in m.themes:
        fresh = capital(m.freshness) if theme.slug == "field" else ""
        yield section(theme.title, fresh, bullets(entry(row) for group in theme.groups for row in group.rows))
    yield section(say("In customers’ words"), bullets(entry(row, kind=False) for row in m.quotes))
    if not m.needs_in_results:
        yield section(say("Needs and answers"), bullets(_need(m, row) for row in m.needs))
    yield section(say("Disputes"), bullets(dispute(row, day) for row in m.disputes))


def _agenda(m: Minutes) -> str:
    rows = [_agenda_row(row) for row in m.segments if row.number]
    if rows and m.when.real is not None:
        rows.append(("", say("Together"), str(m.when.planned), str(m.when.real), ""))
    return table((say("No."), say("agenda|Segment"), say("Planned"), say("Real"), say("Remark")), rows)


def _agenda_row(row: SegmentRow) -> tuple[str, ...]:
    state = say(row.state) if row.state in ("skipped", "dropped") else ""
    told = (f"{words(told.label)} {' '.join(told.ids)}" for told in row.elsewhere)
    remark = joined(row.coverage, joined(state, words(row.why), by=": "), " ".join(row.made), *told)
    real = str(row.real) if row.real is not None else "-"
    return str(row.number), joined(words(row.title), row.lead), str(row.planned), real, remark


def _segment(row: SegmentRow) -> str:
    title = joined(str(row.number) if row.number else "", words(row.title), by=" ")
    return f"### {title}\n\n{bullets(map(entry, row.entries))}"


def _programme(m: Minutes, row: ProgrammeRow) -> str:
    day = days(m)
    when = joined(
        day(row.start) or say("start open"), f"{say('until|to')} {day(row.end)}" if row.end else "", by=" "
    )
    buy_in = f"{say('buy-in')} {vote(row.buy_in).removeprefix(': ')}" if row.buy_in else ""
    more = aside(row)
    told = joined(
        f"**{row.id}** {words(row.name)}", when, words(row.owner or row.by), words(say(row.gate)), more, buy_in
    )  # fmt: skip
    return f"{told}\n  - {say('warning')}: {', '.join(row.warnings)}" if row.warnings else told


def _need(m: Minutes, row: NeedRow) -> str:
    answer = joined(say(row.answer) or say("no answer yet"), words(row.owner), by=", ")
    more = aside(row)
    return joined(
        f"**{row.id}** {words(row.text)}", joined(say(row.team), words(row.by), by=", "),
        f"{say('what for')}: {words(row.purpose)}" if row.purpose else "",
        f"{say('wanted by')} {days(m)(row.wanted)}" if row.wanted else "", answer, words(row.instead), words(row.note),
        words(row.effort), more,
    )  # fmt: skip


def _numbers(m: Minutes) -> Iterator[str]:
    yield section(say("Scoreboard"), _scoreboard(m.scoreboard))
    yield section(say("Parked"), bullets(_parked(m, row) for row in m.parking))
    questions = (f"{row.id} {words(row.text)}: {say('waits for an answer')}" for row in m.questions)
    points = (
        joined(row.id, f"{words(row.text)}: {say('still to tell')}: {', '.join(row.lacks)}", by=" ")
        for row in m.open_points
    )
    yield section(say("Still open"), bullets((*questions, *points)))
    yield section(say("What our words mean"), bullets(entry(row, kind=False) for row in m.glossary))
    yield section(say("Credit where it is due"), bullets(entry(row, kind=False) for row in m.credits))
    yield section(say("Was it worth the time?"), bullets(_roti(m)))
    yield section(say("Both sides of the table"), bullets(_heard(m)))


def _scoreboard(rows: tuple[MetricRow, ...]) -> str:
    names = ("Number", "Value", "Period", "Target", "Worked out from", "Before", "Remark")
    return table(tuple(map(say, names)), map(_metric, rows))


def _metric(row: MetricRow) -> tuple[str, ...]:
    target = joined(say(row.status), words(row.target), by=", ")
    before = joined(words(row.previous) or say("first value"), words(row.previous_period), by=", ")
    series = (
        f"{say('so far')} {', '.join(words(point.value) for point in row.series)}"
        if len(row.series) > 2
        else ""
    )
    remark = joined(
        words(row.second), say("few cases") if row.few else "", say(row.trend),
        say("another period than before") if row.unequal else "", series, aside(row),
    )  # fmt: skip
    return words(row.name), words(row.value), words(row.period), target, words(row.parts), before, remark


def _parked(m: Minutes, row: ParkedRow) -> str:
    since = f"{say('since')} M-{row.meeting}" if row.meeting != m.number else ""
    becomes = joined(say(row.disposition or "open"), days(m)(row.on), by=", ")
    carried = say("carried {times}", times=row.carried) if row.carried else ""
    tags = " ".join(f"\\#{words(tag)}" for tag in row.tags)
    return joined(
        f"**{row.ref}** {words(row.text)}", words(row.by), becomes, since, carried, words(row.cleared), words(row.detail),
        tags, only_for(row.audience),
    )  # fmt: skip


def _roti(m: Minutes) -> Iterator[str]:
    if m.roti is None:
        return
    if m.roti.n:
        bars = ", ".join(f"{bar.label}: {bar.count}" for bar in m.roti.bars)
        yield f"{m.roti.mean} {say('of 5')} (n={m.roti.n}, {say(m.roti.how)}); {bars}"
        yield joined(
            *(f"{say(group.group)} {group.mean}" for group in m.roti.split), m.roti.why_no_split, by=", "
        )
    yield from (f"{say('change')}: {words(text)}" for text in m.roti.change)
    yield from (f"{say('keep')}: {words(text)}" for text in m.roti.keep)


def _heard(m: Minutes) -> Iterator[str]:
    balance = f"{say('balance')} {m.balance}" if m.balance else ""
    told = (
        (say("entries"), joined(*(f"{say(side.team)} {side.count}" for side in m.sides), balance, by=", ")),
        (
            say("airtime"),
            ", ".join(f"{say(side.team)} {side.minutes} {say('min')} ({side.percent})" for side in m.airtime),
        ),
        (say("new actions"), ", ".join(f"{say(side.team)} {side.count}" for side in m.new_actions)),
        (say("spoke first"), say(m.lead)),
        (say("rhythm"), m.exchanges),
    )
    yield from (f"{label}: {text}" for label, text in told if text)


def _record(m: Minutes, digest: str) -> Iterator[str]:
    yield section(say("Changes on the way"), bullets(_course(m)))
    yield section(say("Corrections in this text"), bullets(_correction(m, row) for row in m.corrections))
    yield section(
        say("Corrections to earlier minutes"), bullets(_correction(m, row) for row in m.later_notes)
    )
    yield section(say("Goes to"), ", ".join(words(who.name) for who in m.distribution))
    yield section(say("Signed"), bullets(f"{say('For {side}', side=say(side))}: " for side in m.signatures))
    yield f"{say('SHA-256 of the data')}: `{digest}`"


def _course(m: Minutes) -> Iterator[str]:
    for row in m.retimings:
        dropped = f"{say('to next time')}: {words(', '.join(row.dropped))}" if row.dropped else ""
        short = say("{n} min still missing", n=row.short) if row.short else ""
        yield joined(f"{words(row.cause)}: {words(', '.join(row.changes))}", dropped, short, by="; ")
    if m.early:
        yield f"{say('closed early')}: {words(m.early)}"
    if m.left_open:
        yield f"{say('left open')}: {words(' '.join(m.left_open))}"
    for again in m.reopenings:
        yield f"{say('opened again by {who} on {day}', who=words(again.who), day=days(m)(again.at.date()))}: {words(again.why)}"
    yield from map(words, m.clock_notes)


def _correction(m: Minutes, row: CorrectionRow) -> str:
    made = f"{say('in')} M-{row.made_in}" if row.made_in else ""
    return joined(
        f"{say('no. {n}', n=row.number)}, {row.ref} {say('of')} M-{row.minutes}: {words(row.text)}",
        f"{say('was')}: {words(row.original)}" if row.original else "", joined(days(m)(row.on), made, by=", "),
        say("after approval") if row.after_approval else "",
    )  # fmt: skip
