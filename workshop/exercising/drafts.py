"""Drafts: what an exercise suggests; nothing becomes real before somebody confirms it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from workshop.exercising.chosen import taken
from workshop.exercising.tables import Table
from workshop.exercising.wording import Place, Wording
from workshop.measures.formula import Id, template
from workshop.model.exercises import Suggest
from workshop.model.results import Draft

_AHEAD = re.compile(r"\+(\d{1,3})([dw]?)")
_TARGETS = ("action", "decision", "parking", "dispute", "line")


def drafts(wording: Wording) -> tuple[Draft, ...]:
    """Every suggestion that holds, numbered in the order of the file."""
    found = (
        draft
        for number, suggest in enumerate(wording.sheet.exercise.suggests, 1)
        for draft in _suggested(wording, suggest, f"suggests[{number}]")
    )
    return tuple(replace(draft, number=number) for number, draft in enumerate(found, 1))


def _suggested(wording: Wording, suggest: Suggest, where: str) -> Iterator[Draft]:
    if not suggest.each:
        if wording.sheet.holds(suggest.when, wording.sheet.look, f"{where}.when"):
            yield from _drafts(wording, suggest, wording.outside(where), "")
        return
    table = wording.sheet.table(suggest.each)
    if isinstance(table, Table):
        rows = taken(wording, table, where=suggest.when, sort=suggest.sort, top=suggest.most, called=where)
        for at in rows.places:
            yield from _drafts(wording, suggest, wording.row(table, at, where), table.rows[at].source)


def _drafts(wording: Wording, suggest: Suggest, place: Place, source: str) -> Iterator[Draft]:
    """One for each thing that it comes to; what comes out empty is not suggested, and a reason with a hole not said."""
    why = wording.fill(suggest.why, place) if wording.whole(suggest.why, place) else ""
    for kind in _TARGETS:
        text = wording.fill(getattr(suggest, kind), place, missing="").strip()
        if text and kind == "action":
            yield Draft(
                0, "action", text, why, _owner(wording, suggest.owner, place), _due(wording, suggest.due, place),
                wording.fill(suggest.done_when, place, missing=""), source,
            )  # fmt: skip
        elif text:
            yield Draft(0, kind, text, why, source=source)  # type: ignore[arg-type]  # of that kind, as the file was checked
    slug = wording.fill(suggest.next, place, missing="").strip()
    if slug:
        yield _exercise(wording, slug, why, source)


def _exercise(wording: Wording, slug: str, why: str, source: str) -> Draft:
    known = next((one for one in wording.sheet.surroundings.exercises if one.slug == slug), None)
    brings = known.brings if known else None
    return Draft(
        0, "exercise", known.title if known else slug, why, source=source, sales=brings.sales if brings else "",
        marketing=brings.marketing if brings else "", exercise=slug,
    )  # fmt: skip


def _owner(wording: Wording, text: str, place: Place) -> str:
    """A person by id where a field tells one; otherwise the words as they are."""
    parts = template(text).parts
    if len(parts) == 1 and not isinstance(parts[0], str):
        value = wording.value(parts[0].formula.text, place)
        return (
            str(value).split(",")[0].strip()
            if isinstance(value, Id)
            else wording.fill(text, place, missing="")
        )
    return wording.fill(text, place, missing="")


def _due(wording: Wording, text: str, place: Place) -> str:
    """`+14d` from the day of the meeting, or a date that a field tells; ISO, empty for the next meeting."""
    ahead = _AHEAD.fullmatch(text.strip())
    if ahead:
        days = int(ahead[1]) * (7 if ahead[2] == "w" else 1)
        return (date.fromisoformat(wording.sheet.run.on) + timedelta(days=days)).isoformat()
    parts = template(text).parts
    value = (
        wording.value(parts[0].formula.text, place)
        if len(parts) == 1 and not isinstance(parts[0], str)
        else None
    )
    return value.isoformat() if isinstance(value, date) else ""
