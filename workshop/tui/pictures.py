"""Pictures of the screen as SVG, to be seen alike by whatever shows them."""

from __future__ import annotations

import re

CELL = 12.2
"""Width of a cell in these pictures."""
BLANK = "&#160;"
_FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_INDENTED = re.compile(rf'(<text [^>]*)x="([\d.]+)"([^>]*)textLength="([\d.]+)"([^>]*>)((?:{BLANK})++)(?!<)')


def without_fonts(svg: str) -> str:
    """The picture with the fonts of whoever looks at it: nothing is fetched. Words stand where they begin, for not
    every viewer keeps the blanks in front of them."""
    return _INDENTED.sub(_placed, _FONT.sub("", svg))


def _placed(found: re.Match[str]) -> str:
    head, x, between, length, tail, blanks = found.groups()
    by = len(blanks) // len(BLANK) * CELL
    return f'{head}x="{_short(float(x) + by)}"{between}textLength="{_short(float(length) - by)}"{tail}'


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
