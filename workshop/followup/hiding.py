"""What a profile hides today: its triggers held against the rows of the register (R71)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from workshop.model.profiles import Condition, Hidden, Hides, Profile, Trigger

Row = Mapping[str, Any]
Rows = Callable[[str], Sequence[Row]]
"""The rows of a table of the register, read only when somebody asks."""


def hidden(profile: Profile, triggers: Iterable[Trigger], rows: Rows, today: date) -> Hidden:
    """Agendas and exercises that are not offered; each comes back while one of its triggers is met."""
    known = {trigger.name: trigger for trigger in triggers}
    asleep = [one for one in profile.hides if not _met(one, known, rows, today)]
    return Hidden(
        profile.name,
        _once(slug for one in asleep for slug in one.agendas),
        _once(slug for one in asleep for slug in one.exercises),
        _once(known[name].because for one in asleep for name in one.until),
    )


def _met(one: Hides, known: Mapping[str, Trigger], rows: Rows, today: date) -> bool:
    return any(met(known[name], rows(known[name].table), today) for name in one.until)


def met(trigger: Trigger, rows: Iterable[Row], today: date) -> bool:
    """Whether enough rows fit, or few enough."""
    fitting = sum(1 for row in rows if _fits(trigger, row, today))
    return fitting >= trigger.at_least if trigger.at_most is None else fitting <= trigger.at_most


def _fits(trigger: Trigger, row: Row, today: date) -> bool:
    if not all(_holds(condition, row) for condition in trigger.where):
        return False
    return not trigger.date or _near(_text(row, trigger.date), today, trigger)


def _holds(condition: Condition, row: Row) -> bool:
    return _text(row, condition.key) in condition.words


def _near(text: str, today: date, trigger: Trigger) -> bool:
    try:
        ahead = (date.fromisoformat(text) - today).days
    except ValueError:
        return False
    if trigger.within_days is not None:
        return 0 <= ahead <= trigger.within_days
    if trigger.in_last_days is not None:
        return 0 <= -ahead <= trigger.in_last_days
    return trigger.past_days is not None and -ahead > trigger.past_days


def _text(row: Row, key: str) -> str:
    """What stands at a key such as `fields.start`; empty where nothing does."""
    value: Any = row
    for name in key.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return "" if value is None else str(value)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
