"""Values to the bytes of a JSON file, and the refusal of texts that no file can hold."""

from __future__ import annotations

import json
from typing import Any

from workshop.errors import NotStored


def as_json(value: Any, *, indent: int | None = None) -> bytes:
    """UTF-8 JSON, keys in the order given, without spaces unless `indent` is given.

    Raises NotStored for half of a surrogate pair (UTF-8 has no bytes for it) and for a number that is not finite.
    The standard library writes here because it refuses such numbers; msgspec would store `null` in their place.
    """
    separators = (",", ":") if indent is None else None
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=separators, indent=indent)
    except ValueError as reason:
        raise NotStored("Not stored: a number in it is not finite, and a file cannot hold that.") from reason
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as reason:
        half = f"U+{ord(text[reason.start]):04X}"
        raise NotStored(
            f"Not stored: the text holds half of a character ({half}), which a file cannot hold.",
            fix="Take that character out (it often comes with pasted text) and enter the line again.",
        ) from reason
