"""The command line: one module a noun, each loaded only when it is called."""

from __future__ import annotations

import gc
import sys

RUBBISH = 200_000
"""Objects after which Python looks for rubbish; by itself it does so a hundred times before the first answer."""


def main() -> None:
    """Runs the program and leaves with its exit code: 0 good, 1 failed, 2 usage, 3 not found, 4 ambiguous,
    5 locked or newer file, 130 interrupted."""
    gc.set_threshold(RUBBISH)
    from workshop.cli.root import run

    sys.exit(run(sys.argv[1:]))
