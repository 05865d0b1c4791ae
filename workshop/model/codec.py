"""Facts and states to plain JSON values and back; the shape is checked on the way in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args

import msgspec

from workshop.errors import Damaged
from workshop.model.facts import Fact
from workshop.model.state import State


def _slug(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


CLASSES: Mapping[str, type[Fact]] = {_slug(cls.__name__): cls for cls in get_args(Fact)}
NAMES: Mapping[type[Fact], str] = {cls: name for name, cls in CLASSES.items()}


def write_fact(fact: Fact) -> dict[str, Any]:
    """A fact as a JSON object; its name is the value of `fact`. Fields at their default are left out."""
    return {"fact": NAMES[type(fact)], **_plain(fact)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        told = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: _plain(item) for field, item in told if item != field.default}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return msgspec.to_builtins(value)


def read_fact(plain: Mapping[str, Any], where: str = "the journal") -> Fact:
    """The fact a JSON object stands for; raises Damaged naming the place that does not fit."""
    name = plain.get("fact")
    cls = CLASSES.get(name) if isinstance(name, str) else None
    if cls is None:
        raise Damaged(f"{where} holds a fact this program does not know: {name!r}.")
    try:
        return msgspec.convert({key: value for key, value in plain.items() if key != "fact"}, cls)
    except msgspec.ValidationError as off:
        raise Damaged(f"{where}: {name}: {off}.") from off


def write_state(state: State) -> dict[str, Any]:
    """A checkpoint as JSON."""
    plain: dict[str, Any] = _plain(state)
    return plain


def read_state(plain: Mapping[str, Any]) -> State:
    """The state a checkpoint stands for; raises Damaged where it does not fit."""
    try:
        return msgspec.convert(plain, State)
    except msgspec.ValidationError as off:
        raise Damaged(f"The register's checkpoint does not read: {off}.") from off
