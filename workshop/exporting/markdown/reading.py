"""Minutes edited as Markdown, read back as a list of proposed corrections; the record itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from workshop.exporting import markdown
from workshop.exporting.blocks import Block, Heading, Table, flat, read
from workshop.exporting.digest import Minutes
from workshop.model import ids
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """Other words for one record."""

    ref: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """What an edited file asks for."""

    proposals: tuple[Proposal, ...]
    unread: tuple[str, ...]
    """Lines that are not as they were and are no record's words: nothing is made of them."""


def corrections(minutes: Minutes, edited: str, own: Path | None = None) -> Corrections:
    """What differs between the edited file and the minutes as they are written now."""
    before, after = _lines(read(markdown.render(minutes, own).decode())), _lines(read(edited))
    words = dict(_words(minutes))
    proposals: dict[str, Proposal] = {}
    unread: list[str] = []
    for key, line in after.items():
        if line == before.get(key):
            continue
        found = _proposal(key[0], before.get(key, ""), line, words)
        if found is None:
            unread.append(line)
        else:
            proposals[found.ref] = found
    unread += [f"gone: {line}" for key, line in before.items() if key not in after]
    return Corrections(tuple(proposals.values()), tuple(unread))


def _proposal(ref: str, before: str, after: str, words: Mapping[str, str]) -> Proposal | None:
    """The record's new words, where nothing but its words was changed."""
    old = words.get(ref, "")
    if not old or old not in before:
        return None
    front, _, back = before.partition(old)
    if not after.startswith(front) or not after.endswith(back) or len(after) <= len(front) + len(back):
        return None
    return Proposal(ref, old, after[len(front) : len(after) - len(back)].strip())


Key = tuple[str, str, int]
"""The record a line begins with, or empty; the section it stands in; which of several."""


def _lines(blocks: tuple[Block, ...]) -> dict[Key, str]:
    """Every line by where it stands. What names no record is known by its words: there is no other name for it."""
    found: dict[Key, str] = {}
    section = ""
    for block in blocks:
        if isinstance(block, Heading):
            section = flat(block.words)
            _put(found, "", section, section)
        elif isinstance(block, Table):
            for row in block.rows:
                cells = [flat(cell) for cell in row]
                _put(found, cells[0], section, " | ".join(cells))
        else:
            told = flat(block.words)
            _put(found, told.partition(" ")[0], section, told)
    return found


def _put(found: dict[Key, str], first: str, section: str, line: str) -> None:
    ref = first if ids.read(first) else ""
    at = 1
    while (key := (ref, section if ref else line, at)) in found:
        at += 1
    found[key] = line


def _words(value: Any) -> Iterator[tuple[str, str]]:
    """The words of every record in the minutes, as a line of Markdown shows them."""
    if isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        ref, text = (
            held.get("id") or held.get("ref"),
            held.get("text") or held.get("question") or held.get("name"),
        )
        if isinstance(ref, str) and ids.read(ref) and isinstance(text, str):
            yield ref, " ".join(text.split())
        for item in held.values():
            yield from _words(item)
