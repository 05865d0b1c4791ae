"""The command line: one module a noun, each loaded only when it is called."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the program and leaves with its exit code: 0 good, 1 failed, 2 usage, 3 not found, 4 ambiguous,
    5 locked or newer file, 130 interrupted."""
    from workshop.cli.root import run

    sys.exit(run(sys.argv[1:]))
