"""Journals of earlier schemas are brought up to today's, one numbered step after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from workshop.errors import Damaged
from workshop.store.chain import JOURNAL, SCHEMA, newer, rows
from workshop.store.durable import free_name, replace_file
from workshop.store.lines import rechained
from workshop.store.witness import dismiss

Step = Callable[[Iterable[dict[str, Any]]], Iterable[dict[str, Any]]]
"""Takes the lines of schema k, header left out, and gives those of schema k + 1; pure. Numbers (`n`) stay."""

STEPS: Mapping[int, Step] = {}
"""The step from schema k, by k."""


def migrate(directory: Path, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA) -> str:
    """Writes an older journal anew in the target schema and keeps the old one as `journal.v<k>.jsonl`.

    A sentence on what was done; empty when there was nothing to do. Call it under the lock, on a mended journal.
    Raises NewerFile and Damaged with the journal untouched.
    """
    data = (directory / JOURNAL).read_bytes()
    header, *lines = rows(data)
    schema = int(header["schema"])
    if schema > target:
        raise newer(JOURNAL, schema, target)
    if schema == target:
        return ""
    content = rechained(chain([{**header, "schema": target}], _stepped(lines, schema, steps, target)))
    kept = free_name(directory / f"journal.v{schema}.jsonl")
    replace_file(kept, data)
    dismiss(directory)
    replace_file(directory / JOURNAL, content)
    return f"{JOURNAL} was brought from form {schema} to form {target}; the old one lies in {kept.name}."


def _stepped(
    lines: Iterable[dict[str, Any]], schema: int, steps: Mapping[int, Step], target: int
) -> Iterable[dict[str, Any]]:
    for number in range(schema, target):
        if number not in steps:
            raise Damaged(f"{JOURNAL} says form {number}, which no Workshop wrote.", fix="Restore a backup.")
        lines = steps[number](lines)
    return lines
