"""A number both teams look at: `metric: win rate=6/20 period=2025Q4; source=CRM`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workshop.errors import NotUnderstood
from workshop.grammar.cutting import Cut
from workshop.grammar.fields import Pair, only
from workshop.model.kinds import Field, Kind
from workshop.model.words import nearest

_USAGE = "Type metric: win rate=6/20 period=2025Q4."


def named_value(kind: Kind, pieces: Cut, pairs: Sequence[Pair]) -> tuple[Cut, tuple[Pair, ...]]:
    """The text is the name up to the first `=`; the rest is the field `parts`.

    Raises NotUnderstood for a number without value or with two.
    """
    name, equals, value = pieces.text.partition("=")
    name, value = " ".join(name.split()), value.strip()
    told = only(pairs, "parts")
    if bool(value) == bool(told) or not name or bool(equals) != bool(value):
        twice = "has two values" if value and told else "needs a name and a value"
        raise NotUnderstood(f"A metric {twice}.", fix="Keep one." if value and told else _USAGE)
    if value:
        _check_keys(value, [field.name for field in kind.fields])
        pairs = [Pair(kind.field("parts") or Field("parts", "parts"), value), *pairs]
    return replace(pieces, text=name), tuple(pairs)


def _check_keys(value: str, keys: Sequence[str]) -> None:
    """`peroid=2025Q4` behind the value is a slip; `none=5` is a count."""
    for word in value.split():
        key, equals, told = word.partition("=")
        near = nearest(key, keys) if equals and not re.fullmatch(r"[0-9.,]+", told) else None
        if near:
            raise NotUnderstood(
                f"'{key}=' is not a field here; did you mean '{near}='?", fix=f"Type {near}={told}."
            )
