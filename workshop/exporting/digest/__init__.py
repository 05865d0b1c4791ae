"""The digest: what a record holds of one meeting, as facts ready to show."""

from __future__ import annotations

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
    settings, meeting = source.settings, desk.meeting
    calendar, news = market.programmes(desk)
    counts, balance = figures.sides(desk)
    results = exercises.exercises(desk)
    return Minutes(
        firm=settings.name,
        number=meeting.number,
        title=meeting.title,
        template=meeting.template,
        locale=settings.locale,
        currency=settings.currency,
        status=meeting.status,
        audience=source.audience,
        when=first_page.when(desk),
        place=meeting.place,
        mode=meeting.mode,
        lead=meeting.lead or "",
        preparation=meeting.preparation,
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
        agreements=rows(desk, desk.source.state.agreements),
        matters=agreed.matters_arising(desk),
        segments=course.segments(desk),
        exercises=results,
        headlines=exercises.headlines(results),
        programmes=calendar,
        programme_news=news,
        themes=themes(desk),
        quotes=of_kind(desk, QUOTE),
        needs=market.needs(desk),
        disputes=agreed.disputes(desk),
        scoreboard=scoreboard.scoreboard(desk),
        parking=waiting.parking(desk),
        questions=waiting.questions(desk),
        open_points=waiting.open_points(desk),
        glossary=rows(desk, desk.source.state.terms),
        credits=of_section(desk, "credits"),
        roti=figures.return_on_time(desk),
        sides=counts,
        balance=balance,
        freshness=figures.freshness(desk),
        exchanges=figures.exchanges(desk),
        new_actions=figures.new_actions(desk),
        airtime=figures.airtime(desk),
        retimings=course.retimings(desk),
        early=meeting.closing.early,
        left_open=meeting.closing.left_open,
        clock_notes=meeting.clock_notes,
        corrections=record.corrections(desk),
        later_notes=record.later_notes(desk),
        approved=record.approved(desk),
        reopenings=record.reopenings(desk),
        distribution=record.distribution(desk),
        signatures=record.signatures(desk),
        withheld=withheld(source),
    )
