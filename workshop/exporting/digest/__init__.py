"""The digest: what a record holds of one meeting, as facts ready to show."""

from __future__ import annotations

from dataclasses import replace

from workshop.exporting.digest import (
    agreed,
    course,
    exercises,
    figures,
    first_page,
    market,
    record,
    scoreboard,
    waiting,
)
from workshop.exporting.digest.audience import sifted, withheld
from workshop.exporting.digest.desk import Desk
from workshop.exporting.digest.minute import on_the_minute
from workshop.exporting.digest.minutes import Minutes
from workshop.exporting.digest.said import QUOTE, of_kind, of_section, rows, themes
from workshop.exporting.digest.source import Source

__all__ = ["Minutes", "Source", "digest"]


def digest(source: Source) -> Minutes:
    """The minutes of one meeting. The same source gives the same minutes; nothing else is asked."""
    source = on_the_minute(source)
    desk = Desk(sifted(source), source)
    minutes = _named(desk)
    for part in (_first_page, _dealt_with, _heard, _counted, _kept):
        minutes = part(desk, minutes)
    return replace(minutes, withheld=withheld(source))


def _named(desk: Desk) -> Minutes:
    """Which meeting it is, of whom, for whom."""
    settings, meeting = desk.source.settings, desk.meeting
    return Minutes(
        firm=settings.name,
        number=meeting.number,
        title=meeting.title,
        template=meeting.template,
        locale=settings.locale,
        currency=settings.currency,
        status=meeting.status,
        audience=desk.source.audience,
        when=first_page.when(desk),
        place=meeting.place,
        mode=meeting.mode,
        lead=meeting.lead or "",
        preparation=meeting.preparation,
    )


def _first_page(desk: Desk, minutes: Minutes) -> Minutes:
    """What everybody has to know who was not there."""
    return replace(
        minutes,
        goal=first_page.goal(desk),
        attendance=first_page.attendance(desk),
        absent=first_page.absent(desk),
        apologies=first_page.apologies(desk),
        previous=record.previous_minutes(desk),
        decisions=agreed.decisions(desk),
        actions=agreed.actions(desk),
        still_open=agreed.still_open(desk),
        changed=first_page.changed(desk),
        last_time=first_page.last_time(desk),
        next=first_page.next_meeting(desk),
    )


def _dealt_with(desk: Desk, minutes: Minutes) -> Minutes:
    """What holds, what was still open, and what the agenda brought, segment by segment."""
    results = exercises.exercises(desk)
    return replace(
        minutes,
        agreements=rows(desk, desk.source.state.agreements),
        matters=agreed.matters_arising(desk),
        segments=course.segments(desk),
        exercises=results,
        headlines=exercises.headlines(results),
        disputes=agreed.disputes(desk),
        parking=waiting.parking(desk),
        questions=waiting.questions(desk),
        open_points=waiting.open_points(desk),
    )


def _heard(desk: Desk, minutes: Minutes) -> Minutes:
    """What the two teams told each other of customers, programmes and words."""
    calendar, news = market.programmes(desk)
    return replace(
        minutes,
        programmes=calendar,
        programme_news=news,
        themes=themes(desk),
        quotes=of_kind(desk, QUOTE),
        needs=market.needs(desk),
        glossary=rows(desk, desk.source.state.terms),
        credits=of_section(desk, "credits"),
    )


def _counted(desk: Desk, minutes: Minutes) -> Minutes:
    """Numbers: of both teams together, and of how the meeting went."""
    counts, balance = figures.sides(desk)
    return replace(
        minutes,
        scoreboard=scoreboard.scoreboard(desk),
        roti=figures.return_on_time(desk),
        sides=counts,
        balance=balance,
        freshness=figures.freshness(desk),
        exchanges=figures.exchanges(desk),
        new_actions=figures.new_actions(desk),
        airtime=figures.airtime(desk),
        retimings=course.retimings(desk),
    )


def _kept(desk: Desk, minutes: Minutes) -> Minutes:
    """How it ended, what was changed in the record since, who gets it and who signs."""
    meeting = desk.meeting
    return replace(
        minutes,
        early=meeting.closing.early,
        left_open=meeting.closing.left_open,
        clock_notes=meeting.clock_notes,
        corrections=record.corrections(desk),
        later_notes=record.later_notes(desk),
        approved=record.approved(desk),
        reopenings=record.reopenings(desk),
        distribution=record.distribution(desk),
        signatures=record.signatures(desk),
    )
