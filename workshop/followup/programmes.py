"""The programme calendar and what each programme still lacks (rule of programme warnings, E04)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from workshop.measures.rounding import RATING, show
from workshop.measures.verdicts import buy_in
from workshop.model import ids
from workshop.model.entries import Entry, Said

SOON = 30
"""Days: a start nearer than this needs to have heard from sales."""
LOWEST_MEAN = 3


def warnings(programme: Entry, day: date) -> tuple[str, ...]:
    """What to say of a programme on the day of the meeting; it is stored all the same."""
    said = programme.said
    found = (
        "no call to action" if _open(said, "cta") else "",
        "no sales task" if _open(said, "sales_task") else "",
        _unheard(programme, day),
        *_votes(programme),
    )
    return tuple(words for words in found if words)


def calendar(programmes: Iterable[Entry]) -> tuple[Entry, ...]:
    """The programmes by start, those without one last; later entries with `ref=` are merged into the first.

    The first keeps its number and its name; fields told later replace the old ones, so that `change`
    holds the latest news, and votes are added.
    """
    merged: dict[int, Entry] = {}
    home: dict[int, int] = {}
    for entry in sorted(programmes, key=lambda entry: entry.number):
        if entry.struck or entry.said.kind != "programme" or entry.number in home:
            continue
        first = _first(entry.said.get("ref"), merged, home)
        home[entry.number] = first or entry.number
        merged[home[entry.number]] = _merge(merged[first], entry) if first else entry
    return tuple(sorted(merged.values(), key=lambda entry: (start(entry) or date.max, entry.number)))


def start(programme: Entry) -> date | None:
    """The day it begins; None where it is open."""
    try:
        return date.fromisoformat(programme.said.get("start"))
    except ValueError:
        return None


def _open(said: Said, field: str) -> bool:
    return said.get(field).strip() in ("", "?")


def _unheard(programme: Entry, day: date) -> str:
    begins = start(programme)
    heard = programme.said.get("sales_input").strip().casefold() not in ("", "?", "none")
    if begins is None or heard or (begins - day).days >= SOON:
        return ""
    return f"{_begins((begins - day).days)}, no sales input"


def _begins(days: int) -> str:
    if days == 0:
        return "starts today"
    count = f"{abs(days)} day" if abs(days) == 1 else f"{abs(days)} days"
    return f"starts in {count}" if days > 0 else f"started {count} ago"


def _votes(programme: Entry) -> tuple[str, ...]:
    """Over the last buy-in vote."""
    lens = buy_in(programme)
    if lens is None:
        return ()
    low = any(value <= 1 for ballot in programme.rounds[-1].ballots for value in ballot.values)
    weak = lens.sales is not None and lens.sales < LOWEST_MEAN
    return (
        "a buy-in vote of 0-1" if low else "",
        f"sales buy-in {show(lens.sales, RATING)} below {LOWEST_MEAN}" if weak else "",
    )


def _first(ref: str, merged: dict[int, Entry], home: dict[int, int]) -> int | None:
    """The programme that a reference means, by id or by name, also by way of an earlier update."""
    found = ids.read(ref)
    if found and found[0] == "N":
        return home.get(found[1])
    name = ref.strip().casefold()
    return next(
        (number for number, entry in merged.items() if name and entry.said.text.casefold() == name), None
    )


def _merge(first: Entry, later: Entry) -> Entry:
    told = tuple(field for field in later.said.fields if field.name != "ref")
    names = {field.name for field in told}
    kept = tuple(field for field in first.said.fields if field.name not in names)
    return replace(first, said=replace(first.said, fields=kept + told), rounds=first.rounds + later.rounds)
