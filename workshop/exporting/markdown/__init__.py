"""The minutes as Markdown, for wikis and for comparing versions."""

from __future__ import annotations

from workshop.exporting.digest import Minutes
from workshop.exporting.markdown.sections import sections


def render(minutes: Minutes) -> bytes:
    """One document in UTF-8; the same minutes give the same bytes."""
    blocks = (block for block in sections(minutes) if block)
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")
