"""The minutes in the language of the paper: what the program worded is said in it, what people wrote stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from workshop.exporting.digest.minutes import Minutes, NextMeeting
from workshop.exporting.digest.readings import (
    Airtime,
    Changed,
    ExerciseRow,
    Headline,
    MetricRow,
    OpenPoint,
    ParkedRow,
    Point,
    RetimingRow,
    RotiRow,
    SegmentRow,
    Share,
    Told,
)
from workshop.exporting.digest.rows import (
    DecisionRow,
    EntryRow,
    GroupVote,
    Here,
    KindGroup,
    NeedRow,
    Pair,
    ProgrammeRow,
    TeamHere,
    Theme,
    VoteRow,
)
from workshop.exporting.language import Language
from workshop.exporting.sheets import Named
from workshop.model import results

T = TypeVar("T")
Way = Callable[[Language, str], str]


def _told(language: Language, text: str) -> str:
    return language.told(text)


def _listed(language: Language, text: str) -> str:
    """Parts with a comma between them: `sales, as a group`, `from 09:03, a remark`."""
    return ", ".join(map(language.told, text.split(", ")))


def _label(language: Language, text: str) -> str:
    """A word that is in the catalogue, and else stays as it is, figures too."""
    return language.word(text)


def _figures(language: Language, text: str) -> str:
    return language.figures(text)


def _cell(language: Language, text: str) -> str:
    return language.cell(text)


WAYS: Mapping[type, Mapping[str, Way]] = {
    Minutes: {
        **dict.fromkeys(("previous", "balance", "freshness", "exchanges", "clock_notes", "left_open"), _told),
        "title": _label,
    },
    NextMeeting: {"title": _label},
    Pair: {"label": _label, "text": _cell},
    EntryRow: {"label": _label, "by": _listed},
    Theme: {"title": _label},
    KindGroup: {"label": _label},
    TeamHere: {"label": _label},
    Here: {"note": _listed},
    DecisionRow: {"how": _told},
    GroupVote: {"mean": _figures},
    VoteRow: {"joint": _figures},
    NeedRow: {"by": _listed},
    ProgrammeRow: {"warnings": _told},
    Share: {"percent": _figures},
    SegmentRow: {"title": _label, "lead": _told, "coverage": _told},
    Told: {"label": _label},
    ExerciseRow: {"heading": _label},
    Headline: {"title": _label, "verdict": _told, "text": _told},
    Point: {"value": _told},
    MetricRow: {"name": _cell, **dict.fromkeys(("value", "second", "previous"), _told)},
    ParkedRow: {"by": _listed},
    Changed: {"by": _listed},
    OpenPoint: {"lacks": _label},
    RotiRow: {"mean": _figures, "why_no_split": _told, "previous": _figures},
    Airtime: {"percent": _figures},
    RetimingRow: {"cause": _told, "changes": _told, "dropped": _label},
    results.Line: {"title": _told, "text": _told},
    results.Banner: dict.fromkeys(("title", "verdict", "text"), _told),
    results.Table: {"title": _told, "heads": _label, "bold_means": _told},
    results.TableRow: {"cells": _cell},
    results.Bars: {"title": _told},
    results.BarRow: {"label": _cell, "note": _told},
    results.Bar: {"reads": _told},
    results.Grid: {"title": _told, "rows": _cell, "columns": _cell},
    results.Box: dict.fromkeys(("row", "column", "texts"), _cell),
    results.Funnel: {"title": _told},
    results.FunnelStep: dict.fromkeys(("label", "reads", "rate", "note"), _told),
    results.Cards: {"title": _told},
    results.Card: {"lines": _cell},
    results.Moved: {"label": _label, "old": _told, "new": _told, "difference": _told},
    Named: {"title": _label},
    results.Outcome: {"title": _label, "notes": _told},
}
"""What the program words, by the row it stands in. States such as `overdue` are codes: a paper says them itself."""


def worded(value: T, language: Language) -> T:
    """The same tree said in that language; all else in it is the same. English stays the very same tree."""
    return value if language.is_plain else _worded(value, language)


def _worded(value: T, language: Language) -> T:
    if isinstance(value, tuple):
        return tuple(_worded(item, language) for item in value)  # type: ignore[return-value]  # a tuple of the same
    if not is_dataclass(value) or isinstance(value, type):
        return value
    ways = WAYS.get(type(value), {})
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    said = {
        name: _said(part, ways[name], language) if name in ways else _worded(part, language)
        for name, part in held.items()
    }
    changed = {name: part for name, part in said.items() if part is not held[name]}
    return replace(value, **changed) if changed else value


def _said(part: object, way: Way, language: Language) -> object:
    if isinstance(part, str):
        return way(language, part) if part else part
    return tuple(_said(item, way, language) for item in part) if isinstance(part, tuple) else part
