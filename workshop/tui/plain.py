"""For terminals that have only ASCII: the few signs of the wording become plain ones on their way to the screen."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIGNS = str.maketrans("·…←↑→↓–—‘’“”█", ".~<^>v--''\"\"#")
"""Each as wide as what stands for it; names and words in other scripts stay as they were typed."""


class PlainSigns(LineFilter):
    """Puts them in place of the others, line by line."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line in plain signs."""
        return [
            segment if segment.text.isascii() else Segment(segment.text.translate(SIGNS), segment.style)
            for segment in segments
        ]
