"""A line cut into words: what is quoted stays whole, what is escaped with a backslash is plain text."""

from __future__ import annotations

import re

from workshop.model.values import dataclass

_WORD = re.compile(r"""(?:@|who:)?"[^"]*"\S*|\S+""")
_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)=")
_TWIN = re.compile(r"(?:due|from|for|pri|who):\S|\+[^\W\d_]")
_PREFIX = re.compile(r"[a-z][a-z_-]*:|;|/")
_SIGNS = ("@", "#", ">", "!", '"')


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in the text: `start`, `end`, and `next`, where the next word begins."""

    text: str
    start: int
    end: int
    next: int

    @property
    def quoted(self) -> bool:
        """Begins with words in double quotes: all of it is text."""
        return self.text.startswith('"') and '"' in self.text[1:]

    @property
    def key(self) -> str:
        """`worked` of `worked=yes`, or empty."""
        found = _KEY.match(self.text)
        return found[1] if found else ""


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text; blanks between double quotes do not part them."""
    found = list(_WORD.finditer(text))
    if not found:
        return ()
    nexts = [match.start() for match in found[1:]] + [len(text)]
    return tuple(Word(m[0], m.start(), m.end(), follows) for m, follows in zip(found, nexts, strict=True))


def is_marked(word: str, first: bool) -> bool:
    """Whether a word means something here, or would with one backslash less.

    `first`: it opens the line, where a prefix, `;` and `/` count too.
    """
    bare = word.lstrip("\\")
    return (
        bare.startswith(_SIGNS)
        or bare == "//"
        or _KEY.match(bare) is not None
        or _TWIN.match(bare) is not None
        or (first and _PREFIX.match(bare) is not None)
    )


def plain(word: str, first: bool) -> str:
    """The word as text: one backslash less where it hides a mark."""
    return word[1:] if word.startswith("\\") and is_marked(word, first) else word


def literal(text: str) -> str:
    """The text as it has to be typed so that every word of it stays text; the way back from a record to a line."""
    pieces = re.split(r"(\s+)", text.strip())
    return "".join(
        f"\\{piece}" if place % 2 == 0 and is_marked(piece, place == 0) else piece
        for place, piece in enumerate(pieces)
    )


def split_fields(region: str) -> tuple[list[str], str]:
    """The parts of the fields, split at `;`, and the detail behind ` // `; double quotes protect both marks."""
    parts, start = [], 0
    for found in re.finditer(r"""(?:^|(?<=[\s=;]))"[^"]*"|;|(?<!\S)//(?!\S)""", region):
        if found[0] == ";":
            parts.append(region[start : found.start()])
            start = found.end()
        elif found[0] == "//":
            return [*parts, region[start : found.start()]], region[found.end() :].strip()
    return [*parts, region[start:]], ""


def split_remark(rest: str) -> tuple[str, str]:
    """What stands before ` // ` and what behind it."""
    for word in words_of(rest):
        if word.text == "//":
            return rest[: word.start].strip(), rest[word.end :].strip()
    return rest.strip(), ""
