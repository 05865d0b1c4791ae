"""Letters that no font on this machine draws: said with the paper, not left to be found on it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

MOST = 20
"""Letters named; of more the number is told."""
_SAYS = ".notdef glyph"
"""How the toolkit's log begins to speak of a letter that it could not draw."""


class Undrawn(logging.Filter):
    """Keeps the letters that the toolkit could not draw, and their lines out of its log."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: dict[str, None] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line of the log has nothing to do with letters."""
        if not str(record.msg).startswith(_SAYS) or not isinstance(record.args, tuple):
            return True
        self.letters[str(record.args[0])] = None
        return False

    def sentence(self) -> str:
        """What to tell; empty where everything was drawn."""
        if not self.letters:
            return ""
        named = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in list(self.letters)[:MOST])
        more = f" and {len(self.letters) - MOST} more" if len(self.letters) > MOST else ""
        return (
            f"No font here has {named}{more}: a box stands in its place in the PDF. "
            "Install a font of that writing and export again: Noto has one for each, fonts-noto-cjk those of East Asia."
        )


@contextmanager
def watched() -> Iterator[Undrawn]:
    """Papers made inside tell the letters that they lack."""
    log, undrawn = logging.getLogger("weasyprint"), Undrawn()
    log.addFilter(undrawn)
    try:
        yield undrawn
    finally:
        log.removeFilter(undrawn)


def tell(letters: Iterable[str]) -> None:
    """Says again what another process could not draw, so that whoever watches here hears of it."""
    for letter in letters:
        logging.getLogger("weasyprint").warning(_SAYS + ": %s", letter)
