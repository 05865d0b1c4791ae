"""One line of the journal: how it is written, hashed and read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import msgspec

from workshop.model.moments import Reading
from workshop.store.encoding import as_json

HASH_LENGTH = 32
"""Hex digits kept of the sha256: 128 bits, enough to notice any change, half the width."""
_SEAL = b',"hash":"%s"}'
SEAL_LENGTH = len(_SEAL) - 2 + HASH_LENGTH
"""Bytes that end every line."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place between two lines of a journal, from which reading can go on."""

    offset: int
    """Bytes before it."""
    n: int
    """Number of the line before it; -1 at the very beginning."""
    hash: str
    """Hash of the line before it."""


START = Place(0, -1, "")


@dataclass(frozen=True, slots=True)
class Line:
    """One stored command with all its facts."""

    n: int
    """Number of the line in the journal, from 1 (0 is the header)."""
    meeting: int | None
    """Number of the meeting it belongs to; None for what belongs to no meeting."""
    at: datetime
    """Wall clock, aware UTC, to the millisecond."""
    mono: int
    """Milliseconds on the machine's running clock; comparable within one boot only."""
    boot: str
    command: str
    """Name of the command that brought it about, for the audit trail."""
    facts: tuple[Mapping[str, Any], ...]
    before: str
    """Hash of the line before."""
    hash: str
    end: int = field(default=0, compare=False)
    """Offset in bytes of what follows; belongs to the file and is not written."""

    @property
    def place(self) -> Place:
        """The place just after this line."""
        return Place(self.end, self.n, self.hash)

    @property
    def reading(self) -> Reading:
        """The two readings of time it was stored with."""
        return Reading(self.at, self.mono, self.boot)


class Unfit(ValueError):
    """Bytes that are not a line as it was written."""


class _Stored(msgspec.Struct, forbid_unknown_fields=True):
    """The keys of a line, in the order in which they are written."""

    n: int
    meeting: int | None
    at: datetime
    mono: int
    boot: str
    command: str
    facts: tuple[dict[str, Any], ...]
    before: str
    hash: str


_decoder = msgspec.json.Decoder(_Stored)


def seal(fields: Mapping[str, Any], before: str) -> bytes:
    """A whole line without its newline: the fields, the hash of the line before, and the hash over all of that."""
    body = as_json({**fields, "before": before})
    return body[:-1] + _SEAL % _digest(body)


def fits(raw: bytes) -> bool:
    """Whether the bytes (without newline) end in their own hash, that is: are as they were written."""
    body, ending = raw[:-SEAL_LENGTH] + b"}", raw[-SEAL_LENGTH:]
    return ending == _SEAL % _digest(body)


def ends_with(raw: bytes, mark: str) -> bool:
    """Whether the bytes (without newline) end in this hash."""
    return raw.endswith(_SEAL % mark.encode())


def hash_of(raw: bytes) -> str:
    """The hash that a line (without newline) carries at its end."""
    return raw[-HASH_LENGTH - 2 : -2].decode("ascii", "replace")


def encode(
    after: Place, meeting: int | None, reading: Reading, command: str, facts: Iterable[Mapping[str, Any]]
) -> bytes:
    """The line that follows `after`, without newline. Raises NotStored for a text that no file can hold."""
    fields = {
        "n": after.n + 1,
        "meeting": meeting,
        "at": _stamp(reading.at),
        "mono": reading.mono,
        "boot": reading.boot,
        "command": command,
        "facts": [dict(fact) for fact in facts],
    }
    return seal(fields, after.hash)


def decode(raw: bytes, offset: int) -> Line:
    """The line that stands at `offset`, from its bytes without newline. Raises Unfit."""
    if not fits(raw):
        raise Unfit("its hash does not fit")
    try:
        stored = _decoder.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError) as reason:
        raise Unfit(str(reason)) from reason
    return Line(
        stored.n, stored.meeting, stored.at.astimezone(UTC), stored.mono, stored.boot, stored.command,
        stored.facts, stored.before, stored.hash, offset + len(raw) + 1,
    )  # fmt: skip


def rechained(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The bytes of a journal with these lines, chained anew; `before` and `hash` of the rows are left out."""
    before, written = "", []
    for row in rows:
        raw = seal({key: value for key, value in row.items() if key not in {"before", "hash"}}, before)
        written.append(raw + b"\n")
        before = hash_of(raw)
    return b"".join(written)


def _digest(body: bytes) -> bytes:
    return sha256(body).hexdigest()[:HASH_LENGTH].encode()


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
