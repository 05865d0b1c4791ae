"""The minutes that ride inside a PDF."""

from __future__ import annotations

import io

from workshop.errors import Damaged
from workshop.exporting.digest import Minutes
from workshop.exporting.jsonfile import read

NAME = "minutes.json"


def minutes_in(content: bytes, place: str) -> Minutes:
    """The minutes attached to a PDF; `place` names the file. Raises Damaged, NewerFile."""
    from pypdf import PdfReader  # 60 ms, and only somebody who opens a PDF needs it
    from pypdf.errors import PyPdfError

    try:
        found = PdfReader(io.BytesIO(content)).attachments.get(NAME)
    except (PyPdfError, OSError, ValueError) as off:
        raise Damaged(f"{place} does not read as a PDF: {off}.") from off
    if not found:
        raise Damaged(
            f"{place} carries no minutes.", fix="Take a PDF that workshop made; others hold no record."
        )
    return read(found[0], f"{place}: {NAME}")
