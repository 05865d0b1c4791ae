"""Names and words without case, accents and extra blanks, so that `lukasz` finds Łukasz."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)  # fmt: skip
"""Letters that Unicode does not take apart."""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text for comparing: no case, no accents, single blanks."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(bare.casefold().translate(_LETTERS).split())


def pick(typed: str, options: Iterable[str]) -> str | None:
    """The option typed in full, or the only one that begins so; None where neither is."""
    folded = fold(typed)
    begun = [option for option in options if folded and fold(option).startswith(folded)]
    exact = [option for option in begun if fold(option) == folded]
    if exact:
        return exact[0]
    return begun[0] if len(begun) == 1 else None
