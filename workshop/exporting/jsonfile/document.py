"""The minutes as JSON: stable keys, ISO dates, null for what is missing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import msgspec

from workshop.exporting.digest import Minutes
from workshop.exporting.jsonfile.outcomes import exercise

VERSION = 1
"""Rises when a key changes its meaning or goes away; new keys do not raise it."""


def render(minutes: Minutes) -> bytes:
    """One JSON document in UTF-8, the same for the same minutes."""
    plain = {"workshop": "minutes", "version": VERSION, **plainly(minutes)}
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def plainly(minutes: Minutes) -> dict[str, Any]:
    """The minutes as plain values, null where nothing was told."""
    found = msgspec.to_builtins(replace(minutes, exercises=()))
    found["exercises"] = [exercise(row) for row in minutes.exercises]
    told_of: dict[str, Any] = told(found)
    return told_of


def told(value: Any) -> Any:
    """The same with null where nothing was told."""
    if isinstance(value, dict):
        return {key: told(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [told(item) for item in value]
    return None if value == "" else value


def fingerprint(minutes: Minutes) -> str:
    """SHA-256 of that document, in hexadecimal."""
    return hashlib.sha256(render(minutes)).hexdigest()
