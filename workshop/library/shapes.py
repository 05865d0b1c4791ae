"""A table from a file becomes a value of the model; what does not fit is said with its path."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from workshop.errors import ShelfError
from workshop.model.words import did_you_mean

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
SAID = {
    "int": "a whole number", "str": "text", "bool": "true or false", "float": "a number",
    "array": "a list", "object": "a table",
}  # fmt: skip
PATH = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<path>.*)`)?$", re.DOTALL)


def made(cls: type[T], raw: object, where: str, **given: object) -> T:
    """`raw` as a value of `cls`.

    `where` is the file and the path to the table, as `agendas/x.toml: segments[3]`; `given` are the
    fields that the file does not hold. Unknown keys, missing keys and values of another type raise a ShelfError.
    """
    table = as_table(raw, where)
    own = [field.name for field in fields(cls) if field.name not in given]
    for key in table:
        if key not in own:
            raise ShelfError(f"{at(where, key)}: not a key here{did_you_mean(key, own)}")
    try:
        return msgspec.convert({**table, **given}, cls)
    except msgspec.ValidationError as off:
        raise ShelfError(_sentence(str(off), cls, table, where)) from off


def as_table(raw: object, where: str) -> dict[str, object]:
    """`raw` if it is a table; else a ShelfError."""
    if isinstance(raw, dict):
        return raw
    raise ShelfError(f"{where}: expected a table, got {_said(raw)}.")


def as_tables(raw: object, where: str) -> list[tuple[str, object]]:
    """The members of a list of tables, each with its place, counted from 1."""
    if isinstance(raw, list) and raw:
        return [(f"{where}[{number}]", member) for number, member in enumerate(raw, 1)]
    raise ShelfError(f"{where}: expected at least one table [[{where.rpartition(' ')[2]}]].")


def at(where: str, key: str) -> str:
    """The place of a key: a dot inside a path, a blank after the file's name."""
    return f"{where}.{key}" if ": " in where else f"{where}: {key}"


def check_word(word: str, words: tuple[str, ...], where: str) -> None:
    """A ShelfError if `word` is none of `words`."""
    if word not in words:
        raise ShelfError(f"{where}: {word!r} is none of {', '.join(words)}{did_you_mean(word, words)}")


def _sentence(what: str, cls: type, table: dict[str, object], where: str) -> str:
    """The sentence for a message of msgspec, in words that a facilitator reads."""
    found = PATH.match(what)
    reason, path = (found["what"], found["path"] or "") if found else (what, "")
    if missing := re.search(r"missing required field `(\w+)`", reason):
        return f"{where}: the key {missing[1]} is missing."
    place = at(where, re.sub(r"\[(\d+)\]", lambda index: f"[{int(index[1]) + 1}]", path))
    value = _value(table, path)
    if reason.startswith("Invalid enum value"):
        words = _words(get_type_hints(cls)[path.partition("[")[0]])
        return f"{place}: {value!r} is none of {', '.join(words)}{did_you_mean(str(value), words)}"
    kind = re.search(r"`(\w+)", reason)
    return f"{place}: expected {SAID.get(kind[1], kind[1]) if kind else reason}, got {_said(value)}."


def _value(table: dict[str, object], path: str) -> object:
    """What stands at a path such as `prompts[0]`."""
    value: Any = table
    for name, index in re.findall(r"(\w+)|\[(\d+)\]", path):
        value = value[name] if name else value[int(index)]
    return value


def _words(hint: object) -> tuple[str, ...]:
    """The words a field allows, from its annotation (`tuple[Lead, ...]`)."""
    while get_origin(hint) is not Literal:
        hint = get_args(hint)[0]
    return get_args(hint)


def _said(value: object) -> str:
    """A value as somebody reads it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a table"
    return repr(value) if isinstance(value, str) else str(value)
