"""Which characters a line may hold."""

from __future__ import annotations

import unicodedata

from workshop.errors import NotUnderstood
from workshop.model.entries import LONGEST


def clean(line: str) -> str:
    """The line with tabs as blanks and no blanks around it.

    Raises NotUnderstood for a control character and for half of a surrogate pair: neither can be shown, and
    no file can hold the second. Marks of writing direction are text; the exports isolate them.
    """
    line = line.rstrip("\r\n").replace("\t", " ")
    for place, character in enumerate(line, start=1):
        if unicodedata.category(character) in ("Cc", "Cs"):
            raise NotUnderstood(
                f"Character {place} of the line (U+{ord(character):04X}) cannot be shown or kept.",
                fix="Take it out (it often comes with pasted text) and press Enter again.",
            )
    return line.strip()


def check_length(text: str, what: str) -> None:
    """Raises NotUnderstood where a text is longer than a record keeps."""
    if len(text) > LONGEST:
        raise NotUnderstood(
            f"{what} has {len(text):,} characters; {LONGEST:,} fit.",
            fix="Shorten it, or type it as two lines.",
        )
