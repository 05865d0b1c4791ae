"""Work that takes long says on a terminal that it goes on, so that nobody takes it for stuck."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from workshop.cli.output import say

PATIENCE = 4.0
"""Seconds until something is said."""
STILL = "Still at work; what was said so far is stored."


@contextmanager
def patient(what: str) -> Iterator[None]:
    """Says once what goes on, where the work inside takes longer; into a pipe or a file nothing is said."""
    if not sys.stderr.isatty():
        yield
        return
    timer = Timer(PATIENCE, say, (f"{what} Ctrl+C breaks it off.",), {"err": True})
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
