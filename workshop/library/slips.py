"""A file that does not read as TOML: where it stops, by the key that a person looks for, and what to do there."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence

from workshop.errors import ShelfError

_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_HEADING = re.compile(r"\s*(\[\[?)\s*([\w.-]+)")
_KEY = re.compile(r"\s*([\w.-]+)\s*=")
_WORD = re.compile(r"\s*([\w.-]+)")
_SEEN = 60
"""Characters of the line that are shown."""
_LIST = ("a list is not closed, or a comma is missing in it.", 'Write {key} = ["one", "two"].')
_SAID = (
    ("Illegal character|Unterminated", "a text has no quote at its end.", 'Close it on the same line: {key} = "words".'),
    ("Invalid value", "what stands behind the = is no value.", 'Put words in double quotes: {key} = "words"; numbers go without.'),
    ("Expected '='", "there is no = behind it.", 'Write {key} = "words".'),
    ("Expected '?\"?]", "the brackets of a heading are not closed.", "Write them as in the other headings."),
    ("Unclosed array", *_LIST),
    ("Invalid initial|Unclosed inline|Duplicate inline", "what stands in braces does not end, or a key is there twice.",
     'Write {key} = {{ text = "one", group = "two" }} on one line.'),
    ("Cannot", "it stands there twice.", "Keep one of them."),
    ("Unescaped", "a backslash stands in a text.", "Write two of them, or put the text in single quotes."),
    ("Expected newline", "something stands behind the value.", "Quotes inside a text are single ones; the next key begins a line of its own."),
    ("", "this line does not read as TOML.", 'A key and its value look so: {key} = "words".'),
)  # fmt: skip
"""How what the parser says begins, the same as people would say it, and what to do."""


def slip(text: str, off: tomllib.TOMLDecodeError, place: str) -> ShelfError:
    """The refusal of a file: `exercises/x.toml: steps[2].say, line 14: a text has no quote at its end.`"""
    lines = text.splitlines() or [""]
    found = _LINE.search(str(off))
    at = min(int(found[1]), len(lines)) if found else _last(lines)
    why, fix = next((why, fix) for begins, why, fix in _SAID if re.match(begins, str(off)))
    if _HEADING.match(lines[at - 1]) and str(off).startswith("Invalid value"):
        at, (why, fix) = _last(lines[: at - 1]), _LIST  # the list above goes on into the heading
    bare = _WORD.match(lines[at - 1]) if str(off).startswith("Expected '='") else None
    key = bare[1] if bare else _key(lines[:at])
    path = ".".join(part for part in (_table(lines[:at]), key) if part)
    where = f"{path}, line {at}" if path else f"line {at}"
    return ShelfError(
        f"{place}: {where}: {why} The line is: {lines[at - 1].strip()[:_SEEN]!r}.",
        fix=fix.format(key=key or "key"),
    )


def _last(lines: Sequence[str]) -> int:
    """The last line with something in it, from 1."""
    return max((at for at, line in enumerate(lines, 1) if line.strip()), default=1)


def _key(lines: Sequence[str]) -> str:
    """The key that the last of these lines belongs to: its own, else the nearest above it in the same table."""
    for line in reversed(lines):
        found = _KEY.match(line)
        if found or _HEADING.match(line):
            return found[1] if found else ""
    return ""


def _table(lines: Sequence[str]) -> str:
    """The table that the last line stands in, counted as everywhere else: `columns[2].columns[1]`."""
    counts: Counter[str] = Counter()
    name = ""
    for brackets, name in (
        found.groups() for line in lines if (found := _HEADING.fullmatch(line.rstrip("] \t")))
    ):
        if brackets == "[[":
            counts[name] += 1
            for below in [one for one in counts if one.startswith(f"{name}.")]:
                del counts[below]
    parts = name.split(".") if name else []
    paths = [".".join(parts[: at + 1]) for at in range(len(parts))]
    return ".".join(
        f"{part}[{counts[path]}]" if counts[path] else part for part, path in zip(parts, paths, strict=True)
    )
