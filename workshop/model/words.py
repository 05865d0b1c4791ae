"""The nearest known word to one that somebody typed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word that looks most like `word`, or None where nothing does; capitals do not count.

    A word that is the beginning of exactly one known word means that one.
    """
    known = {known.casefold(): known for known in words}
    folded = word.casefold()
    begun = [name for name in known if folded and name.startswith(folded)]
    close = begun if len(begun) == 1 else get_close_matches(folded, known, n=1, cutoff=0.6)
    return known[close[0]] if close else None


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The end of a sentence: `; did you mean prompts?`, or a full stop where nothing is near."""
    guess = nearest(word, words)
    return f"; did you mean {guess}?" if guess else "."
