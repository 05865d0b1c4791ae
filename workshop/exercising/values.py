"""What was typed into a field as a value of formulas: numbers exact, days as days, people by their ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction

from workshop.errors import NotUnderstood
from workshop.measures.formula import Id, Several, Value
from workshop.measures.marks import unsplit
from workshop.measures.parts import read_parts
from workshop.model.kinds import Field, FieldType

UNKNOWN = ("", "?", "-")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TALLY = re.compile(r"(\d+)x(\d+)")


def value_of(field: Field, told: Iterable[str]) -> Value:
    """The value of a field; None where nothing is known. A share in per cent is a share of one: 40 is 0.4."""
    given = [one for one in told if one not in UNKNOWN or one in field.options]
    if not given:
        return None
    text = ", ".join(given)
    if text in field.options:
        return text
    if field.type in _READERS:
        return _READERS[field.type](text)
    return Several(text) if field.repeat else text


def person(known: str) -> Value:
    """A person by id; None for nobody."""
    return Id(known) if known else None


def tally(text: str) -> Value:
    """`5x2 4x1`: two fives and a four, of nobody in particular."""
    counts = {value: int(times) for value, times in _TALLY.findall(text)}
    return unsplit(counts, {value: Fraction(value) for value in counts}, basis="all") if counts else None


def _number(text: str) -> Value:
    return Fraction(text) if _NUMBER.fullmatch(text) else None


def _day(text: str) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _parts(text: str) -> Value:
    try:
        return read_parts(text).value
    except NotUnderstood:
        return None


def _share(text: str) -> Value:
    found = _number(text)
    return found / 100 if isinstance(found, Fraction) else found


_READERS: Mapping[FieldType, Callable[[str], Value]] = {
    "int": _number, "dec": _number, "money": _number, "scale5": _number, "scale10": _number, "pct": _share,
    "bool": lambda text: text == "yes", "date": _day, "person": Id, "people": Id, "many": Several, "tally": tally,
    "parts": _parts,
}  # fmt: skip
