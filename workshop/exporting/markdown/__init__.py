"""The minutes as Markdown, for wikis and for comparing versions."""

from __future__ import annotations

from pathlib import Path

from workshop.exporting.digest import Minutes
from workshop.exporting.jsonfile import fingerprint
from workshop.exporting.language import speaking
from workshop.exporting.markdown.sections import sections
from workshop.exporting.worded import worded


def render(minutes: Minutes, own: Path | None = None) -> bytes:
    """One document in UTF-8; the same minutes give the same bytes. `own` holds the team's own languages."""
    with speaking(minutes.locale, own) as spoken:
        blocks = [block for block in sections(worded(minutes, spoken), fingerprint(minutes)) if block]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")
