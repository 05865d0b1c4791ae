"""The journal as a chain of lines in an open file: its header, and its lines from a place on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from workshop.errors import Damaged, NewerFile
from workshop.store.lines import (
    SEAL_LENGTH,
    START,
    Line,
    Place,
    Unfit,
    decode,
    ends_with,
    fits,
    hash_of,
    seal,
)

JOURNAL = "journal.jsonl"
SCHEMA = 1
"""Version of the lines that this program writes."""
_HEADER_ROOM = 256
"""Bytes that hold any header."""
WHAT_TO_DO = "Type `workshop verify` to see what is off, then restore a backup."


def header(schema: int) -> bytes:
    """The first line of a journal, with its newline."""
    return seal({"n": 0, "workshop": "journal", "schema": schema}, "") + b"\n"


def first_place(file: BinaryIO) -> tuple[int, Place]:
    """The schema of a journal and the place after its header. Raises Damaged."""
    file.seek(0)
    raw = file.read(_HEADER_ROOM).partition(b"\n")[0]
    schema = _schema_of(raw)
    if schema <= SCHEMA and not fits(raw):
        raise damaged(0, "its hash does not fit")
    return schema, Place(len(raw) + 1, 0, hash_of(raw))


def checked_start(file: BinaryIO) -> Place:
    """The place after the header of a journal in today's schema. Raises NewerFile, Damaged."""
    schema, place = first_place(file)
    if schema > SCHEMA:
        raise newer(JOURNAL, schema, SCHEMA)
    return place


def holds(file: BinaryIO, place: Place) -> bool:
    """Whether the line before that place still stands there, unchanged."""
    if place == START:
        return True
    start = max(0, place.offset - 1 - SEAL_LENGTH)
    file.seek(start)
    return ends_with(file.read(max(0, place.offset - 1 - start)), place.hash)


def lines_after(file: BinaryIO, after: Place) -> Iterator[Line]:
    """The lines that follow a place; what lies before it is not read. A torn last line is left out.

    Raises Damaged for a line that is not as it was written, or when the place is no longer in the journal.
    """
    start = checked_start(file)
    if not holds(file, after):
        raise Damaged(
            f"{JOURNAL} no longer holds line {after.n} as it was read: it was cut, restored or written anew.",
            fix="Start the program again; it then reads what is there.",
        )
    place = start if after == START else after
    file.seek(place.offset)
    # Read in one go: another program may append meanwhile, and half of its line then stands at the end only.
    return _lines(file.read(), place)


def rows(data: bytes) -> Iterator[dict[str, Any]]:
    """The lines of a whole journal as they stand, of whatever schema, header included. Raises Damaged."""
    before = ""
    for n, raw in enumerate(data.split(b"\n")):
        if not raw and n:
            continue  # what follows the last newline
        row = as_row(raw)
        if row is None or not fits(raw) or (row.get("n"), row.get("before")) != (n, before):
            raise damaged(n, "it is not what followed the line before")
        before = hash_of(raw)
        yield row


def damaged(n: int, what: str) -> Damaged:
    """The sentence for a line that is not as it was written."""
    return Damaged(f"{JOURNAL}: line {n} is not as it was written ({what}).", fix=WHAT_TO_DO)


def newer(name: str, schema: int, known: int) -> NewerFile:
    """The sentence for a file of a later version."""
    return NewerFile(
        f"{name} was written by a newer Workshop (form {schema}, this one reads up to {known}). It is untouched.",
        fix="Update Workshop, then open it again.",
    )


def _lines(data: bytes, place: Place) -> Iterator[Line]:
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        raw = data[start:end] if end >= 0 else data[start:]
        try:
            line = decode(raw, place.offset)
        except Unfit as reason:
            if end < 0 or (end + 1 == len(data) and as_row(raw) is None):
                return
            raise damaged(place.n + 1, str(reason)) from reason
        if (line.n, line.before) != (place.n + 1, place.hash):
            raise damaged(place.n + 1, "it does not follow the line before")
        yield line
        place, start = line.place, start + len(raw) + 1


def _schema_of(raw: bytes) -> int:
    row = as_row(raw)
    if row is None or row.get("n") != 0 or row.get("workshop") != "journal":
        raise damaged(0, "it is not the header of a journal")
    if not isinstance(row.get("schema"), int):
        raise damaged(0, "it does not say its schema")
    return int(row["schema"])


def as_row(raw: bytes) -> dict[str, Any] | None:
    """The object in these bytes, or None where they hold none."""
    try:
        return msgspec.json.decode(raw, type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
