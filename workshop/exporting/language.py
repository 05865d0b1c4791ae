"""The language of the papers: English words stand in templates and code, those of other languages on the shelf."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from pathlib import Path

from workshop.errors import ShelfError
from workshop.exporting.days import known_locale, written_day
from workshop.measures.forms import MONTHS
from workshop.shelves import shelf

FOLDER = "languages"
TOLD = "told"
"""The table with what the program words while it works things out; only its texts are patterns."""
TITLES = "titles"
"""The table of titles: somebody may have typed the same words, so that none is said in a cell of a table."""
Words = str | Mapping[str, str]
"""A text, or one for each plural form of the language (`one`, `few`, `other`)."""
_FIGURE = re.compile(r"(?<![\w.,:])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w:]|[.,]\d)")
"""A number as the program writes it: `1,234.50`; no date, no clock, no version of three parts."""
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
"""A day as the program words it: `6 March 2026`."""
_UNIT = re.compile(r"[ %()n=±+~]*(?:[A-Z]{3})?(?:/day|h|days|min)?")
"""What may stand beside a lone figure: `27,000 CHF`, `3.40 (n=5)`, `12.5 h`."""
_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
"""The full stop of a sentence behind one that the last word has already: `k. A..`"""
_GAP = re.compile(r"\{(\w+)\}")
_SHAPES = {
    "n": r"\d+",
    "m": r"\d+",
    "of": r"\d+",
    "days": r"\d+",
    "time": r"\d\d:\d\d",
    "id": r"[A-Z]-\d+",
    "figure": r"[-+]?[\d.,]+",
}
"""What may stand in a gap of that name; in any other gap at least one letter."""
_SHORT = ".{1,80}"
"""In a gap whose name is a single letter: of a sentence with many gaps none is tried at great length."""


class Language:
    """The words of one language and how it writes numbers. Words that it lacks stay English."""

    def __init__(self, locale: str, tables: Mapping[str, Mapping[str, Words]]) -> None:
        known = known_locale(locale)
        self._locale = locale
        signs = known.number_symbols.get("latn", {})
        self._signs = {",": str(signs.get("group", ",")), ".": str(signs.get("decimal", "."))}
        self._form = known.plural_form
        self._words = {key: words for table in tables.values() for key, words in table.items()}
        self._titles = tables.get(TITLES, {}).keys()
        self._patterns = [
            (_pattern(english), own)
            for english, own in tables.get(TOLD, {}).items()
            if isinstance(own, str) and _GAP.search(english)
        ]

    @property
    def is_plain(self) -> bool:
        """Whether everything stays as it stands in the code."""
        day = "17 March 2026"
        return not self._words and self._signs == {",": ",", ".": "."} and self.figures(day) == day

    def say(self, english: str) -> str:
        """The text in this language; what stands before a bar only tells it from others (`source|From`)."""
        found = self._words.get(english, english.rpartition("|")[2])
        return found if isinstance(found, str) else found["other"]

    def word(self, text: str) -> str:
        """A word of the shelf; whatever the catalogue lacks stays as it stands, such as people's words."""
        return self.say(text) if text in self._words else text

    def count(self, count: int, one: str, several: str) -> str:
        """One of two texts by the count; it stands in the catalogue under the second."""
        found = self._words.get(several)
        if found is None:
            return one if count == 1 else several
        return found if isinstance(found, str) else found.get(self._form(count), found["other"])

    def told(self, text: str) -> str:
        """What the program worded: as a whole, or by a pattern such as `by {who}`, and with this language's figures."""
        if text in self._words:
            return self.say(text)
        for pattern, own in self._patterns:
            if found := pattern.fullmatch(text):
                told = own.format(**{gap: self.told(held) for gap, held in found.groupdict().items()})
                return _STOPS.sub(".", told)
        return self.figures(text)

    def figures(self, text: str) -> str:
        """The numbers in a text with the signs of this language: `4,666.67 EUR` as `4.666,67 EUR`."""
        if not any(letter.isdigit() for letter in text):
            return text
        text = _DAY.sub(self._day, text)
        return _FIGURE.sub(lambda found: "".join(self._signs.get(sign, sign) for sign in found[0]), text)

    def cell(self, text: str) -> str:
        """A cell, which may hold people's words: only a word that is no title is said, or a lone figure."""
        return self.say(text) if text in self._words and text not in self._titles else self.figure(text)

    def figure(self, text: str) -> str:
        """The same for a cell: only where nothing but a figure with its unit stands in it."""
        return self.figures(text) if _DAY.fullmatch(text) or _UNIT.fullmatch(_FIGURE.sub("", text)) else text

    def _day(self, found: re.Match[str]) -> str:
        """A day in the words of this language, without that of the week."""
        try:
            day = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
        except ValueError:
            return found[0]
        return written_day(day, self._locale)


def _pattern(english: str) -> re.Pattern[str]:
    """A text with gaps as a pattern that finds what stands in them."""
    parts = _GAP.split(english)
    return re.compile(
        "".join(
            f"(?P<{part}>{_SHAPES.get(part, _SHORT if len(part) == 1 else '.+')})"
            if at % 2
            else re.escape(part)
            for at, part in enumerate(parts)
        )
    )


@lru_cache(maxsize=16)
def language(locale: str, own: Path | None = None) -> Language:
    """The language of a locale: of `de_AT` the files `de` and `de_AT`, a team's own laid over. ShelfError, Refused."""
    known = known_locale(locale)
    folders = [shelf("exports"), *([own] if own else [])]
    tables: dict[str, dict[str, Words]] = {}
    for folder in folders:
        for name in dict.fromkeys((known.language, str(known))):
            for table, words in read(folder / FOLDER / f"{name}.toml").items():
                tables.setdefault(table, {}).update(words)
    return Language(locale, tables)


def read(path: Path) -> dict[str, dict[str, Words]]:
    """The tables of a language file; none where there is no file. ShelfError."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as off:
        raise ShelfError(f"{FOLDER}/{path.name} does not read as TOML: {off}.") from off
    for table, words in tables.items():
        if not isinstance(words, dict):
            raise ShelfError(
                f"{FOLDER}/{path.name}: {table}: texts stand in a table: [texts], [told] or [shelf]."
            )
        for key, told in words.items():
            _check(path.name, key, told)
    return tables


def _check(name: str, key: str, words: object) -> None:
    """ShelfError where a text is none, or fills in a gap that the English one does not have."""
    forms = words.values() if isinstance(words, dict) else (words,)
    if (isinstance(words, dict) and "other" not in words) or not all(isinstance(text, str) for text in forms):
        raise ShelfError(f'{FOLDER}/{name}: "{key}": a text, or a table with one and other.')
    more = {gap for text in forms for gap in _GAP.findall(str(text))} - set(_GAP.findall(key))
    if more:
        raise ShelfError(f'{FOLDER}/{name}: "{key}": {{{min(more)}}} does not stand in the English text.')


_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


@contextmanager
def speaking(locale: str, own: Path | None = None) -> Iterator[Language]:
    """Everything said inside is said in this language."""
    chosen = language(locale, own)
    before = _spoken.set(chosen)
    try:
        yield chosen
    finally:
        _spoken.reset(before)


def say(english: str, **gaps: object) -> str:
    """The text in the language spoken now, its gaps filled."""
    chosen = _spoken.get()
    text = chosen.say(english) if chosen else english.rpartition("|")[2]
    return text.format(**gaps) if gaps else text


def counted(number: int, one: str, several: str) -> str:
    """One of two texts by a count, in the language spoken now, its gaps not filled yet."""
    chosen = _spoken.get()
    return chosen.count(number, one, several) if chosen else (one if number == 1 else several)


def count(number: int, one: str, several: str, **gaps: object) -> str:
    """The same with its gaps filled, the count in `n`: `count(2, "{n} day", "{n} days")`."""
    return counted(number, one, several).format(n=number, **gaps)


def told(text: str) -> str:
    """What the program worded, in the language spoken now."""
    chosen = _spoken.get()
    return chosen.told(text) if chosen else text


def word(text: str) -> str:
    """A word of the shelf in the language spoken now; people's words stay."""
    chosen = _spoken.get()
    return chosen.word(text) if chosen else text


def figures(text: str) -> str:
    """The numbers in a text with the signs of the language spoken now."""
    chosen = _spoken.get()
    return chosen.figures(text) if chosen else text
