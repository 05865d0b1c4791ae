"""Minutes read back from JSON, exactly as they were written."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import msgspec

from workshop.errors import Damaged, NewerFile, Refused
from workshop.exporting.days import known_locale
from workshop.exporting.digest import Minutes
from workshop.exporting.jsonfile.document import VERSION
from workshop.exporting.jsonfile.reading_outcomes import read_exercise

MOST_MEETINGS = 1_000_000
"""No team comes together that often; a number beyond was not written by us."""


def read(content: bytes, place: str) -> Minutes:
    """The minutes in a document; `place` names the file. Raises Damaged, NewerFile."""
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError) as off:
        raise Damaged(f"{place} is not JSON: {off}.") from off
    if not isinstance(found, dict) or found.pop("workshop", None) != "minutes":
        raise Damaged(
            f"{place} holds no minutes.", fix="Take a file of workshop export -f json, or a PDF of minutes."
        )
    version = found.pop("version", None)
    if not isinstance(version, int):
        raise Damaged(f"{place} does not say which version it is of.")
    if version > VERSION:
        raise NewerFile(f"{place} was written by a newer program.", fix="Take that program to read it.")
    try:
        outcomes = tuple(read_exercise(row, _filled) for row in found.pop("exercises", ()))
        hints = _hints(Minutes)  # one by one: results of exercises are of a kind that only we can tell
        told = {
            name: msgspec.convert(_filled(found[name], kind), kind)
            for name, kind in hints.items()
            if name in found
        }
        minutes = Minutes(**told, exercises=outcomes)
        _check(minutes)
    except (
        msgspec.ValidationError, Refused, KeyError, TypeError, ValueError, ArithmeticError, OSError, RecursionError
    ) as off:  # fmt: skip
        raise Damaged(f"{place} does not read as minutes: {off}.") from off
    return minutes


def _check(minutes: Minutes) -> None:
    """ValueError, Refused, OSError where number, language or zone are none."""
    if not 0 < minutes.number < MOST_MEETINGS:
        raise ValueError(f"there is no M-{minutes.number}")
    known_locale(minutes.locale)
    ZoneInfo(minutes.when.zone)


def _filled(value: Any, kind: Any) -> Any:
    """The value with empty text where nothing was told: the document says null for it."""
    if value is None:
        return "" if kind is str else None
    if get_origin(kind) is tuple and isinstance(value, list):
        of, *others = get_args(kind)
        kinds = [of] * len(value) if others == [...] else get_args(kind)
        return [_filled(item, each) for item, each in zip(value, kinds, strict=False)]
    inner = next((each for each in get_args(kind) if is_dataclass(each)), kind)
    if isinstance(inner, type) and is_dataclass(inner) and isinstance(value, dict):
        hints = _hints(inner)
        return {key: _filled(item, hints.get(key, Any)) for key, item in value.items()}
    return value


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    told = get_type_hints(kind)
    return {field.name: told[field.name] for field in fields(kind)}
