"""Small files that are read and replaced as a whole: people, and boxes of answers."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from workshop.errors import Damaged
from workshop.store.chain import newer

SCHEMA = 1
"""Version of the small files that this program writes."""
Shape = TypeVar("Shape")


class _Versioned(msgspec.Struct):
    schema: int


def read_document(path: Path, shape: type[Shape], *, fix: str) -> Shape | None:
    """The content of a file, or None where there is none. Raises NewerFile, and Damaged with the step in `fix`."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as reason:
        raise Damaged(f"{path.name} cannot be read ({reason.strerror}).", fix=fix) from reason
    try:
        schema = msgspec.json.decode(content, type=_Versioned).schema
        if schema > SCHEMA:
            raise newer(path.name, schema, SCHEMA)
        return msgspec.json.decode(content, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError) as reason:
        raise Damaged(f"{path.name} does not read as it was written: {reason}.", fix=fix) from reason
