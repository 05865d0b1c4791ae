"""What WeasyPrint does for every element of a page, left out where no page of ours needs it."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from weasyprint import CSS, HTML
from weasyprint.html import UA

_NOTES = re.compile(r"^::(foot)?note.*\n", re.MULTILINE)
_MARKS = re.compile(r"^::marker", re.MULTILINE)


class Page(HTML):  # type: ignore[misc]  # the toolkit ships no types
    """A page on which only items of a list have marks, and nothing has footnotes.

    The toolkit's own sheet gives each element six more styles in case it has; that is an eighth of the whole time.
    """

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return list(super()._ua_stylesheets(forms)) if forms else [_spare()]


@cache
def _spare() -> CSS:
    return CSS(string=_MARKS.sub("li::marker", _NOTES.sub("", UA)))


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for dead values inside: of what a page is made of next to nothing dies early, and searching it all
    again and again is a fifth of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
