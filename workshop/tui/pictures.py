"""Pictures of the screen as SVG, without the addresses of web fonts that Textual puts into them."""

from __future__ import annotations

import re

_FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def without_fonts(svg: str) -> str:
    """The picture with the fonts of whoever looks at it: nothing is fetched."""
    return _FONT.sub("", svg)
